import { Hono } from 'hono';
import { LiveEvent } from '../../protocol/live.ts';
import { describe } from '../describe.ts';
import type { LiveListener } from '../live-hub.ts';
import type { Principal } from '../log-store.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

const heartbeatMs = 20_000;
/** Above it an event carries no rows, and the device pulls. */
const mostLiveRows = 200;
/** Events that wait for a slow reader; what comes meanwhile is joined into one. */
const mostWaiting = 4;

/** `GET /v1/live`: rows as they change, one JSON event a line. */
export function live(services: Services) {
  return new Hono<AppEnv>().get(
    '/v1/live',
    describe({
      summary: 'A stream of what changes. The first event says from which rev on.',
      answer: LiveEvent,
      media: 'application/x-ndjson',
      signedIn: true,
    }),
    signedIn(services),
    (c) =>
      c.body(liveStream(services, c.var.principal, c.var.tokenHash, c.req.raw.signal), 200, {
        'content-type': 'application/x-ndjson',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      }),
  );
}

function liveStream(
  { store, live: hub, every, log }: Services,
  principal: Principal,
  tokenHash: string,
  aborted: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array>;
  let unsubscribe = () => {};
  let stopHeartbeat = () => {};
  /** The rev up to which the reader was told; undefined before the first event. */
  let last: number | undefined;
  let fresh = true;
  let busy = false;
  let over = false;

  const send = (line: string) => controller.enqueue(encoder.encode(`${line}\n`));
  const listener: LiveListener = {
    tenantId: principal.tenantId,
    tokenHash,
    wake() {
      fresh = true;
      pump().catch(fail);
    },
    end() {
      if (over) return;
      stop();
      controller.close();
    },
  };

  function stop(): void {
    over = true;
    unsubscribe();
    stopHeartbeat();
  }

  function fail(error: unknown): void {
    log.error({ err: error, tenant: principal.tenantId }, 'a live stream failed');
    if (over) return;
    stop();
    controller.error(error);
  }

  /** Sends what is new as long as the reader takes it; one at a time. */
  async function pump(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      while (fresh && !over && (controller.desiredSize ?? 0) > 0) {
        fresh = false;
        const from = last ?? Number.MAX_SAFE_INTEGER;
        const { epoch, to, rows } = await store.changesSince(principal, from, mostLiveRows);
        if (over || to === last) continue;
        const event: LiveEvent = { epoch, from: last ?? to, to, rows };
        last = to;
        send(JSON.stringify(event));
      }
    } finally {
      busy = false;
    }
  }

  return new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
        unsubscribe = hub.subscribe(listener);
        stopHeartbeat = every(heartbeatMs, () => {
          if ((controller.desiredSize ?? 0) > 0) send('');
        });
        aborted.addEventListener('abort', () => listener.end(), { once: true });
      },
      pull: () => pump().catch(fail),
      cancel: stop,
    },
    { highWaterMark: mostWaiting },
  );
}
