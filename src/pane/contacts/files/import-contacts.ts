import type { CreateContact } from '../../../domain/commands/create-contact.ts';
import type { ContactFields } from '../../../domain/contact.ts';
import type { CommandId, ContactId } from '../../../domain/ids.ts';
import type { Salesperson } from '../../../domain/salesperson.ts';
import type { PerformResult } from '../../../store/local-store.ts';
import { type CheckedContact, checkContact } from './check-contact.ts';
import type { Breathe } from './in-slices.ts';
import type { KnownContacts } from './known-contacts.ts';
import { type NotTaken, whyUnreadable } from './not-taken.ts';
import type { RawContact, UnreadablePart } from './raw-contact.ts';

/** How far an import has come. */
export interface ImportProgress {
  /** Lines that were kept, or are known not to be. */
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
  /** Keeps the commands on this device; a result for each. */
  keep: (commands: readonly CreateContact[]) => Promise<readonly PerformResult[]>;
  breathe: Breathe;
  /** Called now and then; `progress` is a copy. */
  report: (progress: ImportProgress) => void;
  signal: AbortSignal;
}

/**
 * Commands that are kept at once: few enough not to hold the page while they are decided, many enough not to wait for the
 * disk all the time.
 */
const atOnce = 50;

type Checked = RawContact & { checked: Extract<CheckedContact, { ok: true }> };

/** A contact to be kept: of a line of the file, or the company of one. */
interface Waiting {
  command: CreateContact;
  of: Checked | 'company';
}

/**
 * Makes contacts of what a file holds, companies first, so that their people find them. What is here already, or came
 * before in the file, is left as it is and named in the report: importing a file twice adds nothing the second time.
 * Ends early when `signal` does; what was kept until then stays. A device that can keep nothing ends it, too.
 */
export async function importContacts(
  raws: readonly (RawContact | UnreadablePart)[],
  { known, salespeople, newContactId, envelope, keep, breathe, report, signal }: ImportSurroundings,
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

  /** False when the device can keep nothing. */
  const keepAll = async (all: readonly Waiting[]): Promise<boolean> => {
    const results = all.length === 0 ? [] : await keep(all.map(({ command }) => command));
    for (const [at, result] of results.entries()) {
      const of = all[at]?.of;
      if (!of) continue;
      if (of !== 'company') counts.done += 1;
      if (result.outcome === 'saved') counts[of === 'company' ? 'companies' : 'created'] += 1;
      else if (of !== 'company') notTaken.push({ line: of.line, name: of.name, why: result.code, value: '' });
    }
    report(progress('running'));
    return !results.some(({ outcome }) => outcome === 'failed');
  };
  /** What was made of the lines since something was last given to be kept. */
  let waiting: Waiting[] = [];
  /** The one that is being kept: while the disk writes it, the next lines are looked at. */
  let keeping = Promise.resolve(true);
  const keepWaiting = async (): Promise<boolean> => {
    if (!(await keeping)) return false;
    keeping = keepAll(waiting);
    keeping.catch(() => undefined); // whoever waits for it is told
    waiting = [];
    return true;
  };

  const create = (of: Waiting['of'], fields: ContactFields, companyName: string): void => {
    const contactId = newContactId();
    const need = fields.companyId === null ? undefined : creating.get(fields.companyId);
    const command: CreateContact = {
      ...envelope(need === undefined ? [] : [need]),
      type: 'create-contact',
      contactId,
      fields,
    };
    waiting.push({ command, of });
    creating.set(contactId, command.id);
    known.add({ ...fields, id: contactId }, companyName, 'file');
  };

  const take = (one: Checked): void => {
    const { fields, companyName } = one.checked;
    const miss = (why: NotTaken['why'], value = '') => {
      counts.done += 1;
      notTaken.push({ line: one.line, name: fields.name, why, value });
    };
    const same = known.same(fields, companyName);
    if (same) return void miss(same.origin === 'file' ? 'twice-in-file' : 'already-here');
    if (companyName.length > 100) return void miss('too-long', companyName);
    const employer = fields.type === 'company' ? '' : companyName;
    if (employer !== '' && !known.companyNamed(employer)) {
      create('company', { ...blankCompany, name: employer, salespersonCode: fields.salespersonCode }, '');
    }
    create(one, { ...fields, companyId: employer === '' ? null : (known.companyNamed(employer) ?? null) }, employer);
  };

  const good: Checked[] = [];
  try {
    for (const raw of raws) {
      if ('unreadable' in raw) notTaken.push({ line: raw.line, name: '', why: whyUnreadable(raw), value: '' });
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
        take(one);
        if (waiting.length >= atOnce && !(await keepWaiting())) return progress('stopped');
        await breathe();
      }
    if (!(await keepWaiting()) || !(await keeping)) return progress('stopped');
  } catch (error) {
    if (!signal.aborted) throw error;
    await keeping;
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
