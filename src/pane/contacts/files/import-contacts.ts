import type { CreateContact } from '../../../domain/commands/create-contact.ts';
import type { ContactFields } from '../../../domain/contact.ts';
import type { CommandId, ContactId } from '../../../domain/ids.ts';
import type { ProblemCode } from '../../../domain/problem-code.ts';
import type { Salesperson } from '../../../domain/salesperson.ts';
import { type CheckedContact, checkContact } from './check-contact.ts';
import type { Breathe } from './in-slices.ts';
import type { KnownContacts } from './known-contacts.ts';
import type { NotTaken } from './not-taken.ts';
import type { RawContact, UnreadablePart } from './raw-contact.ts';

/** How far an import has come. */
export interface ImportProgress {
  done: number;
  total: number;
  created: number;
  /** Companies that were made because a person of the file belongs to them. */
  companies: number;
  notTaken: readonly NotTaken[];
  state: 'running' | 'finished' | 'stopped';
}

interface ImportSurroundings {
  known: KnownContacts;
  salespeople: readonly Salesperson[];
  newContactId: () => ContactId;
  envelope: (needs: CommandId[]) => Pick<CreateContact, 'id' | 'madeAt' | 'needs'>;
  /** Keeps a command on this device; the code when it was not kept. */
  perform: (command: CreateContact) => Promise<ProblemCode | undefined>;
  breathe: Breathe;
  /** Called now and then; `progress` is a copy. */
  report: (progress: ImportProgress) => void;
  signal: AbortSignal;
}

type Checked = RawContact & { checked: Extract<CheckedContact, { ok: true }> };

/**
 * Makes contacts of what a file holds, companies first, so that their people find them. What is here already, or came
 * before in the file, is left as it is and named in the report: importing a file twice adds nothing the second time.
 * Ends early when `signal` does; what was made until then stays. A device that can keep nothing ends it, too.
 */
export async function importContacts(
  raws: readonly (RawContact | UnreadablePart)[],
  { known, salespeople, newContactId, envelope, perform, breathe, report, signal }: ImportSurroundings,
): Promise<ImportProgress> {
  const notTaken: NotTaken[] = [];
  const counts = { done: 0, created: 0, companies: 0 };
  const creating = new Map<ContactId, CommandId>();
  const progress = (state: ImportProgress['state']): ImportProgress => ({
    ...counts,
    total: raws.length,
    notTaken: state === 'running' ? [] : notTaken.toSorted((a, b) => a.line - b.line),
    state,
  });

  const create = async (fields: ContactFields, companyName: string): Promise<ProblemCode | undefined> => {
    const contactId = newContactId();
    const need = fields.companyId === null ? undefined : creating.get(fields.companyId);
    const command: CreateContact = {
      ...envelope(need === undefined ? [] : [need]),
      type: 'create-contact',
      contactId,
      fields,
    };
    const code = await perform(command);
    if (code !== undefined) return code;
    creating.set(contactId, command.id);
    known.add({ ...fields, id: contactId }, companyName, 'file');
    return undefined;
  };

  /** Makes the company unless it is there; the code when that did not work. */
  const ensureCompany = async (name: string, { salespersonCode }: ContactFields): Promise<ProblemCode | undefined> => {
    if (name === '' || known.companyNamed(name)) return undefined;
    const code = await create({ ...blankCompany, name, salespersonCode }, '');
    if (code === undefined) counts.companies += 1;
    return code;
  };

  const take = async ({ line, checked: { fields, companyName } }: Checked): Promise<ProblemCode | undefined> => {
    const miss = (why: NotTaken['why'], value = '') => notTaken.push({ line, name: fields.name, why, value });
    const same = known.same(fields, companyName);
    if (same) {
      miss(same.origin === 'file' ? 'twice-in-file' : 'already-here');
      return undefined;
    }
    if (companyName.length > 100) {
      miss('too-long', companyName);
      return undefined;
    }
    const employer = fields.type === 'company' ? '' : companyName;
    const failed = await ensureCompany(employer, fields);
    const companyId = employer === '' ? null : (known.companyNamed(employer) ?? null);
    const code = failed ?? (await create({ ...fields, companyId }, employer));
    if (code === undefined) counts.created += 1;
    else miss(code);
    return code;
  };

  const good: Checked[] = [];
  try {
    for (const raw of raws) {
      if ('unreadable' in raw) notTaken.push({ line: raw.line, name: '', why: 'unreadable', value: '' });
      else {
        const checked = checkContact(raw, salespeople);
        if (checked.ok) good.push({ ...raw, checked });
        else notTaken.push({ line: raw.line, name: raw.name, why: checked.why, value: checked.value });
      }
      await breathe();
    }
    counts.done = notTaken.length;
    for (const type of ['company', 'person'] as const)
      for (const one of good) {
        if (one.checked.fields.type !== type) continue;
        const code = await take(one);
        counts.done += 1;
        if (code !== undefined && isFinal(code)) return progress('stopped');
        const rest = breathe();
        if (rest) {
          report(progress('running'));
          await rest;
        }
      }
  } catch (error) {
    if (!signal.aborted) throw error;
    return progress('stopped');
  }
  return progress('finished');
}

const blankCompany: ContactFields = {
  type: 'company',
  name: '',
  companyId: null,
  email: '',
  otherEmails: [],
  phones: [],
  domains: [],
  salespersonCode: null,
  correspondenceType: '',
  language: '',
  privacyBlocked: false,
};

// Going on would fail for every line that is left.
function isFinal(code: ProblemCode): boolean {
  return code === 'storage-full' || code === 'storage-lost' || code === 'storage-denied';
}
