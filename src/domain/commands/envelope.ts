import * as v from 'valibot';
import { CommandId } from '../ids.ts';
import { Instant } from '../time.ts';

/** What every command carries. `id` is its idempotency key: the server runs one id at most once. */
export const envelope = {
  id: CommandId,
  /** By the clock of the device; kept beside the server's receipt time and never used for order. */
  madeAt: Instant,
  /** Earlier commands that this one depends on, such as the one that creates its contact. */
  needs: v.pipe(v.array(CommandId), v.maxLength(20)),
};
