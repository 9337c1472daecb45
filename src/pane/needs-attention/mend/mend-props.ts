import type { Command } from '../../../domain/commands/command.ts';
import type { RefusalDetail } from '../../../domain/decision.ts';
import type { RefusalCode } from '../../../domain/problem-code.ts';
import type { PerformResult } from '../../../store/local-store.ts';

/** What every form that puts a refused command right is given. */
export interface MendProps<C extends Command> {
  command: C;
  code: RefusalCode;
  /** What of it is at fault, as far as the server said. */
  detail: RefusalDetail;
  /** Under which what is typed is kept until it is sent or given up. */
  draftKey: string;
  /** Sends `mended` in its place; it stays refused as it is when that is not kept. */
  send: (mended: C) => Promise<PerformResult>;
  leave: () => void;
}
