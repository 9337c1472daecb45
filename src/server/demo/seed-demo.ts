import * as v from 'valibot';
import { Command } from '../../domain/commands/command.ts';
import type { Contact } from '../../domain/contact.ts';
import { parseEmailAddress } from '../../domain/email-address.ts';
import { SalespersonCode, TenantId, UserId } from '../../domain/ids.ts';
import type { InteractionTemplate } from '../../domain/interaction-template.ts';
import { instantAt } from '../../domain/local-time.ts';
import type { Row } from '../../domain/row.ts';
import { applyTemplate, blankValues } from '../../domain/template-defaults.ts';
import { type Day, dayIn, type Instant, instantOf, Zone } from '../../domain/time.ts';
import type { LogStore, Principal } from '../log-store.ts';
import { freeMailDomains, seedSetup } from '../seed-setup.ts';
import { type DemoInteraction, demoHistory } from './demo-history.ts';
import { type DemoUser, demoCompanies, demoPeople, demoTenant, demoUsers } from './demo-people.ts';
import { demoCampaigns, demoFollowUps, demoPostponed } from './demo-plans.ts';

const dayMs = 86_400_000;
const zone = v.parse(Zone, 'Europe/Helsinki');

/** Who can be signed in as, by name. */
export type DemoAccounts = Record<DemoUser, Principal>;

/**
 * Makes the demo workspace as its people would have made it: its contacts and a year of interactions are commands, each
 * pushed by its user. The same `now` and ids make the same rows.
 */
export async function seedDemo(store: LogStore, now: Instant, newId: () => string): Promise<DemoAccounts> {
  const tenantId = v.parse(TenantId, newId());
  const setup = seedSetup({
    name: demoTenant.name,
    currency: demoTenant.currency,
    ownDomains: [demoTenant.domain],
    freeMailDomains: [...freeMailDomains, 'freemail.example'],
    salespeople: Object.values(demoUsers).map(({ code, name, email }) => ({
      code: v.parse(SalespersonCode, code),
      name,
      email: parseEmailAddress(email) ?? '',
    })),
  });
  await store.createTenant({ tenantId, name: demoTenant.name }, setup);

  const account = async (user: DemoUser): Promise<Principal> => {
    const { name, email, role, code } = demoUsers[user];
    const salespersonCode = v.parse(SalespersonCode, code);
    const userId = v.parse(UserId, newId());
    await store.createUser(tenantId, { userId, name, email, role, salespersonCode });
    return { tenantId, userId, role, salespersonCode };
  };
  const accounts: DemoAccounts = {
    anna: await account('anna'),
    mika: await account('mika'),
    sofia: await account('sofia'),
  };

  const yearAgo = instantOf(Date.parse(now) - 366 * dayMs);
  const contacts = await createContacts(store, accounts, yearAgo, newId);
  for (const { code, description, startsIn, endsIn } of demoCampaigns) {
    const fields = { description, startsOn: dayAfter(now, startsIn), endsOn: dayAfter(now, endsIn) };
    const command = { id: newId(), madeAt: yearAgo, needs: [], type: 'save-setup' };
    await pushed(store, accounts.anna, { ...command, change: { what: 'campaign', code, fields, saw: null } }, yearAgo);
  }
  for (const interaction of [...demoHistory, demoPostponed])
    await pushInteraction(store, accounts[interaction.by], interaction, { now, newId, contacts, setup });
  for (const { by, with: key, dueIn, text } of demoFollowUps) {
    const { userId } = accounts[by];
    const { id: contactId, companyId } = contactNamed(key, contacts);
    const fields = { contactId, companyId, entryId: null, due: dayAfter(now, dueIn), text, userId };
    const command = { id: newId(), madeAt: now, needs: [], type: 'save-follow-up', followUpId: newId(), fields };
    await pushed(store, accounts[by], command, now);
  }
  return accounts;
}

function dayAfter(now: Instant, days: number): Day {
  return dayIn(zone, instantOf(Date.parse(now) + days * dayMs));
}

function contactNamed(key: string, contacts: ReadonlyMap<string, Contact>): Contact {
  const contact = contacts.get(key);
  if (!contact) throw new Error(`the demo names no contact ${key}`);
  return contact;
}

async function createContacts(
  store: LogStore,
  accounts: DemoAccounts,
  madeAt: Instant,
  newId: () => string,
): Promise<Map<string, Contact>> {
  const made = new Map<string, Contact>();
  const create = async (key: string, by: DemoUser, fields: object) => {
    const command = {
      ...{ id: newId(), madeAt, needs: [], type: 'create-contact', contactId: newId() },
      fields: { ...blankFields, salespersonCode: demoUsers[by].code, ...fields },
    };
    for (const row of await pushed(store, accounts[by], command, madeAt))
      if (row.kind === 'contact') made.set(key, row);
  };
  for (const { key, name, domain, language, phone } of demoCompanies)
    await create(key, 'anna', { type: 'company', name, domains: [domain], language, phones: [phone] });
  for (const { key, name, email, company, owner, otherEmails = [], phone } of demoPeople) {
    const of = company === null ? undefined : made.get(company);
    await create(key, owner, {
      ...{ type: 'person', name, email, otherEmails, companyId: of?.id ?? null },
      ...{ language: of?.language ?? 'fi', phones: phone === undefined ? [] : [phone] },
    });
  }
  return made;
}

