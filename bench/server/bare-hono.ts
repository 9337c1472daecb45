import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** The least that a Hono server on Node is: one route. */
const app = new Hono().get('/healthz', (c) => c.json({ ok: true }));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => console.log('listening'));
