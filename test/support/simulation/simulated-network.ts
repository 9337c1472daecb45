import type { Send } from '../../../src/sync/device-options.ts';
import type { Chance } from './chance.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface SimulatedNetwork {
  /** The network as one running pane has it; after `dead` nothing reaches it any more. */
  sendAs(pane: { dead: () => boolean; online: () => boolean }): Send;
  /** From now on nothing goes wrong and everything is quick. */
  heal(): void;
  /** Breaks everything that is under way, as the end of the server's process does. */
  breakAll(): void;
}

/**
 * A bad network: requests get lost before or after they arrive, arrive twice or long after, hang without an answer, are
 * answered by somebody in between, and streams break in the middle.
 */
export function createSimulatedNetwork(options: {
  time: VirtualTime;
  chance: Chance;
  /** How bad it is, from 0 to 1. */
  badness: number;
  /** The server, or undefined while it is down. */
  server: () => ((request: Request) => Response | Promise<Response>) | undefined;
  /** A fault that no device caused: the run has failed. */
  broke: (error: unknown) => void;
  /** Hears of every request that arrives, in a line. */
  told: (what: string) => void;
}): SimulatedNetwork {
  const { time, chance, server, broke, told } = options;
  let bad = options.badness;
  let underWay = new AbortController();
  const goesWrong = (share: number) => chance.happens(bad * share);
  const delay = () => {
    if (goesWrong(0.15)) return chance.below(90_000);
    // Slow enough that answers overtake one another.
    return goesWrong(0.4) ? chance.below(5_000) : 1 + chance.below(bad > 0 ? 400 : 5);
  };

  return {
    heal() {
      bad = 0;
    },
    breakAll() {
      underWay.abort();
      underWay = new AbortController();
    },
    sendAs:
      ({ dead, online }) =>
      (path, init) =>
        new Promise((resolve, reject) => {
          const cut = underWay.signal;
          const end = (how: () => void) => {
            cut.removeEventListener('abort', lost);
            init.signal?.removeEventListener('abort', given);
            if (!dead()) how();
          };
          const lost = () => end(() => reject(new TypeError('network error')));
          const given = () => end(() => reject(init.signal?.reason));
          if (!online()) return lost();
          if (init.signal?.aborted) return given();
          cut.addEventListener('abort', lost);
          init.signal?.addEventListener('abort', given);

          if (goesWrong(0.1)) return time.in(delay(), lost);
          if (goesWrong(0.05)) return undefined; // it hangs until somebody loses patience
          if (goesWrong(0.05)) return time.in(delay(), () => end(() => resolve(inBetween(chance))));
          const hears = !goesWrong(0.12);
          if (goesWrong(0.08)) time.in(delay(), () => void arrive(path, init, cut));
          return time.in(delay(), () =>
            arrive(path, init, cut).then(
              (response) => {
                if (response === undefined || !hears) time.in(delay(), lost);
                else time.in(delay(), () => end(() => resolve(overNetwork(response, cut, init.signal ?? undefined))));
              },
              (error: unknown) => broke(error),
            ),
          );
        }),
  };

  /** Undefined when there is no server, or it is gone before it has answered. */
  async function arrive(path: string, init: RequestInit, cut: AbortSignal): Promise<Response | undefined> {
    const handler = cut.aborted ? undefined : server();
    if (!handler) return undefined;
    const { signal: _, ...rest } = init; // that the device gave up does not stop a request on its way
    const response = await handler(new Request(new URL(path, 'http://simulated.example'), rest));
    told(`${rest.method ?? 'GET'} ${path} (${String(rest.body ?? '').length} characters): ${response.status}`);
    if (response.status >= 500) throw new Error(`the server failed at ${path}: ${response.status}`);
    return cut.aborted ? undefined : response;
  }

  /** The answer, whose body ends when the connection does. */
  function overNetwork(response: Response, cut: AbortSignal, wanted: AbortSignal | undefined): Response {
    const { body, status, headers } = response;
    if (!body || !headers.get('content-type')?.includes('ndjson')) return response;
    const reader = body.getReader();
    const breaksAfter = goesWrong(0.5) ? chance.below(120_000) : undefined;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        let over = false;
        const stop = (how: () => void) => {
          if (over) return;
          over = true;
          cut.removeEventListener('abort', broken);
          wanted?.removeEventListener('abort', broken);
          reader.cancel().catch(() => undefined); // it has ended by itself
          how();
        };
        const broken = () => stop(() => controller.error(new TypeError('network error')));
        if (cut.aborted || wanted?.aborted) return broken();
        cut.addEventListener('abort', broken);
        wanted?.addEventListener('abort', broken);
        if (breaksAfter !== undefined) time.in(breaksAfter, broken);
        const pump = (): void => {
          reader.read().then(({ done, value }) => {
            if (over) return;
            if (done) return stop(() => controller.close());
            time.in(delay() % 500, () => {
              if (over) return;
              controller.enqueue(value);
              pump();
            });
          }, broken);
        };
        pump();
      },
    });
    return new Response(stream, { status, headers });
  }
}

/** Somebody before the server answers in its stead. */
function inBetween(chance: Chance): Response {
  const status = chance.pick([413, 429, 502, 503, 200]);
  const headers = chance.happens(0.5) ? { 'retry-after': String(chance.below(20)) } : undefined;
  return new Response('<html>no JSON</html>', { status, ...(headers ? { headers } : {}) });
}
