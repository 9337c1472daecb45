import { effect } from '@preact/signals';
import { Dexie } from 'dexie';
import { v7 } from 'uuid';
import * as v from 'valibot';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { isLive } from '../../src/domain/is-live.ts';
import { instantOf, Zone } from '../../src/domain/time.ts';
import { blankItem } from '../../src/host/blank-item.ts';
import { createPreviewHost, type PreviewItem } from '../../src/host/preview/create-preview-host.ts';
import { readDraft } from '../../src/pane/open-item/read-draft.ts';
import { watchOpenItem } from '../../src/pane/open-item/watch-open-item.ts';
import { databaseName } from '../../src/store/indexed-db/open-local-store.ts';
import { inTurns } from '../median.ts';
import { madeCommands } from '../server/made-commands.ts';
import { rowsOf } from './many-entries.ts';
import { openDevice, type Session, type Times, takeBasics } from './session.ts';

/**
 * The host says that another mail is open → the page says that it is logged, to the next frame: by the way the pane goes,
 * which reads all that the form needs. Beside it a bare indexed get that knows of it, and one whole frame.
 */
export async function itemLookup(session: Session): Promise<Times> {
  const { device, store } = await openDevice(session, 'item-lookup');
  const people = await takeBasics(session, device);
  const commands = madeCommands(people, { count: 5_000, now: Date.now(), newUuid: () => v7() });
  const { userId, tenantId } = session.account;
  for (let at = 0; at < commands.length; at += 1_000)
    await store.takeRows(rowsOf(commands.slice(at, at + 1_000), userId), device.actor);

  const address = 'anna.korhonen@aurinko.example';
  const zone = v.parse(Zone, 'Europe/Helsinki');
  const host = createPreviewHost({ account: { name: 'Anna Korhonen', address, zone }, language: 'en' });
  const ended = new AbortController();
  const me = () => ({ myAddresses: [address], now: instantOf(Date.now()), zone });
  let logged: (identity: string) => void = () => undefined;
  const { opened } = watchOpenItem(host, ended.signal);
  effect(() => {
    const open = opened.value;
    if (open.state !== 'item') return;
    store.watch(
      (reader) => readDraft(open.item, me(), reader),
      ({ entries }) => {
        if (entries.some(({ entry }) => isLive(entry))) logged(open.item.identity);
      },
      open.signal,
    );
  });
  const bare = await new Dexie(databaseName({ server: 'item-lookup', tenantId, userId })).open();
  const items = bare.table('items');
  const commandOf = (round: number): LogInteraction => {
    const command = commands[(round * 37) % commands.length];
    if (!command) throw new Error('a round without a mail');
    return command;
  };

  const times = await inTurns(
    { count: 101, warmUp: 20 },
    async (round) => {
      const mail = mailOf(commandOf(round), people, String(round));
      await anywhereInAFrame();
      const known = new Promise<void>((resolve) => {
        logged = (identity) => {
          if (identity === String(round)) resolve();
        };
      });
      const started = performance.now();
      host.select(mail);
      await known;
      show(`Logged ${round}`);
      await nextFrame();
      return performance.now() - started;
    },
    async (round) => {
      const key = keyOf(commandOf(round));
      await anywhereInAFrame();
      const started = performance.now();
      if ((await items.where('keys').equals(key).first()) === undefined) throw new Error('the item was not found');
      const got = performance.now() - started;
      show(`Logged ${round}`);
      await nextFrame();
      const frame = performance.now();
      await nextFrame();
      return got + performance.now() - frame;
    },
  );
  ended.abort();
  bare.close();
  store.close();
  return times;
}

function keyOf({ item }: LogInteraction): string {
  const key = item?.keys[0];
  if (!key) throw new Error('a mail without a key');
  return key;
}

/** The mail that `command` logged, as the host has it. */
function mailOf(command: LogInteraction, people: readonly Contact[], identity: string): PreviewItem {
  const person = people.find(({ id }) => id === command.with[0]?.contactId);
  const { interaction } = command;
  return {
    item: blankItem({
      ...{ kind: 'mail', identity, subject: interaction.subject, sentAt: interaction.at, receivedAt: interaction.at },
      from: { name: person?.name ?? '', address: person?.email ?? '' },
      to: [{ name: 'Anna Korhonen', address: 'anna.korhonen@aurinko.example' }],
      messageId: keyOf(command).replace('message-id:', ''),
    }),
    body: { text: '' },
  };
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** People open a mail at any moment of a frame. */
async function anywhereInAFrame(): Promise<void> {
  await nextFrame();
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 17));
}

function show(text: string): void {
  const output = document.querySelector('output');
  if (!output) throw new Error('the page has no output');
  output.textContent = text;
}
