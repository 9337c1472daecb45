import type { PaneLanguage } from '../messages/messages.ts';
import { usePane } from './pane-context.ts';

/** A hook that gives the texts of one part, which are loaded with it, in the chosen language. */
export function createUseTexts<Texts>(catalogues: Record<PaneLanguage, Texts>): () => Texts {
  return () => catalogues[usePane().language.value];
}
