import * as v from 'valibot';

/** The parts of the browser that the shell's cache works with. */
export interface ShellSources {
  caches: CacheStorage;
  request: (url: string) => Promise<Response>;
  /** Resolves after `ms`. */
  after: (ms: number) => Promise<void>;
  /** Where the pages lie, with a slash at its end. */
  base: string;
}

/** What keeps the pages of this origin openable while their server is away. */
export interface ShellCache {
  /** How a request is to be answered; undefined when it is none of the shell's. */
  answer(request: Pick<Request, 'url' | 'method' | 'mode'>): ShellAnswer | undefined;
  /** Takes in the present build and `pages`, addresses of pages that are open. Rejects where that can't be had whole. */
  refresh(pages: readonly string[]): Promise<void>;
}

export interface ShellAnswer {
  response: Promise<Response>;
  /** Resolves when it is kept as well, as far as there is room. */
  kept: Promise<void>;
}

const cacheName = 'interlog-shell';
/** The build's list of its files. */
const listName = 'shell.json';
/** How long a server may take to hand out a page before the kept one is shown, in milliseconds. */
const patience = 4_000;

const Build = v.record(
  v.string(),
  v.object({
    file: v.string(),
    css: v.optional(v.array(v.string())),
    assets: v.optional(v.array(v.string())),
    src: v.optional(v.string()),
    isEntry: v.optional(v.boolean()),
  }),
);

/**
 * Keeps pages and their files:
 * - pages come from the network while it answers in time, else as they were kept; their query does not count. Those of the
 *   build are kept before they were ever opened: one may be opened while the service worker does not see it yet;
 * - files in `assets/` carry a hash in their name: kept ones are as good as the server's;
 * - everything else, the API above all, is left alone.
 *
 * An open page is never exchanged: a new build is only taken when a page is opened. The files of the build before stay,
 * for a page that is still open may load some of its views later. A storage that is full or gone keeps nothing more, and
 * no page from its answer.
 */
export function createShellCache({ caches, request, after, base }: ShellSources): ShellCache {
  const assets = new URL('assets/', base).href;
  const list = new URL(listName, base).href;

  async function read(kept: Response | undefined): Promise<{ files: string[]; pages: string[] }> {
    const parsed = v.safeParse(Build, kept ? await kept.json() : {});
    const parts = parsed.success ? Object.values(parsed.output) : [];
    const addresses = (names: readonly string[], within: string) =>
      [...new Set(names)].map((name) => new URL(name, base).href).filter((url) => url.startsWith(within));
    const pages = parts.flatMap(({ src, isEntry }) => (isEntry && src?.endsWith('.html') ? [src] : []));
    const files = parts.flatMap(({ file, css = [], assets: more = [] }) => [file, ...css, ...more]);
    return { files: addresses(files, assets), pages: addresses(pages, base) };
  }

  async function keep(url: string): Promise<void> {
    const cache = await caches.open(cacheName);
    if (url.startsWith(assets) && (await cache.match(url))) return;
    const response = await request(url);
    if (response.ok) await cache.put(url, response);
  }

  async function found(url: string): Promise<Response | undefined> {
    try {
      return await (await caches.open(cacheName)).match(url);
    } catch {
      return undefined; // the browser has lost its storage, and with it what was kept
    }
  }

  async function page(url: string, came: (key: string, response: Response) => void): Promise<Response> {
    const key = withoutQuery(url);
    const fresh = request(url).then((response) => {
      if (!response.ok) return undefined;
      came(key, response);
      return response;
    });
    // A server that can't be reached is what the kept page is for; without one the failure itself is the answer.
    const answered = fresh.catch(() => undefined);
    const inTime = await Promise.race([answered, after(patience).then(() => undefined)]);
    return inTime ?? (await found(key)) ?? (await answered) ?? request(url);
  }

  async function asset(url: string, came: (key: string, response: Response) => void): Promise<Response> {
    const kept = await found(url);
    if (kept) return kept;
    const response = await request(url);
    if (response.ok) came(url, response);
    return response;
  }

  /** Whoever asked is answered first; what came is kept beside that. */
  function answering(
    url: string,
    ask: (url: string, came: (key: string, response: Response) => void) => Promise<Response>,
  ): ShellAnswer {
    const keeping: Promise<void>[] = [];
    const response = ask(url, (key, came) => {
      const copy = came.clone();
      // Where there is no room it is asked for again when it is needed again.
      const put = caches.open(cacheName).then((cache) => cache.put(key, copy));
      keeping.push(put.catch(() => undefined));
    });
    const kept = async () => {
      await response.catch(() => undefined); // told to whoever asked
      await Promise.all(keeping);
    };
    return { response, kept: kept() };
  }

  return {
    answer({ url, method, mode }) {
      if (method !== 'GET' || !url.startsWith(base)) return undefined;
      if (url.startsWith(assets)) return answering(url, asset);
      const path = new URL(url).pathname;
      return mode === 'navigate' && (path.endsWith('/') || path.endsWith('.html')) ? answering(url, page) : undefined;
    },
    async refresh(pages) {
      const cache = await caches.open(cacheName);
      const before = await read(await cache.match(list));
      const fresh = await request(list);
      const now = fresh.ok ? await read(fresh.clone()) : before;
      const wanted = new Set([...before.files, ...now.files]);
      const here = (await cache.keys()).map(({ url }) => url);
      // First what nobody needs any more goes, which makes room.
      for (const url of here) if (url.startsWith(assets) && !wanted.has(url)) await cache.delete(url);
      // A page of an older build would look for files that have gone by the build after the next.
      const keptPages = here.filter((url) => !url.startsWith(assets) && url !== list);
      const isNew = now.files.some((url) => !before.files.includes(url));
      const ofBuild = isNew ? [...now.pages, ...keptPages] : now.pages.filter((url) => !keptPages.includes(url));
      for (const url of new Set([...now.files, ...ofBuild, ...pages.map(withoutQuery)])) await keep(url);
      // The list comes last: all that it names is here then.
      if (fresh.ok) await cache.put(list, fresh);
    },
  };
}

function withoutQuery(url: string): string {
  const plain = new URL(url);
  plain.search = '';
  plain.hash = '';
  return plain.href;
}
