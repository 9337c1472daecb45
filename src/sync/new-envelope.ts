import * as v from 'valibot';
import { CommandId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { DeviceOptions } from './device-options.ts';

/** The envelope of a new command: id and time from the device's own sources. */
export function newEnvelope(
  { newUuid }: Pick<DeviceOptions, 'newUuid'>,
  madeAt: Instant,
  needs: CommandId[],
): { id: CommandId; madeAt: Instant; needs: CommandId[] } {
  return { id: v.parse(CommandId, newUuid()), madeAt, needs };
}
