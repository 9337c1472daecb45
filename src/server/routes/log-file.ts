import { Hono } from 'hono';
import * as v from 'valibot';
import { LogFileQuery, mostListed } from '../../protocol/log-list.ts';
import { describe } from '../describe.ts';
import { filterParameters } from '../filter-parameters.ts';
import { csvFormat, jsonFormat } from '../log-file/formats.ts';
import { readNames } from '../log-file/names.ts';
import { streamLogFile } from '../log-file/stream-log-file.ts';
import { logFileTexts } from '../log-file/texts.ts';
import { problem } from '../problem.ts';
import { readQuery } from '../read-request.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

/** `GET /v1/log/file`: all that a filter shows, as a file; for managers and admins. */
export function logFile(services: Services) {
  return new Hono<AppEnv>().get(
    '/v1/log/file',
    describe({
      summary:
        'All interaction log entries that a filter shows, newest first, as the reader may see them; for managers and admins.',
      query: {
        ...filterParameters,
        format: { description: '`csv` for spreadsheets or `json`.', required: true },
        language: {
          description:
            'Of a CSV: of its headings and words, and whether commas or semicolons part its cells; what the request accepts when not said.',
        },
      },
      answer: v.string(),
      media: 'text/csv',
      signedIn: true,
    }),
    signedIn(services),
    async (c) => {
      if (c.var.principal.role === 'salesperson') return problem(c, 'forbidden');
      const query = readQuery(c, LogFileQuery);
      if (query instanceof Response) return query;
      const { format: name, language, ...filter } = query;
      const texts = logFileTexts(language ?? c.req.header('accept-language') ?? '');
      const { principal } = c.var;
      const inWords = async () =>
        csvFormat({ texts, names: await readNames(services.store, principal, texts.language) });
      const format = name === 'csv' ? await inWords() : jsonFormat;
      const stream = streamLogFile(format, async (before) => {
        try {
          const page = await services.store.list(principal, filter, { before, limit: mostListed });
          if (page === 'unknown') throw new Error('the list does not know its own page');
          return page;
        } catch (error) {
          // The answer has begun: who takes the file sees it cut off, and only the log says why.
          services.log.error({ err: error, path: c.req.path }, 'a file was cut off');
          throw error;
        }
      });
      return c.body(stream, 200, {
        'content-type': format.media,
        'content-disposition': `attachment; filename="interlog-${services.now().slice(0, 10)}.${format.extension}"`,
      });
    },
  );
}
