import { decide } from '../../src/domain/commands/command.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import { anna, contact, logMail, onServer, salesperson, template } from './domain-samples.ts';

/** An entry as logging a mail makes it, with the changes of `over`. */
export function entryRow(over: Partial<LogEntry> = {}): LogEntry {
  const who = contact(1);
  const decision = decide(logMail(1, [who], []), knownFrom([template(), salesperson, who]), onServer(anna));
  const row = decision.outcome === 'done' ? decision.changes.find(({ kind }) => kind === 'entry') : undefined;
  if (row?.kind !== 'entry') throw new Error('a mail was logged');
  return { ...row, ...over };
}
