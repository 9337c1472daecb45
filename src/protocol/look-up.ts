import * as v from 'valibot';
import { Row } from '../domain/row.ts';
import { WireAlias } from './push.ts';

/** Answer of `GET /v1/items?key=…&key=…`: the item known by these keys, its entries, and their contacts. Empty: not logged. */
export const ItemsResponse = v.object({ rows: v.array(Row) });
export type ItemsResponse = v.InferOutput<typeof ItemsResponse>;

/**
 * Answer of `GET /v1/entries/:id`: the entry, its item, comments, contact, company and open follow-ups. Empty: there is no
 * such entry. Of an id that was joined to another entry it is that one, and `aliases` says so.
 */
export const EntryResponse = v.object({ rows: v.array(Row), aliases: v.optional(v.array(WireAlias), []) });
export type EntryResponse = v.InferOutput<typeof EntryResponse>;

/** Answer of `GET /v1/contacts?q=…&limit=…` (also `?id=…`): contacts, and the companies of its people. */
export const ContactsResponse = v.object({ rows: v.array(Row) });
export type ContactsResponse = v.InferOutput<typeof ContactsResponse>;
