import { describe, expect, it } from 'vitest';
import { createDraft } from '../../src/capture/create-draft.ts';
import { sampleClock } from '../../src/host/preview/samples/sample-clock.ts';
import { sampleItems } from '../../src/host/preview/samples/sample-items.ts';
import { address, helsinki, now, surroundings } from '../capture/surroundings.ts';

const samples = new Map(sampleItems(sampleClock(now, helsinki)).map((one) => [one.item.identity, one]));
const known = surroundings({ salespeople: [{ email: address('mika.virtanen@aurinko.example') }] });
const draftOf = (identity: string) => createDraft(samples.get(identity)?.item ?? expect.fail(identity), known);

describe('the sample mailbox', () => {
  it('names every item once and gives each a key', () => {
    expect(samples.size).toBe(16);
    for (const { item } of samples.values()) expect(createDraft(item, known).keys, item.identity).not.toEqual([]);
  });

  it('holds nothing that took place after now, but for the meeting ahead', () => {
    for (const { item } of samples.values()) {
      if (item.identity === 'sample-future') continue;
      const at = item.start ?? item.receivedAt;
      expect(at === null || at <= now, item.identity).toBe(true);
    }
  });

  it('shows each situation that it is there for', () => {
    expect(draftOf('sample-thread')).toMatchObject({
      direction: 'inbound',
      subject: 'Tarjous 2291, huoltosopimuksen jatko',
      threadLength: 4,
    });
    expect(draftOf('sample-five-recipients').participants).toHaveLength(4);
    expect(draftOf('sample-sent').direction).toBe('outbound');
    expect(draftOf('sample-internal')).toMatchObject({ direction: null, participants: [] });
    expect(draftOf('sample-private').sensitivity).toBe('private');
    expect(draftOf('sample-compose').mode).toBe('compose');
    expect(draftOf('sample-meeting')).toMatchObject({ minutes: 90, direction: 'outbound' });
    expect(draftOf('sample-all-day')).toMatchObject({ at: null, minutes: null });
    expect(draftOf('sample-unknown-company').participants[0]).toMatchObject({
      suggestedName: 'Liisa Salo',
      suggestedCompany: { name: 'Uusiasiakas' },
    });
  });
});
