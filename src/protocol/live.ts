import * as v from 'valibot';
import { Row } from '../domain/row.ts';

/**
 * One line of the stream that `GET /v1/live` answers with (newline-delimited JSON; an empty line every 20 s keeps it
 * open). All rows of the tenant that changed after rev `from` up to `to`, as this user may see them. A device takes
 * them into the scopes whose cursor is at or past `from` and pulls the others. `rows` is null when they are too many.
 */
export const LiveEvent = v.object({
  epoch: v.string(),
  from: v.number(),
  to: v.number(),
  rows: v.nullable(v.array(Row)),
});
export type LiveEvent = v.InferOutput<typeof LiveEvent>;
