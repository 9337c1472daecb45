import { usePane } from '../state/pane-context.ts';
import { useSetUpTexts } from './use-texts.ts';

/** What is said of a change that was saved: as long as it waits that it will go to the team, and then that it has. */
export function useSaid(isSaved: boolean): string {
  const { waiting, refused } = usePane().sync.value;
  const t = useSetUpTexts();
  if (!isSaved) return '';
  if (waiting > 0) return t.saved;
  // What was refused says so itself.
  return refused > 0 ? '' : t.sent;
}
