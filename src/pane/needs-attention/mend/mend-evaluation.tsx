import type { EvaluateInteraction } from '../../../domain/commands/evaluate-interaction.ts';
import type { EntryId } from '../../../domain/ids.ts';
import { Button } from '../../components/button.tsx';
import { EvaluationField } from '../../history/evaluation-field.tsx';
import { useKeptState } from '../../state/kept-draft.ts';
import { useMessages } from '../../state/pane-context.ts';
import { useWatch } from '../../state/use-watch.ts';
import { LeaveOut } from './leave-out.tsx';
import type { MendProps } from './mend-props.ts';

/** A refused evaluation: another one, and entries to be left out, such as one that is gone. */
export function MendEvaluation({ command, draftKey, send, leave }: MendProps<EvaluateInteraction>) {
  const t = useMessages();
  const [chosen, choose] = useKeptState(draftKey, () => ({
    evaluation: command.evaluation,
    leftOut: [] as readonly EntryId[],
  }));
  const { evaluation, leftOut } = chosen;
  const entries = useWatch(`mend ${command.id}`, (reader) =>
    Promise.all(
      command.entryIds.map(async (id) => ({
        id,
        name: (await reader.entry(id))?.entry.description ?? t.attention.notHereShort,
      })),
    ),
  );
  const entryIds = command.entryIds.filter((id) => !leftOut.includes(id));
  return (
    <form
      class="view"
      onSubmit={(event) => {
        event.preventDefault();
        if (entryIds.length > 0) void send({ ...command, evaluation, entryIds });
      }}
    >
      <EvaluationField value={evaluation} choose={(one) => choose({ ...chosen, evaluation: one })} />
      <LeaveOut
        legend={t.attention.entries}
        all={entries ?? []}
        leftOut={leftOut}
        choose={(out) => choose({ ...chosen, leftOut: out })}
      />
      <div class="actions">
        <Button kind="primary" type="submit" aria-disabled={entryIds.length === 0}>
          {t.attention.send}
        </Button>
        <Button kind="subtle" onClick={leave}>
          {t.attention.keep}
        </Button>
      </div>
    </form>
  );
}
