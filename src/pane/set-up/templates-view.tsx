import { Skeleton } from '../components/skeleton.tsx';
import { Tabs } from '../components/tabs.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { TemplatesPart } from '../state/pane-state.ts';
import { AutomaticForm } from './automatic-form.tsx';
import { GroupList } from './group-list.tsx';
import { SetUpFile } from './set-up-file-part.tsx';
import { SetUpStatistics } from './set-up-statistics.tsx';
import { TemplateList } from './template-list.tsx';
import { useSetUpTexts } from './use-texts.ts';

const parts: readonly TemplatesPart[] = ['templates', 'groups', 'automatic', 'statistics', 'file'];

/** The set-up of templates: edited by admins, read by everybody. */
export function TemplatesView() {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const part = pane.templatesPart.value;
  const setup = pane.setup.value;
  const isAdmin = pane.services.device.account.role === 'admin';
  return (
    <div class="view view-wide">
      <h1 class="title">{words.templates.heading}</h1>
      {!isAdmin && <p class="hint">{words.templates.readOnly}</p>}
      {!setup && <Skeleton rows={8} label={t.pane.loading} />}
      {setup && (
        <Tabs
          label={words.templates.heading}
          tabs={parts.map((one) => [one, words.templates.parts[one]] as const)}
          chosen={part}
          choose={(chosen) => (pane.templatesPart.value = chosen)}
        >
          {part === 'templates' && <TemplateList setup={setup} />}
          {part === 'groups' && <GroupList setup={setup} />}
          {part === 'automatic' && <AutomaticForm setup={setup} />}
          {part === 'statistics' && <SetUpStatistics setup={setup} />}
          {part === 'file' && <SetUpFile setup={setup} />}
        </Tabs>
      )}
    </div>
  );
}
