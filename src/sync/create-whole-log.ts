import { InviteResponse, UsersResponse } from '../protocol/account.ts';
import { DeletePreview, ErasurePreview, Job, JobsResponse } from '../protocol/job.ts';
import { ColdResponse, LogListResponse, LogSummaryResponse } from '../protocol/log-list.ts';
import { type Answered, type AskServer, bearing, failureOf } from './ask-server.ts';
import type { LookUp } from './device.ts';
import type { Clock, Send } from './device-options.ts';
import type { TakePiece, WholeLog } from './whole-log.ts';

/** Asks the account's server; `answer` turns what came of a question into what the pane is told. */
export function createWholeLog(options: {
  ask: AskServer;
  request: Send;
  token: string;
  clock: Clock;
  answer: <T>(question: () => Promise<Answered<T>>) => Promise<LookUp<T>>;
}): WholeLog {
  const { ask, answer } = options;

  function file(path: string, take: TakePiece, signal: AbortSignal): Promise<LookUp<true>> {
    return answer(async () => {
      try {
        const response = await options.request(path, bearing(options.token, { signal }));
        if (!response.ok) return await failureOf(response, options.clock.now());
        let bytes = 0;
        // Its mark of UTF-8 stays on a file: spreadsheets read it wrong without.
        const text = new TextDecoder('utf-8', { ignoreBOM: true });
        for await (const piece of piecesOf(response)) {
          bytes += piece.length;
          take(text.decode(piece, { stream: true }), bytes);
        }
        take(text.decode(), bytes);
        return { ok: true, value: true };
      } catch {
        // Cut off, or stopped by who asked: half a file is none.
        return { ok: false, code: 'server-unreachable', status: undefined, retryAfter: undefined };
      }
    });
  }

  const post = (body: unknown, signal: AbortSignal): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  return {
    list: (filter, { before, limit }, signal) =>
      answer(() => ask(`/v1/log?${query({ ...filter, before, limit })}`, LogListResponse, { signal })),
    summary: (filter, signal) => answer(() => ask(`/v1/log/summary?${query(filter)}`, LogSummaryResponse, { signal })),
    cold: (of, signal) => answer(() => ask(`/v1/contacts/cold?${query(of)}`, ColdResponse, { signal })),
    file: (filter, as, take, signal) => file(`/v1/log/file?${query({ ...filter, ...as })}`, take, signal),
    ownFile: (take, signal) => file('/v1/me/file', take, signal),
    personFile: (contactId, take, signal) => file(`/v1/contacts/${contactId}/file`, take, signal),
    previewDeletion: (filter, signal) => answer(() => ask('/v1/jobs/preview', DeletePreview, post({ filter }, signal))),
    previewErasure: (contactId, signal) =>
      answer(() => ask('/v1/jobs/erasure-preview', ErasurePreview, post({ contactId }, signal))),
    startJob: (request, signal) => answer(() => ask('/v1/jobs', Job, post(request, signal))),
    job: (id, signal) => answer(() => ask(`/v1/jobs/${id}`, Job, { signal })),
    stopJob: (id, signal) => answer(() => ask(`/v1/jobs/${id}`, Job, { method: 'DELETE', signal })),
    jobs: (signal) =>
      answer(async () => {
        const answered = await ask('/v1/jobs', JobsResponse, { signal });
        return answered.ok ? { ok: true, value: answered.value.jobs } : answered;
      }),
    users: (signal) =>
      answer(async () => {
        const answered = await ask('/v1/users', UsersResponse, { signal });
        return answered.ok ? { ok: true, value: answered.value.users } : answered;
      }),
    invite: (request, signal) => answer(() => ask('/v1/invites', InviteResponse, post(request, signal))),
  };
}

function query(parts: Readonly<Record<string, string | number | undefined>>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) search.set(name, String(value));
  return search;
}

async function* piecesOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
}
