import type { CorrectInteraction } from '../../../domain/commands/correct-interaction.ts';
import { withChanges } from '../../../domain/with-changes.ts';
import { editedFrom } from '../../history/corrected-fields.ts';
import { CorrectionForm } from '../../history/correction-form.tsx';
import { useMessages } from '../../state/pane-context.ts';
import type { MendProps } from './mend-props.ts';
import { NotHere } from './not-here.tsx';
import { useEntry } from './use-entry.ts';

/** A refused correction over the entry as it is now. */
export function MendCorrection({ command, send, leave }: MendProps<CorrectInteraction>) {
  const t = useMessages();
  const read = useEntry(command.entryId);
  if (!read) return null;
  if (!read.entry) return <NotHere leave={leave} />;
  return (
    <CorrectionForm
      saw={read.entry}
      first={editedFrom(withChanges(read.entry, command.to))}
      button={t.attention.send}
      leave={leave}
      save={async (correction) => {
        await send({ ...command, ...correction });
      }}
    />
  );
}
