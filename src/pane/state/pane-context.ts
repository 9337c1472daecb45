import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Messages } from '../messages/messages.ts';
import type { PaneState } from './pane-state.ts';

export const PaneContext = createContext<PaneState | undefined>(undefined);

/** The state of the pane around a component. */
export function usePane(): PaneState {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('A part of the pane is shown outside of it.');
  return pane;
}

/** The texts in the chosen language. */
export function useMessages(): Messages {
  return usePane().messages.value;
}
