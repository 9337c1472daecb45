import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDraft } from '../../src/capture/create-draft.ts';
import type { Draft } from '../../src/capture/draft.ts';
import { mailText } from '../../src/capture/mail-text.ts';
import { parseEmailAddress } from '../../src/domain/email-address.ts';
import type { SalespersonCode } from '../../src/domain/ids.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import { instantOf, type Zone } from '../../src/domain/time.ts';
import { blankItem } from '../../src/host/blank-item.ts';
import type { HostBody, HostPerson, MailItem } from '../../src/host/host-adapter.ts';
import { type Choices, noChoices } from '../../src/pane/log-view/choices.ts';
import { composeCommands, inOrder } from '../../src/pane/log-view/compose-commands.ts';
import { type LogForm, logForm } from '../../src/pane/log-view/log-form.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { createTestDevice, type TestDevice } from '../support/test-device.ts';

let server: TestServer;
let anna: TestDevice;
let mika: TestDevice;

beforeAll(async () => {
  server = await startTestServer();
  const device = async (user: 'anna' | 'mika') => {
    const { token, account } = await server.signIn(user);
    const made = createTestDevice({ account, token, request: (path, init) => server.fetch(path, init) });
    made.start();
    await made.until(({ upToDateAt }) => upToDateAt !== undefined);
    return made;
  };
  anna = await device('anna');
  mika = await device('mika');
});
afterAll(async () => {
  await anna?.stop();
  await mika?.stop();
  await server?.stop();
});

const zone = 'Europe/Helsinki' as Zone;
// Controls, bidi overrides and marks that make a text read as another, as `domain/text.ts` lists them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/;

const hostileTexts = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd|calc',
  '+358 40 1; DROP TABLE entry;--',
  'invoice\u202Efdp.exe',
  'p\u200Ba\u200Cy\u200Dp\u2060al',
  '\u0000\u0007\u001b[31mred',
  'a\ud800b',
  '{{constructor.constructor("return 1")()}}',
  '__proto__',
  '\r\nBcc: everybody@example.com',
  'ﷺ'.repeat(30),
  'Z̴̡͝ͅ'.repeat(20),
];

function hostileMail(text: string, over: Partial<MailItem> = {}): MailItem {
  const at = instantOf(Date.parse(server.clock.now) - 60_000);
  const person: HostPerson = { name: text, address: 'bob.ortiz@harbourpine.example' };
  return blankItem({
    ...{ kind: 'mail', identity: text, subject: text, from: person, sender: person, sentAt: at, receivedAt: at },
    ...{ to: [{ name: text, address: 'anna.korhonen@aurinko.example' }], cc: [{ name: text, address: text }] },
    ...{ messageId: `<${v7()}${text}>`, conversationId: text, attachmentNames: [text], mailboxOwner: text },
    ...over,
  });
}

/** What the form showed, and what the colleague has. */
interface Passed {
  draft: Draft;
  form: LogForm;
  entries: LogEntry[];
}

/** From what is open to the log and to a colleague's device, by the pane's own rules. */
async function throughEverything(
  item: MailItem,
  { body, ...chosen }: Partial<Choices> & { body?: HostBody } = {},
): Promise<Passed> {
  const { store, device } = anna;
  const setup = await store.setup();
  const draft = createDraft(item, {
    myAddresses: ['anna.korhonen@aurinko.example'].flatMap((one) => parseEmailAddress(one) ?? []),
    ...{ workspace: setup.workspace, salespeople: setup.salespeople, contacts: await store.contacts() },
    ...{ companies: [], templates: setup.templates, templateSetup: setup.templateSetup, recentEntries: [] },
    ...{ now: server.clock.now, zone },
  });
  // A subject that is nothing but what is taken out has to be named by the user.
  const named = draft.subject === '' ? { description: 'Named by hand' } : {};
  const form = logForm({
    ...{
      draft,
      choices: { ...noChoices, ...named, ...chosen },
      entries: [],
      companies: new Map(),
      setup,
      readerLanguage: 'en',
    },
    text: body ? { state: 'read', text: mailText(body, parseHtml) } : { state: 'unread' },
    ...{ salespersonCode: 'AK' as SalespersonCode, now: server.clock.now, zone },
  });
  expect(form.cannot).toBeUndefined();
  const ids = new Map<string, string>();
  const idFor = (name: string) => ids.get(name) ?? ids.set(name, device.newId()).get(name) ?? '';
  const commands = composeCommands(form, draft, idFor, server.clock.now, { userId: device.actor.userId });
  if (!commands) throw new Error('the form gave no commands');
  for (const command of inOrder(commands)) expect((await device.perform(command)).outcome).toBe('saved');
  await anna.untilSent();
  expect((await store.counts()).refused).toBe(0);

  const entries: LogEntry[] = [];
  for (const { contactId, entryId } of commands.log.with) {
    await mika.device.olderHistory(contactId, new AbortController().signal);
    const shown = (await mika.store.entry(entryId)) ?? (await pulled(contactId, entryId));
    entries.push(shown.entry);
    expect(shown.entry).toEqual((await store.entry(entryId))?.entry);
  }
  return { draft, form, entries };
}

/** The colleague opens the contact's history, and sees the entry as soon as it has been pulled. */
async function pulled(contactId: LogEntry['contactId'], entryId: LogEntry['id']) {
  mika.device.openHistory(contactId);
  return expect
    .poll(() => mika.store.entry(entryId), { timeout: 30_000 })
    .toBeDefined()
    .then(async () => {
      const shown = await mika.store.entry(entryId);
      if (!shown) throw new Error('it was there a moment ago');
      return shown;
    });
}

