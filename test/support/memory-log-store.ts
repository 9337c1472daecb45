import * as v from 'valibot';
import { Command, decide } from '../../src/domain/commands/command.ts';
import { resolveAliases } from '../../src/domain/commands/resolve-aliases.ts';
import { withoutPurged } from '../../src/domain/commands/without-purged.ts';
import { type Decision, refused } from '../../src/domain/decision.ts';
import type { FollowUp } from '../../src/domain/follow-up.ts';
import type { ContactId, PurgeId } from '../../src/domain/ids.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import { isOffered } from '../../src/domain/offered.ts';
import type { Purge } from '../../src/domain/purge.ts';
import { isSetup } from '../../src/domain/ref.ts';
import type { Row, RowOf } from '../../src/domain/row.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import { sortInstant } from '../../src/domain/sort-instant.ts';
import { statisticsOf } from '../../src/domain/statistics.ts';
import type { Instant } from '../../src/domain/time.ts';
import { visibleTo } from '../../src/domain/visible-to.ts';
import { formatCursor, parseCursor } from '../../src/protocol/cursor.ts';
import type { Answer } from '../../src/protocol/push.ts';
import type { Scope } from '../../src/protocol/scope.ts';
import { queryWords, searchWords } from '../../src/server/log/search-words.ts';
import type { LogStore, Principal } from '../../src/server/log-store.ts';
import { noon } from './domain-samples.ts';
import { createModelAccounts } from './model-accounts.ts';
import type { PurgePlan } from './model-purges.ts';

interface Tenant {
  name: string;
  epoch: string;
  rev: number;
  entryNo: number;
  contactNo: number;
  rows: Map<string, Row>;
  /** By `kind:from`. */
  aliases: Map<string, string>;
  results: Map<string, { answer: Answer; rows: string[] }>;
  /** Why rows are gone for good, by their keys. */
  purged: Map<string, Purge['why']>;
  /** The lists that each follow-up was ever on. */
  lists: Map<string, Set<string>>;
}

/** The log as plain rules over maps: what any log store must do, with nothing to make it fast or lasting. */
export interface MemoryLogStore extends LogStore {
  /** A copy of everything, as a backup is. */
  backUp(): unknown;
  /** Puts a backup back: from now on it is another epoch. */
  restore(backup: unknown, epoch: string): void;
  /** All rows of the tenant, as they are. */
  rows(tenantId: string): Row[];
  /** Takes rows out for good, as `plan` says, and tells every device. */
  purge(
    tenantId: string,
    why: Purge['why'],
    plan: (rows: Map<string, Row>, aliases: Map<string, string>) => PurgePlan,
  ): void;
  /** What was remembered of the command. */
  answer(tenantId: string, commandId: string): Answer | undefined;
}

