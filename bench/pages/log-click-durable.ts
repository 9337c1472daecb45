import { v7 } from 'uuid';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import { parseCursor } from '../../src/protocol/cursor.ts';
import type { Device } from '../../src/sync/device.ts';
import { inTurns } from '../median.ts';
import { madeCommands } from '../server/made-commands.ts';
import { rowsOf } from './many-entries.ts';
import { openDevice, type Session, type Times, takeBasics } from './session.ts';

const rounds = { count: 201, warmUp: 30 };

/**
 * From the click to the entry being on this device's disk, beside one raw transaction that adds two rows as durably. The
 * device runs as the pane's does, and as on one that is online the server has answered one command when the next is made.
 */
export async function logClickDurable(session: Session): Promise<Times> {
  const { device, store } = await openDevice(session, 'log-click', { isOnline: false });
  const people = await takeBasics(session, device);
  const ended = new AbortController();
  const running = device.run(ended.signal);
  const commands = madeCommands(people, {
    count: rounds.count + rounds.warmUp,
    now: Date.now(),
    newUuid: () => v7(),
  });
  const raw = await openRaw();
  const button = document.querySelector('button');
  if (!button) throw new Error('the page has no button');

  const clicked = async (act: () => Promise<unknown>) => {
    // A click comes to a page at rest: what follows the one before (watches, other panes) is done.
    await new Promise((resolve) => setTimeout(resolve, 10));
    return new Promise<number>((resolve, reject) => {
      button.onclick = (event) => {
        act().then(() => resolve(performance.now() - event.timeStamp), reject);
      };
      button.click();
    });
  };
  const times = await inTurns(
    rounds,
    async (round) => {
      const command = commands[round];
      if (!command) throw new Error('too few commands');
      const ms = await clicked(async () => {
        const result = await device.perform(command);
        if (result.outcome !== 'saved') throw new Error(`not saved: ${result.outcome}`);
      });
      await answered(device, command);
      return ms;
    },
    (round) => clicked(() => addTwo(raw, { command: commands[round], id: v7() })),
  );
  ended.abort();
  await running;
  raw.close();
  store.close();
  return times;
}

/** Takes what the server says to a command, as after a push. */
async function answered({ store, actor }: Device, command: LogInteraction): Promise<void> {
  const seen = parseCursor((await store.seen()) ?? '');
  if (!seen) throw new Error('nothing was pulled');
  const rows = rowsOf([command], actor.userId);
  const answers = [{ commandId: command.id, outcome: 'done' as const, aliases: [] }];
  await store.takeAnswers({ epoch: seen.epoch, rev: seen.rev, answers, rows }, command.madeAt, actor);
  if ((await store.counts()).waiting > 0) throw new Error('the command still waits');
}

function openRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('raw', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('outbox', { autoIncrement: true });
      opening.result.createObjectStore('entries', { keyPath: 'id' });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

function addTwo(raw: IDBDatabase, row: { id: string; command: unknown }): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = raw.transaction(['outbox', 'entries'], 'readwrite', { durability: 'strict' });
    transaction.objectStore('outbox').add(row);
    transaction.objectStore('entries').add(row);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}
