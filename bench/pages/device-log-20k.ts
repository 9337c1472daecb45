import { v7 } from 'uuid';
import type { LocalStore } from '../../src/store/local-store.ts';
import { inTurns } from '../median.ts';
import { madeCommands } from '../server/made-commands.ts';
import { rowsOf } from './many-entries.ts';
import { openDevice, type Session, type Times, takeBasics } from './session.ts';

const firstRows = 50;

/** Of a search through everything that the device holds, for a word that is nowhere. */
export interface SearchTimes {
  /** Milliseconds until it was through. */
  took: number;
  /** The longest that the page could do nothing else meanwhile. */
  held: number;
}

/** The first rows of the log's list on a device that holds 20,000 entries, beside one that holds 1,000; and a search. */
export async function deviceLogTwentyThousand(session: Session): Promise<Times & { searches: SearchTimes[] }> {
  const large = await deviceWith(session, 'device log, large', 20_000);
  const small = await deviceWith(session, 'device log, small', 1_000);
  const times = await inTurns(
    { count: 101, warmUp: 20 },
    () => listed(large),
    () => listed(small),
  );
  const searches: SearchTimes[] = [];
  for (let at = 0; at < 5; at += 1) searches.push(await searched(large));
  large.close();
  small.close();
  return { ...times, searches };
}

async function deviceWith(session: Session, place: string, count: number): Promise<LocalStore> {
  const { device, store } = await openDevice(session, place);
  const people = await takeBasics(session, device);
  const commands = madeCommands(people, { count, now: Date.now(), newUuid: () => v7() });
  for (let at = 0; at < count; at += 1_000)
    await store.takeRows(rowsOf(commands.slice(at, at + 1_000), session.account.userId), device.actor);
  return store;
}

async function listed(store: LocalStore): Promise<number> {
  const started = performance.now();
  const { entries } = await store.list({}, { limit: firstRows });
  const ms = performance.now() - started;
  if (entries.length !== firstRows) throw new Error(`found ${entries.length} rows`);
  return ms;
}

async function searched(store: LocalStore): Promise<SearchTimes> {
  let held = 0;
  let last = performance.now();
  const started = last;
  let pulse: ReturnType<typeof setTimeout> | undefined;
  const beat = () => {
    const now = performance.now();
    held = Math.max(held, now - last);
    last = now;
    pulse = setTimeout(beat);
  };
  beat();
  const { entries } = await store.list({ text: 'nowhere' }, { limit: firstRows });
  const took = performance.now() - started;
  clearTimeout(pulse);
  if (entries.length > 0) throw new Error('the word is somewhere');
  return { took, held };
}
