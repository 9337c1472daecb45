import type { SaveSetup } from '../../../domain/commands/save-setup.ts';
import { MatchingForm } from '../../contacts/matching-form.tsx';
import { SalespersonForm } from '../../salespeople/salesperson-form.tsx';
import { AutomaticForm } from '../../set-up/automatic-form.tsx';
import { CampaignForm } from '../../set-up/campaign-form.tsx';
import { GroupForm } from '../../set-up/group-form.tsx';
import { type SaveChange, saveWith } from '../../set-up/save-set-up.ts';
import { TemplateForm } from '../../set-up/template-form.tsx';
import { usePane } from '../../state/pane-context.ts';
import type { MendProps } from './mend-props.ts';
import { NotHere } from './not-here.tsx';

/** A refused change of the set-up in the form of what it changes, over that as it is now. */
export function MendSetUp({ command, draftKey, send, leave }: MendProps<SaveSetup>) {
  const setup = usePane().setup.value;
  const save: SaveChange = (change) => saveWith(change, (checked) => send({ ...command, change: checked }));
  const { change } = command;
  if (!setup) return null;
  const withCode = <R extends { id: string }>(rows: readonly R[], code: string) => rows.find(({ id }) => id === code);
  switch (change.what) {
    case 'group':
      return (
        <GroupForm
          group={withCode(setup.groups, change.code)}
          setup={setup}
          mending={{ change, draftKey, save, leave }}
        />
      );
    case 'template': {
      const template = withCode(setup.templates, change.template.id);
      return <TemplateForm template={template} setup={setup} mending={{ change, draftKey, save, leave }} />;
    }
    case 'campaign': {
      const campaign = withCode(setup.campaigns, change.code);
      return <CampaignForm campaign={campaign} setup={setup} mending={{ change, draftKey, save, leave }} />;
    }
    case 'salesperson': {
      const salesperson = withCode(setup.salespeople, change.code);
      return <SalespersonForm salesperson={salesperson} setup={setup} mending={{ change, draftKey, save, leave }} />;
    }
    case 'template-setup':
      return <AutomaticForm setup={setup} mending={{ change, draftKey, save, leave }} />;
    case 'workspace':
      return setup.workspace ? (
        <MatchingForm workspace={setup.workspace} mending={{ change, draftKey, save, leave }} />
      ) : (
        <NotHere leave={leave} />
      );
    case 'delete-group':
    case 'delete-template':
    case 'delete-campaign':
    case 'delete-salesperson':
      return <NotHere leave={leave} />;
  }
}
