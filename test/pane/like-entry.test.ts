import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../src/domain/ids.ts';
import type { Item, ItemKey } from '../../src/domain/item.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import type { Day, Zone } from '../../src/domain/time.ts';
import { likeEntry } from '../../src/pane/by-hand/like-entry.ts';
import { type Choices, noChoices } from '../../src/pane/log-view/choices.ts';
import { contact, id, logMail } from '../support/domain-samples.ts';

const newYork = 'America/New_York' as Zone;
const pekka = contact(1);
const item: Item = {
  kind: 'item',
  id: id<ItemId>(9),
  rev: 3,
  itemKind: 'mail',
  keys: ['message-id:a' as ItemKey],
  entries: [],
  mergedInto: null,
};
const { interaction, with: people } = logMail(20, [pekka], []);
const entry = {
  ...interaction,
  ...people[0],
  subject: 'Tarjous 2291',
  language: 'fi',
  campaignTarget: true,
  canceled: [],
  itemId: item.id,
} as unknown as LogEntry; // all that is looked at

/** What a form that shows `choices` would send. */
const log = (choices: Partial<Choices>, over: Parameters<typeof logMail>[3] = {}, of: Item | undefined = item) =>
  likeEntry(entry, of, newYork).adjust(logMail(21, [pekka], [], over), { ...noChoices, ...choices });

describe('an entry that is logged again for another contact', () => {
  const { choices } = likeEntry(entry, item, newYork);

  it('shows its moment in the zone of the form, and is logged at that moment in its own', () => {
    expect([choices.day, choices.time]).toEqual(['2026-11-23', '04:12']);
    const shown = { at: null, zone: newYork, day: '2026-11-23' as Day };
    expect(log(choices, shown).interaction).toMatchObject({
      at: entry.at,
      zone: 'Europe/Helsinki',
      day: '2026-11-23',
    });
  });

  it('is logged when the person says it was, once they have changed it', () => {
    const at = '2026-11-23T15:00:00.000Z' as LogEntry['at'];
    expect(log({ ...choices, time: '10:00' }, { at, zone: newYork }).interaction).toMatchObject({ at, zone: newYork });
  });

  it('stays about the same mail, with its subject', () => {
    const again = log(choices, { description: 'Another description', subject: 'Another description', origin: 'hand' });
    expect(again.item).toEqual({ id: item.id, itemKind: 'mail', keys: item.keys });
    expect(again.interaction).toMatchObject({ subject: 'Tarjous 2291', origin: 'mail' });
  });

  it('is about no mail where this device does not know it', () => {
    const again = likeEntry(entry, undefined, newYork).adjust(logMail(21, [pekka], []), noChoices);
    expect(again.item).toBeNull();
  });

  it('shows whether it answers a campaign, and leaves language and number to the other contact', () => {
    expect(choices).toMatchObject({ campaignTarget: true, templateCode: entry.templateCode });
    expect(Object.keys(choices)).not.toContain('language');
    expect(Object.keys(choices)).not.toContain('via');
  });
});
