import type { Purge } from '../../domain/purge.ts';
import type { Job } from '../../protocol/job.ts';

/**
 * The tables as queries see them. Every key begins with the tenant; ids and times are text, bodies are whole rows as
 * JSON text, and the columns beside a body are what is looked up or sorted by.
 */
export interface Tables {
  /** `rev`, `entry_no` and `contact_no` are the counters: the last number that was given. `epoch` is the log's life. */
  tenant: {
    id: string;
    name: string;
    epoch: string;
    rev: number;
    entry_no: number;
    contact_no: number;
    /** A short name for it, where its id would be too long. */
    no: number;
  };
  run: { tenant: string; seq: number; id: string; from_rev: number };
  user: { tenant: string; id: string; name: string; email: string; role: string; salesperson_code: string | null };
  /** Found by the hash of what a client shows, before its tenant is known. */
  session: { token_hash: string; tenant: string; user_id: string; created_at: string; used_at: string };
  invite: { code_hash: string; tenant: string; user_id: string; expires_at: string };
  setup_row: { tenant: string; kind: string; id: string; rev: number; body: string };
  contact: {
    tenant: string;
    id: string;
    rev: number;
    email: string;
    company_id: string | null;
    merged_into: string | null;
    body: string;
    salesperson_code: string | null;
    deleted: number;
    /**
     * The last day on which it, or what was merged into it, was reached; of a company also its people. Kept up by
     * `last-reached.ts`, past the contact's own rows.
     */
    last_reached: string | null;
  };
  contact_domain: { tenant: string; domain: string; contact_id: string };
  /** Folded words that a contact is found by. */
  contact_word: { tenant: string; word: string; contact_id: string };
  /** Folded words of its name alone, which its entries are found by; also of those that are offered nowhere. */
  contact_name: { tenant: string; word: string; contact_id: string };
  /**
   * `place` is the key and the order of time (`entry-place.ts`); every index ends with it. `touched` is the rev at which the entry, its item or one of its comments last
   * changed: what scopes are pulled by.
   */
  entry: {
    place: number;
    tenant: string;
    id: string;
    rev: number;
    touched: number;
    contact_id: string;
    company_id: string | null;
    user_id: string;
    sort_at: string;
    entry_no: number;
    flow: string;
    evaluation: string;
    attempt_failed: number;
    origin: string;
    /**
     * Only what is live counts in statistics; this and the following are what these sum. A list shows what is canceled
     * besides; what is postponed, and drafts that were discarded, are in none.
     */
    standing: 'live' | 'canceled' | 'postponed' | 'discarded';
    day: string;
    template_code: string;
    group_code: string;
    campaign_code: string | null;
    campaign_response: number;
    salesperson_code: string;
    cost: number;
    minutes: number;
    body: string;
  };
  comment: { tenant: string; id: string; rev: number; entry_id: string; body: string };
  follow_up: { tenant: string; id: string; rev: number; contact_id: string; is_open: number; body: string };
  /**
   * Every list that a follow-up was ever on, `user:<id>`, `contact:<id>` or `company:<id>`: a change reaches whoever has
   * it. And `entry:<id>` for the entries that it is about.
   */
  follow_up_list: { tenant: string; list: string; follow_up_id: string };
  item: { tenant: string; id: string; rev: number; merged_into: string | null; body: string };
  item_key: { tenant: string; key: string; item_id: string };
  alias: { tenant: string; kind: string; from_id: string; to_id: string };
  command_result: {
    tenant: string;
    id: string;
    user_id: string;
    received_at: string;
    outcome: string;
    code: string | null;
    detail: string | null;
    /** JSON. */
    aliases: string;
    /** Keys of the rows that the answer concerns, JSON. */
    rows: string;
  };
  /** Keys (`kind:id`) of rows that are gone for good: commands that come for them later are known by it. */
  purged: { tenant: string; key: string; why: Purge['why'] };
  job: {
    tenant: string;
    id: string;
    kind: Job['kind'];
    state: Job['state'];
    /** What was asked for, JSON. */
    request: string;
    /** How far it is, JSON as its kind writes it; null before its first step. */
    progress: string | null;
    by_user: string | null;
    done: number;
    total: number;
    started_at: string;
    ended_at: string | null;
  };
}

type Columns<T extends keyof Tables> = readonly (keyof Tables[T] & string)[];

/** How a table is written in bulk: its columns in the order of the values, the key first. */
export interface TableShape {
  table: keyof Tables;
  key: readonly string[];
  others: readonly string[];
}

const shape = <T extends keyof Tables>(table: T, key: Columns<T>, others: Columns<T>): TableShape => ({
  table,
  key,
  others,
});

export const setupRows = shape('setup_row', ['tenant', 'kind', 'id'], ['rev', 'body']);
export const contacts = shape(
  'contact',
  ['tenant', 'id'],
  ['rev', 'email', 'company_id', 'merged_into', 'body', 'salesperson_code', 'deleted'],
);
export const contactDomains = shape('contact_domain', ['tenant', 'domain', 'contact_id'], []);
export const contactWords = shape('contact_word', ['tenant', 'word', 'contact_id'], []);
export const contactNames = shape('contact_name', ['tenant', 'word', 'contact_id'], []);
export const entries = shape(
  'entry',
  ['place'],
  [
    ...(['tenant', 'id', 'rev', 'touched', 'contact_id', 'company_id', 'user_id', 'sort_at', 'entry_no'] as const),
    ...(['flow', 'evaluation', 'attempt_failed', 'origin', 'standing', 'day', 'template_code', 'group_code'] as const),
    ...(['campaign_code', 'campaign_response', 'salesperson_code', 'cost', 'minutes', 'body'] as const),
  ],
);
export const followUps = shape('follow_up', ['tenant', 'id'], ['rev', 'contact_id', 'is_open', 'body']);
export const followUpLists = shape('follow_up_list', ['tenant', 'list', 'follow_up_id'], []);
export const comments = shape('comment', ['tenant', 'id'], ['rev', 'entry_id', 'body']);
export const items = shape('item', ['tenant', 'id'], ['rev', 'merged_into', 'body']);
export const itemKeys = shape('item_key', ['tenant', 'key', 'item_id'], []);
export const aliases = shape('alias', ['tenant', 'kind', 'from_id'], ['to_id']);
export const commandResults = shape(
  'command_result',
  ['tenant', 'id'],
  ['user_id', 'received_at', 'outcome', 'code', 'detail', 'aliases', 'rows'],
);
export const purgedKeys = shape('purged', ['tenant', 'key'], ['why']);
