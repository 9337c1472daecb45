import * as v from 'valibot';
import { Cost, Minutes } from '../../domain/amounts.ts';
import type { CorrespondenceType, InformationFlow, InitiatedBy } from '../../domain/choices.ts';
import { type InteractionTemplate, retentionAge } from '../../domain/interaction-template.ts';
import { isOffered } from '../../domain/offered.ts';
import type { Setup } from '../../store/local-store.ts';
import { readAmount, writeAmount } from '../messages/amount-text.ts';
import type { SetUpChange } from './save-set-up.ts';
import type { SetUpTexts } from './texts-en.ts';

/** What a template's form holds: numbers as they were typed, texts by language in the order in which they were added. */
export interface TemplateDraft {
  code: string;
  groupCode: string;
  texts: readonly (readonly [language: string, text: string])[];
  unitCost: string;
  unitDuration: string;
  flow: InformationFlow;
  initiatedBy: InitiatedBy;
  correspondenceType: CorrespondenceType;
  ignores: boolean;
  language: string;
  campaignCode: string;
  target: boolean;
  response: boolean;
  /** Empty: for ever. */
  retentionDays: string;
}

export type ErrorCode = keyof SetUpTexts['errors'];
export type TemplateField =
  | 'code'
  | 'groupCode'
  | 'texts'
  | 'unitCost'
  | 'unitDuration'
  | 'language'
  | 'campaignCode'
  | 'retentionDays';
export type TemplateErrors = Partial<Record<TemplateField, ErrorCode>>;
export type WantedTemplate = Extract<SetUpChange, { what: 'template' }>['template'];

/** A new template has NAV's initial values (`domain.md` §3): e-mail, and nothing else. */
export function newTemplateDraft(setup: Setup, language: string): TemplateDraft {
  return {
    code: '',
    groupCode: setup.groups.find(isOffered)?.id ?? '',
    texts: [[language, '']],
    unitCost: '0',
    unitDuration: '0',
    flow: '',
    initiatedBy: '',
    correspondenceType: 'email',
    ignores: false,
    language,
    campaignCode: '',
    target: false,
    response: false,
    retentionDays: '',
  };
}

export function draftOfTemplate(template: InteractionTemplate | WantedTemplate): TemplateDraft {
  return {
    code: template.id,
    groupCode: template.groupCode,
    texts: Object.entries(template.description),
    unitCost: writeAmount(template.unitCost),
    unitDuration: writeAmount(template.unitDuration),
    flow: template.flow,
    initiatedBy: template.initiatedBy,
    correspondenceType: template.correspondenceType,
    ignores: template.ignoreContactCorrespondenceType,
    language: template.language,
    campaignCode: template.campaignCode ?? '',
    target: template.campaignTarget,
    response: template.campaignResponse,
    retentionDays: template.retentionDays === null ? '' : String(template.retentionDays),
  };
}

/** The template as it shall be saved, or which fields are at fault and why. `isNew`: its code must not be taken. */
export function checkTemplate(
  draft: TemplateDraft,
  setup: Setup,
  isNew: boolean,
): { template: WantedTemplate; errors?: undefined } | { errors: TemplateErrors } {
  const texts = draft.texts.map(([language, text]) => [language, text.trim()] as const);
  const description = Object.fromEntries(texts.filter(([, text]) => text !== ''));
  const unitCost = amountOf(draft.unitCost);
  const unitDuration = amountOf(draft.unitDuration);
  const errors: TemplateErrors = {};
  const code = isNew ? codeError(draft.code, 10, setup.templates) : undefined;
  if (code) errors.code = code;
  if (!setup.groups.some((group) => group.id === draft.groupCode && isOffered(group)))
    errors.groupCode = 'group-missing';
  if (Object.keys(description).length === 0) errors.texts = 'text-missing';
  else if (texts.some(([, text]) => text.length > 100)) errors.texts = 'text-too-long';
  else if (draft.language !== '' && !description[draft.language]) errors.language = 'language-text-missing';
  if (!v.is(Cost, unitCost)) errors.unitCost = 'not-amount';
  if (!v.is(Minutes, unitDuration)) errors.unitDuration = 'not-minutes';
  const retentionDays = daysOf(draft.retentionDays);
  if (retentionDays === undefined) errors.retentionDays = 'not-days';
  if (unitCost === undefined || unitDuration === undefined || retentionDays === undefined) return { errors };
  if (Object.keys(errors).length > 0) return { errors };
  return {
    template: {
      id: draft.code,
      groupCode: draft.groupCode,
      description,
      unitCost,
      unitDuration,
      flow: draft.flow,
      initiatedBy: draft.initiatedBy,
      correspondenceType: draft.correspondenceType,
      ignoreContactCorrespondenceType: draft.ignores,
      language: draft.language,
      campaignCode: draft.campaignCode === '' ? null : draft.campaignCode,
      campaignTarget: draft.target,
      campaignResponse: draft.response,
      retentionDays,
    },
  };
}

/** Why a code can't be given to a new row. One that was deleted may be given again: the row then comes back. */
export function codeError(
  typed: string,
  longest: number,
  rows: readonly { id: string; deleted: boolean }[],
): ErrorCode | undefined {
  const code = typed.trim().toUpperCase();
  if (code === '') return 'code-missing';
  if (code.length > longest) return 'code-too-long';
  return rows.some((row) => row.id === code && isOffered(row)) ? 'code-taken' : undefined;
}

/** Null for nothing typed; undefined when it is no age. */
function daysOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const days = amountOf(typed);
  return v.is(retentionAge, days) ? days : undefined;
}

/** A number from 0; undefined when it is none, or nothing. */
function amountOf(typed: string): number | undefined {
  const amount = readAmount(typed);
  return typed.trim() === '' || Number.isNaN(amount) ? undefined : amount;
}