const blankFields = {
  companyId: null,
  email: '',
  otherEmails: [],
  phones: [],
  domains: [],
  correspondenceType: '',
  privacyBlocked: false,
};

async function pushInteraction(
  store: LogStore,
  by: Principal,
  interaction: DemoInteraction,
  from: { now: Instant; newId: () => string; contacts: ReadonlyMap<string, Contact>; setup: readonly Row[] },
): Promise<void> {
  const { now, newId, contacts, setup } = from;
  const template = setup.find(
    (row): row is InteractionTemplate => row.kind === 'template' && row.id === interaction.template,
  );
  if (!template) throw new Error(`the demo names no template ${interaction.template}`);
  const { minutesAgo } = interaction;
  const at =
    minutesAgo === undefined
      ? instantAt(zone, dayIn(zone, workdayBefore(now, interaction.days)), interaction.time)
      : instantOf(Date.parse(now) - minutesAgo * 60_000);
  const loggedLater = (minutesAgo === undefined ? 7 : 120) * 60_000;
  const receivedAt = instantOf(Math.min(Date.parse(at) + loggedLater, Date.parse(now)));
  const people = interaction.with.map((key) => contactNamed(key, contacts));
  const valuesFor = (contact: Contact | undefined) =>
    applyTemplate(
      { ...blankValues, description: interaction.text },
      { template, contact, readerLanguage: 'en', campaignIsFixed: false },
    );
  const values = valuesFor(people[0]);
  const command = {
    ...{ id: newId(), madeAt: receivedAt, needs: [], type: 'log-interaction', item: itemOf(interaction, newId) },
    interaction: {
      ...{ at, zone, day: dayIn(zone, at), templateCode: template.id, groupCode: template.groupCode },
      ...{
        description: interaction.text,
        subject: interaction.text,
        flow: values.flow,
        initiatedBy: values.initiatedBy,
      },
      ...{ salespersonCode: by.salespersonCode, evaluation: interaction.evaluation ?? '', text: '' },
      ...{ attemptFailed: interaction.failed === true, language: people[0]?.language ?? '' },
      ...{ campaignCode: interaction.campaign ?? null, campaignTarget: false, campaignResponse: false },
      origin: originOf(interaction),
      ...{ level: interaction.note ? 'note' : 'details', note: interaction.note ?? '' },
      audience: interaction.forManagers ? 'managers' : 'team',
    },
    postponed: interaction.postponed === true,
    with: people.map((contact) => {
      const { correspondenceType, cost, minutes } = valuesFor(contact);
      const contactVia = template.groupCode === 'PHONE' ? contact.phones[0] : contact.email;
      const via = { contactVia: contactVia ?? '', correspondenceType, cost, minutes };
      return { entryId: newId(), contactId: contact.id, companyId: contact.companyId, ...via };
    }),
  };
  await pushed(store, by, command, receivedAt);
  if (interaction.canceled === undefined) return;
  const cancel = { id: newId(), madeAt: receivedAt, needs: [], type: 'cancel-interaction', undoes: null };
  const entryIds = command.with.map(({ entryId }) => entryId);
  await pushed(store, by, { ...cancel, entryIds, why: interaction.canceled }, receivedAt);
}

/** Mails and meetings are items with a key of their own; calls and letters are logged by hand. */
function itemOf(interaction: DemoInteraction, newId: () => string) {
  const origin = originOf(interaction);
  if (origin === 'hand') return null;
  const name = interaction.messageId ?? `demo-${interaction.days}@${demoTenant.domain}`;
  return origin === 'mail'
    ? { id: newId(), itemKind: 'mail', keys: [`message-id:${name}`] }
    : { id: newId(), itemKind: 'meeting', keys: [`ical:${name}|-`] };
}

function originOf({ template }: DemoInteraction): 'mail' | 'meeting' | 'hand' {
  if (template === 'EMAIL' || template === 'EMAILIN') return 'mail';
  return template === 'INHOUSE' || template === 'ONSITE' || template === 'WORKSHOP' ? 'meeting' : 'hand';
}

function workdayBefore(now: Instant, days: number): Instant {
  const ms = Date.parse(now) - days * dayMs;
  const weekday = new Date(ms).getUTCDay();
  return instantOf(ms - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0) * dayMs);
}

async function pushed(store: LogStore, by: Principal, command: object, receivedAt: Instant): Promise<Row[]> {
  const { answers, rows } = await store.push(by, [v.parse(Command, command)], receivedAt);
  if (answers.some(({ outcome }) => outcome === 'refused'))
    throw new Error(`the demo does not fit the rules: ${JSON.stringify(answers)}`);
  return rows;
}
