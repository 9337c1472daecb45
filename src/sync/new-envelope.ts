import * as v from 'valibot';
import { CommandId } from '../domain/ids.ts';
import { type Instant, instantOf } from '../domain/time.ts';
import type { DeviceOptions } from './device-options.ts';

/** The envelope of a new command: id and time from the device's own sources. */
export function newEnvelope(
  { newUuid, clock }: Pick<DeviceOptions, 'newUuid' | 'clock'>,
  needs: CommandId[],
): { id: CommandId; madeAt: Instant; needs: CommandId[] } {
  return { id: v.parse(CommandId, newUuid()), madeAt: instantOf(clock.now()), needs };
}
