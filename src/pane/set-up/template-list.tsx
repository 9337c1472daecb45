import { isOffered } from '../../domain/offered.ts';
import { describe } from '../../domain/template-defaults.ts';
import type { Setup } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { ChoiceRow } from './choice-row.tsx';
import { usesOf } from './remove-template.tsx';
import { Split } from './split.tsx';
import { TemplateForm } from './template-form.tsx';
import { useChoice } from './use-choice.ts';
import { useSetUpTexts } from './use-texts.ts';

/** All templates by group, and the chosen one or a new one to be edited. */
export function TemplateList({ setup }: { setup: Setup }) {
  const pane = usePane();
  const t = useSetUpTexts();
  const choice = useChoice();
  const reader = [pane.language.value];
  const templates = setup.templates.filter(isOffered);
  // One that a colleague deletes meanwhile stays open, with what was typed in it.
  const template = setup.templates.find(({ id }) => id === choice.code);
  const known = setup.groups.filter(isOffered);
  const rest = templates.filter(({ groupCode }) => !known.some(({ id }) => id === groupCode));
  const groups = [
    ...known.map((group) => ({
      key: group.id as string,
      name: describe(group, reader),
      templates: templates.filter(({ groupCode }) => groupCode === group.id),
    })),
    { key: '', name: t.templates.noGroup, templates: rest },
  ].filter((group) => group.templates.length > 0);
  const isAdmin = pane.services.device.account.role === 'admin';
  return (
    <Split
      heading={template ? describe(template, reader) : t.templates.new}
      back={t.templates.all}
      said={choice.said}
      close={() => choice.open(undefined)}
      list={
        <>
          {isAdmin && <Button onClick={choice.openNew}>{t.templates.new}</Button>}
          {templates.length === 0 && <p class="hint">{t.templates.none}</p>}
          {groups.map((group, at) => (
            // How long entries are kept is said by each template.
            <section key={group.key} aria-label={group.name} data-place={at === 0 ? 'retention' : undefined}>
              <h2 class="heading choices-heading">{group.name}</h2>
              <ul class="choices">
                {group.templates.map((one) => {
                  const uses = usesOf(one.id, setup).map((use) => t.automatic.actions[use]);
                  return (
                    <ChoiceRow
                      key={one.id}
                      code={one.id}
                      text={describe(one, reader)}
                      more={uses.join(', ')}
                      isChosen={one.id === choice.code}
                      choose={() => choice.open(one.id)}
                    />
                  );
                })}
              </ul>
            </section>
          ))}
        </>
      }
      chosen={
        choice.isNew || template ? (
          <TemplateForm
            key={template?.id ?? ''}
            template={template}
            setup={setup}
            saved={choice.saved}
            removed={choice.removed}
          />
        ) : undefined
      }
    />
  );
}
