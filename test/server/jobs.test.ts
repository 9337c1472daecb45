import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import { type DeleteFilter, isMeant } from '../../src/domain/delete-filter.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { CampaignCode, ContactId, GroupCode, JobId, SalespersonCode, TemplateCode } from '../../src/domain/ids.ts';
import { mayDelete } from '../../src/domain/may-delete.ts';
import type { Row } from '../../src/domain/row.ts';
import type { Day, Instant } from '../../src/domain/time.ts';
import type { DeletePreview, Job } from '../../src/protocol/job.ts';
import type { PullResponse } from '../../src/protocol/pull.ts';
import type { PushResponse } from '../../src/protocol/push.ts';
import { openSqlite } from '../../src/server/sqlite/node-sqlite.ts';
import { logFile } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { cancel, createContact, reinstate } from '../support/command-samples.ts';
import { contact, id, logMail } from '../support/domain-samples.ts';
import { comment, correct, entryOf, followUp, merge, postpone } from '../support/new-command-samples.ts';
import { orphansIn } from '../support/orphans.ts';
import { problemOf, type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let anna: Session;
let mika: Session;
let sofia: Session;
beforeEach(async () => {
  server = await startTestServer();
  [anna, mika, sofia] = [
    await sessionOf(server, 'anna'),
    await sessionOf(server, 'mika'),
    await sessionOf(server, 'sofia'),
  ];
});
afterEach(() => server.stop());

const person = (number: number, over: Partial<Contact> = {}) =>
  contact(number, { id: id<ContactId>(0xc00 + number), name: `Petronella ${number}`, ...over });
const bob = person(1, { email: 'petronella.one@harbourpine.example' as EmailAddress });
const eve = person(2, { name: 'Eve Other', email: 'eve.other@harbourpine.example' as EmailAddress });
const make = (number: number, { id: contactId, name, email, type, companyId }: Contact) =>
  createContact(number, contactId, { name, email, type, companyId });

async function pushed(session: Session, ...commands: unknown[]): Promise<PushResponse> {
  const response = await session.push(commands);
  expect(response.status).toBe(200);
  return response.json();
}
async function outcomes(session: Session, ...commands: unknown[]) {
  return (await pushed(session, ...commands)).answers.map(({ outcome, code }) => code ?? outcome);
}
async function everything(): Promise<Map<string, Row>> {
  const { rows } = await server.store.changesSince(principalOf(anna), 0, 100_000);
  return new Map((rows ?? []).map((row) => [`${row.kind}:${row.id}`, row]));
}
const principalOf = ({ account }: Session) => ({ ...account });
async function preview(filter: DeleteFilter, session = sofia): Promise<DeletePreview> {
  return (await session.post('/v1/jobs/preview', { filter })).json();
}
async function run(request: object, session = sofia): Promise<Job> {
  const started: Job = await (await session.post('/v1/jobs', request)).json();
  await server.jobs.idle();
  return (await session.get(`/v1/jobs/${started.id}`)).json();
}
const deletion = (number: number, filter: DeleteFilter, asOf: number) => ({
  kind: 'delete-canceled',
  id: id<JobId>(0xf000 + number),
  filter,
  asOf,
});
const erasure = (number: number, contactId: ContactId) => ({
  kind: 'erase-contact',
  id: id<JobId>(0xf000 + number),
  contactId,
});
const purges = async () => [...(await everything()).values()].filter((row) => row.kind === 'purge');
/** The log's counter goes on as far as no device is behind. */
async function muchHappens(): Promise<void> {
  const db = openSqlite(join(server.folder, logFile), { readOnly: false });
  await db
    .updateTable('tenant')
    .set(({ eb }) => ({ rev: eb('rev', '+', 10_000) }))
    .execute();
  await db.destroy();
}
async function orphans(): Promise<string[]> {
  const db = openSqlite(join(server.folder, logFile), { readOnly: true });
  const found = await orphansIn(db, anna.account.tenantId);
  await db.destroy();
  return found;
}

describe('deleting canceled entries', () => {
  const first = logMail(11, [bob], ['message-id:one']);
  const second = logMail(12, [bob, eve], ['message-id:two']);
  const onlyBob = { contact: bob.id };

  beforeEach(() => pushed(mika, make(1, bob), make(2, eve), first, second));

  it('takes only what is canceled, with its comments, and tells every device by a purge', async () => {
    await pushed(mika, cancel(21, [entryOf(first)]), comment(22, entryOf(first), 'why'));
    const shown = await preview(onlyBob);
    expect(shown).toMatchObject({ count: 1, comments: 1 });
    expect(shown.rows.map(({ kind }) => kind).sort()).toEqual(['contact', 'entry']);

    expect(await run(deletion(1, onlyBob, shown.asOf))).toMatchObject({ state: 'done', done: 1, total: 1 });
    const rows = await everything();
    expect(rows.has(`entry:${entryOf(first)}`)).toBe(false);
    expect(rows.has(`entry:${entryOf(second)}`)).toBe(true);
    expect(await purges()).toMatchObject([
      { why: 'deleted', rowKeys: expect.arrayContaining([`entry:${entryOf(first)}`, `item:${first.item?.id}`]) },
    ]);
    expect(await orphans()).toEqual([]);
  });

  it('leaves what was reinstated, corrected or commented on after the preview', async () => {
    const more = [13, 14, 15].map((number) => logMail(number, [bob], [`message-id:${number}`]));
    const entries = [first, ...more].map(entryOf);
    await pushed(mika, ...more, ...entries.map((entry, at) => cancel(31 + at, [entry])));
    const { asOf, count } = await preview(onlyBob);
    expect(count).toBe(4);
    const [a, b, c] = entries;
    if (!a || !b || !c) throw new Error('four were canceled');
    await pushed(
      mika,
      reinstate(41, a, null, [id(31)]),
      correct(42, b, { description: 'corrected since' }),
      comment(43, c, 'wait'),
    );
    expect(await run(deletion(2, onlyBob, asOf))).toMatchObject({ state: 'done', done: 1 });
    const rows = await everything();
    expect(entries.map((entry) => rows.has(`entry:${entry}`))).toEqual([true, true, true, false]);
  });

  it('leaves what is canceled while it runs, however late a rev it was asked for', async () => {
    await pushed(mika, cancel(21, [entryOf(first)]));
    const later = logMail(16, [bob], ['message-id:16']);
    await pushed(mika, later);
    const started = await sofia.post('/v1/jobs', deletion(7, onlyBob, 1_000_000_000));
    const { id: jobId }: Job = await started.json();
    await server.jobs.idle();
    const job = (await server.store.job(anna.account.tenantId, jobId)) ?? failed();
    expect(job).toMatchObject({ state: 'done', done: 1 });
    expect(await problemOf(await sofia.post('/v1/jobs', deletion(8, onlyBob, 5.5)))).toEqual([400, 'bad-request']);

    // Added, and not begun: what happens until then was shown to nobody.
    const task = { ...deletion(9, onlyBob, 1_000_000_000), kind: 'delete-canceled' as const };
    const more = { by: sofia.account.userId, total: 1, now: server.clock.now };
    await server.store.addJob(anna.account.tenantId, task, more);
    await pushed(mika, cancel(22, [entryOf(later)]));
    await server.jobs.resume();
    await server.jobs.idle();
    expect((await everything()).has(`entry:${entryOf(later)}`)).toBe(true);
  });

  it('takes drafts that were discarded, and none that wait to be finished', async () => {
    const [discarded, waiting] = [postpone(17, [bob]), postpone(18, [bob])];
    await pushed(mika, discarded, waiting, cancel(21, [entryOf(discarded)]));
    const shown = await preview(onlyBob);
    expect(shown).toMatchObject({ count: 1, rows: [{ id: entryOf(discarded) }, {}] });
    expect(await run(deletion(7, onlyBob, shown.asOf))).toMatchObject({ done: 1 });
    const rows = await everything();
    expect([discarded, waiting].map((one) => rows.has(`entry:${entryOf(one)}`))).toEqual([false, true]);
  });

  it('means what the rules say, whatever the filter', async () => {
    const logged = Array.from({ length: 12 }, (_, at) =>
      logMail(30 + at, [at % 2 === 0 ? bob : eve], [], {
        day: `2026-11-${10 + at}` as Day,
        at: `2026-11-${10 + at}T08:00:00.000Z` as Instant,
        templateCode: (at % 3 === 0 ? 'MEMO' : 'EMAIL') as TemplateCode,
        groupCode: (at % 3 === 0 ? 'LETTER' : 'SYSTEM') as GroupCode,
        salespersonCode: (at % 5 === 0 ? 'MV' : 'AK') as SalespersonCode,
      }),
    ).map((command, at) => ({ ...command, item: null, postponed: at % 4 === 3 }));
    await pushed(mika, ...logged, cancel(60, logged.slice(2).map(entryOf)));
    const all = [...(await everything()).values()].filter((row) => row.kind === 'entry');
    const filters: DeleteFilter[] = [
      {},
      onlyBob,
      { from: '2026-11-13' as Day, to: '2026-11-19' as Day },
      { template: 'MEMO' as TemplateCode },
      { group: 'SYSTEM' as GroupCode, salesperson: 'AK' as SalespersonCode },
      { entryNo: all.find((one) => one.id === entryOf(logged[4] ?? failed()))?.entryNo ?? 0 },
      { campaign: 'NONE' as CampaignCode },
    ];
    for (const filter of filters) {
      const { rows, asOf, count } = await preview(filter);
      const family = filter.contact && new Set([filter.contact]);
      const meant = all.filter((entry) => mayDelete(entry, [], asOf) && isMeant(entry, filter, family));
      const shown = rows.filter((row) => row.kind === 'entry');
      expect(new Set(shown.map((one) => one.id))).toEqual(new Set(meant.map((one) => one.id)));
      expect(count).toBe(meant.length);
    }
  });

  it('keeps an item that another entry is about, without the entry that went', async () => {
    const ofBob = second.with[0]?.entryId;
    const ofEve = second.with[1]?.entryId;
    await pushed(mika, cancel(21, ofBob ? [ofBob] : []));
    await run(deletion(3, {}, (await preview({})).asOf));
    const item = (await everything()).get(`item:${second.item?.id}`);
    expect(item).toMatchObject({ entries: [{ entryId: ofEve }] });
    expect(await orphans()).toEqual([]);
  });

  it('lets the same mail be logged again, as a new entry', async () => {
    await pushed(mika, cancel(21, [entryOf(first)]));
    await run(deletion(4, {}, (await preview({})).asOf));
    const again = logMail(22, [bob], ['message-id:one']);
    expect(await outcomes(mika, again)).toEqual(['done']);
    expect((await everything()).has(`entry:${entryOf(again)}`)).toBe(true);
  });

  it('refuses what comes later for an entry that is gone, and answers what came before as then', async () => {
    await pushed(mika, cancel(21, [entryOf(first)]));
    await run(deletion(5, {}, (await preview({})).asOf));
    expect(await outcomes(mika, comment(31, entryOf(first), 'late'), first, cancel(32, [entryOf(first)]))).toEqual([
      'entry-deleted',
      'done',
      'entry-deleted',
    ]);
  });

  it('is told to who was here before, and to a device that starts only for as long as an answer may be on its way', async () => {
    const setup = async (cursor?: string) => {
      const pulled = await server.store.pull(principalOf(mika), 'setup', { cursor, limit: 500 });
      if (pulled.state === 'expired') throw new Error('the cursor is of this run');
      return pulled.response;
    };
    const { cursor } = await setup();
    await pushed(mika, cancel(21, [entryOf(first)]));
    await run(deletion(12, {}, (await preview({})).asOf));
    await run(erasure(13, eve.id), anna);
    const whys = (rows: Row[]) => new Set(rows.flatMap((row) => (row.kind === 'purge' ? [row.why] : [])));
    expect(whys((await setup(cursor)).rows)).toEqual(new Set(['deleted', 'erased']));
    expect(whys((await setup()).rows)).toEqual(new Set(['deleted', 'erased']));
    await muchHappens();
    expect(whys((await setup()).rows)).toEqual(new Set(['erased']));
  });

  it('is told to a device that starts and has had an answer to a push before', async () => {
    const { epoch, rev } = await pushed(mika, cancel(21, [entryOf(first)]));
    await run(deletion(14, {}, (await preview({})).asOf));
    const response = await mika.get(`/v1/pull?${new URLSearchParams({ scope: 'setup', seen: `${epoch}.${rev}` })}`);
    const { rows }: PullResponse = await response.json();
    const told = rows.flatMap((row) => (row.kind === 'purge' ? row.rowKeys : []));
    expect(told).toContain(`entry:${entryOf(first)}`);
  });

  it('takes the link from a follow-up of an entry that goes', async () => {
    const later = followUp(51, eve, { entryId: entryOf(first) });
    await pushed(mika, later, cancel(52, [entryOf(first)]));
    await run(deletion(6, {}, (await preview({})).asOf));
    expect((await everything()).get(`follow-up:${later.followUpId}`)).toMatchObject({ entryId: null });
    expect(await orphans()).toEqual([]);
  });

  it('starts once by its id, whoever asks again', async () => {
    await pushed(mika, cancel(21, [entryOf(first)]));
    const request = deletion(7, {}, (await preview({})).asOf);
    const [one, two] = await Promise.all([run(request), run(request)]);
    expect(one).toEqual(two);
    await run(request);
    expect(await purges()).toHaveLength(1);
  });

  it('stops between two steps and can be asked for anew', async () => {
    await pushed(mika, cancel(21, [entryOf(first)]));
    const request = deletion(8, {}, (await preview({})).asOf);
    // Stopped before its first step: nothing runs it here.
    await server.store.addJob(sofia.account.tenantId, request as never, { by: null, total: 1, now: server.clock.now });
    const stopped = await server.fetch(`/v1/jobs/${request.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${sofia.token}` },
    });
    expect(await stopped.json()).toMatchObject({ state: 'stopped', done: 0 });
    await server.restart();
    await server.jobs.idle();
    expect((await everything()).has(`entry:${entryOf(first)}`)).toBe(true);
  });

  it('goes on after a restart', async () => {
    await pushed(mika, cancel(21, [entryOf(first)]));
    const request = deletion(9, onlyBob, (await preview({})).asOf);
    await server.store.addJob(sofia.account.tenantId, request as never, { by: null, total: 1, now: server.clock.now });
    await server.restart();
    await server.jobs.idle();
    expect(await (await sofia.get(`/v1/jobs/${request.id}`)).json()).toMatchObject({ state: 'done', done: 1 });
  });

  it('is for managers and admins, and erasing for admins', async () => {
    const request = deletion(10, {}, 1);
    expect(await problemOf(await mika.post('/v1/jobs/preview', { filter: {} }))).toEqual([403, 'forbidden']);
    expect(await problemOf(await mika.post('/v1/jobs', request))).toEqual([403, 'forbidden']);
    expect(await problemOf(await mika.get('/v1/jobs'))).toEqual([403, 'forbidden']);
    expect(await problemOf(await sofia.post('/v1/jobs', erasure(11, bob.id)))).toEqual([403, 'forbidden']);
    expect(await problemOf(await anna.post('/v1/jobs', erasure(12, id(0xabc))))).toEqual([404, 'not-found']);
    expect((await anna.post('/v1/jobs', request)).status).toBe(200);
  });
});

