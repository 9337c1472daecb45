import * as v from 'valibot';
import { LiveEvent } from '../protocol/live.ts';
import { bearing, type Failure, failureOf } from './ask-server.ts';
import type { Clock, Send } from './device-options.ts';

/** The server sends an empty line every 20 s: after this long without a byte (ms) the connection is taken for dead. */
const silence = 50_000;

/** A stream of what others do, until `signal`, the server or the network ends it. */
export type Live = { ok: true; events: AsyncGenerator<LiveEvent, void> } | Failure;

export async function openLive(
  { request, token, clock }: { request: Send; token: string; clock: Clock },
  signal: AbortSignal,
): Promise<Live> {
  const own = new AbortController();
  const both = AbortSignal.any([signal, own.signal]);
  const open = async (): Promise<Live> => {
    const response = await request('/v1/live', bearing(token, { signal: both }));
    if (!response.ok) return await failureOf(response, clock.now());
    if (response.body === null) return unreachable;
    return { ok: true, events: eventsOf(response.body, clock, own, both) };
  };
  try {
    // Somebody in between may take the request and never answer: who waited for it would pull no more.
    const live = await withinSilence(open(), clock, own);
    if (live === undefined) own.abort();
    return live ?? unreachable;
  } catch {
    // No answer: the network, or our own signal.
    return unreachable;
  }
}

const unreachable: Failure = { ok: false, code: 'server-unreachable', status: undefined, retryAfter: undefined };

async function* eventsOf(
  body: ReadableStream<Uint8Array>,
  clock: Clock,
  own: AbortController,
  signal: AbortSignal,
): AsyncGenerator<LiveEvent, void> {
  const reader = body.getReader();
  const cancel = () => void reader.cancel().catch(() => undefined); // it has ended already: nothing to end
  signal.addEventListener('abort', cancel, { once: true });
  const decoder = new TextDecoder();
  let rest = '';
  try {
    while (!signal.aborted) {
      const chunk = await withinSilence(reader.read(), clock, own);
      if (chunk === undefined || chunk.done) return;
      const lines = (rest + decoder.decode(chunk.value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const event = parseLine(line);
        if (event === 'broken') return;
        if (event !== undefined) yield event;
      }
    }
  } catch {
    // A stream that breaks has ended; whoever listens connects again.
  } finally {
    signal.removeEventListener('abort', cancel);
    own.abort();
    cancel();
  }
}

/** The event of a line; undefined for an empty one. After a `broken` one the rest can't be trusted either. */
function parseLine(line: string): LiveEvent | 'broken' | undefined {
  if (line.trim() === '') return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), LiveEvent), line);
  return parsed.success ? parsed.output : 'broken';
}

async function withinSilence<T>(read: Promise<T>, clock: Clock, own: AbortController): Promise<T | undefined> {
  const came = new AbortController();
  const late = clock.after(silence, AbortSignal.any([came.signal, own.signal])).then(
    () => undefined,
    () => undefined, // something came, or it ended: `read` says what
  );
  try {
    return await Promise.race([read, late.then(() => (came.signal.aborted ? read : undefined))]);
  } finally {
    came.abort();
  }
}
