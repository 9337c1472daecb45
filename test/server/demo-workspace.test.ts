import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Row } from '../../src/domain/row.ts';
import { noon } from '../support/domain-samples.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let rows: Row[];
beforeAll(async () => {
  server = await startTestServer();
  rows = (await server.store.changesSince(server.accounts.anna, 0, 10_000)).rows ?? [];
});
afterAll(() => server.stop());

const of = <K extends Row['kind']>(kind: K) =>
  rows.filter((row): row is Extract<Row, { kind: K }> => row.kind === kind);

it('shows a year of a team of three, none of it in the future', () => {
  const entries = of('entry');
  expect(entries.length).toBeGreaterThan(40);
  expect(new Set(entries.map(({ userId }) => userId)).size).toBe(3);
  for (const { at, receivedAt } of entries) {
    expect(at! > '2025-11-22' && at! < noon).toBe(true);
    expect(receivedAt! <= noon).toBe(true);
  }
  expect(entries.filter(({ canceled }) => canceled.length > 0)).toHaveLength(1);
  expect(entries.filter(({ postponed }) => postponed)).toHaveLength(1);
});

it('has templates for what the setup names, in groups that are there, in both languages', () => {
  const templates = new Map(of('template').map((template) => [template.id as string, template]));
  const { kind, id, rev, ...setup } = of('template-setup')[0]!;
  for (const code of Object.values(setup)) expect(templates.has(code ?? '')).toBe(true);
  const groups = new Set(of('group').map((group) => group.id));
  for (const template of templates.values()) {
    expect(groups.has(template.groupCode)).toBe(true);
    expect(Object.keys(template.description).sort()).toEqual(['en', 'fi']);
  }
});

it('keeps what is for managers from Mika', async () => {
  const held = of('entry').filter(({ audience }) => audience === 'managers');
  expect(held).toHaveLength(1);
  const { rows: seen } = await server.store.changesSince(server.accounts.mika, 0, 10_000);
  expect(seen?.filter((row) => row.kind === 'entry' && row.withheld).map(({ id }) => id)).toEqual(
    held.map(({ id }) => id),
  );
});

it('is the same each time for the same time and ids', async () => {
  const again = await startTestServer();
  expect((await again.store.changesSince(again.accounts.anna, 0, 10_000)).rows).toEqual(rows);
  await again.stop();
});
