import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cancel, createContact } from '../support/command-samples.ts';
import { contact, id, logMail } from '../support/domain-samples.ts';
import { type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

const runs = { seed: 20261123, numRuns: 150 };

let server: TestServer;
let anna: Session;
beforeAll(async () => {
  server = await startTestServer();
  anna = await sessionOf(server, 'anna');
});
afterAll(() => server.stop());

const fine = async (response: Response) => {
  expect(response.status).toBeLessThan(500);
  if (!response.ok && response.status !== 304)
    expect(response.headers.get('content-type')).toBe('application/problem+json');
};

it('answers any query of any route with rows or a problem, never with a fault', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'setup',
      'mine',
      `history:${id(1)}`,
      'epoch-1.5',
      'epoch-1.-1',
      '2026-01-01T00:00:00.000Z~x',
      '1',
      '500',
      '-9007199254740991',
      'csv',
      'canceled',
      '9999-12-31',
      '0000-01-01',
    ),
    fc.constantFrom('message-id:a', 'weak:|', '%', "'", '"', '\0', id(1)),
  );
  const name = fc.constantFrom(
    'scope',
    'cursor',
    'before',
    'limit',
    'key',
    'q',
    'id',
    'x',
    'text',
    'from',
    'status',
    'days',
    'format',
  );
  const path = fc.constantFrom(
    ...['/v1/pull', '/v1/items', '/v1/contacts', '/v1/me', '/v1/log', '/v1/log/summary', '/v1/log/file'],
    '/v1/contacts/cold',
  );
  await fc.assert(
    fc.asyncProperty(path, fc.array(fc.tuple(name, text), { maxLength: 5 }), async (route, query) => {
      await fine(await anna.get(`${route}?${new URLSearchParams(query)}`));
    }),
    runs,
  );
});

it('answers any body of any route with an answer or a problem, never with a fault', async () => {
  const path = fc.constantFrom('/v1/push', '/v1/sign-in', '/v1/invites', '/v1/nothing');
  const body = fc.oneof(
    fc.json(),
    fc.string(),
    fc.record({ code: fc.anything(), as: fc.anything() }).map((value) => JSON.stringify(value) ?? ''),
  );
  await fc.assert(
    fc.asyncProperty(path, body, async (route, sent) => fine(await anna.post(route, sent))),
    runs,
  );
});

it('answers each of any commands, with one value anywhere in them replaced by any other', async () => {
  const samples = [
    logMail(1, [contact(1)], ['message-id:a']),
    { ...logMail(2, [contact(1)], ['message-id:a']), item: null },
    cancel(3, [id(9)]),
    createContact(4, id(5)),
  ];
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('', '\0', '\ud800', 'x'.repeat(20_000), -1, 1e308, id(1), '2026-02-30', '9999-12-31T23:59:59.999Z'),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), fc.nat(), value, fc.uuid(), async (sample, where, other, newId) => {
      const places = placesIn(sample);
      const command = replaced({ ...sample, id: newId }, places[where % places.length] ?? [], other);
      const response = await anna.push([command, createContact(6, id(6))]);
      expect(response.status).toBe(200);
      const { answers } = await response.json();
      expect(answers).toHaveLength(2);
      expect(answers[1].outcome).not.toBe('refused');
    }),
    runs,
  );
});

type Path = (string | number)[];

function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function replaced(value: unknown, path: Path, other: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) };
  copy[key] = replaced(copy[key], rest, other);
  return copy;
}
