import { useState } from 'preact/hooks';
import { isOffered } from '../../domain/offered.ts';
import { describe } from '../../domain/template-defaults.ts';
import type { Setup } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { ChoiceRow } from './choice-row.tsx';
import { GroupForm } from './group-form.tsx';
import { Split } from './split.tsx';
import { useSetUpTexts } from './use-texts.ts';

/** All groups, and the chosen one or a new one to be edited. */
export function GroupList({ setup }: { setup: Setup }) {
  const pane = usePane();
  const t = useSetUpTexts();
  const [chosen, setChosen] = useState<string>();
  const [isNew, setNew] = useState(false);
  const reader = [pane.language.value];
  const groups = setup.groups.filter(isOffered);
  const group = groups.find(({ id }) => id === chosen);
  const isAdmin = pane.services.device.account.role === 'admin';
  const open = (code: string | undefined, fresh = false) => {
    setChosen(code);
    setNew(fresh);
  };
  return (
    <Split
      heading={group ? describe(group, reader) : t.groups.new}
      back={t.groups.all}
      close={() => open(undefined)}
      list={
        <>
          {isAdmin && <Button onClick={() => open(undefined, true)}>{t.groups.new}</Button>}
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
                isChosen={one.id === chosen}
                choose={() => open(one.id)}
              />
            ))}
          </ul>
        </>
      }
      chosen={
        isNew || group ? (
          <GroupForm
            key={group ? `${group.id} ${group.rev}` : 'new'}
            group={group}
            setup={setup}
            saved={(code) => open(code)}
            removed={() => open(undefined)}
          />
        ) : undefined
      }
    />
  );
}
