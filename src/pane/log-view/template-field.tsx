import type { TemplateCode } from '../../domain/ids.ts';
import { isOffered } from '../../domain/offered.ts';
import { describe } from '../../domain/template-defaults.ts';
import { InfoTip } from '../components/info-tip.tsx';
import { ListBox, type ListBoxGroup } from '../components/list-box.tsx';
import { useFirstMessages, usePane } from '../state/pane-context.ts';
import { chooseTemplate } from './choices.ts';
import { lastTemplates, rememberTemplate } from './last-templates.ts';
import type { LogSubject } from './log-subject.ts';

/** The choice of the interaction template, by group, the last used ones first, and why this one. */
export function TemplateField({ subject }: { subject: LogSubject }) {
  const pane = usePane();
  const t = useFirstMessages();
  const { template, templateWhy } = subject.form.value;
  const { preferences } = pane.services;
  const setup = pane.setup.value;
  const language = pane.language.value;
  const templates = (setup?.templates ?? []).filter(isOffered);
  const option = (one: (typeof templates)[number]) => [one.id, describe(one, [language])] as const;

  const last = lastTemplates(preferences)
    .map((code) => templates.find(({ id }) => id === code))
    .filter((found) => found !== undefined);
  const rest = templates.filter((one) => !last.includes(one));
  const byGroup = (setup?.groups ?? []).map((group): ListBoxGroup<TemplateCode> => {
    const label = describe(group, [language]);
    return { label, options: rest.filter(({ groupCode }) => groupCode === group.id).map(option) };
  });
  const groups = [{ label: t.form.lastUsed, options: last.map(option) }, ...byGroup].filter(
    ({ options }) => options.length > 0,
  );
  return (
    <div class="template tip-anchor">
      <ListBox
        label={t.form.templateLabel}
        value={template?.id}
        placeholder={templates.length === 0 ? t.form.noTemplates : t.form.templateLabel}
        groups={groups}
        choose={(code) => {
          rememberTemplate(preferences, code);
          subject.change((choices) => chooseTemplate(choices, code));
        }}
      />
      <InfoTip label={t.pane.why(t.form.templateLabel)} text={t.form.templateWhy[templateWhy]} />
    </div>
  );
}