describe('erasing a person', () => {
  const secret = 'zanzibarsecret';
  const mail = logMail(11, [bob, eve], ['message-id:one']);
  const alone = logMail(12, [bob], ['message-id:two', `weak:${bob.email}|2026|x`], { note: `about ${secret}` });
  const later = followUp(13, bob, { text: `call ${secret}` });
  const twin = person(3, { name: 'Petronella twin' });

  beforeEach(async () => {
    await pushed(mika, make(1, bob), make(2, eve), make(3, twin), mail, alone, later);
    await pushed(mika, comment(14, entryOf(mail), `said ${secret}`), merge(15, twin.id, bob.id));
  });

  it('takes the person, what was merged into them, their entries, comments and follow-ups, and leaves the others', async () => {
    expect(await run(erasure(21, bob.id), anna)).toMatchObject({ kind: 'erase-contact', state: 'done' });
    const rows = await everything();
    const gone = [`contact:${bob.id}`, `contact:${twin.id}`, `entry:${entryOf(mail)}`, `entry:${entryOf(alone)}`];
    for (const key of [...gone, `item:${alone.item?.id}`, `follow-up:${later.followUpId}`])
      expect(rows.has(key), key).toBe(false);
    expect(rows.get(`item:${mail.item?.id}`)).toMatchObject({ entries: [{ contactId: eve.id }] });
    const named = (await purges()).flatMap((purge) => (purge.kind === 'purge' ? purge.rowKeys : []));
    expect(named).toEqual(expect.arrayContaining(gone));
    expect(await orphans()).toEqual([]);
  });

  it('leaves no trace of name, address or text in the files', async () => {
    const inFiles = () =>
      readdirSync(server.folder)
        .map((name) => readFileSync(join(server.folder, name)).toString('latin1'))
        .filter((text) => [secret, 'etronella', bob.email, 'petronella'].some((word) => text.includes(word))).length;
    expect(inFiles()).toBeGreaterThan(0);
    await run(erasure(23, bob.id), anna);
    expect(inFiles()).toBe(0);
    expect(JSON.stringify(server.logged)).not.toContain('etronella');
  });

  it('leaves no address of them among the keys of mails and meetings that others are on', async () => {
    const weak = (email: string, subject: string) => `weak:${email}|2026-11-23T09:00:00.000Z|${subject}`;
    const meeting = logMail(41, [bob, eve], ['ical:uid|-', weak(bob.email, 'weekly')]);
    const onlyWeak = logMail(42, [bob, eve], [weak(bob.email, 'lunch')]);
    const theirs = logMail(43, [eve], [weak(eve.email, 'lunch')]);
    await pushed(mika, meeting, onlyWeak, theirs);
    await run(erasure(28, bob.id), anna);
    const rows = await everything();
    expect(rows.get(`item:${meeting.item?.id}`)).toMatchObject({
      keys: ['ical:uid|-'],
      entries: [{ contactId: eve.id }],
    });
    expect(JSON.stringify(rows.get(`item:${onlyWeak.item?.id}`))).not.toContain(bob.email);
    expect(rows.get(`item:${theirs.item?.id}`)).toMatchObject({ keys: theirs.item?.keys });
    const database = new DatabaseSync(join(server.folder, logFile), { readOnly: true });
    const keys = database
      .prepare('select key from item_key')
      .all()
      .map(({ key }) => String(key));
    database.close();
    expect(keys.filter((key) => key.includes(bob.email))).toEqual([]);
    expect(keys).toContain(theirs.item?.keys[0]);
  });

  it('leaves no word of them in the index that texts are found by', async () => {
    const indexed = (): string[] => {
      const database = new DatabaseSync(join(server.folder, logFile), { readOnly: true });
      database.exec("create virtual table temp.words using fts5vocab('main', 'entry_text', 'row')");
      const terms = database.prepare('select term from temp.words').all();
      database.close();
      return terms
        .map(({ term }) => String(term))
        .filter((term) => term.includes(secret) || term.includes('petronella'));
    };
    const found = async () => {
      const page = await server.store.list(principalOf(anna), { text: secret }, { limit: 5 });
      return page === 'unknown' ? undefined : page.entryIds;
    };
    expect(indexed()).not.toEqual([]);
    expect(await found()).not.toEqual([]);
    await run(erasure(27, bob.id), anna);
    expect(indexed()).toEqual([]);
    expect(await found()).toEqual([]);
  });

  it('refuses what comes later about them, but for the others on it', async () => {
    await run(erasure(24, bob.id), anna);
    const both = logMail(31, [bob, eve], ['message-id:three']);
    expect(
      await outcomes(
        mika,
        logMail(32, [bob], ['message-id:four']),
        both,
        comment(33, entryOf(mail), 'late'),
        followUp(34, bob, {}),
        merge(35, eve.id, bob.id),
      ),
    ).toEqual(['contact-erased', 'done', 'contact-erased', 'contact-erased', 'contact-erased']);
    expect((await everything()).has(`entry:${both.with[1]?.entryId}`)).toBe(true);
    expect(await orphans()).toEqual([]);
  });

  it('can be asked for again when nothing is left', async () => {
    await run(erasure(25, bob.id), anna);
    expect(await run(erasure(26, bob.id), anna)).toMatchObject({ state: 'done', done: 0 });
  });
});

describe('erasing a company', () => {
  it('takes the company and its own entries; its people stay and stand for themselves', async () => {
    const firm = person(4, { type: 'company', name: 'Petronella Works' });
    const worker = person(5, { companyId: firm.id });
    const ofFirm = logMail(11, [firm], ['message-id:firm']);
    const ofWorker = logMail(12, [worker], ['message-id:worker']);
    await pushed(mika, make(1, firm), make(2, worker), ofFirm, ofWorker, comment(13, entryOf(ofWorker), 'stays'));
    expect(await run(erasure(27, firm.id), anna)).toMatchObject({ state: 'done' });
    const rows = await everything();
    expect(rows.has(`contact:${firm.id}`)).toBe(false);
    expect(rows.has(`entry:${entryOf(ofFirm)}`)).toBe(false);
    expect(rows.get(`contact:${worker.id}`)).toMatchObject({ companyId: null });
    expect(rows.get(`entry:${entryOf(ofWorker)}`)).toMatchObject({ companyId: null });
    expect(await orphans()).toEqual([]);
    expect(await outcomes(mika, logMail(14, [worker], ['message-id:after']))).toEqual(['done']);
    expect(await orphans()).toEqual([]);
  });
});

function failed(): never {
  throw new Error('it was made just now');
}
