import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

const host = '127.0.0.1:8321';
let paneFolder: string;
let preview: TestServer;
let team: TestServer;
beforeAll(async () => {
  paneFolder = mkdtempSync(join(tmpdir(), 'interlog-pane-'));
  mkdirSync(join(paneFolder, 'assets'));
  for (const page of ['preview', 'web', 'outlook'])
    writeFileSync(join(paneFolder, `${page}.html`), `<title>${page}</title>`);
  writeFileSync(join(paneFolder, 'assets', 'app-1a2b3c.js'), 'export {};'.repeat(500));
  team = await startTestServer({ paneFolder, mode: { kind: 'serve', origins: ['https://friend.example'] } });
  const users = { anna: { tenantId: team.accounts.anna.tenantId, userId: team.accounts.anna.userId } };
  preview = await startTestServer({ paneFolder, mode: { kind: 'preview', hosts: [host], token: 'the-token', users } });
});
afterAll(async () => {
  await preview.stop();
  await team.stop();
  rmSync(paneFolder, { recursive: true, force: true });
});

const onPreview = (path: string, init: RequestInit = {}) => preview.fetch(`http://${host}${path}`, init);
const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? '';

it('opens the preview or the page of the team at its root', async () => {
  expect(await (await onPreview('/')).text()).toContain('preview');
  expect(await (await team.fetch('/')).text()).toContain('web');
});

it('lets its pages run nothing but its own scripts and be framed by nobody', async () => {
  for (const response of [await onPreview('/'), await team.fetch('/'), await team.fetch('/assets/app-1a2b3c.js')]) {
    expect(policyOf(response)).toMatch(/default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policyOf(response)).toContain("frame-ancestors 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  }
});

it('lets Outlook frame its own page, with the library that must come from Microsoft', async () => {
  const policy = policyOf(await team.fetch('/outlook.html'));
  expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com;");
  expect(policy).toMatch(/frame-ancestors https:\/\/outlook\.office\.com .*https:\/\/outlook\.cloud\.microsoft/);
  expect((await team.fetch('/outlook.html')).headers.has('x-frame-options')).toBe(false);
});

it('lets browsers keep files with a hash in their name for ever, and pages not at all', async () => {
  expect((await team.fetch('/assets/app-1a2b3c.js')).headers.get('cache-control')).toContain('immutable');
  expect((await team.fetch('/')).headers.get('cache-control')).toBe('no-cache');
  expect((await team.fetch('/assets/gone.js')).headers.get('cache-control')).not.toContain('immutable');
});

it('compresses what is worth it', async () => {
  const response = await team.fetch('/assets/app-1a2b3c.js', { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('content-encoding')).toBe('gzip');
});

it('answers nothing but its own files', async () => {
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2f..%2fetc/passwd', '/assets/', '/.git/config'])
    expect(await problemOf(await team.fetch(path))).toEqual([404, 'not-found']);
});

it('answers in the preview only its own address, and only its own pages', async () => {
  const ask = async (url: string, headers: Record<string, string> = {}) =>
    problemOf(await preview.fetch(url, { headers }));
  expect(await ask('http://evil.example:8321/')).toEqual([403, 'forbidden-origin']);
  expect(await ask(`http://${host}/v1/me`, { origin: 'http://evil.example' })).toEqual([403, 'forbidden-origin']);
  expect(await ask(`http://${host}/v1/me`, { origin: 'null' })).toEqual([403, 'forbidden-origin']);
  expect(await ask(`http://${host}/v1/me`, { origin: `http://${host}` })).toEqual([401, 'signed-out']);
});

it("signs in to the preview with the address's token only", async () => {
  const signIn = (body: object) => onPreview('/v1/sign-in', { method: 'POST', body: JSON.stringify(body) });
  expect(await problemOf(await signIn({ code: 'wrong', as: 'anna' }))).toEqual([403, 'sign-in-refused']);
  expect(await problemOf(await signIn({ code: 'the-token', as: 'constructor' }))).toEqual([403, 'sign-in-refused']);
  expect(await problemOf(await signIn({ code: 'the-token' }))).toEqual([403, 'sign-in-refused']);
});

it('lets a team name the foreign pages that may call it', async () => {
  const ask = async (origin: string) =>
    (await team.fetch('/v1/me', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } }))
      .headers;
  expect((await ask('https://friend.example')).get('access-control-allow-origin')).toBe('https://friend.example');
  expect((await ask('https://evil.example')).get('access-control-allow-origin')).toBeNull();
});

it('describes every route', async () => {
  const { paths } = await (await team.fetch('/openapi.json')).json();
  const described = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routes = team.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '/*' && path !== '/openapi.json')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(described.sort()).toEqual([...new Set(routes)].sort());
});
