import type { Role } from './choices.ts';
import type { SalespersonCode, UserId } from './ids.ts';
import type { RefusalCode } from './problem-code.ts';
import type { Row } from './row.ts';
import type { Instant } from './time.ts';

/** The user that a command acts for. */
export interface Actor {
  userId: UserId;
  role: Role;
  /** The salesperson the user is linked to. */
  salespersonCode: SalespersonCode | null;
}

/** What a rule may know besides rows. */
export interface DecideContext {
  actor: Actor;
  /** The server's clock when it received the command; null on a device, whose rows may be incomplete. */
  receivedAt: Instant | null;
}

/** An id that a device made and that turned out to mean a row which was there before. Kept for ever. */
export interface Alias {
  kind: 'entry' | 'contact' | 'item';
  from: string;
  to: string;
}

/** More about a refusal: the field at fault and the id of the row it is about. */
export interface RefusalDetail {
  field?: string;
  id?: string;
}

/**
 * What a command does. `changes` are whole rows as they will be (their `rev` is given by the server). `joined` is
 * `done` for a command that added no row of its own because everything it asked for was there already.
 */
export type Decision =
  | { outcome: 'done' | 'joined'; changes: Row[]; aliases: Alias[] }
  | { outcome: 'refused'; code: RefusalCode; detail: RefusalDetail }
  | { outcome: 'ask-server' };

/** The device lacks a row that the rule needs: the command is kept and shown as waiting. */
export const ask: Decision = { outcome: 'ask-server' };

export function done(changes: Row[], aliases: Alias[] = [], outcome: 'done' | 'joined' = 'done'): Decision {
  return { outcome, changes, aliases };
}

export function refused(code: RefusalCode, detail: RefusalDetail = {}): Decision {
  return { outcome: 'refused', code, detail };
}