export function createMemoryLogStore(epoch = 'epoch-1'): MemoryLogStore {
  let tenants = new Map<string, Tenant>();
  function tenantOf(id: string): Tenant {
    const tenant = tenants.get(id);
    if (!tenant) throw new Error(`no tenant ${id}`);
    return tenant;
  }

  return {
    async push(principal, commands, receivedAt) {
      const tenant = tenantOf(principal.tenantId);
      const keys = new Set<string>();
      const answers = commands.map((raw) => {
        const { answer, rows } = runOnce(tenant, principal, raw, receivedAt);
        for (const key of rows) keys.add(key);
        return answer;
      });
      const rows = rowsAt(tenant, keys).map((row) => visibleTo(row, principal));
      return { epoch: tenant.epoch, rev: tenant.rev, answers, rows };
    },
    async knows(principal, cursor) {
      const { epoch: now, rev } = tenantOf(principal.tenantId);
      const at = parseCursor(cursor);
      return at !== undefined && at.epoch === now && at.rev <= rev;
    },
    async pull(principal, scope, { cursor, before, limit }) {
      const tenant = tenantOf(principal.tenantId);
      const at = cursor === undefined ? undefined : parseCursor(cursor);
      const expired = cursor !== undefined && (at?.epoch !== tenant.epoch || at.rev > tenant.rev);
      if (expired) return { state: 'expired' };
      const since = at?.rev;
      const page =
        scope === 'setup' || scope === 'contacts'
          ? plainPage(tenant, scope, since ?? 0, limit)
          : since === undefined || before !== undefined
            ? newestPage(tenant, listsOf(tenant, principal, scope), before, limit)
            : changedPage(tenant, listsOf(tenant, principal, scope), since, limit);
      const response = {
        rows: page.rows.map((row) => visibleTo(row, principal)),
        cursor: formatCursor({ epoch: tenant.epoch, rev: page.upTo ?? tenant.rev }),
        more: page.upTo !== undefined,
        older: page.older,
      };
      return { state: 'ok', response };
    },
    async changesSince(principal, from, limit) {
      const tenant = tenantOf(principal.tenantId);
      const changed = [...tenant.rows.values()].filter(({ rev }) => rev > from);
      const rows = changed.length > limit ? null : changed.map((row) => visibleTo(row, principal));
      return { epoch: tenant.epoch, to: tenant.rev, rows };
    },
    async itemsByKeys(principal, wanted) {
      const tenant = tenantOf(principal.tenantId);
      const items = knownFrom(tenant.rows.values()).itemsWith(wanted);
      const ids = new Set(items.flatMap(({ entries }) => entries.map(({ entryId }) => `entry:${entryId}`)));
      const entries = rowsAt(tenant, ids);
      const contacts = new Set(
        entries.flatMap((row) =>
          row.kind === 'entry' ? [`contact:${row.contactId}`, `contact:${row.companyId}`] : [],
        ),
      );
      return [...items, ...entries, ...rowsAt(tenant, contacts)].map((row) => visibleTo(row, principal));
    },
    async entry(principal, id) {
      const tenant = tenantOf(principal.tenantId);
      const entry = tenant.rows.get(tenant.aliases.get(`entry:${id}`) ?? `entry:${id}`);
      if (entry?.kind !== 'entry') return [];
      const named = [`item:${entry.itemId}`, `contact:${entry.contactId}`, `contact:${entry.companyId}`];
      const comments = all(tenant, 'comment').filter(({ entryId }) => entryId === entry.id);
      const toDo = all(tenant, 'follow-up').filter((one) => one.entryId === entry.id && one.closed === null);
      return [entry, ...rowsAt(tenant, new Set(named)), ...comments, ...toDo].map((row) => visibleTo(row, principal));
    },
    async searchContacts(principal, query, limit) {
      const tenant = tenantOf(principal.tenantId);
      const wanted = queryWords(query);
      const contacts = [...tenant.rows.values()].filter((row) => row.kind === 'contact');
      const withEach = (holds: (own: string, word: string) => boolean) =>
        contacts.filter((contact) => {
          const own = searchWords(contact, contacts.find(({ id }) => id === contact.companyId)?.name ?? '');
          return isOffered(contact) && wanted.every((word) => own.some((one) => holds(one, word)));
        });
      const begun = withEach((own, word) => own.startsWith(word));
      const found = [...new Set([...begun, ...withEach((own, word) => own.includes(word))])];
      const shown = wanted.length === 0 ? [] : found.slice(0, limit);
      const employers = new Set(shown.map(({ companyId }) => companyId));
      return [...shown, ...contacts.filter((one) => employers.has(one.id) && !shown.includes(one))];
    },
    async contact(principal, id) {
      const tenant = tenantOf(principal.tenantId);
      const row = tenant.rows.get(`contact:${id}`);
      const company = row?.kind === 'contact' ? tenant.rows.get(`contact:${row.companyId}`) : undefined;
      return [row, company].filter((one) => one !== undefined);
    },
    async statistics(principal, { by, from, to, contact }) {
      const tenant = tenantOf(principal.tenantId);
      const entries =
        contact === undefined
          ? all(tenant, 'entry')
          : all(tenant, 'entry').filter((entry) => isListed(tenant, entry, historyLists(tenant, contact)));
      const byCode = new Map<string, LogEntry[]>();
      for (const entry of entries) {
        const code = by === 'contact' ? rootOf(tenant, entry.contactId) : entry[`${by}Code`];
        if (code !== null) byCode.set(code, [...(byCode.get(code) ?? []), entry]);
      }
      const range = { from: from ?? null, to: to ?? null };
      const sumsOf = (some: readonly LogEntry[]) => {
        const { count, cost, minutes } = statisticsOf(some, range);
        const answers = some.filter(({ campaignResponse }) => campaignResponse);
        return { count, cost, minutes, responses: statisticsOf(answers, range).count };
      };
      const sums = [...byCode]
        .map(([code, some]) => ({ code, ...sumsOf(some) }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
      return { sums, total: sumsOf([...byCode.values()].flat()), more: false };
    },
    async createTenant({ tenantId, name }, rows) {
      if (tenants.has(tenantId)) return false;
      const tenant: Tenant = {
        name,
        epoch,
        rev: 0,
        entryNo: 0,
        contactNo: 0,
        rows: new Map(),
        aliases: new Map(),
        results: new Map(),
        purged: new Map(),
        lists: new Map(),
      };
      tenants.set(tenantId, tenant);
      for (const row of rows) write(tenant, row);
      return true;
    },
    hasTenants: async () => tenants.size > 0,
    ...createModelAccounts((tenantId) => tenantOf(tenantId).name),
    close: async () => undefined,
    backUp: () => structuredClone(tenants),
    restore(backup, epochOfCopy) {
      tenants = structuredClone(backup as typeof tenants); // made by backUp
      for (const tenant of tenants.values()) tenant.epoch = epochOfCopy;
    },
    purge(tenantId, why, plan) {
      const tenant = tenantOf(tenantId);
      const { gone, changed } = plan(tenant.rows, tenant.aliases);
      for (const key of gone) tenant.rows.delete(key);
      if (why === 'erased') for (const key of gone) tenant.aliases.delete(key);
      for (const key of gone) if (!key.startsWith('item:')) tenant.purged.set(key, why);
      for (const row of changed) write(tenant, row);
      const id = `01950000-0000-7000-8000-${String(tenant.rev).padStart(12, '0')}` as PurgeId; // of that form
      if (gone.length > 0) write(tenant, { kind: 'purge', id, rev: 0, why, at: noon, rowKeys: gone });
    },
    rows: (tenantId) => [...tenantOf(tenantId).rows.values()],
    answer: (tenantId, commandId) => tenantOf(tenantId).results.get(commandId)?.answer,
  };
}

function runOnce(tenant: Tenant, principal: Principal, raw: unknown, receivedAt: Instant) {
  const given = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  const id = typeof given === 'string' ? given : '';
  const remembered = tenant.results.get(id);
  if (remembered) return remembered;
  const decision = run(tenant, principal, raw, receivedAt);
  const rows: string[] = [];
  const answer: Answer = { commandId: id, outcome: 'refused', aliases: [] };
  if (decision.outcome === 'refused') Object.assign(answer, { code: decision.code, detail: decision.detail });
  if (decision.outcome === 'done' || decision.outcome === 'joined') {
    Object.assign(answer, { outcome: decision.outcome, aliases: decision.aliases });
    for (const row of decision.changes) rows.push(write(tenant, row));
    for (const { kind, from, to } of decision.aliases) {
      if (from !== to) tenant.aliases.set(`${kind}:${from}`, to);
      const target = tenant.rows.get(`${kind}:${to}`);
      rows.push(`${kind}:${to}`);
      if (target?.kind === 'entry' && target.itemId !== null) rows.push(`item:${target.itemId}`);
    }
  }
  const result = { answer, rows };
  if (id !== '') tenant.results.set(id, result);
  return result;
}

function run(tenant: Tenant, principal: Principal, raw: unknown, receivedAt: Instant): Decision {
  const parsed = v.safeParse(Command, raw, { abortEarly: true });
  if (!parsed.success) return refused('invalid-command', { field: v.getDotPath(parsed.issues[0]) ?? '' });
  const command = parsed.output;
  for (const need of command.needs)
    if ((tenant.results.get(need)?.answer.outcome ?? 'refused') === 'refused')
      return refused('needs-refused', { id: need });
  const aliased = resolveAliases(command, (kind, id) => {
    let at = id;
    for (let to = tenant.aliases.get(`${kind}:${at}`); to !== undefined; to = tenant.aliases.get(`${kind}:${at}`))
      at = to as typeof id; // an alias leads to an id of its kind
    return at;
  });
  const resolved = withoutPurged(aliased, (key) => tenant.purged.get(key));
  if ('outcome' in resolved) return resolved;
  const decision = decide(resolved, knownFrom(tenant.rows.values()), { actor: principal, receivedAt });
  const clash =
    decision.outcome === 'done' || decision.outcome === 'joined' ? clashIn(tenant, decision.changes) : undefined;
  return clash ? refused('invalid-command', { field: 'id', id: clash.id }) : decision;
}

/** A row that a command makes must not be there yet, but for the comment that an entry left where it joined. */
function clashIn(tenant: Tenant, changes: readonly Row[]): Row | undefined {
  return changes.find((row) => {
    const there = row.rev === 0 ? tenant.rows.get(rowKey(row)) : undefined;
    if (there?.kind === 'comment' && row.kind === 'comment')
      return there.userId !== row.userId || there.entryId !== row.entryId;
    return there !== undefined;
  });
}

function write(tenant: Tenant, row: Row): string {
  tenant.rev += 1;
  const changed: Row = { ...row, rev: tenant.rev };
  if (changed.kind === 'entry' && changed.entryNo === null) {
    tenant.entryNo += 1;
    changed.entryNo = tenant.entryNo;
  }
  if (changed.kind === 'contact' && changed.no === null) {
    tenant.contactNo += 1;
    changed.no = tenant.contactNo;
  }
  tenant.rows.set(rowKey(changed), changed);
  if (changed.kind === 'follow-up') {
    const lists = tenant.lists.get(changed.id) ?? new Set();
    for (const list of [`user ${changed.userId}`, `with ${changed.contactId}`, `with ${changed.companyId}`])
      lists.add(list);
    tenant.lists.set(changed.id, lists);
  }
  return rowKey(changed);
}

interface Page {
  rows: Row[];
  /** The rev up to which the page goes; undefined when it goes all the way. */
  upTo: number | undefined;
  older: string | null;
}

function plainPage(tenant: Tenant, scope: 'setup' | 'contacts', since: number, limit: number): Page {
  const all = [...tenant.rows.values()]
    .filter(
      ({ kind, rev }) => rev > since && (scope === 'contacts' ? kind === 'contact' : isSetup(kind) || kind === 'purge'),
    )
    .sort((a, b) => a.rev - b.rev);
  const rows = all.slice(0, limit);
  return { rows, upTo: all.length > limit ? rows.at(-1)?.rev : undefined, older: null };
}

function all<K extends Row['kind']>(tenant: Tenant, kind: K): RowOf<K>[] {
  return [...tenant.rows.values()].filter((row): row is RowOf<K> => row.kind === kind);
}

/** The lists of a scope: a user's, or those of a contact and all merged into it. */
function listsOf(tenant: Tenant, { userId }: Principal, scope: Scope): Set<string> {
  if (scope === 'mine') return new Set([`user ${userId}`]);
  return historyLists(tenant, scope.slice('history:'.length) as ContactId); // as Scope says
}

function historyLists(tenant: Tenant, contactId: ContactId): Set<string> {
  const family = new Set([contactId]);
  for (const member of family)
    for (const { id, mergedInto } of all(tenant, 'contact')) if (mergedInto === member) family.add(id);
  return new Set([...family].map((id) => `with ${id}`));
}

function rootOf(tenant: Tenant, id: ContactId): ContactId {
  const row = tenant.rows.get(`contact:${id}`);
  return row?.kind === 'contact' && row.mergedInto !== null ? rootOf(tenant, row.mergedInto) : id;
}

/** Whether `row` stands on one of `lists`; a follow-up also where it once stood. */
function isListed(tenant: Tenant, row: LogEntry | FollowUp, lists: ReadonlySet<string>): boolean {
  const own = [`user ${row.userId}`, `with ${row.contactId}`, `with ${row.companyId}`];
  return [...own, ...(tenant.lists.get(row.id) ?? [])].some((list) => lists.has(list));
}

const place = (entry: LogEntry) => `${sortInstant(entry)} ${entry.id}`;

function newestPage(tenant: Tenant, lists: ReadonlySet<string>, before: string | undefined, limit: number): Page {
  const entries = all(tenant, 'entry')
    .filter((entry) => isListed(tenant, entry, lists))
    .filter((entry) => before === undefined || place(entry) < before)
    .sort((a, b) => (place(a) < place(b) ? 1 : -1));
  const page = entries.slice(0, limit);
  const last = page.at(-1);
  const isPostponed = (entry: LogEntry) => entry.postponed && entry.canceled.length === 0;
  const theirs = (entry: LogEntry) => before === undefined && lists.has(`user ${entry.userId}`);
  const further = entries.slice(limit).filter((entry) => isPostponed(entry) && theirs(entry));
  const followUps = all(tenant, 'follow-up').filter((one) => before === undefined && isListed(tenant, one, lists));
  return {
    rows: [...withCompanions(tenant, [...page, ...further]), ...followUps],
    upTo: undefined,
    older: last && entries.length > limit ? place(last) : null,
  };
}

function changedPage(tenant: Tenant, lists: ReadonlySet<string>, since: number, limit: number): Page {
  const touched = (row: LogEntry | FollowUp) =>
    row.kind === 'entry' ? Math.max(...withCompanions(tenant, [row]).map(({ rev }) => rev)) : row.rev;
  const changed = [...all(tenant, 'entry'), ...all(tenant, 'follow-up')]
    .filter((row) => isListed(tenant, row, lists))
    .filter((row) => touched(row) > since)
    .sort((a, b) => touched(a) - touched(b));
  const last = changed.slice(0, limit).at(-1);
  // Entries that one item's change touched stand on one rev: a page never ends between them.
  const page = last ? changed.filter((row) => touched(row) <= touched(last)) : [];
  const upTo = last && changed.length > page.length ? touched(last) : undefined;
  const followUps = page.filter((row) => row.kind === 'follow-up');
  const entries = page.filter((row) => row.kind === 'entry');
  return { rows: [...withCompanions(tenant, entries), ...followUps], upTo, older: null };
}

/** The entries with their items, those merged into them, and their comments. */
function withCompanions(tenant: Tenant, entries: readonly LogEntry[]): Row[] {
  const ids = new Set<string>(entries.map(({ id }) => id));
  const itemIds = new Set<string | null>(entries.map(({ itemId }) => itemId));
  const companions = [...tenant.rows.values()].filter(
    (row) =>
      (row.kind === 'comment' && ids.has(row.entryId)) ||
      (row.kind === 'item' && (itemIds.has(row.id) || (row.mergedInto !== null && itemIds.has(row.mergedInto)))),
  );
  return [...entries, ...companions];
}

function rowsAt(tenant: Tenant, keys: ReadonlySet<string>): Row[] {
  return [...keys].map((key) => tenant.rows.get(key)).filter((row) => row !== undefined);
}
