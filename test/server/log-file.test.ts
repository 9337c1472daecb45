import papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Comment } from '../../src/domain/comment.ts';
import { fromCell, toCell } from '../../src/domain/formula-safe.ts';
import { csvFormat, jsonFormat } from '../../src/server/log-file/formats.ts';
import { streamLogFile } from '../../src/server/log-file/stream-log-file.ts';
import { logFileTexts } from '../../src/server/log-file/texts.ts';
import { problemOf, type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { createTestDevice } from '../support/test-device.ts';

let server: TestServer;
let anna: Session;
beforeAll(async () => {
  server = await startTestServer();
  anna = await sessionOf(server, 'anna');
});
afterAll(() => server.stop());

const none = new Map();
const noNames = { users: none, templates: none, groups: none, campaigns: none, salespeople: none };
const listed = async (query: string): Promise<string[]> =>
  (await (await anna.get(`/v1/log?limit=200&${query}`)).json()).entryIds;
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const textOf = async (response: Response) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(response));

it('is all that the filter shows, for spreadsheets, with headings in the asked language', async () => {
  const response = await anna.get('/v1/log/file?format=csv&template=EMAIL&language=fi');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="interlog-2026-11-23.csv"');
  const text = await textOf(response);
  expect(text.startsWith('\ufeff"Tapahtuman nro";"Päivä";')).toBe(true);
  const { data, errors } = papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(data).toHaveLength((await listed('template=EMAIL')).length);
  expect(new Set(data.map((row) => row['Vuorovaikutusmallin koodi']))).toEqual(new Set(['EMAIL']));
  expect(data.every((row) => /^\d{4}-\d\d-\d\d$/.test(row['Päivä'] ?? ''))).toBe(true);
});

it('speaks the language that the request accepts, and English to all others', async () => {
  const head = async (headers: Record<string, string>) =>
    (await textOf(await anna.get('/v1/log/file?format=csv&to=2000-01-01', headers))).slice(1, 12);
  expect(await head({ 'accept-language': 'sv-FI, fi;q=0.8, en;q=0.5' })).toBe('"Tapahtuman');
  expect(await head({ 'accept-language': 'de' })).toBe('"Entry no."');
});

it('is entries with their contacts and comments as JSON', async () => {
  const entries = JSON.parse(await textOf(await anna.get('/v1/log/file?format=json')));
  expect(entries.map(({ id }: { id: string }) => id)).toEqual(await listed(''));
  expect(entries[0]).toMatchObject({
    kind: 'entry',
    contact: { name: expect.any(String) },
    comments: expect.any(Array),
  });
  expect(JSON.parse(await textOf(await anna.get('/v1/log/file?format=json&to=2000-01-01')))).toEqual([]);
});

it('holds no cell that a spreadsheet would run, and keeps quotes and lines in their cells', async () => {
  const [row] = await entriesNamed('=HYPERLINK("http://evil.example")\n,"');
  const file = csvFormat({ texts: logFileTexts('en'), names: noNames });
  const { data } = papa.parse<string[]>(file.piece(row ? [row] : [], true));
  expect(data[0]).toContain('\'=HYPERLINK("http://evil.example")\n,"');
});

it.each(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'="])(
  'guards a cell that begins with %j, and gives it back as it was',
  (begins) => {
    const text = `${begins}1+1`;
    expect(toCell(text)).toBe(`'${text}`);
    expect(fromCell(toCell(text))).toBe(text);
  },
);

it('says who logged an entry, in what language, what it was to a campaign and why it was canceled', async () => {
  const entry = await anEntry();
  const reason = { commandId: entry.commandId, via: 'entry', by: entry.userId, at: entry.madeAt, why: 'Twice' };
  const more = { language: 'sv', campaignTarget: true, campaignResponse: false };
  const listed = { entry: { ...entry, ...more, canceled: [reason] }, contact: undefined, company: undefined };
  const file = csvFormat({
    texts: logFileTexts('en'),
    names: { ...noNames, users: new Map([[entry.userId, 'Anna Korhonen']]) },
  });
  const text = file.head().slice(1) + file.piece([{ ...listed, comments: [] }], true);
  const { data } = papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(data).toMatchObject([
    {
      'Logged by': 'Anna Korhonen',
      Language: 'sv',
      'Campaign target': 'Yes',
      'Campaign response': 'No',
      'Why canceled': 'Twice',
    },
  ]);
});

