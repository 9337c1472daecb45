import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JobId, TemplateCode } from '../../src/domain/ids.ts';
import type { InteractionTemplate } from '../../src/domain/interaction-template.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import type { Day, Instant } from '../../src/domain/time.ts';
import { cancel, createContact, reinstate } from '../support/command-samples.ts';
import { contact, id, logMail } from '../support/domain-samples.ts';
import { entryOf, postpone, saveSetup } from '../support/new-command-samples.ts';
import { type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

const day = 86_400_000;
const petra = contact(1, { id: id(0xc01) });
const on = (date: string, templateCode = 'MEMO') => ({
  day: date as Day,
  at: `${date}T08:00:00.000Z` as Instant,
  templateCode: templateCode as TemplateCode,
});
const old = logMail(11, [petra], ['message-id:old'], on('2026-01-01'));
const fresh = logMail(12, [petra], ['message-id:fresh'], on('2026-11-20'));
const kept = logMail(13, [petra], ['message-id:kept'], on('2026-01-01', 'EMAIL'));
const canceled = logMail(14, [petra], ['message-id:canceled'], on('2026-01-01'));
const draft = postpone(15, [petra], on('2026-01-01'));

let server: TestServer;
let anna: Session;
beforeEach(async () => {
  server = await startTestServer();
  anna = await sessionOf(server, 'anna');
  await push(createContact(1, petra.id), old, fresh, kept, canceled, draft, cancel(16, [entryOf(canceled)]));
});
afterEach(() => server.stop());

async function push(...commands: unknown[]): Promise<void> {
  const { answers } = await (await anna.push(commands)).json();
  expect(answers.map(({ outcome, code }: { outcome: string; code?: string }) => code ?? outcome)).toEqual(
    commands.map(() => 'done'),
  );
}
async function keepFor(number: number, retentionDays: number | null): Promise<void> {
  const pulled = await server.store.pull(anna.account, 'setup', { limit: 500 });
  const rows = pulled.state === 'ok' ? pulled.response.rows : [];
  const memo = rows.find((row): row is InteractionTemplate => row.kind === 'template' && row.id === 'MEMO');
  if (!memo) throw new Error('the seed has it');
  const { kind: _kind, rev: _rev, deleted: _deleted, ...template } = memo;
  const { id: _id, ...saw } = template;
  await push(saveSetup(number, { what: 'template', template: { ...template, retentionDays }, saw }));
}
const daily = async () => {
  await server.jobs.daily();
  await server.jobs.idle();
};
const entry = async (command: typeof old): Promise<LogEntry | undefined> => {
  const rows = await server.store.entry(anna.account, entryOf(command));
  return rows.find((row) => row.kind === 'entry');
};
const reasons = async (command: typeof old) => (await entry(command))?.canceled.map(({ via, why }) => [via, why]);

it('keeps everything as long as no template says otherwise', async () => {
  await daily();
  expect(await reasons(old)).toEqual([]);
  expect(await server.store.jobs(anna.account.tenantId)).toEqual([]);
});

it('cancels what is older than its template says, with that reason, and nothing else', async () => {
  await keepFor(21, 90);
  await daily();
  expect(await reasons(old)).toEqual([['retention', '']]);
  expect(await reasons(canceled)).toEqual([
    ['entry', ''],
    ['retention', ''],
  ]);
  for (const command of [fresh, kept, draft]) expect(await reasons(command)).toEqual([]);
  expect(await server.store.jobs(anna.account.tenantId)).toMatchObject([
    { kind: 'retention', state: 'done', done: 2, canceled: 2, by: null },
  ]);
  expect(server.logged.filter((line) => line.includes('a job is done'))).toHaveLength(1);
});

it('deletes what it has canceled thirty days later, not before', async () => {
  await keepFor(21, 90);
  await daily();
  server.clock.advance(29 * day);
  await daily();
  expect(await entry(old)).toBeDefined();
  server.clock.advance(1 * day);
  await daily();
  expect([await entry(old), await entry(canceled)]).toEqual([undefined, undefined]);
  expect(await entry(kept)).toBeDefined();
  expect((await server.store.jobs(anna.account.tenantId))[0]).toMatchObject({ state: 'done', done: 2, canceled: 0 });
});

it('tells what it canceled from what it deleted, and does neither where an older server began it', async () => {
  await keepFor(21, 90);
  await daily();
  server.clock.advance(30 * day);
  await push(logMail(31, [petra], ['message-id:late'], on('2026-01-02')));
  await daily();
  const { tenantId } = anna.account;
  // One of the workspace's own has come of age, too.
  expect((await server.store.jobs(tenantId))[0]).toMatchObject({ state: 'done', done: 4, canceled: 2 });

  await push(logMail(32, [petra], ['message-id:later'], on('2026-01-02')));
  const task = { kind: 'retention' as const, id: id<JobId>(0xf02) };
  const ref = { tenantId, id: task.id };
  const { now } = server.clock;
  await server.store.addJob(tenantId, task, { by: null, total: 1, now });
  const older = { ids: [], progress: JSON.stringify({ code: '', mark: null }), isLast: false };
  await server.store.doStep(ref, older, { now, purgeIds: [] });
  const step = await server.store.nextStep(ref, now);
  if (!step) throw new Error('there is something to do');
  const job = await server.store.doStep(ref, step, { now, purgeIds: [] });
  expect([job.done, job.canceled]).toEqual([1, undefined]);
});

it('lets an entry be reinstated for good once the template no longer says it', async () => {
  await keepFor(21, 90);
  await daily();
  const [reason] = (await entry(old))?.canceled ?? [];
  await keepFor(22, null);
  await push(reinstate(23, entryOf(old), null, reason ? [reason.commandId] : []));
  server.clock.advance(60 * day);
  await daily();
  expect(await reasons(old)).toEqual([]);
  // What nobody reinstated is deleted by people alone from now on.
  expect(await reasons(canceled)).toHaveLength(2);
});

it('starts nothing where nothing is due', async () => {
  await keepFor(21, 90);
  await daily();
  await daily();
  expect(await server.store.jobs(anna.account.tenantId)).toHaveLength(1);
});

it('looks behind what is not due, and writes nothing down on the way', async () => {
  await keepFor(21, 90);
  const many = Array.from({ length: 30 }, (_, at) =>
    logMail(100 + at, [petra], [`message-id:${at}`], on('2026-01-02')),
  );
  await push(...many);
  await daily();
  const late = logMail(150, [petra], ['message-id:late'], on('2026-01-03'));
  await push(late);
  const { tenantId } = anna.account;
  const task = { kind: 'retention' as const, id: id<JobId>(0xf01) };
  const { now } = server.clock;
  expect(await server.store.jobSize(tenantId, task, now)).toBe(1);
  await server.store.addJob(tenantId, task, { by: null, total: 1, now });
  expect(await server.store.nextStep({ tenantId, id: task.id }, now)).toMatchObject({ ids: [entryOf(late)] });
});
