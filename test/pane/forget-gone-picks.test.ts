import { beforeEach, expect, it } from 'vitest';
import type { PurgeId } from '../../src/domain/ids.ts';
import type { Purge } from '../../src/domain/purge.ts';
import { forgetGonePicks } from '../../src/pane/log-view/forget-gone-picks.ts';
import { rememberPick, sharedPicks } from '../../src/pane/log-view/shared-picks.ts';
import type { PaneServices } from '../../src/pane/pane-services.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { anna, contact, id, noon } from '../support/domain-samples.ts';
import { eventually } from '../support/eventually.ts';

const [bob, eve] = [contact(1), contact(2)];
const erased: Purge = {
  ...{ kind: 'purge', id: id<PurgeId>(50), rev: 50, why: 'erased', at: noon, rowKeys: [`contact:${bob.id}`] },
};

let kept: Map<string, string>;
let services: Pick<PaneServices, 'device' | 'preferences'>;
const running = new AbortController();
beforeEach(async () => {
  const store = createMemoryStore();
  await store.takePull('contacts', { rows: [bob, eve], cursor: 'e.9', more: false, older: null }, anna);
  kept = new Map();
  const preferences = {
    get: (key: string) => kept.get(key),
    set: (key: string, value: string) => void kept.set(key, value),
  };
  services = { device: { store } as PaneServices['device'], preferences };
  rememberPick(preferences, 'both@harbour.example', bob.id);
  rememberPick(preferences, 'office@harbour.example', eve.id);
});

const erase = () =>
  services.device.store.takePull('setup', { rows: [erased], cursor: 'e.50', more: false, older: null }, anna);
const onlyEves = () => expect([...sharedPicks(services.preferences)]).toEqual([['office@harbour.example', eve.id]]);

it('forgets the address that was remembered for a person who is erased while the pane is open', async () => {
  await forgetGonePicks(services, running.signal);
  expect(sharedPicks(services.preferences).size).toBe(2);
  await erase();
  await eventually(onlyEves);
  expect([...kept.values()].join()).not.toContain('both@');
});

it('forgets the address of a person who was erased before', async () => {
  await erase();
  await forgetGonePicks(services, running.signal);
  onlyEves();
});

it('forgets none while the contacts are not here yet', async () => {
  const store = createMemoryStore();
  await forgetGonePicks({ ...services, device: { store } as PaneServices['device'] }, running.signal);
  expect(sharedPicks(services.preferences).size).toBe(2);
});
