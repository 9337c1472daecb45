import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Rows without a body of their own live in their key's tree alone, which halves what is written for them.
const inKeyOrder = sql`without rowid`;

/** All tables, keyed by tenant first. Each index serves one read: newest first, or changed since, of one scope. */
export const start: Migration = {
  async up(db: Kysely<unknown>) {
    const make = async (table: string, key: string[], build: (t: Builder) => Builder, small = false) => {
      const built = build(db.schema.createTable(table)).addPrimaryKeyConstraint(
        `${table}_key`,
        key as never, // the builder does not know columns that were added in another function
      );
      await (small ? built.modifyEnd(inKeyOrder) : built).execute();
    };
    const index = (table: string, name: string, columns: string[]) =>
      db.schema.createIndex(`${table}_${name}`).on(table).columns(columns).execute();

    await make('tenant', ['id'], (t) => numbers(texts(t, 'id', 'name', 'epoch'), 'rev', 'entry_no', 'contact_no'));
    await make('user', ['tenant', 'id'], (t) =>
      texts(t, 'tenant', 'id', 'name', 'email', 'role').addColumn('salesperson_code', 'text'),
    );
    await make('session', ['token_hash'], (t) => texts(t, 'token_hash', 'tenant', 'user_id', 'created_at'), true);
    await make('invite', ['code_hash'], (t) => texts(t, 'code_hash', 'tenant', 'user_id', 'expires_at'), true);

    await make('setup_row', ['tenant', 'kind', 'id'], (t) => numbers(texts(t, 'tenant', 'kind', 'id', 'body'), 'rev'));
    await index('setup_row', 'id', ['tenant', 'id']);
    await index('setup_row', 'rev', ['tenant', 'rev']);

    await make('contact', ['tenant', 'id'], (t) =>
      numbers(texts(t, 'tenant', 'id', 'email', 'body'), 'rev')
        .addColumn('company_id', 'text')
        .addColumn('merged_into', 'text'),
    );
    await index('contact', 'rev', ['tenant', 'rev']);
    await index('contact', 'email', ['tenant', 'email']);
    await index('contact', 'company', ['tenant', 'company_id']);
    await index('contact', 'merged', ['tenant', 'merged_into']);
    await make(
      'contact_domain',
      ['tenant', 'domain', 'contact_id'],
      (t) => texts(t, 'tenant', 'domain', 'contact_id'),
      true,
    );
    await index('contact_domain', 'contact', ['tenant', 'contact_id']);
    await make('contact_word', ['tenant', 'word', 'contact_id'], (t) => texts(t, 'tenant', 'word', 'contact_id'), true);
    await index('contact_word', 'contact', ['tenant', 'contact_id', 'word']);

    await make('entry', ['tenant', 'id'], (t) =>
      numbers(texts(t, 'tenant', 'id', 'contact_id', 'user_id', 'sort_at', 'body'), 'rev', 'touched').addColumn(
        'company_id',
        'text',
      ),
    );
    await index('entry', 'rev', ['tenant', 'rev']);
    for (const scope of ['contact', 'company', 'user']) {
      await index('entry', `${scope}_newest`, ['tenant', `${scope}_id`, 'sort_at', 'id']);
      await index('entry', `${scope}_touched`, ['tenant', `${scope}_id`, 'touched']);
    }
    await make('comment', ['tenant', 'id'], (t) => numbers(texts(t, 'tenant', 'id', 'entry_id', 'body'), 'rev'));
    await index('comment', 'rev', ['tenant', 'rev']);
    await index('comment', 'entry', ['tenant', 'entry_id']);

    await make('item', ['tenant', 'id'], (t) =>
      numbers(texts(t, 'tenant', 'id', 'body'), 'rev').addColumn('merged_into', 'text'),
    );
    await index('item', 'rev', ['tenant', 'rev']);
    await index('item', 'merged', ['tenant', 'merged_into']);
    await make('item_key', ['tenant', 'key', 'item_id'], (t) => texts(t, 'tenant', 'key', 'item_id'), true);

    await make('alias', ['tenant', 'kind', 'from_id'], (t) => texts(t, 'tenant', 'kind', 'from_id', 'to_id'), true);
    await index('alias', 'from', ['tenant', 'from_id']);
    await make(
      'command_result',
      ['tenant', 'id'],
      (t) =>
        texts(t, 'tenant', 'id', 'user_id', 'received_at', 'outcome', 'aliases', 'rows')
          .addColumn('code', 'text')
          .addColumn('detail', 'text'),
      true,
    );
  },
};

type Builder = CreateTableBuilder<string, string>;

function texts(table: Builder, ...names: string[]): Builder {
  return names.reduce((built, name) => built.addColumn(name, 'text', (column) => column.notNull()), table);
}

function numbers(table: Builder, ...names: string[]): Builder {
  return names.reduce((built, name) => built.addColumn(name, 'integer', (column) => column.notNull()), table);
}
