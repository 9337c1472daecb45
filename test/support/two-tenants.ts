import type { Command } from '../../src/domain/commands/command.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { JobId, SalespersonCode, TenantId, UserId } from '../../src/domain/ids.ts';
import type { JobRequest } from '../../src/protocol/job.ts';
import { secretHash } from '../../src/server/secret-hash.ts';
import { seedSetup } from '../../src/server/seed-setup.ts';
import { createContact } from './command-samples.ts';
import { anna, contact, id, logMail, mika } from './domain-samples.ts';
import { everyCommand } from './every-command.ts';
import { comment, entryOf, followUp, postpone, saveSetup } from './new-command-samples.ts';
import { type Session, sessionWith } from './server-requests.ts';
import type { TestServer } from './start-server.ts';

/** A tenant whose every id, key, code and address other tenants have as well; only its texts say whose they are. */
export interface Tenant {
  tenantId: TenantId;
  admin: Session;
  /** Signs the admin in once more. */
  signIn(): Promise<Session>;
}

const mail = everyCommand().find((command) => command.type === 'log-interaction' && command.item !== null);
if (mail?.type !== 'log-interaction') throw new Error('the samples log no mail');

/** What both have: some of what `everyCommand` makes, and a job. */
export const same = {
  company: contact(0xe01),
  person: contact(0xe02),
  twin: contact(0xe03),
  mail,
  key: 'message-id:every@every.example',
  job: id<JobId>(0xf001),
};

/** Texts that people write; all others are ids, codes, addresses and choices. */
const written = new Set(['name', 'description', 'en', 'fi', 'subject', 'note', 'text', 'body', 'why']);

/** The same with `mark` as a word of every text in it. */
function saidBy<T>(mark: string, value: T): T {
  const marked = JSON.stringify(value, (key, inner) =>
    typeof inner === 'string' && inner !== '' && written.has(key) ? `${inner} ${mark}` : inner,
  );
  return JSON.parse(marked);
}

/** Makes a tenant that does all there is to do, and marks what it writes. */
export async function makeTenant(server: TestServer, tenantId: TenantId, mark: string): Promise<Tenant> {
  const { store, clock } = server;
  const salespeople = [
    { code: 'AK' as SalespersonCode, name: 'Anna Korhonen', email: 'anna@every.example' as EmailAddress },
    { code: 'MV' as SalespersonCode, name: 'Mika Virtanen', email: 'mika@every.example' as EmailAddress },
  ];
  const workspace = { name: 'Every', currency: 'EUR', ownDomains: [], freeMailDomains: [] };
  await store.createTenant({ tenantId, name: mark }, saidBy(mark, seedSetup({ ...workspace, salespeople })));
  for (const { name, email, code } of salespeople)
    await store.createUser(tenantId, {
      ...(code === 'AK' ? anna : mika),
      ...{ name: `${name} ${mark}`, email, salespersonCode: code },
    });

  async function signIn(): Promise<Session> {
    const token = `token-${crypto.randomUUID()}`;
    const tokenHash = secretHash(token);
    await store.createSession({ tokenHash, tenantId, userId: anna.userId, createdAt: clock.now });
    const account = await store.session(tokenHash);
    if (!account) throw new Error('nobody was signed in');
    return sessionWith(server, { token, account });
  }
  const admin = await signIn();
  await pushAs(mark, admin, everyCommand());
  await addRunningJob(server, tenantId, same.job);
  return { tenantId, admin, signIn };
}

/** Pushes `commands` with `mark` in their texts; all are taken. */
export async function pushAs(mark: string, session: Session, commands: readonly Command[]): Promise<void> {
  const { answers } = await (await session.push(saidBy(mark, commands))).json();
  const refused = answers.filter(({ outcome }: { outcome: string }) => outcome === 'refused');
  if (refused.length > 0) throw new Error(`a sample was refused: ${JSON.stringify(refused)}`);
}

/** A job of a tenant that stays as it is: nothing runs it before the server is started again. */
async function addRunningJob({ store, clock }: TestServer, tenantId: TenantId, jobId: JobId): Promise<void> {
  const task: JobRequest = { kind: 'delete-canceled', id: jobId, filter: {}, asOf: 0 };
  await store.addJob(tenantId, task, { by: anna.userId, total: 1, now: clock.now });
}

const ylermi = contact(0xe05, { name: 'Ylermi Only', email: 'ylermi@every.example' as EmailAddress });
const key = 'message-id:only@every.example';

/** What one tenant has and the other has not. */
export const only = {
  contact: ylermi,
  key,
  mail: logMail(0xe61, [ylermi], [key], { level: 'note', note: 'A note' }),
  /** Of the same mail: its entry is an alias of the first. */
  mailAgain: logMail(0xe62, [ylermi], [key]),
  draft: postpone(0xe63, [ylermi]),
  followUp: followUp(0xe64, ylermi),
  job: id<JobId>(0xf002),
  user: { userId: id<UserId>(0xa9), email: 'only@every.example' as EmailAddress },
  salespersonCode: 'ONLY' as SalespersonCode,
};

/** Gives `tenant` what `only` names. */
export async function giveMore(server: TestServer, { tenantId, admin }: Tenant, mark: string): Promise<void> {
  const { contact: one, mail: first, mailAgain, draft, user, salespersonCode: code } = only;
  await pushAs(mark, admin, [
    createContact(0xe60, one.id, { name: one.name, email: one.email }),
    ...[first, mailAgain, draft, only.followUp],
    comment(0xe65, entryOf(first), 'A comment'),
    saveSetup(0xe66, { what: 'salesperson', code, fields: { name: 'Only', email: user.email }, saw: null }),
  ]);
  await addRunningJob(server, tenantId, only.job);
  await server.store.createUser(tenantId, { ...user, name: 'Only', role: 'manager', salespersonCode: code });
}
