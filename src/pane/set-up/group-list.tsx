import { isOffered } from '../../domain/offered.ts';
import { describe } from '../../domain/template-defaults.ts';
import type { Setup } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { ChoiceRow } from './choice-row.tsx';
import { GroupForm } from './group-form.tsx';
import { Split } from './split.tsx';
import { useChoice } from './use-choice.ts';
import { useSetUpTexts } from './use-texts.ts';

/** All groups, and the chosen one or a new one to be edited. */
export function GroupList({ setup }: { setup: Setup }) {
  const pane = usePane();
  const t = useSetUpTexts();
  const choice = useChoice();
  const reader = [pane.language.value];
  const groups = setup.groups.filter(isOffered);
  // One that a colleague deletes meanwhile stays open, with what was typed in it.
  const group = setup.groups.find(({ id }) => id === choice.code);
  const isAdmin = pane.services.device.account.role === 'admin';
  return (
    <Split
      heading={group ? describe(group, reader) : t.groups.new}
      back={t.groups.all}
      said={choice.said}
      close={() => choice.open(undefined)}
      list={
        <>
          {isAdmin && <Button onClick={choice.openNew}>{t.groups.new}</Button>}
          {groups.length === 0 && <p class="hint">{t.groups.none}</p>}
          <ul class="choices">
            {groups.map((one) => (
              <ChoiceRow
                key={one.id}
                code={one.id}
                text={describe(one, reader)}
                more={t.groups.count(
                  setup.templates.filter((template) => isOffered(template) && template.groupCode === one.id).length,
                )}
                isChosen={one.id === choice.code}
                choose={() => choice.open(one.id)}
              />
            ))}
          </ul>
        </>
      }
      chosen={
        choice.isNew || group ? (
          <GroupForm key={group?.id ?? ''} group={group} setup={setup} saved={choice.saved} removed={choice.removed} />
        ) : undefined
      }
    />
  );
}
