import { Hono } from 'hono';
import { manifestFor } from '../manifest/manifest-for.ts';
import type { TranslatedManifestTexts } from '../manifest/manifest-texts.ts';
import type { AppEnv } from '../services.ts';

/**
 * `GET /manifest.xml`: the Outlook add-in of this very server. `baseUrl` is the address that people reach it by, for
 * servers behind a proxy; without it the address of the request counts. Outlook takes https only.
 */
export function manifest(options: { texts: TranslatedManifestTexts; baseUrl?: string | undefined }) {
  return new Hono<AppEnv>().get('/manifest.xml', (c) => {
    const xml = manifestFor(options.baseUrl ?? new URL(c.req.url).origin, options.texts);
    if (xml !== undefined) return c.body(xml, 200, { 'content-type': 'application/xml; charset=utf-8' });
    return c.text(
      'Outlook loads add-ins from https addresses only, and this server was asked by another. ' +
        'Reach it by https, or tell it the https address that people use.\n',
      409,
    );
  });
}
