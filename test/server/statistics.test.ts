import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StatisticsResponse } from '../../src/protocol/statistics.ts';
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

const ask = async (query: string): Promise<StatisticsResponse> => (await anna.get(`/v1/statistics?${query}`)).json();

it('sums the interactions of the team by each code, over all time and over some days', async () => {
  const whole = await ask('by=template');
  expect(whole.sums.find(({ code }) => code === 'GOLF')).toMatchObject({ count: 4, cost: 32 });
  expect((await ask('by=group&from=2026-11-01&to=2026-11-30')).total.count).toBeLessThan(whole.total.count);
  expect((await ask('by=campaign')).sums.map(({ code }) => code)).toEqual(['SUMMER26', 'SERVICE27']);
});

it.each(['', 'by=colour', 'by=group&from=yesterday', 'by=group&contact=bob'])(
  'refuses the question "%s"',
  async (query) => {
    expect(await problemOf(await anna.get(`/v1/statistics?${query}`))).toEqual([400, 'bad-request']);
  },
);

it('is told to nobody who is not signed in', async () => {
  expect((await server.fetch('/v1/statistics?by=group')).status).toBe(401);
});

it('answers a device, which is told when it can not be asked', async () => {
  const { token, account } = await server.signIn('anna');
  const { device, surroundings } = createTestDevice({ account, token, request: server.fetch });
  const { signal } = new AbortController();
  const told = await device.statistics({ by: 'group' }, signal);
  expect(told).toMatchObject({ known: true, value: { more: false } });
  surroundings.change({ online: false });
  expect(await device.statistics({ by: 'group' }, signal)).toEqual({ known: false, why: 'server-unreachable' });
});
