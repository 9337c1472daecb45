import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { CommentId } from '../../domain/ids.ts';
import { ContactId } from '../../domain/ids.ts';
import { historyScope } from '../../protocol/scope.ts';
import { describe } from '../describe.ts';
import { entryPages } from '../held-file/entry-pages.ts';
import { jsonPieces } from '../held-file/json-pieces.ts';
import { problem } from '../problem.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

/**
 * What is held about people, as files: `GET /v1/contacts/:id/file` all about a contact (managers and admins, who see
 * all of it), `GET /v1/me/file` all that the asker has logged.
 */
export function heldFiles(services: Services) {
  const { store, held, now } = services;

  function file(c: Context<AppEnv>, name: string, pieces: AsyncGenerator<string>): Response {
    return c.body(streamed(pieces, services), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="interlog-${name}-${now().slice(0, 10)}.json"`,
    });
  }

  return new Hono<AppEnv>()
    .get(
      '/v1/contacts/:id/file',
      describe({
        summary: 'Everything that is held about a contact, as a file; for managers and admins.',
        answer: v.string(),
        signedIn: true,
      }),
      signedIn(services),
      async (c) => {
        const { principal } = c.var;
        if (principal.role === 'salesperson') return problem(c, 'forbidden');
        const id = v.safeParse(ContactId, c.req.param('id'));
        const about = id.success ? await held.heldAbout(principal, id.output) : undefined;
        if (!about) return problem(c, 'not-found');
        const { contacts, followUps, aliases } = about;
        const ids = new Set<string>(contacts.map((one) => one.id));
        async function* entries() {
          const seen = new Set<string>(); // the history of one holds those of what was merged into it
          for (const contact of contacts)
            for await (const page of entryPages(store, principal, historyScope(contact.id))) {
              const theirs = page.filter((entry) => ids.has(entry.contactId) && !seen.has(entry.id));
              for (const entry of theirs) seen.add(entry.id);
              yield theirs;
            }
        }
        const head = { interlog: 'contact', madeAt: now(), contacts, followUps, aliases };
        return file(c, 'contact', jsonPieces(head, [{ name: 'entries', pages: entries() }]));
      },
    )
    .get(
      '/v1/me/file',
      describe({ summary: 'All that the asker has logged, as a file.', answer: v.string(), signedIn: true }),
      signedIn(services),
      (c) => {
        const { principal, account } = c.var;
        async function* comments() {
          for (let after: CommentId | undefined; ; ) {
            const page = await held.ownComments(principal, after);
            yield page.comments;
            if (page.next === undefined) return;
            after = page.next;
          }
        }
        const head = { interlog: 'own', madeAt: now(), account };
        const parts = [
          { name: 'entries', pages: entryPages(store, principal, 'mine') },
          { name: 'comments', pages: comments() },
        ];
        return file(c, 'own', jsonPieces(head, parts));
      },
    );
}

/** Text as it is asked for. A failure cuts the file off, and the log says it: who takes it is told by the broken end. */
function streamed(pieces: AsyncGenerator<string>, { log }: Services): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(bytes.encode(value));
      } catch (error) {
        log.error({ err: error }, 'a file could not be read to its end');
        controller.error(error);
      }
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
