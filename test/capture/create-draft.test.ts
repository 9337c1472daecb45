import { describe, expect, it } from 'vitest';
import { addressesOfItem } from '../../src/capture/addresses-of-item.ts';
import { createDraft } from '../../src/capture/create-draft.ts';
import { mostParticipants } from '../../src/capture/participants.ts';
import { blankItem } from '../../src/host/blank-item.ts';
import type { HostPerson, MailItem } from '../../src/host/host-adapter.ts';
import { contact, helsinki, instant, now, surroundings, usedBefore } from './surroundings.ts';

const person = (address: string, name = ''): HostPerson => ({ name, address });
const anna = person('Anna.Korhonen@aurinko.example', 'Anna Korhonen');
const sofia = person('sofia@aurinko.example', 'Sofia Lindqvist');
const mika = person('mika@partner.example', 'Mika Virtanen');
const pekka = person('pekka.kivi@kivi.example', 'Pekka Kivi');
const bob = person('bob@harbourpine.example', 'Ortiz, Bob');

const mail = (known: Partial<MailItem>) =>
  blankItem({ kind: 'mail', identity: 'm', sentAt: now, receivedAt: now, messageId: '<m@x>', ...known });
const meeting = (known: Partial<MailItem>) => blankItem({ kind: 'meeting', identity: 'm', ...known });
const draftOf = (item: MailItem, known: Parameters<typeof surroundings>[0] = {}) =>
  createDraft(item, surroundings(known));
const addresses = (item: MailItem) => draftOf(item).participants.map(({ address }) => address);

