import { decide } from '../../src/domain/commands/command.ts';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { Row } from '../../src/domain/row.ts';
import type { Day, Instant } from '../../src/domain/time.ts';
import { logMail, mika, onServer } from '../support/domain-samples.ts';

/** A mail of its own, `days` after the first of the month. */
export function datedMail(number: number, who: Contact, days: number): LogInteraction {
  const at = new Date(Date.parse('2026-11-01T09:00:00.000Z') + days * 86_400_000).toISOString() as Instant; // that form
  return logMail(number, [who], [`message-id:${number}@example.com`], { at, day: at.slice(0, 10) as Day });
}

/** What a log that has `rows` holds besides once Mika's commands were accepted. */
export function loggedAmong(rows: readonly Row[]): (...commands: LogInteraction[]) => Row[] {
  return (...commands) =>
    commands.flatMap((command) => {
      const decision = decide(command, knownFrom(rows), onServer(mika));
      if (decision.outcome !== 'done') throw new Error(`a sample was ${decision.outcome}`);
      return decision.changes.map((row) => ({ ...row, rev: 100 }));
    });
}
