import type { Row } from '../../domain/row.ts';

/** A row from its stored body. Only this server writes bodies, from checked rows, so they are not checked again. */
export function parseBody(body: string): Row {
  return JSON.parse(body) as Row; // see above
}
