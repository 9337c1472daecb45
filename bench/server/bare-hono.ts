import { keepCompiled } from '../../src/entries/node/keep-compiled.ts';

/** The least that a Hono server on Node is: one route. What it loads is kept compiled in the folder that is its argument. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('no folder was named');
keepCompiled(folder);
const [{ serve }, { Hono }] = await Promise.all([import('@hono/node-server'), import('hono')]);
const app = new Hono().get('/healthz', (c) => c.json({ ok: true }));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => console.log('listening'));
