import type { SaveSetup } from '../../domain/commands/save-setup.ts';
import { describe } from '../../domain/template-defaults.ts';
import { setupActions } from '../../domain/template-setup.ts';
import { languageName } from '../contacts/language-name.ts';
import type { PaneState } from '../state/pane-state.ts';
import { draftOfTemplate, type WantedTemplate } from './template-draft.ts';
import type { SetUpTexts } from './texts-en.ts';

/** A field's label and its value in words; empty for none. */
type Fact = readonly [label: string, value: string];

/** A change that says what a row shall be. */
export type RowChange = Extract<SaveSetup['change'], { what: 'group' | 'template' | 'campaign' | 'template-setup' }>;

/** What a row shall be, field by field; `no` stands for what is not so. */
export function rowFacts(change: RowChange, words: SetUpTexts, pane: PaneState, no = ''): Fact[] {
  const language = pane.language.value;
  const texts = (description: Readonly<Record<string, string>>) =>
    Object.entries(description).map(([tag, text]): Fact => [words.template.textIn(languageName(tag, language)), text]);
  switch (change.what) {
    case 'group':
      return [[words.template.code, change.code], ...texts(change.description)];
    case 'template':
      return [...templateFacts(change.template, words, pane, no), ...texts(change.template.description)];
    case 'campaign': {
      const { description, startsOn, endsOn } = change.fields;
      const labels = campaignLabels(words);
      const day = (value: typeof startsOn) => (value === null ? '' : pane.format.value.fullDay(value));
      return [
        [words.template.code, change.code],
        [labels.description, description],
        [labels.startsOn, day(startsOn)],
        [labels.endsOn, day(endsOn)],
      ];
    }
    case 'template-setup':
      return setupActions.map((action) => {
        const code = change.setup[action];
        const template = pane.setup.value?.templates.find(({ id }) => id === code);
        const name = template ? describe(template, [language]) : (code ?? words.automatic.none);
        return [words.automatic.actions[action], name];
      });
  }
}

/** What the row was when the change was made, as such a change; undefined where there was none. */
function rowBefore(change: RowChange): RowChange | undefined {
  switch (change.what) {
    case 'group':
      return change.saw ? { ...change, description: change.saw.description } : undefined;
    case 'template':
      return change.saw ? { ...change, template: { ...change.saw, id: change.template.id } } : undefined;
    case 'campaign':
      return change.saw ? { ...change, fields: change.saw } : undefined;
    case 'template-setup':
      return change.saw ? { ...change, setup: change.saw } : undefined;
  }
}

/** The fields that `change` makes others, with what they are now; of a new row, all that have a value. */
export function changedFacts(
  change: RowChange,
  words: SetUpTexts,
  pane: PaneState,
): { label: string; from: string | undefined; to: string }[] {
  const before = rowBefore(change);
  if (!before)
    return rowFacts(change, words, pane)
      .filter(([, to]) => to !== '')
      .map(([label, to]) => ({ label, from: undefined, to }));
  const { no } = pane.messages.value.payload;
  const [from, to] = [before, change].map((one) => new Map(rowFacts(one, words, pane, no)));
  return [...new Set([...(to?.keys() ?? []), ...(from?.keys() ?? [])])]
    .map((label) => ({ label, from: from?.get(label) ?? '', to: to?.get(label) ?? '' }))
    .filter((one) => one.from !== one.to);
}

/** How the field is called that a path in a row leads to, such as `description`, `fi`; its own name where it has no label. */
export function fieldLabel(
  kind: RowChange['what'],
  [field = '', further]: readonly string[],
  words: SetUpTexts,
  pane: PaneState,
): string {
  if (field === 'description' && further !== undefined)
    return words.template.textIn(languageName(further, pane.language.value));
  const labels: Readonly<Record<string, string>> = labelsOf(kind, words, pane);
  return Object.hasOwn(labels, field) ? (labels[field] ?? field) : field;
}

function labelsOf(kind: RowChange['what'], words: SetUpTexts, pane: PaneState): Readonly<Record<string, string>> {
  switch (kind) {
    case 'group':
      return { code: words.template.code, description: words.template.texts };
    case 'campaign':
      return campaignLabels(words);
    case 'template':
      return templateLabels(words, pane);
    case 'template-setup':
      return words.automatic.actions;
  }
}

function campaignLabels({ campaigns }: SetUpTexts) {
  const { code, description, startsOn, endsOn } = campaigns;
  return { code, description, startsOn, endsOn };
}

function templateLabels({ template }: SetUpTexts, { setup }: PaneState): Record<keyof WantedTemplate, string> {
  return {
    id: template.code,
    groupCode: template.group,
    description: template.texts,
    language: template.language,
    unitCost: template.unitCost(setup.value?.workspace?.currency ?? ''),
    unitDuration: template.unitDuration,
    flow: template.flow,
    initiatedBy: template.initiatedBy,
    correspondenceType: template.correspondenceType,
    ignoreContactCorrespondenceType: template.ignores,
    campaignCode: template.campaign,
    campaignTarget: template.target,
    campaignResponse: template.response,
    retentionDays: template.retention,
  };
}

function templateFacts(template: WantedTemplate, words: SetUpTexts, pane: PaneState, no: string): Fact[] {
  const t = pane.messages.value;
  const { number } = pane.format.value;
  const draft = draftOfTemplate(template);
  const labels = templateLabels(words, pane);
  const yes = (is: boolean) => (is ? t.payload.yes : no);
  return [
    [labels.id, draft.code],
    [labels.groupCode, draft.groupCode],
    [labels.language, languageName(draft.language, pane.language.value)],
    [labels.unitCost, number(template.unitCost)],
    [labels.unitDuration, number(template.unitDuration)],
    [labels.flow, t.form.flows[draft.flow]],
    [labels.initiatedBy, t.form.initiators[draft.initiatedBy]],
    [labels.correspondenceType, t.form.types[draft.correspondenceType]],
    [labels.ignoreContactCorrespondenceType, yes(draft.ignores)],
    [labels.campaignCode, draft.campaignCode],
    [labels.campaignTarget, yes(draft.target)],
    [labels.campaignResponse, yes(draft.response)],
    [labels.retentionDays, draft.retentionDays],
  ];
}
