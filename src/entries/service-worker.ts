import { createShellCache } from './browser/shell-cache.ts';

/** What a service worker has that a page has not; the compiler's own library for workers excludes that of pages. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface ServiceWorker {
  readonly registration: { readonly scope: string };
  readonly clients: {
    matchAll(options: { includeUncontrolled: boolean }): Promise<{ url: string }[]>;
    claim(): Promise<void>;
  };
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

/**
 * Opens the pane while its server is away: our own origin only, never the API. It does not take over from an older one
 * before the last page of that is closed, so that nothing changes under somebody who writes.
 */
const worker = globalThis as unknown as ServiceWorker; // this file is only ever run as one
const shell = createShellCache({
  caches,
  base: worker.registration.scope,
  request: (url) => fetch(url),
  after: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

/** The page that installs this one was fetched before it, and would be missing. */
async function install(): Promise<void> {
  const pages = await worker.clients.matchAll({ includeUncontrolled: true });
  await shell.refresh(pages.map(({ url }) => url).filter((url) => url.startsWith(worker.registration.scope)));
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const answer = shell.answer(event.request);
  if (!answer) return;
  event.respondWith(answer.response);
  event.waitUntil(answer.kept);
  // Each page that opens is a chance to take in a new build; without the server it stays as it is.
  if (event.request.mode === 'navigate')
    event.waitUntil(answer.response.then(() => shell.refresh([])).catch(() => undefined));
});
