import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import type { ContactId } from '../../src/domain/ids.ts';
import type { HeldEntry } from '../../src/server/held-file/entry-pages.ts';
import { createContact } from '../support/command-samples.ts';
import { contact, id, logMail } from '../support/domain-samples.ts';
import { comment, entryOf, followUp, merge, postpone } from '../support/new-command-samples.ts';
import { problemOf, type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let anna: Session;
let mika: Session;
beforeEach(async () => {
  server = await startTestServer();
  [anna, mika] = [await sessionOf(server, 'anna'), await sessionOf(server, 'mika')];
});
afterEach(() => server.stop());

const person = (number: number) => contact(number, { id: id<ContactId>(0xc00 + number), name: `Petra ${number}` });
const make = (number: number, { id: contactId, name }: Contact) => createContact(number, contactId, { name });
const push = async (session: Session, ...commands: unknown[]) => {
  const { answers } = await (await session.push(commands)).json();
  expect(answers.map(({ outcome }: { outcome: string }) => outcome)).toEqual(commands.map(() => 'done'));
};
const entryIds = (entries: HeldEntry[]) => entries.map((entry) => entry.id).sort();

it('gives all that is held about a person, with what only some may see', async () => {
  const [petra, twin, other] = [person(1), person(2), person(3)];
  const secret = logMail(11, [petra], ['message-id:one'], { note: 'between us', audience: 'managers' });
  const ofTwin = logMail(12, [twin], ['message-id:two']);
  await push(
    mika,
    make(1, petra),
    make(2, twin),
    make(3, other),
    secret,
    ofTwin,
    logMail(13, [other], ['message-id:3']),
  );
  await push(mika, comment(14, entryOf(secret), 'said'), followUp(15, petra, {}), merge(16, twin.id, petra.id));

  const response = await anna.get(`/v1/contacts/${twin.id}/file`);
  expect(response.headers.get('content-disposition')).toContain('attachment');
  const file = await response.json();
  expect(file.contacts.map((one: Contact) => one.name).sort()).toEqual(['Petra 1', 'Petra 2']);
  expect(file.followUps).toHaveLength(1);
  expect(entryIds(file.entries)).toEqual([entryOf(secret), entryOf(ofTwin)].sort());
  expect(file.entries.find((entry: HeldEntry) => entry.id === entryOf(secret))).toMatchObject({
    note: 'between us',
    itemKeys: ['message-id:one'],
    comments: [{ body: 'said' }],
  });
});

it('gives a person’s file to managers and admins only, and says when there is no such contact', async () => {
  expect(await problemOf(await mika.get(`/v1/contacts/${id(0xc01)}/file`))).toEqual([403, 'forbidden']);
  expect(await problemOf(await anna.get(`/v1/contacts/${id(0xc01)}/file`))).toEqual([404, 'not-found']);
  expect(await problemOf(await anna.get('/v1/contacts/nobody/file'))).toEqual([404, 'not-found']);
});

it('gives each what they logged themselves: every entry, and comments on whoever’s', async () => {
  const petra = person(1);
  const many = Array.from({ length: 80 }, (_, at) => logMail(100 + at, [petra], [`message-id:${at}`]));
  const annas = logMail(11, [petra], ['message-id:anna']);
  await push(mika, make(1, petra), ...many, postpone(12, [petra]));
  await push(anna, annas, comment(13, entryOf(many[0] ?? annas), 'not mine'));
  await push(mika, comment(14, entryOf(annas), 'mine'));

  const file = await (await mika.get('/v1/me/file')).json();
  expect(file.account.userId).toBe(mika.account.userId);
  expect(file.entries.every((entry: HeldEntry) => entry.userId === mika.account.userId)).toBe(true);
  expect(entryIds(file.entries)).toEqual(expect.arrayContaining(many.map(entryOf)));
  expect(new Set(entryIds(file.entries)).size).toBe(file.entries.length);
  expect(file.comments.map(({ body }: { body: string }) => body)).toContain('mine');
  expect(file.comments.map(({ body }: { body: string }) => body)).not.toContain('not mine');
});
