import { createAdaptorServer } from '@hono/node-server';
import type { Logger } from 'pino';
import { instantOf } from '../../domain/time.ts';
import { manifestStrings } from '../../pane/messages/manifest-strings.ts';
import { createApp } from '../../server/create-app.ts';
import type { HeldStore } from '../../server/held-store.ts';
import { createJobRunner } from '../../server/job-runner.ts';
import type { JobStore } from '../../server/job-store.ts';
import { createLiveHub } from '../../server/live-hub.ts';
import type { WholeLogStore } from '../../server/log-reading.ts';
import { manifest } from '../../server/routes/manifest.ts';
import type { ServerLog, ServerMode, Services } from '../../server/services.ts';
import { createSessionNotes, sweepSessions } from '../../server/sessions-in-use.ts';
import { newId, randomToken } from './chance.ts';
import { giveWay } from './give-way.ts';
import { stopWith, systemCode } from './stop-with.ts';

const dayMs = 86_400_000;

interface RunOptions {
  store: WholeLogStore & HeldStore & JobStore;
  mode: ServerMode;
  log: Logger;
  paneFolder: string | undefined;
  /** Where people reach it, for the Outlook manifest; by default the address of each request. */
  baseUrl?: string | undefined;
  host: string;
  port: number;
}

/**
 * Serves until the process is told to stop (Ctrl+C, SIGTERM): then streams end, requests finish and the log is closed.
 * Resolves when it listens; ends the process where it can't.
 */
export async function runServer({ store, mode, log, paneFolder, baseUrl, host, port }: RunOptions): Promise<void> {
  const live = createLiveHub();
  const now = () => instantOf(Date.now());
  const serverLog: ServerLog = {
    info: (facts, message) => log.info(facts, message),
    error: (facts, message) => log.error(facts, message),
  };
  const jobRunner = createJobRunner({ store, live, now, newId, giveWay, log: serverLog });
  const services: Services = {
    store,
    held: store,
    jobs: store,
    jobRunner,
    noteSession: createSessionNotes({ store, now, log: serverLog }),
    live,
    mode,
    paneFolder,
    randomToken,
    newId,
    now,
    log: serverLog,
    every(ms, tick) {
      const timer = setInterval(tick, ms);
      return () => clearInterval(timer);
    },
  };
  const app = createApp(services).route('/', manifest({ texts: manifestStrings, baseUrl }));
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) });

  const listening = Promise.withResolvers<void>();
  server.once('listening', () => listening.resolve());
  server.once('error', listening.reject);
  server.listen(port, host);
  try {
    await listening.promise;
  } catch (error) {
    await store.close();
    stopWith(
      systemCode(error) === 'EADDRINUSE'
        ? `Port ${port} is taken by another program. Choose another one with --port.`
        : `Can not listen on ${host}:${port} (${systemCode(error) ?? error}).`,
    );
  }

  let stopping = false;
  const failing = (error: unknown) => {
    // Who stops the server meanwhile closes the log under it; it begins again with the next start.
    if (!stopping) log.error({ err: error }, 'the daily work could not be started');
  };
  const daily = () => Promise.all([jobRunner.daily(), sweepSessions(services)]).catch(failing);
  jobRunner.resume().then(daily, failing);
  const stopDaily = services.every(dayMs, daily);

  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    live.close();
    stopDaily();
    server.close(() =>
      jobRunner
        .close()
        .then(() => store.close())
        .then(() => process.exit(0), failed),
    );
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  };
  const failed = (error: unknown) => {
    log.error({ err: error }, 'the log could not be closed');
    process.exit(1);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
