import './change-list.css';
import type { Zone } from '../../domain/time.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { FieldChange } from './field-change.ts';
import { fieldInWords } from './field-in-words.ts';

/** What was changed of an entry, a line each: what it was, and what it became. */
export function ChangeList({ changes, zone }: { changes: readonly FieldChange[]; zone: Zone }) {
  const pane = usePane();
  const { payload } = useMessages();
  const { entry: t } = useTexts();
  return (
    <dl class="changes">
      {changes.map(({ field, from, to }) => {
        const words = (value: string) => (field === 'note' ? value : fieldInWords(field, value, pane, zone));
        return (
          <div key={field}>
            <dt>{payload.fields[field]}</dt>
            <dd>
              <del>{words(from) || t.empty}</del> <span aria-hidden="true">→</span> <ins>{words(to) || t.empty}</ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
