import { Hono } from 'hono';
import * as v from 'valibot';
import { TenantId, UserId } from '../../domain/ids.ts';
import { mostCommands, mostPushBytes, PushRequest, PushResponse } from '../../protocol/push.ts';
import { describe } from '../describe.ts';
import { problem } from '../problem.ts';
import { readJson } from '../read-request.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import { wrongVersion } from '../wrong-version.ts';

// As PushRequest, but too many commands and a wrong version have codes of their own.
const Envelope = v.object({
  wire: v.number(),
  tenantId: TenantId,
  userId: UserId,
  seen: v.optional(v.string()),
  commands: v.array(v.unknown()),
});

/** `POST /v1/push`: commands in, answers and rows out. */
export function push(services: Services) {
  const { store, live, now } = services;
  return new Hono<AppEnv>().post(
    '/v1/push',
    describe({
      summary: 'Runs commands, each at most once.',
      body: PushRequest,
      answer: PushResponse,
      signedIn: true,
    }),
    signedIn(services),
    async (c) => {
      const request = await readJson(c, Envelope, mostPushBytes);
      if (request instanceof Response) return request;
      const version = wrongVersion(request.wire);
      if (version) return problem(c, version, ['wire']);
      const principal = c.var.principal;
      if (request.tenantId !== principal.tenantId || request.userId !== principal.userId)
        return problem(c, 'wrong-account');
      if (request.commands.length > mostCommands) return problem(c, 'too-many-commands', ['commands']);

      if (request.seen !== undefined && !(await store.knows(principal, request.seen)))
        return problem(c, 'cursor-expired', ['seen']);
      const response = await store.push(principal, request.commands, now());
      c.set('counts', { commands: request.commands.length, rows: response.rows.length });
      if (request.commands.length > 0) live.changed(principal.tenantId);
      return c.json(response satisfies PushResponse);
    },
  );
}
