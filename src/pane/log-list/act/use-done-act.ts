import { useTexts } from '../../by-hand/use-texts.ts';
import { type LastDone, useLastDone } from '../../state/last-done.ts';
import { usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import type { DoneAct, PlacedAct } from './done-act.ts';

/** What was done last with entries: until another act is done, for ten seconds, or until it is left where not all of it worked. */
export function useDoneAct(): {
  last: LastDone<PlacedAct>;
  put(done: DoneAct, where: PlacedAct['where']): void;
  inWords(done: DoneAct): string;
} {
  const pane = usePane();
  const { act: t } = useLogListTexts();
  const { entry: texts } = useTexts();
  const last = useLastDone<PlacedAct>('act');
  const inWords = ({ to, result }: DoneAct) =>
    ({ canceled: t.canceled, recorded: t.reinstated, evaluated: texts.evaluated })[to](result.done.length);
  return {
    last,
    inWords,
    put(done, where) {
      const { left, code } = done.result;
      last.put({ ...done, where }, left.length > 0 ? 'left' : 'over');
      pane.announce(done.result.done.length > 0 ? inWords(done) : code ? pane.messages.value.problems[code].what : '');
    },
  };
}
