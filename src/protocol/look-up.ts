import * as v from 'valibot';
import { Row } from '../domain/row.ts';

/** Answer of `GET /v1/items?key=…&key=…`: the item known by these keys, its entries, and their contacts. Empty: not logged. */
export const ItemsResponse = v.object({ rows: v.array(Row) });
export type ItemsResponse = v.InferOutput<typeof ItemsResponse>;

/** Answer of `GET /v1/contacts?q=…&limit=…` (also `?id=…`): contacts, and the companies of its people. */
export const ContactsResponse = v.object({ rows: v.array(Row) });
export type ContactsResponse = v.InferOutput<typeof ContactsResponse>;
