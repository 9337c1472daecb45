import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import type { ContactId, JobId } from '../../src/domain/ids.ts';
import type { ErasurePreview } from '../../src/protocol/job.ts';
import { createContact } from '../support/command-samples.ts';
import { contact, id, logMail } from '../support/domain-samples.ts';
import { entryOf, merge } from '../support/new-command-samples.ts';
import { problemOf, type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

/** Anna was merged into Bea, and then Bea into Cleo: one person. Dora is somebody else. */
let server: TestServer;
let admin: Session;
const [anna, bea, cleo, dora] = ['Anna', 'Bea', 'Cleo', 'Dora'].map((name, at) =>
  contact(at, { id: id<ContactId>(0xc20 + at), name }),
) as [Contact, Contact, Contact, Contact];
const mails = [
  logMail(11, [anna], ['message-id:one']),
  logMail(12, [cleo], ['message-id:two']),
  logMail(13, [cleo, dora], ['message-id:three']),
];

beforeEach(async () => {
  server = await startTestServer();
  admin = await sessionOf(server, 'anna');
  const make = [anna, bea, cleo, dora].map(({ id: one, name }, at) => createContact(at + 1, one, { name }));
  await admin.push([...make, ...mails, merge(21, anna.id, bea.id), merge(22, bea.id, cleo.id)]);
});
afterEach(() => server.stop());

const seen = async (contactId: ContactId): Promise<[string, number][]> => {
  const response = await admin.post('/v1/jobs/erasure-preview', { contactId });
  return ((await response.json()) as ErasurePreview).contacts.map(({ name, entries }) => [name, entries]);
};

it('shows everybody who is one with a person by merging, in either direction, and how much is theirs', async () => {
  expect(await seen(cleo.id)).toEqual([
    ['Cleo', 2],
    ['Anna', 1],
    ['Bea', 0],
  ]);
  expect((await seen(bea.id)).map(([name]) => name)).toEqual(['Bea', 'Anna', 'Cleo']);
  expect(await seen(dora.id)).toEqual([['Dora', 1]]);
});

it('takes all of them, whichever of them is erased, and nobody else', async () => {
  const job = { kind: 'erase-contact', id: id<JobId>(0xf001), contactId: anna.id };
  expect((await admin.post('/v1/jobs', job)).status).toBe(200);
  await server.jobs.idle();
  const { rows } = await server.store.changesSince({ ...admin.account }, 0, 100_000);
  const left = new Set((rows ?? []).map((row) => `${row.kind}:${row.id}`));
  for (const one of [anna, bea, cleo]) expect(left.has(`contact:${one.id}`), one.name).toBe(false);
  for (const mail of mails) expect(left.has(`entry:${entryOf(mail)}`)).toBe(false);
  expect(left.has(`contact:${dora.id}`)).toBe(true);
  expect(await seen(anna.id)).toEqual([]);
});

it('shows it to admins only', async () => {
  const manager = await sessionOf(server, 'sofia');
  const asked = manager.post('/v1/jobs/erasure-preview', { contactId: cleo.id });
  expect(await problemOf(await asked)).toEqual([403, 'forbidden']);
});
