import type { CorrectInteraction } from '../../../domain/commands/correct-interaction.ts';
import type { LogEntry } from '../../../domain/log-entry.ts';
import { withChanges } from '../../../domain/with-changes.ts';
import { type Edited, editedFrom } from '../../history/corrected-fields.ts';
import { CorrectionForm } from '../../history/correction-form.tsx';
import { useKeptDraft } from '../../state/kept-draft.ts';
import { useMessages } from '../../state/pane-context.ts';
import type { MendProps } from './mend-props.ts';
import { NotHere } from './not-here.tsx';
import { useEntry } from './use-entry.ts';

/** A refused correction over the entry as it is now. */
export function MendCorrection({ command, draftKey, send, leave }: MendProps<CorrectInteraction>) {
  const t = useMessages();
  const { kept, keep } = useKeptDraft<{ saw: LogEntry; edited: Edited }>(draftKey);
  const read = useEntry(command.entryId);
  if (!read) return null;
  if (!read.entry) return <NotHere leave={leave} />;
  // As in an entry's own form: what was typed is compared with what was seen then.
  const saw = kept?.saw ?? read.entry;
  return (
    <CorrectionForm
      saw={saw}
      first={kept?.edited ?? editedFrom(withChanges(saw, command.to))}
      keep={(edited) => keep({ saw, edited })}
      button={t.attention.send}
      leave={leave}
      save={async (correction) => {
        await send({ ...command, ...correction });
      }}
    />
  );
}
