import { Dexie } from 'dexie';
import { v7 } from 'uuid';
import { isLive } from '../../src/domain/is-live.ts';
import type { ItemKey } from '../../src/domain/item.ts';
import { databaseName } from '../../src/store/indexed-db/open-local-store.ts';
import { inTurns } from '../median.ts';
import { madeCommands } from '../server/made-commands.ts';
import { rowsOf } from './many-entries.ts';
import { openDevice, type Session, type Times, takeBasics } from './session.ts';

/** Another mail is open → the page says that it is logged, beside a bare indexed get that says so. Both to the next frame. */
export async function itemLookup(session: Session): Promise<Times> {
  const { device, store } = await openDevice(session, 'item-lookup');
  const people = await takeBasics(session, device);
  const commands = madeCommands(people, { count: 5_000, now: Date.now(), newUuid: () => v7() });
  const { userId, tenantId } = session.account;
  for (let at = 0; at < commands.length; at += 1_000)
    await store.takeRows(rowsOf(commands.slice(at, at + 1_000), userId), device.actor);

  const bare = await new Dexie(databaseName({ server: 'item-lookup', tenantId, userId })).open();
  const items = bare.table('items');
  const keyOf = (round: number): ItemKey => {
    const key = commands[(round * 37) % commands.length]?.item?.keys[0];
    if (!key) throw new Error('a mail without a key');
    return key;
  };
  const times = await inTurns(
    { count: 101, warmUp: 20 },
    (round) =>
      shown(async () => {
        const found = await store.itemByKeys([keyOf(round)]);
        return found?.entries.some(({ entry }) => isLive(entry)) === true;
      }),
    (round) => shown(async () => (await items.where('keys').equals(keyOf(round)).first()) !== undefined),
  );
  bare.close();
  store.close();
  return times;
}

/** Starts anywhere within a frame, as people do, and ends with the frame that shows the answer. */
async function shown(isLogged: () => Promise<boolean>): Promise<number> {
  const output = document.querySelector('output');
  if (!output) throw new Error('the page has no output');
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 17));
  const started = performance.now();
  if (!(await isLogged())) throw new Error('the item was not found');
  output.textContent = `Logged ${started}`;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - started;
}
