import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { openAPIRouteHandler } from 'hono-openapi';
import { wireVersion } from '../protocol/wire-version.ts';
import { DiskFull } from './disk-full.ts';
import { loopbackOnly } from './loopback-only.ts';
import { problem } from './problem.ts';
import { requestLog } from './request-log.ts';
import { coldContacts } from './routes/cold-contacts.ts';
import { contacts } from './routes/contacts.ts';
import { entries } from './routes/entries.ts';
import { handOver } from './routes/hand-over.ts';
import { health } from './routes/health.ts';
import { heldFiles } from './routes/held-files.ts';
import { invites } from './routes/invites.ts';
import { items } from './routes/items.ts';
import { jobs } from './routes/jobs.ts';
import { live } from './routes/live.ts';
import { logFile } from './routes/log-file.ts';
import { logList } from './routes/log-list.ts';
import { logSummary } from './routes/log-summary.ts';
import { me } from './routes/me.ts';
import { pages } from './routes/pages.ts';
import { pull } from './routes/pull.ts';
import { push } from './routes/push.ts';
import { signIn } from './routes/sign-in.ts';
import { signOut } from './routes/sign-out.ts';
import { statistics } from './routes/statistics.ts';
import { users } from './routes/users.ts';
import { secretHash } from './secret-hash.ts';
import type { AppEnv, Services } from './services.ts';
import { wrongVersion } from './wrong-version.ts';

/** The server as a function from request to response: `app.fetch` behind a port, or called directly by tests. */
export function createApp(services: Services): Hono<AppEnv> {
  const { mode, log, randomToken } = services;
  const app = new Hono<AppEnv>();

  app.use(requestLog(log));
  app.use(async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    if (!c.res.headers.has('content-security-policy'))
      c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });
  if (mode.kind === 'preview') app.use(loopbackOnly(mode.hosts));
  else if (mode.origins.length > 0)
    app.use(
      '/v1/*',
      cors({
        origin: [...mode.origins],
        allowHeaders: ['authorization', 'content-type', 'interlog-wire'],
        exposeHeaders: ['date', 'retry-after'],
      }),
    );

  // A live stream must not wait in a compressor until a block is full.
  const compressed = compress();
  app.use((c, next) => (c.req.path === '/v1/live' ? next() : compressed(c, next)));
  app.use('/v1/*', async (c, next) => {
    const wire = c.req.header('interlog-wire');
    const wrong = wire === undefined ? undefined : /^\d{1,9}$/.test(wire) ? wrongVersion(Number(wire)) : 'bad-request';
    return wrong ? problem(c, wrong, ['interlog-wire']) : next();
  });

  for (const route of [
    push,
    pull,
    live,
    items,
    entries,
    contacts,
    coldContacts,
    logList,
    logFile,
    logSummary,
    statistics,
    heldFiles,
    jobs,
    me,
    signIn,
    signOut,
    invites,
    users,
    handOver,
    health,
  ])
    app.route('/', route(services));
  app.get(
    '/openapi.json',
    openAPIRouteHandler(app, {
      documentation: {
        info: {
          title: 'Interlog',
          version: String(wireVersion),
          description: 'The log of a team: commands go up, rows come down.',
        },
        components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
      },
      excludeStaticFile: false,
    }),
  );
  app.route('/', pages(services));

  app.notFound((c) => problem(c, 'not-found'));
  app.onError((error, c) => {
    const reference = secretHash(randomToken()).slice(0, 12);
    log.error({ err: error, reference, path: c.req.path }, 'a request failed');
    const isFull = error instanceof DiskFull;
    const response = problem(c, isFull ? 'server-full' : 'server-fault');
    // Somebody has to make room; until then a try now and then is enough.
    if (isFull) response.headers.set('retry-after', '60');
    response.headers.set('interlog-reference', reference);
    return response;
  });
  return app;
}
