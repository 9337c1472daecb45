import type { MergeContacts } from '../../../domain/commands/merge-contacts.ts';
import { MergeForm } from '../../contacts/merge-form.tsx';
import { mergeOf, type WantedMerge } from '../../contacts/merge-of.ts';
import { useKeptDraft } from '../../state/kept-draft.ts';
import { useWatch } from '../../state/use-watch.ts';
import type { MendProps } from './mend-props.ts';
import { NotHere } from './not-here.tsx';

/** A refused merge: with another contact, or the other way round. */
export function MendMerge({ command, draftKey, send, leave }: MendProps<MergeContacts>) {
  const { kept, keep } = useKeptDraft<WantedMerge>(draftKey);
  const read = useWatch(`mend merge ${command.id}`, async (reader) => ({
    from: await reader.contact(command.from),
    into: command.into === null ? undefined : await reader.contact(command.into),
  }));
  if (!read) return null;
  const { from, into } = read;
  if (!from) return <NotHere leave={leave} />;
  const first = kept ?? (into && { stays: into, goes: from, takesOver: command.takesOver !== null });
  return (
    <MergeForm
      contact={from}
      first={first}
      keep={keep}
      leave={leave}
      save={async (wanted) => {
        const { id, madeAt, needs } = command;
        const result = await send({ id, madeAt, needs, ...mergeOf(wanted) });
        return result.outcome === 'saved' ? undefined : result.code;
      }}
    />
  );
}
