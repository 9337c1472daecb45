import type { SaveSetup } from '../../../domain/commands/save-setup.ts';
import type { ContactTexts } from '../../contacts/texts/en.ts';
import type { Messages } from '../../messages/messages.ts';
import type { SetUpTexts } from '../../set-up/texts-en.ts';
import { contactLabels } from './contact-field-facts.ts';

type Template = keyof Extract<SaveSetup['change'], { what: 'template' }>['template'];

/** How the field at fault is called, whose name is the last of a path that is a word; the path itself where it has no label. */
export function faultLabel(path: string, t: Messages, texts: ContactTexts, words: SetUpTexts): string {
  const field = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
  const labels: Readonly<Record<string, string>> = {
    ...setUpLabels(words),
    ...contactLabels(texts),
    ...t.payload.fields,
    due: t.form.date,
    body: t.form.note,
  };
  return Object.hasOwn(labels, field) ? (labels[field] ?? path) : path;
}

function setUpLabels({ template, campaigns, removing }: SetUpTexts) {
  const ofTemplate: Partial<Record<Template, string>> = {
    unitCost: template.unitCost(''),
    unitDuration: template.unitDuration,
    ignoreContactCorrespondenceType: template.ignores,
    retentionDays: template.retention,
  };
  return {
    ...ofTemplate,
    code: template.code,
    startsOn: campaigns.startsOn,
    endsOn: campaigns.endsOn,
    instead: removing.instead,
  };
}
