import type { Frame } from 'playwright-core';
import { build } from 'vite';
import type { HostAdapter } from '../../../src/host/host-adapter.ts';
import { type OpenOutlook, type OutlookOptions, openOutlook } from './open-outlook.ts';

export const officeJsTag = '<script async src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Adapter</title>${officeJsTag}
<script type="module" src="/adapter-page.js"></script></head><body></body></html>`;

let bundle: Promise<string> | undefined;

/** The adapter alone in the emulated Outlook. */
export interface OpenAdapter extends OpenOutlook {
  adapter: HostAdapter;
  /** Resolves when every subscription made so far is in the frame. */
  listening(): Promise<void>;
}

export async function openAdapter(
  options: Omit<OutlookOptions, 'path' | 'serve'> & { open?: string | null; hurry?: number },
): Promise<OpenAdapter> {
  bundle ??= bundleOf(`${import.meta.dirname}/adapter-page.ts`);
  const script = await bundle;
  const outlook = await openOutlook({
    ...options,
    path: `/adapter.html?hurry=${options.hanging ? (options.hurry ?? 1) : 1}`,
    serve: async ({ url }) =>
      url.endsWith('.js')
        ? new Response(script, { headers: { 'content-type': 'text/javascript' } })
        : new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  });
  await outlook.open(options.open ?? null);
  const frame = await outlook.frame();
  await frame.waitForFunction(() => window.adapter !== undefined);
  const remote = await remoteAdapter(outlook);
  // Time-outs are hurried once the library is there: loading it takes its time on a busy machine.
  await frame.evaluate((hurry) => {
    window.hurry = hurry;
  }, options.hurry ?? 1);
  return {
    ...outlook,
    ...remote,
    async close() {
      await remote.listening();
      await outlook.close();
    },
  };
}

async function bundleOf(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['es'], fileName: 'adapter-page' },
      // What the product loads later comes along here: the page is one file.
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(built) ? built : [];
  const chunk = output?.output[0];
  if (chunk?.type !== 'chunk') throw new Error('no bundle was built');
  return chunk.code;
}

/**
 * The adapter in the frame as if it were here. What happens in between is a message: the signal ends what it began here
 * and there, and a callback in the frame calls back here.
 */
async function remoteAdapter(outlook: OpenOutlook): Promise<Pick<OpenAdapter, 'adapter' | 'listening'>> {
  const frame = (): Promise<Frame> => outlook.frame();
  const facts = await (await frame()).evaluate(async () => {
    await window.adapter.current(new AbortController().signal);
    const { adapter } = window;
    return {
      can: { ...adapter.can },
      account: adapter.account(),
      theme: adapter.theme(),
      language: adapter.language(),
    };
  });
  let subscriptions = 0;
  let listening: Promise<void> = Promise.resolve();

  function subscribe(
    to: 'onItemChanged' | 'onThemeChanged',
    changed: (value: never) => void,
    signal: AbortSignal,
  ): void {
    if (signal.aborted) return;
    subscriptions += 1;
    const name = `subscription${subscriptions}`;
    listening = listening.then(async () => {
      await outlook.page.exposeFunction(name, (value: never) => (signal.aborted ? undefined : changed(value)));
      const at = await frame();
      await at.evaluate(
        ([id, method]) => {
          const controller = new AbortController();
          window.subscriptions[id] = controller;
          // biome-ignore lint/suspicious/noExplicitAny: the function that was just exposed under this name
          window.adapter[method]((value?: unknown) => (window as any)[id](value), controller.signal);
        },
        [name, to] as const,
      );
    });
    signal.addEventListener('abort', () => {
      listening = listening.then(async () => {
        const at = await frame();
        await at.evaluate((id) => window.subscriptions[id]?.abort(), name);
      });
    });
  }

  const adapter: HostAdapter = {
    name: 'outlook',
    can: facts.can,
    account: () => facts.account,
    theme: () => facts.theme,
    language: () => facts.language,
    async current(signal) {
      signal.throwIfAborted();
      return (await frame()).evaluate(() => window.adapter.current(new AbortController().signal));
    },
    async body(identity, signal) {
      signal.throwIfAborted();
      return (await frame()).evaluate((id) => window.adapter.body(id, new AbortController().signal), identity);
    },
    onItemChanged: (changed, signal) => subscribe('onItemChanged', changed, signal),
    onThemeChanged: (changed, signal) => subscribe('onThemeChanged', changed, signal),
    async readMark(identity, signal) {
      signal.throwIfAborted();
      return (await frame()).evaluate((id) => window.adapter.readMark(id, new AbortController().signal), identity);
    },
    async saveMark(identity, mark, signal) {
      signal.throwIfAborted();
      return (await frame()).evaluate(([id, what]) => window.adapter.saveMark(id, what, new AbortController().signal), [
        identity,
        mark,
      ] as const);
    },
    async noteItem(identity, keys) {
      return (await frame()).evaluate(([id, known]) => window.adapter.noteItem(id, known), [identity, keys] as const);
    },
    async knowsItem(keys) {
      return (await frame()).evaluate((known) => window.adapter.knowsItem(known), keys);
    },
    async openItem(keys, signal) {
      signal.throwIfAborted();
      return (await frame()).evaluate((known) => window.adapter.openItem(known, new AbortController().signal), keys);
    },
  };
  return { adapter, listening: () => listening };
}
