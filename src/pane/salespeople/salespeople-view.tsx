import { isOffered } from '../../domain/offered.ts';
import type { Setup } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ChoiceRow } from '../set-up/choice-row.tsx';
import { Split } from '../set-up/split.tsx';
import { useChoice } from '../set-up/use-choice.ts';
import { useSetUpTexts } from '../set-up/use-texts.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useLookUp } from '../whole-log/use-look-up.ts';
import { SalespersonForm } from './salesperson-form.tsx';
import { useSalespeopleTexts } from './use-salespeople-texts.ts';

/** Who carries out interactions, and for admins who signs in as whom: read by everybody, changed by admins. */
export function SalespeopleView() {
  const pane = usePane();
  const t = useMessages();
  const words = useSalespeopleTexts();
  const setUp = useSetUpTexts();
  const setup = pane.setup.value;
  const isAdmin = pane.services.device.account.role === 'admin';
  return (
    <div class="view view-wide">
      <h1 class="title">{words.heading}</h1>
      <p class="hint">{isAdmin ? words.help : setUp.templates.readOnly}</p>
      {setup ? <SalespersonList setup={setup} isAdmin={isAdmin} /> : <Skeleton rows={5} label={t.pane.loading} />}
    </div>
  );
}

function SalespersonList({ setup, isAdmin }: { setup: Setup; isAdmin: boolean }) {
  const { wholeLog } = usePane().services.device;
  const t = useMessages();
  const words = useSalespeopleTexts();
  const choice = useChoice();
  const users = useLookUp('users', isAdmin ? (signal) => wholeLog.users(signal) : undefined);
  const known = users.answer?.known ? users.answer.value : [];
  const salespeople = setup.salespeople.filter(isOffered);
  // One that a colleague deletes meanwhile stays open, with what was typed in it.
  const salesperson = setup.salespeople.find(({ id }) => id === choice.code);
  const rolesOf = (code: string) =>
    known.filter((user) => user.salespersonCode === code).map(({ role }) => t.settings.role[role]);
  return (
    <Split
      heading={salesperson?.name ?? words.new}
      back={words.all}
      said={choice.said}
      close={() => choice.open(undefined)}
      list={
        <>
          {isAdmin && (
            <Button data-place="invite" onClick={choice.openNew}>
              {words.new}
            </Button>
          )}
          {salespeople.length === 0 && <p class="hint">{words.none}</p>}
          <ul class="choices">
            {salespeople.map((one) => (
              <ChoiceRow
                key={one.id}
                code={one.id}
                text={one.name}
                more={rolesOf(one.id).join(', ')}
                isChosen={one.id === choice.code}
                choose={() => choice.open(one.id)}
              />
            ))}
          </ul>
        </>
      }
      chosen={
        choice.isNew || salesperson ? (
          <SalespersonForm
            key={salesperson?.id ?? ''}
            salesperson={salesperson}
            setup={setup}
            users={users}
            saved={choice.saved}
            removed={choice.removed}
          />
        ) : undefined
      }
    />
  );
}
