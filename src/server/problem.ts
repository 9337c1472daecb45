import type { Context } from 'hono';
import type { EnvelopeCode } from '../domain/problem-code.ts';
import type { Problem } from '../protocol/problem.ts';

const problems = {
  'bad-json': [400, 'The body is not JSON.'],
  'bad-request': [400, 'The request does not have the form that is described in /openapi.json.'],
  'too-large': [413, 'The body is larger than is taken at once.'],
  'too-many-commands': [413, 'There are more commands than are taken at once.'],
  'version-too-old': [426, 'This server no longer speaks the version of the request.'],
  'version-too-new': [409, 'This server does not speak the version of the request yet.'],
  'wrong-account': [403, 'The request names another account than its session belongs to.'],
  'signed-out': [401, 'There is no such session.'],
  'sign-in-refused': [403, 'The code is unknown, was used or has expired.'],
  'cursor-expired': [410, 'The cursor no longer counts: start the scope again.'],
  'scope-unknown': [400, 'There is no such scope.'],
  'forbidden-origin': [403, 'Requests from there are not answered.'],
  forbidden: [403, 'The role of this user does not allow it.'],
  'not-found': [404, 'There is nothing here.'],
  'too-many-requests': [429, 'Too many tries: wait.'],
  'server-busy': [503, 'The server can not answer just now.'],
  'server-full': [507, 'The disk of the server is full: nothing can be kept until there is room.'],
  'server-fault': [500, 'The server failed; its log knows more.'],
} as const satisfies Record<EnvelopeCode, readonly [status: number, title: string]>;

/** The answer to a request that failed as a whole. `fields` are paths only, never values. */
export function problem(c: Context, code: EnvelopeCode, fields?: readonly string[]): Response {
  const [status, title] = problems[code];
  const body: Problem = {
    type: 'about:blank',
    status,
    code,
    title,
    ...(fields === undefined || fields.length === 0 ? {} : { fields: [...fields] }),
  };
  return c.json(body, status, { 'content-type': 'application/problem+json' });
}
