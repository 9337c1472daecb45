import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { AppEnv, Services } from '../services.ts';

/** Outlook's own library must come from Microsoft, and Outlook on the web shows the page in a frame of these hosts. */
const outlookHosts = [
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.live.com',
  'https://outlook.cloud.microsoft',
  'https://*.office.com',
  'https://*.cloud.microsoft',
];
const outlookScripts = ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com'];

function policy(page: { scripts: readonly string[]; frames: string; ancestors: readonly string[] }): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...page.scripts].join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `frame-src ${page.frames}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${page.ancestors.join(' ') || "'none'"}`,
  ].join('; ');
}

const policies: Readonly<Record<string, string>> = {
  '/outlook.html': policy({ scripts: outlookScripts, frames: "'none'", ancestors: outlookHosts }),
  // It frames mail bodies, sandboxed.
  '/preview.html': policy({ scripts: [], frames: "'self'", ancestors: [] }),
};
const ownPages = policy({ scripts: [], frames: "'none'", ancestors: [] });

/** The built pages. Files in `assets/` carry a hash of their content in their name and never change. */
export function pages({ mode, paneFolder }: Services) {
  const app = new Hono<AppEnv>();
  if (paneFolder === undefined) return app;
  const start = mode.kind === 'preview' ? '/preview.html' : '/web.html';
  return app.get(
    '/*',
    async (c, next) => {
      await next();
      c.header('content-security-policy', policies[c.req.path === '/' ? start : c.req.path] ?? ownPages);
      c.header(
        'cache-control',
        c.req.path.startsWith('/assets/') && c.res.ok ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
    serveStatic({ root: paneFolder, rewriteRequestPath: (path) => (path === '/' ? start : path) }),
  );
}
