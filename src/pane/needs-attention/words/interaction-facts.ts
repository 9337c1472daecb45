import type { PlannedFollowUp } from '../../../domain/follow-up.ts';
import type { InteractionFields, PerContactFields } from '../../../domain/interaction-fields.ts';
import { fieldInWords } from '../../history/field-in-words.ts';
import type { PaneState } from '../../state/pane-state.ts';
import type { Fact } from './facts.tsx';

const shared = [
  'groupCode',
  'subject',
  'flow',
  'initiatedBy',
  'salespersonCode',
  'campaignCode',
  'campaignTarget',
  'campaignResponse',
  'language',
  'origin',
  'level',
  'audience',
  'zone',
] as const;
const each = ['minutes', 'cost', 'contactVia', 'correspondenceType'] as const;

/** What was chosen for an interaction and is looked at first. */
export function mainFacts(interaction: InteractionFields, pane: PaneState): Fact[] {
  return factsOf(['templateCode', 'at', 'evaluation', 'attemptFailed'], interaction, pane);
}

/** What a template decides of it for all contacts. */
export function templateFacts(interaction: InteractionFields, pane: PaneState): Fact[] {
  return factsOf(
    ['groupCode', 'flow', 'initiatedBy', 'language', 'campaignCode', 'campaignTarget', 'campaignResponse'],
    interaction,
    pane,
  );
}

/** All else that it holds, the text of the mail last. */
export function furtherFacts(interaction: InteractionFields, pane: PaneState): Fact[] {
  return [...factsOf(shared, interaction, pane), [pane.messages.value.payload.fields.text, interaction.text]];
}

/** What it holds for each contact. */
export function contactFacts(perContact: PerContactFields, interaction: InteractionFields, pane: PaneState): Fact[] {
  const { followUp } = perContact;
  return [
    ...factsOf(each, { ...interaction, ...perContact }, pane),
    ...(followUp ? [plannedFact(followUp, pane)] : []),
  ];
}

function plannedFact({ due, text }: PlannedFollowUp, { format, messages }: PaneState): Fact {
  return [messages.value.form.addFollowUp, `${format.value.fullDay(due)} · ${text}`];
}

function factsOf<F extends keyof InteractionFields & keyof Labels>(
  fields: readonly (F | (typeof each)[number])[],
  from: InteractionFields & Partial<PerContactFields>,
  pane: PaneState,
): Fact[] {
  const labels = pane.messages.value.payload.fields;
  return fields
    .filter((field) => from[field] !== false)
    .map((field): Fact => [labels[field], fieldInWords(field as 'at', from[field] ?? null, pane, from.zone)]); // each is a field of an entry
}

type Labels = PaneState['messages']['value']['payload']['fields'];
