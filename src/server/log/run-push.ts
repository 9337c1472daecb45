import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { Command, decide, reads } from '../../domain/commands/command.ts';
import { aliasableIds, resolveAliases } from '../../domain/commands/resolve-aliases.ts';
import { purgeableKeys, withoutPurged } from '../../domain/commands/without-purged.ts';
import type { Alias, Decision } from '../../domain/decision.ts';
import { refused } from '../../domain/decision.ts';
import { CommandId } from '../../domain/ids.ts';
import { byId, type Ref } from '../../domain/ref.ts';
import { rowKey } from '../../domain/row-key.ts';
import type { Instant } from '../../domain/time.ts';
import { visibleTo } from '../../domain/visible-to.ts';
import type { PushResponse } from '../../protocol/push.ts';
import type { Principal } from '../log-store.ts';
import { createAliasBook } from './alias-book.ts';
import { createBatchRows } from './batch-rows.ts';
import type { BulkStatements } from './bulk-statements.ts';
import { clashOf } from './clash-of.ts';
import { lockTenant } from './counters.ts';
import { createLoadRefs, rowsByKeys } from './load-refs.ts';
import { loadPurged } from './purge-rows.ts';
import { loadResults, type Result, writeResults } from './results.ts';
import type { Tables } from './tables.ts';
import type { TextIndex } from './text-index.ts';
import { writeRows } from './write-rows.ts';

/**
 * One push inside the transaction `db`: locks the tenant, runs each command at most once, writes all that changed and
 * raises the counters last. Everything that the commands need is read for the whole push at once; what only an earlier
 * command of the push makes known is read when its turn comes.
 */
export async function runPush(
  { db, bulk, text }: { db: Kysely<Tables>; bulk: BulkStatements; text: TextIndex },
  principal: Principal,
  commands: readonly unknown[],
  receivedAt: Instant,
): Promise<PushResponse> {
  const { tenantId: tenant } = principal;
  const counters = await lockTenant(db, tenant);
  const sent = commands.map(parse);
  const parsed = sent.map(({ command }) => command).filter((command) => command !== undefined);

  const results = await loadResults(
    db,
    bulk,
    tenant,
    sent.flatMap(({ id, command }) => [...(id === undefined ? [] : [id]), ...(command?.needs ?? [])]),
  );
  const fresh = parsed.filter(({ id }) => !results.has(id));
  const aliasBook = await createAliasBook(db, bulk, tenant, fresh.flatMap(aliasableIds));
  const rows = createBatchRows();
  const load = createLoadRefs(db, bulk, tenant, rows);
  const resolvedNow = fresh.map((command) => resolveAliases(command, aliasBook.resolve));
  const gone = await loadPurged(db, bulk, tenant, resolvedNow.flatMap(purgeableKeys));
  await load(resolvedNow.flatMap(readsOf));

  const made: Result[] = [];
  const answered: Result[] = [];
  for (const { id, command, field, as } of sent) {
    let result = id === undefined ? undefined : results.get(id);
    if (!result) {
      const decision = command ? await run(command) : refused('invalid-command', field === undefined ? {} : { field });
      result = take(id ?? '', decision);
      if (id !== undefined) {
        results.set(id, result);
        made.push(result);
      }
    }
    answered.push({ ...result, answer: { ...result.answer, commandId: as } });
  }

  // What is only remembered counts too: a copy of the database from before it must not look like this one.
  if (made.length > 0 && rows.changed().length === 0) counters.nextRev();
  await writeRows({ db, bulk, text, tenant }, rows, counters);
  await aliasBook.write();
  await writeResults(db, bulk, principal, made, receivedAt);
  await counters.raise();

  const concerned = await rowsByKeys(db, bulk, tenant, new Set(answered.flatMap(({ rows: keys }) => keys)), rows);
  return {
    epoch: counters.epoch,
    rev: counters.rev(),
    answers: answered.map(({ answer }) => answer),
    rows: concerned.map((row) => visibleTo(row, principal)),
  };

  async function run(command: Command): Promise<Decision> {
    for (const need of command.needs) {
      const outcome = results.get(need)?.answer.outcome;
      if (outcome === undefined || outcome === 'refused') return refused('needs-refused', { id: need });
    }
    const resolved = withoutPurged(resolveAliases(command, aliasBook.resolve), (key) => gone.get(key));
    if ('outcome' in resolved) return resolved;
    await load(readsOf(resolved));
    const decision = decide(resolved, rows, { actor: principal, receivedAt });
    const clash =
      decision.outcome === 'refused' || decision.outcome === 'ask-server' ? undefined : clashOf(decision, rows);
    return clash ? refused('invalid-command', clash) : decision;
  }

  /** Makes the decision so and gives what is to be remembered of it. */
  function take(id: string, decision: Decision): Result {
    if (decision.outcome === 'ask-server') throw new Error(`a rule asked the server for ${id}, which is the server`);
    if (decision.outcome === 'refused') {
      const { code, detail } = decision;
      return { id, answer: { commandId: id, outcome: 'refused', aliases: [], code, detail }, rows: [] };
    }
    for (const change of decision.changes) rows.change(counters.number(change));
    aliasBook.add(decision.aliases);
    const concerned = new Set([...decision.changes.map(rowKey), ...decision.aliases.flatMap(targets)]);
    const { outcome, aliases } = decision;
    return { id, answer: { commandId: id, outcome, aliases }, rows: [...concerned] };
  }

  function targets({ kind, to }: Alias): string[] {
    const entry = kind === 'entry' ? rows.get('entry', to) : undefined;
    return entry?.itemId ? [`entry:${to}`, `item:${entry.itemId}`] : [`${kind}:${to}`];
  }
}

interface Sent {
  /** As it came, for the answer; empty when there was none. */
  as: string;
  id: string | undefined;
  command: Command | undefined;
  /** What is wrong with a command that could not be read. */
  field: string | undefined;
}

function parse(raw: unknown): Sent {
  const given = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  const id = v.safeParse(CommandId, given);
  const result = v.safeParse(Command, raw, { abortEarly: true });
  return {
    as: typeof given === 'string' ? given.slice(0, 100) : '',
    id: id.success ? id.output : undefined,
    command: result.success ? result.output : undefined,
    field: result.success ? undefined : (v.getDotPath(result.issues[0]) ?? undefined),
  };
}

/** What the rule reads, and the rows that must not be there yet because the command makes them. */
function readsOf(command: Command): Ref[] {
  const refs = reads(command);
  if (command.type === 'add-comment') refs.push(byId('comment', command.commentId));
  if (command.type !== 'log-interaction') return refs;
  for (const { entryId } of command.with) refs.push(byId('entry', entryId), byId('comment', entryId));
  if (command.item) refs.push(byId('item', command.item.id));
  return refs;
}
