import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { callerOf } from '../../src/server/caller-of.ts';
import type { AppEnv } from '../../src/server/services.ts';

const app = new Hono<AppEnv>().get('/', (c) => c.text(callerOf(c)));

async function callerSeen(remoteAddress: string, forwarded?: string): Promise<string> {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })).text();
}

it('is the peer that connects', async () => {
  expect(await callerSeen('203.0.113.7')).toBe('203.0.113.7');
});

it('is whom a proxy on this machine speaks for, not what a caller wrote before it', async () => {
  expect(await callerSeen('127.0.0.1', '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
  expect(await callerSeen('::ffff:127.0.0.1', '203.0.113.7')).toBe('203.0.113.7');
  expect(await callerSeen('::1')).toBe('::1');
});

it('is not what a peer from elsewhere claims', async () => {
  expect(await callerSeen('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
});
