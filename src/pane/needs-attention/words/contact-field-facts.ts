import type { ContactFields } from '../../../domain/contact.ts';
import { languageName } from '../../contacts/language-name.ts';
import type { ContactTexts } from '../../contacts/texts/en.ts';
import type { PaneState } from '../../state/pane-state.ts';
import type { Fact } from './facts.tsx';

/** How the fields of a contact are called. */
export function contactLabels({ form, page }: ContactTexts): Record<keyof ContactFields, string> {
  return {
    type: form.type,
    name: form.name,
    companyId: page.company,
    email: page.email,
    otherEmails: form.otherEmails,
    phones: page.phones,
    domains: form.domains,
    salespersonCode: page.salesperson,
    correspondenceType: page.correspondence,
    language: page.language,
    privacyBlocked: form.privacyBlocked,
  };
}

/** What a command says of a contact; `company` is the name of the one that it names. */
export function contactFieldFacts(
  fields: { [K in keyof ContactFields]?: ContactFields[K] | undefined },
  company: string,
  texts: ContactTexts,
  pane: PaneState,
): Fact[] {
  const t = pane.messages.value;
  const labels = contactLabels(texts);
  const inWords = (field: keyof ContactFields): string => {
    switch (field) {
      case 'type':
        return fields.type ? texts.page.types[fields.type] : '';
      case 'companyId':
        return company;
      case 'salespersonCode': {
        const { salespersonCode: code } = fields;
        return pane.setup.value?.salespeople.find(({ id }) => id === code)?.name ?? code ?? '';
      }
      case 'language':
        return languageName(fields.language ?? '', pane.language.value);
      case 'correspondenceType':
        return fields.correspondenceType ? t.form.types[fields.correspondenceType] : '';
      case 'privacyBlocked':
        return fields.privacyBlocked === undefined ? '' : fields.privacyBlocked ? t.payload.yes : t.payload.no;
      default:
        return [fields[field] ?? []].flat().join(', ');
    }
  };
  return (Object.keys(labels) as (keyof ContactFields)[]) // its own keys
    .filter((field) => fields[field] !== undefined)
    .map((field): Fact => [labels[field], inWords(field)]);
}
