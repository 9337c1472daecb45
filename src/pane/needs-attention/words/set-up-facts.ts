import type { SaveSetup } from '../../../domain/commands/save-setup.ts';
import { describe } from '../../../domain/template-defaults.ts';
import { setupActions } from '../../../domain/template-setup.ts';
import { languageName } from '../../contacts/language-name.ts';
import type { ContactTexts } from '../../contacts/texts/en.ts';
import { draftOfTemplate } from '../../set-up/template-draft.ts';
import type { SetUpTexts } from '../../set-up/texts-en.ts';
import type { PaneState } from '../../state/pane-state.ts';
import type { Fact } from './facts.tsx';

/** What a change of the set-up says, field by field. */
export function setUpFacts(
  change: SaveSetup['change'],
  words: SetUpTexts,
  { matching, form, page }: ContactTexts,
  pane: PaneState,
): Fact[] {
  const language = pane.language.value;
  const texts = (description: Readonly<Record<string, string>>) =>
    Object.entries(description).map(
      ([tag, text]): Fact => [`${words.template.texts}, ${languageName(tag, language)}`, text],
    );
  switch (change.what) {
    case 'group':
      return [[words.template.code, change.code], ...texts(change.description)];
    case 'template':
      return [...templateFacts(change.template, words, pane), ...texts(change.template.description)];
    case 'campaign': {
      const { description, startsOn, endsOn } = change.fields;
      const day = (value: typeof startsOn) => (value === null ? '' : pane.format.value.fullDay(value));
      return [
        [words.template.code, change.code],
        [words.template.texts, description],
        [words.campaigns.startsOn, day(startsOn)],
        [words.campaigns.endsOn, day(endsOn)],
      ];
    }
    case 'salesperson':
      return [
        [words.template.code, change.code],
        [form.name, change.fields.name],
        [page.email, change.fields.email],
      ];
    case 'template-setup':
      return setupActions.map((action) => {
        const code = change.setup[action];
        const template = pane.setup.value?.templates.find(({ id }) => id === code);
        const name = template ? describe(template, [language]) : (code ?? words.automatic.none);
        return [words.automatic.actions[action], name];
      });
    case 'workspace': {
      const { ownDomains, freeMailDomains, neverLog } = change.workspace;
      return [
        [matching.own, ownDomains.join(', ')],
        [matching.never, neverLog.join(', ')],
        [matching.free, freeMailDomains.join(', ')],
      ];
    }
    case 'delete-template':
      return [
        [words.template.code, change.code],
        [words.removing.instead, change.instead ?? ''],
      ];
    case 'delete-group':
    case 'delete-campaign':
    case 'delete-salesperson':
      return [[words.template.code, change.code]];
  }
}

function templateFacts(
  template: Extract<SaveSetup['change'], { what: 'template' }>['template'],
  words: SetUpTexts,
  { messages, setup }: PaneState,
): Fact[] {
  const t = messages.value;
  const draft = draftOfTemplate(template);
  const yes = (is: boolean) => (is ? t.payload.yes : '');
  return [
    [words.template.code, draft.code],
    [words.template.group, draft.groupCode],
    [words.template.language, draft.language],
    [words.template.unitCost(setup.value?.workspace?.currency ?? ''), draft.unitCost],
    [words.template.unitDuration, draft.unitDuration],
    [words.template.flow, t.form.flows[draft.flow]],
    [words.template.initiatedBy, t.form.initiators[draft.initiatedBy]],
    [words.template.correspondenceType, t.form.types[draft.correspondenceType]],
    [words.template.ignores, yes(draft.ignores)],
    [words.template.campaign, draft.campaignCode],
    [words.template.target, yes(draft.target)],
    [words.template.response, yes(draft.response)],
    [words.template.retention, draft.retentionDays],
  ];
}
