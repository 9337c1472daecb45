import * as v from 'valibot';
import type { ProblemCode } from '../../domain/problem-code.ts';
import { type SignInRequest, SignInResponse } from '../../protocol/account.ts';
import { Problem } from '../../protocol/problem.ts';
import type { KeptSession } from './session-keeper.ts';

export type Request = (path: string, init?: RequestInit) => Promise<Response>;

/** Exchanges a one-time code for a session. */
export async function signIn(
  request: Request,
  body: SignInRequest,
): Promise<{ ok: true; session: KeptSession } | { ok: false; code: ProblemCode }> {
  let response: Response;
  try {
    response = await request('/v1/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    // fetch rejects only when the server could not be reached.
    return { ok: false, code: 'server-unreachable' };
  }
  const json: unknown = await response.json().catch(() => undefined); // not JSON: handled as an unknown answer below
  if (response.ok) {
    const parsed = v.safeParse(SignInResponse, json);
    if (parsed.success) return { ok: true, session: parsed.output };
  }
  const problem = v.safeParse(Problem, json);
  return { ok: false, code: problem.success ? problem.output.code : 'server-fault' };
}