const parseHtml = (html: string) => new new JSDOM('').window.DOMParser().parseFromString(html, 'text/html');

/** What is promised of a text that comes from outside: nothing in it that hides or turns what is written. */
const harmless = (text: string) => text.replace(new RegExp(unwanted, 'g'), '').toWellFormed();
const oneLine = (text: string) => harmless(text).replace(/\s+/g, ' ').trim().slice(0, 100).trim();

it.each(hostileTexts)(
  'brings a mail whose every field is %j to the log and to a colleague as it was shown',
  async (text) => {
    const { form, entries } = await throughEverything(hostileMail(text), { note: text });
    expect(form.description).toBe(oneLine(text));
    expect(entries).toHaveLength(1);
    for (const entry of entries) {
      const { description, subject, note, contactVia } = entry;
      expect({ description, subject, note, contactVia }).toEqual({
        description: oneLine(text),
        subject: oneLine(text),
        note: harmless(text.trim()),
        contactVia: 'bob.ortiz@harbourpine.example',
      });
    }
  },
);

it.each(hostileTexts.map((text, at) => [text, at] as const))(
  'makes a contact and its company of an unknown sender, each called %j, and shows a colleague the same',
  async (text, at) => {
    const address = `stranger@unknown-${at}.example`;
    const from = { name: text, address };
    const created = { [address]: { name: text, company: text } };
    const { entries } = await throughEverything(hostileMail(text, { from, sender: from }), { created });
    const [entry] = entries;
    if (!entry) throw new Error('nothing was logged');
    const theirs = await expect
      .poll(() => mika.store.contact(entry.contactId))
      .toBeDefined()
      .then(() => mika.store.contact(entry.contactId));
    expect(theirs).toMatchObject({ name: oneLine(text), email: address, companyId: entry.companyId });
    if (!entry.companyId) throw new Error('no company was made');
    const company = await mika.store.contact(entry.companyId);
    expect(company).toMatchObject({ name: oneLine(text), domains: [`unknown-${at}.example`] });
  },
);

it.each(hostileTexts)(
  'brings one occurrence of a meeting whose every field is %j to the log, and knows it again',
  async (text) => {
    const start = instantOf(Date.parse(server.clock.now) - 7_200_000);
    const meeting = blankItem({
      ...{ kind: 'meeting', identity: text, subject: text, location: text, icalUid: `${v7()}${text}` },
      organizer: { name: text, address: 'bob.ortiz@harbourpine.example' },
      to: [{ name: text, address: 'anna.korhonen@aurinko.example' }],
      ...{ start, end: server.clock.now, occurrence: start, attachmentNames: [text], mailboxOwner: text },
    });
    const { draft, entries } = await throughEverything(meeting, { note: text });
    expect(entries).toMatchObject([
      { description: oneLine(text), subject: oneLine(text), note: harmless(text.trim()), at: start, minutes: 120 },
    ]);
    expect(await mika.device.lookUpItem(draft.keys, new AbortController().signal)).toEqual({
      known: true,
      value: true,
    });
    const known = await mika.store.itemByKeys(draft.keys);
    expect(known?.entries.map(({ entry }) => entry.id)).toEqual(entries.map(({ id }) => id));
  },
);

it('brings the text of a hostile mail to the log as it was shown, and nothing of its markup', async () => {
  const html = [
    '<p onclick="alert(1)">Hello</p><script>alert(1)</script><style>p { color: red }</style>',
    '<img src="https://tracker.example/x" onerror="alert(1)"><svg onload="alert(1)"></svg>',
    '<p>&lt;script&gt;alert(2)&lt;/script&gt;</p><p>=cmd|&#39; /C calc&#39;!A0</p>',
    '<p>invoice\u202Efdp.exe\u0007</p><p>__proto__</p>',
  ].join('');
  const hostile = hostileMail('A mail with a text');
  const { form, entries } = await throughEverything(hostile, { body: { html }, level: 'text', part: 'full' });
  expect(form.text.split(/\n+/)).toEqual([
    'Hello',
    '<script>alert(2)</script>',
    "=cmd|' /C calc'!A0",
    'invoicefdp.exe',
    '__proto__',
  ]);
  expect(entries.map(({ text }) => text)).toEqual([form.text]);
});

it('brings any text in every field to the log', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
      const body = { text };
      const { form, entries } = await throughEverything(hostileMail(text), { note: text, body, level: 'text' });
      for (const entry of entries) {
        const { description, note, text: stored } = entry;
        const shown = { description: form.description, note: harmless(form.note.trim()), stored: form.text };
        expect({ description, note, stored }).toEqual(shown);
        expect(description).not.toMatch(unwanted);
        expect(stored).not.toMatch(unwanted);
      }
    }),
    { seed: 20261123, numRuns: 40 },
  );
});

it('takes a subject of ten megabytes and five thousand recipients without a hang', async () => {
  const to = Array.from({ length: 5_000 }, (_, at) => ({ name: `Person ${at}`, address: `p${at}@many.example` }));
  const item = hostileMail('A very long mail', { subject: 'long '.repeat(2_000_000), to, cc: to });
  const { entries } = await throughEverything(item);
  expect(entries.map(({ description }) => description)).toEqual(['long '.repeat(20).trim()]);
});