it('says in words what an entry holds as codes, with a decimal comma in Finnish', async () => {
  const text = await textOf(await anna.get('/v1/log/file?format=csv&language=fi'));
  const { data, errors } = papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  const email = data.find((row) => row['Vuorovaikutusmallin koodi'] === 'EMAIL');
  expect(email).toMatchObject({ Vuorovaikutusmalli: 'Sähköposti, lähtevä', Tiedonkulku: 'Lähtevä', Aloittaja: 'Me' });
  expect(new Set(data.map((row) => row['Arvio']))).toContain('Myönteinen');
  expect(new Set(data.map((row) => row['Tila']))).toContain('Peruutettu');

  const entry = { ...(await anEntry()), cost: 12.5 };
  const comments = [{ at: '2026-11-22T23:30:00.000Z', userId: entry.userId, body: '=1+1' }] as unknown as Comment[];
  const listed = { entry: { ...entry, zone: 'Europe/Helsinki' }, contact: undefined, company: undefined, comments };
  const names = { ...noNames, users: new Map([[entry.userId, 'Anna Korhonen']]) };
  const cellsIn = (language: string) => csvFormat({ texts: logFileTexts(language), names }).piece([listed], true);
  expect(cellsIn('fi')).toContain('"2026-11-23 Anna Korhonen: =1+1"');
  expect(cellsIn('fi')).toContain(';"12,5";');
  expect(cellsIn('en')).toContain(',"12.5",');
});

it('is for managers and admins; a salesperson has their own file', async () => {
  const mika = await sessionOf(server, 'mika');
  for (const format of ['csv', 'json'])
    expect(await problemOf(await mika.get(`/v1/log/file?format=${format}`))).toEqual([403, 'forbidden']);
  expect((await mika.get('/v1/me/file')).status).toBe(200);
  const sofia = await sessionOf(server, 'sofia');
  const text = await textOf(await sofia.get('/v1/log/file?format=csv'));
  const { data } = papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(new Set(data.map((row) => row['Logged by'])).size).toBeGreaterThan(1);
  expect(data.map((row) => row['Logged by'])).not.toContain('');
});

it('reaches a device piece by piece, and a device that stops gets no file', async () => {
  const { token, account } = await server.signIn('anna');
  const { device } = createTestDevice({ account, token, request: server.fetch });
  const pieces: string[] = [];
  const as = { format: 'csv', language: 'en' } as const;
  const whole = await device.wholeLog.file({}, as, (piece) => pieces.push(piece), new AbortController().signal);
  expect(whole).toEqual({ known: true, value: true });
  expect(pieces.join('').split('\r\n').length).toBeGreaterThan(20);
});

it('is read a page at a time as it is taken, and no further once nobody takes it', async () => {
  let reads = 0;
  const endless = streamLogFile(jsonFormat, async () => {
    reads += 1;
    return { rows: [await anEntry()], entryIds: [(await anEntry()).id], older: String(reads) };
  });
  const reader = endless.getReader();
  for (let piece = 0; piece < 4; piece += 1) await reader.read();
  const taken = reads;
  expect(taken).toBeLessThanOrEqual(5);
  await reader.cancel();
  await new Promise((done) => setImmediate(done));
  expect(reads).toBe(taken);
});

it('passes over pages on which nothing passes', async () => {
  const entry = await anEntry();
  const pages = [
    { rows: [], entryIds: [], older: '9' },
    { rows: [entry], entryIds: [entry.id], older: '8' },
    { rows: [], entryIds: [], older: null },
  ];
  const stream = streamLogFile(jsonFormat, async () => pages.shift() ?? { rows: [], entryIds: [], older: null });
  expect(await new Response(stream).json()).toMatchObject([{ id: entry.id }]);
});

async function anEntry() {
  const { rows } = await (await anna.get('/v1/log?limit=1')).json();
  return rows.find(({ kind }: { kind: string }) => kind === 'entry');
}

async function entriesNamed(note: string) {
  const entry = await anEntry();
  return [{ entry: { ...entry, note }, contact: undefined, company: undefined, comments: [] }];
}
