import { fileURLToPath } from 'node:url';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import type { LogEntry } from '../../../src/domain/log-entry.ts';
import { instantOf } from '../../../src/domain/time.ts';
import type { PullResponse } from '../../../src/protocol/pull.ts';
import type { DemoUser } from '../../../src/server/demo/demo-people.ts';
import { startTestServer, type TestServer } from '../start-server.ts';
import { type OpenOutlook, type OutlookOptions, openOutlook, paneOrigin } from './open-outlook.ts';

const paneFolder = fileURLToPath(new URL('../../../dist/pane', import.meta.url));

/** The real server with the demo workspace and the built pages; its clock is today's, as the browser's is. */
export function startPaneServer(): Promise<TestServer> {
  return startTestServer({ paneFolder, now: instantOf(Date.now()) });
}

/** The production pane in the emulated Outlook, signed in. */
export interface OpenPane extends OpenOutlook {
  pane: FrameLocator;
  inFrame: Frame;
  /** While false, nothing of the pane's server answers; after true, all of it. */
  connect(connected: boolean): void;
  logButton(): Locator;
  /** Logs what is open and waits until it is in the log. */
  logIt(): Promise<void>;
  /** Entries that were logged from this pane's user about mail or meetings with that subject. */
  entries(subject: string): Promise<LogEntry[]>;
}

export async function openPane(
  server: TestServer,
  options: Omit<OutlookOptions, 'path' | 'serve'> & {
    open: string | null;
    as?: DemoUser;
    signedIn?: boolean;
    /** Files that do not come, until the server is connected anew. */
    missing?: RegExp;
  },
): Promise<OpenPane> {
  const { token, account } = await server.signIn(options.as ?? 'anna');
  let connected = true;
  let missing = options.missing;
  const session = JSON.stringify({ account, token });
  const outlook = await openOutlook({
    ...options,
    user: options.user ?? { name: account.name, address: account.email },
    path: '/outlook.html',
    serve: async (request) => {
      if (!connected || missing?.test(request.url)) throw new Error('the server is stopped');
      return server.fetch(request);
    },
    initScript: `
      if (location.origin === ${JSON.stringify(paneOrigin)} && ${options.signedIn ?? true}) {
        try { localStorage.setItem('interlog.session.outlook', ${JSON.stringify(session)}); } catch { /* storage is denied */ }
      }
      ${options.initScript ?? ''}`,
  });
  await outlook.open(options.open);
  const pane = outlook.page.frameLocator('iframe');
  const logButton = () => pane.getByRole('button', { name: /^(Log|Kirjaa)( for| |$)/ }).last();

  return {
    ...outlook,
    pane,
    inFrame: await outlook.frame(),
    connect(now) {
      connected = now;
      if (now) missing = undefined;
    },
    logButton,
    async logIt() {
      await logButton().click();
      await pane.getByText('In the log').first().waitFor();
    },
    async entries(subject) {
      const response = await server.fetch('/v1/pull?scope=mine', { headers: { authorization: `Bearer ${token}` } });
      const { rows } = (await response.json()) as PullResponse; // our own server's answer
      return rows
        .filter((row) => row.kind === 'entry')
        .filter((entry) => entry.subject === subject || entry.description === subject);
    },
  };
}
