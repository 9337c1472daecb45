import * as v from 'valibot';
import type { ProblemCode } from '../domain/problem-code.ts';
import { Problem } from '../protocol/problem.ts';
import { parseRetryAfter } from './backoff.ts';
import type { Clock, Send } from './device-options.ts';

/** A request that was not answered as asked. `status` is undefined where nothing answered. */
export interface Failure {
  ok: false;
  code: ProblemCode;
  status: number | undefined;
  /** Milliseconds. */
  retryAfter: number | undefined;
}

export type Answered<T> = { ok: true; value: T } | Failure;

/** How long an answer may take, in milliseconds. */
const patience = 60_000;

export type AskServer = <S extends v.GenericSchema>(
  path: string,
  schema: S,
  init: RequestInit,
) => Promise<Answered<v.InferOutput<S>>>;

/** Sends requests as the account does and parses what comes back. Never rejects. */
export function createAskServer(options: {
  request: Send;
  token: string;
  clock: Clock;
  /** Is told the time that the server gave with an answer; null where it gave none. */
  dated?: (date: string | null) => void;
}): AskServer {
  return async (path, schema, init) => {
    const stop = new AbortController();
    const signal = init.signal ? AbortSignal.any([init.signal, stop.signal]) : stop.signal;
    const late = options.clock.after(patience, stop.signal).then(
      () => stop.abort(),
      () => undefined, // the answer came first
    );
    try {
      const response = await options.request(path, bearing(options.token, { ...init, signal }));
      options.dated?.(response.headers.get('date'));
      if (!response.ok) return await failureOf(response, options.clock.now());
      const parsed = v.safeParse(schema, await response.json());
      return parsed.success ? { ok: true, value: parsed.output } : failure('server-fault', response.status);
    } catch (error) {
      // Broken JSON under a good status is somebody in between who answers for the server.
      return failure(error instanceof SyntaxError ? 'server-fault' : 'server-unreachable', undefined);
    } finally {
      stop.abort();
      await late;
    }
  };
}

export function bearing(token: string, init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}

/**
 * What a bad status says: by the code of its problem document, else by itself. What it says of times is by the clock that
 * dated it, which this device's may not be right by.
 */
export async function failureOf(response: Response, now: number): Promise<Failure> {
  const body: unknown = await response.json().catch(() => undefined); // no document: the status says it
  const parsed = v.safeParse(v.pick(Problem, ['code']), body);
  const code = parsed.success ? parsed.output.code : (byStatus[response.status] ?? 'server-fault');
  const dated = Date.parse(response.headers.get('date') ?? '');
  const retryAfter = parseRetryAfter(response.headers.get('retry-after'), Number.isNaN(dated) ? now : dated);
  return { ...failure(code, response.status), retryAfter };
}

const byStatus: Readonly<Record<number, ProblemCode>> = {
  401: 'signed-out',
  410: 'cursor-expired',
  413: 'too-large',
  429: 'too-many-requests',
  502: 'server-unreachable',
  503: 'server-busy',
  504: 'server-unreachable',
};

function failure(code: ProblemCode, status: number | undefined): Failure {
  return { ok: false, code, status, retryAfter: undefined };
}