describe('who is on a mail', () => {
  it('takes the sender and the other external people of an inbound mail, in their order, each once', () => {
    const item = mail({
      from: pekka,
      to: [anna, bob, person('PEKKA.KIVI@kivi.example')],
      cc: [sofia, bob, person('x@y.example')],
    });
    expect(addresses(item)).toEqual(['pekka.kivi@kivi.example', 'bob@harbourpine.example', 'x@y.example']);
    const draft = draftOf(item);
    expect(draft.direction).toBe('inbound');
    expect(draft.includesMe).toBe(true);
    expect(draft.colleagues).toBe(1);
    expect(draft.participants.map(({ as }) => as)).toEqual(['from', 'to', 'cc']);
  });

  it('takes the recipients of an outbound mail', () => {
    const draft = draftOf(mail({ from: anna, to: [pekka], cc: [mika] }));
    expect(draft.direction).toBe('outbound');
    expect(draft.participants.map(({ address }) => address)).toEqual(['pekka.kivi@kivi.example']);
    expect(draft.colleagues).toBe(1);
  });

  it('takes a mail that a colleague outside the own domain sent as outbound', () => {
    expect(draftOf(mail({ from: mika, to: [pekka, anna] })).direction).toBe('outbound');
  });

  it('has nobody to log on a mail among colleagues', () => {
    const draft = draftOf(mail({ from: sofia, to: [anna, mika] }));
    expect(draft.direction).toBeNull();
    expect(draft.participants).toEqual([]);
    expect(draft.suggestedTemplate).toBeNull();
    expect(draft.colleagues).toBe(2);
  });

  it('names whom it leaves out and why', () => {
    const draft = draftOf(
      mail({
        from: pekka,
        to: [anna, person('teller@bank.example'), person('boss@kivi.example'), person('/O=EX/CN=ROOM', 'Room 3')],
      }),
    );
    expect(draft.leftOut).toEqual([
      { text: 'teller@bank.example', why: 'never-log' },
      { text: 'boss@kivi.example', why: 'never-log' },
      { text: 'Room 3', why: 'no-address' },
    ]);
    expect(draft.participants.map(({ address }) => address)).toEqual(['pekka.kivi@kivi.example']);
  });

  it('never takes a broken address for somebody', () => {
    const broken = ['a@b@c.example', 'no at sign', '@x.example', 'a@', 'a b@c.example', 'x@y.example, z@w.example'];
    const draft = draftOf(mail({ from: pekka, to: broken.map((one) => person(one)) }));
    expect(draft.participants).toHaveLength(1);
    expect(draft.leftOut).toHaveLength(broken.length);
  });

  it('reads addresses in quotes, in brackets or with the dot of a full domain', () => {
    expect(
      addresses(mail({ from: person("'a@x.example'"), to: [person('<b@x.example>'), person('c@x.example.')] })),
    ).toEqual(['a@x.example', 'b@x.example', 'c@x.example']);
  });

  it('takes the author of a mail that an assistant sent', () => {
    expect(addresses(mail({ from: pekka, sender: bob, to: [anna] }))).toEqual(['pekka.kivi@kivi.example']);
  });

  it('keeps the better name of somebody who is named twice', () => {
    const draft = draftOf(
      mail({ from: anna, to: [person('x@y.example')], cc: [person('x@y.example', 'Xavier Young')] }),
    );
    expect(draft.participants[0]?.suggestedName).toBe('Xavier Young');
  });

  it('takes the hidden recipients of a mail being written', () => {
    const draft = draftOf(mail({ mode: 'compose', from: null, to: [pekka], bcc: [bob] }));
    expect(draft.direction).toBe('outbound');
    expect(draft.participants.map(({ as }) => as)).toEqual(['to', 'bcc']);
  });

  it('lists at most as many people as can be logged at once, and counts the rest at any size', () => {
    const crowd = Array.from({ length: 5_000 }, (_, index) => person(`p${index}@crowd.example`, `P ${index}`));
    const start = performance.now();
    const draft = draftOf(mail({ from: anna, to: crowd }));
    expect(draft.participants).toHaveLength(mostParticipants);
    expect(draft.unlisted).toBe(5_000 - mostParticipants);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('whom a person is taken for', () => {
  const pekkaContact = contact({ name: 'Pekka Kivi', email: 'pekka.kivi@kivi.example' });
  const matchOf = (from: HostPerson, known: Parameters<typeof surroundings>[0]) =>
    draftOf(mail({ from, to: [anna] }), known).participants[0]?.match;

  it('prefers the main address', () => {
    const other = contact({ name: 'Other', otherEmails: ['pekka.kivi@kivi.example'] });
    expect(matchOf(pekka, { contacts: [other, pekkaContact] })).toEqual({ by: 'main-address', contact: pekkaContact });
  });

  it('takes another address where nobody has it as main one', () => {
    const other = contact({ name: 'Bob', otherEmails: ['pekka.kivi@kivi.example'] });
    expect(matchOf(pekka, { contacts: [other] })).toEqual({ by: 'other-address', contact: other });
  });

  it('offers all who share an address, and starts with one who is not on the mail already', () => {
    const shared = person('toimisto@jarvinen.example');
    const matti = contact({
      name: 'Matti',
      email: 'matti@jarvinen.example',
      otherEmails: ['toimisto@jarvinen.example'],
    });
    const tuula = contact({
      name: 'Tuula',
      email: 'tuula@jarvinen.example',
      otherEmails: ['toimisto@jarvinen.example'],
    });
    const draft = draftOf(mail({ from: shared, to: [anna], cc: [person('matti@jarvinen.example')] }), {
      contacts: [matti, tuula],
    });
    expect(draft.participants[0]?.match).toEqual({ by: 'shared-address', contact: tuula, candidates: [matti, tuula] });
  });

  it('never takes a merged contact', () => {
    const merged = contact({ name: 'Old', email: 'pekka.kivi@kivi.example', mergedInto: pekkaContact.id });
    expect(matchOf(pekka, { contacts: [merged] })).toEqual({ by: 'unknown' });
  });

  it('knows the company of an unknown person by its domain, also below it', () => {
    const kivi = contact({ type: 'company', name: 'Kivi Oy', domains: ['kivi.example'] });
    const known = { companies: [kivi] };
    expect(matchOf(person('uusi@kivi.example'), known)).toEqual({ by: 'company-domain', company: kivi });
    expect(matchOf(person('uusi@mail.kivi.example'), known)).toEqual({ by: 'company-domain', company: kivi });
  });

  it('never takes free mail for a company', () => {
    const wrong = contact({ type: 'company', name: 'Gmail', domains: ['gmail.com'] });
    const draft = draftOf(mail({ from: person('eero@gmail.com'), to: [anna] }), { companies: [wrong] });
    expect(draft.participants[0]?.match).toEqual({ by: 'unknown' });
    expect(draft.participants[0]?.suggestedCompany).toBeNull();
  });

  it('suggests a name and a company for somebody unknown', () => {
    const draft = draftOf(mail({ from: person('liisa.salo@uusi-asiakas.example', 'Salo, Liisa (Uusi)'), to: [anna] }));
    expect(draft.participants[0]).toMatchObject({
      suggestedName: 'Liisa Salo',
      suggestedCompany: { name: 'Uusi Asiakas', domain: 'uusi-asiakas.example' },
    });
  });

  it('counts a contact with two addresses on the mail once', () => {
    const two = contact({ name: 'Bob', email: 'bob@harbourpine.example', otherEmails: ['bob@home.example'] });
    const draft = draftOf(mail({ from: bob, to: [anna, person('bob@home.example')] }), { contacts: [two] });
    expect(draft.participants).toHaveLength(1);
  });

  it('asks the store for external addresses and for domains that may be companies only', () => {
    const item = mail({ from: pekka, to: [anna, sofia, person('e@gmail.com'), person('x@mail.big.example'), pekka] });
    expect(addressesOfItem(item, surroundings())).toEqual({
      addresses: ['pekka.kivi@kivi.example', 'e@gmail.com', 'x@mail.big.example'],
      domains: ['kivi.example', 'mail.big.example', 'big.example'],
    });
  });
});

describe('which template is suggested', () => {
  const pekkaContact = contact({ name: 'Pekka Kivi', email: 'pekka.kivi@kivi.example' });
  const known = { contacts: [pekkaContact] };
  const inbound = mail({ from: pekka, to: [anna] });
  const outbound = mail({ from: anna, to: [pekka] });

  it('follows the template setup for an outgoing mail', () => {
    expect(draftOf(outbound, known).suggestedTemplate).toEqual({ code: 'EMAIL', why: 'outgoing-mail' });
  });

  it('takes the inbound sibling for an incoming mail', () => {
    expect(draftOf(inbound, known).suggestedTemplate).toEqual({ code: 'EMAILIN', why: 'incoming-mail' });
  });

  it('takes the setup’s own where there is no inbound sibling', () => {
    const [email] = surroundings().templates;
    const templates = email ? [email] : [];
    expect(draftOf(inbound, { ...known, templates }).suggestedTemplate?.code).toBe('EMAIL');
  });

  it('takes the draft template for a mail being written, whatever was used before', () => {
    const recentEntries = [usedBefore(pekkaContact, 'GOLF')];
    expect(draftOf(mail({ mode: 'compose', to: [pekka] }), { ...known, recentEntries }).suggestedTemplate).toEqual({
      code: 'EMAIL_D',
      why: 'draft',
    });
  });

  it('takes the meeting template for a meeting', () => {
    expect(draftOf(meeting({ organizer: anna, to: [pekka], start: now }), known).suggestedTemplate).toEqual({
      code: 'INHOUSE',
      why: 'meeting',
    });
  });

  it('prefers what was used last with the contact for the same kind of item and direction', () => {
    const recentEntries = [
      usedBefore(pekkaContact, 'EMAIL_D', { flow: 'inbound' }),
      usedBefore(pekkaContact, 'INHOUSE', { origin: 'meeting' }),
      usedBefore(pekkaContact, 'GONE'),
      usedBefore(pekkaContact, 'GOLF'),
    ];
    expect(draftOf(outbound, { ...known, recentEntries }).suggestedTemplate).toEqual({
      code: 'GOLF',
      why: 'last-for-contact',
    });
  });

  it('suggests none where the set-up names none for that kind, and what was used last with the contact all the same', () => {
    const full = surroundings().templateSetup;
    const blank = full && { ...full, emails: null, emailDrafts: null, meetings: null };
    const drafted = mail({ mode: 'compose', to: [pekka] });
    const met = meeting({ organizer: anna, to: [pekka], start: now });
    for (const item of [outbound, inbound, drafted, met])
      expect(draftOf(item, { ...known, templateSetup: blank }).suggestedTemplate).toBeNull();
    const onlyDrafts = full && { ...full, emailDrafts: null };
    expect(draftOf(drafted, { ...known, templateSetup: onlyDrafts }).suggestedTemplate).toBeNull();
    const recentEntries = [usedBefore(pekkaContact, 'GOLF')];
    expect(draftOf(outbound, { ...known, templateSetup: blank, recentEntries }).suggestedTemplate?.code).toBe('GOLF');
  });

  it('takes the first that fits where nothing is set up', () => {
    expect(draftOf(inbound, { ...known, templateSetup: undefined }).suggestedTemplate).toEqual({
      code: 'EMAILIN',
      why: 'first',
    });
    expect(draftOf(inbound, { ...known, templates: [] }).suggestedTemplate).toBeNull();
  });
});

describe('when it took place', () => {
  const sent = instant('2026-11-20T21:30:00.000Z');
  const received = instant('2026-11-20T22:05:00.000Z');

  it('is when an outbound mail was sent and an inbound one received, on the day of the user’s zone', () => {
    expect(draftOf(mail({ from: anna, to: [pekka], sentAt: sent, receivedAt: received }))).toMatchObject({
      at: sent,
      day: '2026-11-20',
    });
    expect(draftOf(mail({ from: pekka, to: [anna], sentAt: sent, receivedAt: received }))).toMatchObject({
      at: received,
      day: '2026-11-21',
      zone: helsinki,
      minutes: null,
    });
  });

  it('is now for a mail being written, without a date, or dated ahead by a wrong clock', () => {
    expect(draftOf(mail({ mode: 'compose', to: [pekka], sentAt: null })).at).toBe(now);
    expect(draftOf(mail({ from: pekka, to: [anna], sentAt: null, receivedAt: null })).at).toBe(now);
    const ahead = instant('2039-01-01T00:00:00.000Z');
    expect(draftOf(mail({ from: pekka, to: [anna], sentAt: ahead, receivedAt: null })).at).toBe(now);
  });

  it('is a meeting’s start with its real minutes, also ahead', () => {
    const item = meeting({
      organizer: anna,
      to: [pekka],
      start: instant('2026-12-01T08:00:00.000Z'),
      end: instant('2026-12-01T09:45:00.000Z'),
    });
    expect(draftOf(item)).toMatchObject({ at: '2026-12-01T08:00:00.000Z', day: '2026-12-01', minutes: 105 });
  });

  it('is only the day of an all-day meeting, in its own zone', () => {
    const item = meeting({
      organizer: pekka,
      to: [anna],
      start: instant('2026-11-20T22:00:00.000Z'),
      end: instant('2026-11-21T22:00:00.000Z'),
      allDay: true,
      zone: helsinki,
    });
    expect(draftOf(item)).toMatchObject({ at: null, day: '2026-11-21', minutes: null, direction: 'inbound' });
  });
});

describe('by what it is recognised', () => {
  const keys = (item: MailItem) => draftOf(item).keys;

  it('is the Message-ID without brackets and folding, its case kept', () => {
    expect(keys(mail({ from: pekka, to: [anna], messageId: '<AbC.1\r\n @Kivi.example>' }))).toEqual([
      'message-id:AbC.1@Kivi.example',
    ]);
  });

  it('tells the occurrences of a series apart', () => {
    const series = { organizer: anna, to: [pekka], icalUid: 'u-1' };
    const start = instant('2026-11-20T08:00:00.000Z');
    expect(keys(meeting({ ...series, start, occurrence: start }))[0]).toBe('ical:u-1|2026-11-20T08:00:00.000Z');
    expect(keys(meeting(series))[0]).toBe('ical:u-1|-');
  });

  it('is organizer, start and subject where a host gives no uid', () => {
    const start = instant('2026-11-20T08:00:00.000Z');
    const mine = keys(meeting({ organizer: anna, to: [pekka], start, subject: 'VL: Katselmus ' }));
    const theirs = keys(meeting({ organizer: anna, to: [pekka], start, subject: 'katselmus' }));
    expect(mine).toEqual(theirs);
    expect(mine).toEqual(['weak:anna.korhonen@aurinko.example|2026-11-20T08:00:00.000Z|katselmus']);
  });

  it('stays the draft’s when it is sent', () => {
    const written = keys(
      mail({ mode: 'compose', from: anna, to: [pekka], messageId: null, sentAt: null, draftId: 'd-1' }),
    );
    const sentOne = keys(mail({ from: anna, to: [pekka], messageId: '<m>', draftId: 'd-1' }));
    expect(written).toEqual(['draft:d-1']);
    expect(sentOne).toContain('draft:d-1');
  });
});
