import { afterEach, expect, it } from 'vitest';
import { createShellCache } from '../../src/entries/browser/shell-cache.ts';

const base = 'https://log.example/';
const page = `${base}web.html`;
const cacheName = 'interlog-shell';
afterEach(() => caches.delete(cacheName));

/** The shell of a server with builds, on a storage that may have no room for some addresses. */
function shellOf(files: Record<string, string>) {
  const storage = { isFull: (_url: string) => false };
  const served = new Map(Object.entries(files).map(([path, text]) => [`${base}${path}`, text]));
  const filling: CacheStorage = Object.assign(Object.create(caches), {
    open: async (name: string) => {
      const cache = await caches.open(name);
      const put: Cache['put'] = (url, response) =>
        storage.isFull(String(url))
          ? Promise.reject(new DOMException('no room', 'QuotaExceededError'))
          : cache.put(url, response);
      return {
        put,
        match: cache.match.bind(cache),
        keys: cache.keys.bind(cache),
        delete: cache.delete.bind(cache),
      };
    },
  });
  const shell = createShellCache({
    caches: filling,
    base,
    request: async (url) => {
      const text = served.get(url);
      return text === undefined ? new Response('', { status: 404 }) : new Response(text);
    },
    after: () => new Promise(() => undefined), // the server always answers in time
  });
  const build = (...names: string[]) => {
    served.set(`${base}shell.json`, JSON.stringify(Object.fromEntries(names.map((file) => [file, { file }]))));
    for (const name of names) served.set(`${base}${name}`, `text of ${name}`);
  };
  const ask = (url: string, mode: RequestMode) => shell.answer({ url, method: 'GET', mode });
  return { shell, storage, served, build, ask };
}

/** Paths of what is kept. */
async function kept(): Promise<string[]> {
  const cache = await caches.open(cacheName);
  return (await cache.keys()).map(({ url }) => url.slice(base.length)).sort();
}

it.each([
  ['a page', page, 'navigate'],
  ['a file of a page', `${base}assets/one.js`, 'cors'],
] as const)('%s is shown though there is no room to keep it, and kept when there is', async (_, url, mode) => {
  const { storage, ask } = shellOf({ 'web.html': 'the text', 'assets/one.js': 'the text' });
  storage.isFull = () => true;
  const first = ask(url, mode);
  expect(await (await first?.response)?.text()).toBe('the text');
  await first?.kept;
  expect(await kept()).toEqual([]);
  storage.isFull = () => false;
  const second = ask(url, mode);
  expect(await (await second?.response)?.text()).toBe('the text');
  await second?.kept;
  expect(await kept()).toEqual([url.slice(base.length)]);
});

it('the pages of a build are kept before they were opened, and again with each build, also such as are opened by another name', async () => {
  const { shell, served, ask } = shellOf({});
  const build = (mark: string) => {
    served.set(
      `${base}shell.json`,
      JSON.stringify({ 'web.html': { file: `assets/${mark}.js`, src: 'web.html', isEntry: true } }),
    );
    for (const path of ['', 'web.html', `assets/${mark}.js`]) served.set(`${base}${path}`, `${path} of ${mark}`);
  };
  build('one');
  await shell.refresh([`${base}?as=anna`]);
  expect(await kept()).toEqual(['', 'assets/one.js', 'shell.json', 'web.html']);
  build('two');
  await shell.refresh([]);
  served.clear();
  for (const path of ['', 'web.html'])
    expect(await (await ask(`${base}${path}`, 'navigate')?.response)?.text()).toBe(`${path} of two`);
});

it('a build that could not be taken whole takes nothing from the one before', async () => {
  const { shell, storage, build } = shellOf({});
  build('assets/a.js');
  await shell.refresh([]);
  build('assets/b.js', 'assets/c.js');
  storage.isFull = (url) => url.endsWith('c.js');
  await expect(shell.refresh([])).rejects.toThrow('no room');
  // Another one, before that could be had: what was kept of it goes, the build before stays.
  build('assets/d.js');
  storage.isFull = (url) => url.endsWith('d.js');
  await expect(shell.refresh([])).rejects.toThrow('no room');
  expect(await kept()).toEqual(['assets/a.js', 'shell.json']);
  storage.isFull = () => false;
  await shell.refresh([]);
  expect(await kept()).toEqual(['assets/a.js', 'assets/d.js', 'shell.json']);
});
