import * as v from 'valibot';
import type { WidePage } from '../../pane/pane-services.ts';
import { HandOverResponse } from '../../protocol/account.ts';
import { Problem } from '../../protocol/problem.ts';
import type { Request } from './sign-in.ts';

/** Asks for a code that signs the wide page in, for the session with `token`. */
export async function askHandOver(
  { request, token }: { request: Request; token: string },
  signal: AbortSignal,
): ReturnType<WidePage['askCode']> {
  let response: Response;
  try {
    const headers = { authorization: `Bearer ${token}` };
    response = await request('/v1/hand-over', { method: 'POST', headers, signal });
  } catch {
    // fetch rejects only when the server could not be reached, or when nobody waits any more.
    return { ok: false, code: 'server-unreachable' };
  }
  const json: unknown = await response.json().catch(() => undefined); // not JSON: an unknown answer below
  const parsed = v.safeParse(HandOverResponse, json);
  if (response.ok && parsed.success) return { ok: true, code: parsed.output.code };
  const problem = v.safeParse(Problem, json);
  return { ok: false, code: problem.success ? problem.output.code : 'server-fault' };
}
