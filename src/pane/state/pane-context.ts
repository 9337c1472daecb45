import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FirstMessages, Messages } from '../messages/messages.ts';
import type { PaneState } from './pane-state.ts';

export const PaneContext = createContext<PaneState | undefined>(undefined);

/** The state of the pane around a component. */
export function usePane(): PaneState {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('A part of the pane is shown outside of it.');
  return pane;
}

/** The texts in the chosen language that are there first. */
export function useFirstMessages(): FirstMessages {
  return usePane().firstMessages.value;
}

/** All texts in the chosen language, for parts that are loaded when they are shown: the texts come with them (`lazyPart`). */
export function useMessages(): Messages {
  return usePane().messages.value;
}
