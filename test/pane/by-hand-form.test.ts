import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import { parseEmailAddress } from '../../src/domain/email-address.ts';
import type { CampaignCode, GroupCode, SalespersonCode, TemplateCode } from '../../src/domain/ids.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import type { Day, Instant, Zone } from '../../src/domain/time.ts';
import { choicesOfEntry } from '../../src/pane/by-hand/choices-of-entry.ts';
import { dueGroups } from '../../src/pane/follow-ups/due-groups.ts';
import { correctedFields, editedFrom } from '../../src/pane/history/corrected-fields.ts';
import { addContact, type Choices, chooseTemplate, noChoices } from '../../src/pane/log-view/choices.ts';
import { composeCommands } from '../../src/pane/log-view/compose-commands.ts';
import { type FormInput, type LogForm, logForm } from '../../src/pane/log-view/log-form.ts';
import { amountsOf } from '../../src/pane/log-view/share-out.ts';
import type { Setup } from '../../src/store/local-store.ts';
import { anna, contact, noon, template } from '../support/domain-samples.ts';
import { galleryZone } from './gallery/gallery-time.ts';

const phone = 'PHONE' as GroupCode;
const call = template({
  id: 'OUTGOING' as TemplateCode,
  groupCode: phone,
  description: { en: 'Outgoing call', fi: 'Lähtevä puhelu' },
  correspondenceType: '',
  ignoreContactCorrespondenceType: true,
  unitCost: 1,
  unitDuration: 15,
});
const letter = template({
  id: 'BUS' as TemplateCode,
  groupCode: 'LETTER' as GroupCode,
  description: { en: 'Business letter' },
  correspondenceType: 'hard-copy',
  unitCost: 8,
  unitDuration: 30,
  flow: 'outbound',
  initiatedBy: '',
  campaignCode: 'AUTUMN' as CampaignCode,
  campaignTarget: true,
});
const setup: Setup = {
  groups: [],
  campaigns: [],
  templates: [call, letter],
  templateSetup: {
    ...{ kind: 'template-setup', id: 'template-setup', rev: 1 },
    ...{ emails: null, emailDrafts: null, meetings: null, outgoingCalls: call.id, coverSheets: null },
  },
  salespeople: [],
  workspace: undefined,
};
const withoutCalls: Setup = {
  ...setup,
  ...(setup.templateSetup && { templateSetup: { ...setup.templateSetup, outgoingCalls: null } }),
};
const pekka = contact(1, {
  name: 'Pekka Kivi',
  email: parseEmailAddress('pekka.kivi@kivi.example') ?? '',
  phones: ['+358 40 123 4567', '+358 9 765 4321'],
});
const withContacts = (...contacts: Contact[]): Choices =>
  contacts.reduce((choices, one) => addContact(choices, { contact: one, companyName: '' }), noChoices);

function form(choices: Choices = withContacts(pekka), over: Partial<FormInput> = {}): LogForm {
  return logForm({
    ...{ draft: undefined, choices, entries: [], companies: new Map(), setup, text: { state: 'unread' } },
    salespersonCode: 'AK' as SalespersonCode,
    readerLanguage: 'en',
    now: noon,
    zone: galleryZone,
    ...over,
  });
}

function compose(shown: LogForm, postponed = false) {
  const made = new Map<string, string>();
  const idFor = (name: string) => {
    const id = made.get(name) ?? `01940000-0000-7000-8000-${String(made.size + 1).padStart(12, '0')}`;
    made.set(name, id);
    return id;
  };
  return composeCommands(shown, undefined, idFor, noon, { userId: anna.userId, postponed });
}

describe('time and date by hand', () => {
  it('are now, rounded up to the next full minute', () => {
    expect(form(undefined, { now: '2026-11-23T12:00:00.001Z' as Instant })).toMatchObject({
      at: '2026-11-23T12:01:00.000Z',
      day: '2026-11-23',
      time: '14:01',
    });
  });

  it('are now when a minute has just begun', () => {
    expect(form()).toMatchObject({ at: '2026-11-23T12:00:00.000Z', time: '14:00' });
  });

  it('roll over to the next day at its last minute', () => {
    const late = form(undefined, { now: '2026-11-23T21:59:30.000Z' as Instant });
    expect(late).toMatchObject({ day: '2026-11-24', time: '00:00' });
  });
});

describe('what an entry can’t do without', () => {
  it.each<[string, LogForm, string]>([
    ['a contact', form(noChoices), 'nobody'],
    ['a template', form(undefined, { setup: { ...setup, templates: [] } }), 'setup'],
    ['a template, where none is suggested', form(undefined, { setup: withoutCalls }), 'template'],
    ['a salesperson', form(undefined, { salespersonCode: null }), 'salesperson'],
    ['a date', form({ ...withContacts(pekka), day: '' }), 'date'],
    ['a year of four digits', form({ ...withContacts(pekka), day: '0026-11-23', time: '10:00' }), 'date'],
    ['one meaning of its cost', form({ ...withContacts(pekka), cost: '1,234' }), 'cost'],
    ['a description', form({ ...withContacts(pekka), description: '  ' }), 'description'],
  ])('is %s', (_what, shown, cannot) => {
    expect(shown.cannot).toBe(cannot);
  });
});

describe('a template', () => {
  it('of outgoing calls is the first one, with the contact’s own number', () => {
    const shown = form();
    expect(shown).toMatchObject({ description: 'Outgoing call', minutes: '15', cost: '1', flow: 'outbound' });
    expect(Object.values(shown.via)).toEqual(['+358 40 123 4567']);
  });

  it('gives the description where it is blank, in the contact’s language', () => {
    expect(form(withContacts({ ...pekka, language: 'fi' })).description).toBe('Lähtevä puhelu');
  });

  it('leaves a description that was typed, whichever is chosen and how often', () => {
    const typed: Choices = { ...withContacts(pekka), description: 'Asked for a quote' };
    const once = chooseTemplate(typed, letter.id);
    expect(form(once).description).toBe('Asked for a quote');
    expect(form(chooseTemplate(once, call.id)).description).toBe('Asked for a quote');
  });

  it('that is chosen in place of another brings its own description, and resets what templates decide', () => {
    const first = chooseTemplate(withContacts(pekka), call.id);
    const typed: Choices = { ...first, minutes: '99', cost: '9', flow: 'inbound', language: 'sv', note: 'Kept' };
    expect(form(chooseTemplate(typed, letter.id))).toMatchObject({
      description: 'Business letter',
      minutes: '30',
      cost: '8',
      flow: 'outbound',
      initiatedBy: '',
      language: letter.language,
      campaignCode: 'AUTUMN',
      campaignTarget: true,
      note: 'Kept',
    });
  });

  it('of a campaign is no longer aimed at it when another or none is chosen', () => {
    const aimed = chooseTemplate(withContacts(pekka), letter.id);
    expect(compose(form(aimed))?.log.interaction).toMatchObject({ campaignCode: 'AUTUMN', campaignTarget: true });
    const none = { ...aimed, campaignCode: null, campaignTarget: undefined };
    expect(compose(form(none))?.log.interaction).toMatchObject({ campaignCode: null, campaignTarget: false });
  });

  it('of letters takes its correspondence type where the contact has none, else the contact’s', () => {
    const types = (own: Contact['correspondenceType']) =>
      compose(form(chooseTemplate(withContacts({ ...pekka, correspondenceType: own }), letter.id)))?.log.with.map(
        ({ correspondenceType }) => correspondenceType,
      );
    expect(types('')).toEqual(['hard-copy']);
    expect(types('fax')).toEqual(['fax']);
  });

  it('with the type e-mail has none for a contact without an address', () => {
    const mail = { ...letter, correspondenceType: 'email' as const };
    const shown = form(chooseTemplate(withContacts({ ...pekka, email: '' }), mail.id), {
      setup: { ...setup, templates: [call, mail] },
    });
    expect(compose(shown)?.log.with[0]?.correspondenceType).toBe('');
  });
});

describe('the salesperson', () => {
  const people = (...emails: string[]) => ({
    setup: {
      ...setup,
      salespeople: emails.map((email, at) => ({
        ...{ kind: 'salesperson' as const, id: `S${at}` as SalespersonCode, rev: 1, name: `S${at}`, deleted: false },
        email: parseEmailAddress(email) ?? ('' as const),
      })),
    },
    email: 'anna@us.example',
  });
  const theirs = withContacts({ ...pekka, salespersonCode: 'PK' as SalespersonCode });

  it.each<[string, LogForm, string]>([
    ['the one who has the user’s address', form(theirs, people('mika@us.example', 'anna@us.example')), 'S1'],
    [
      'the one the account is linked to where two have it',
      form(theirs, people('anna@us.example', 'anna@us.example')),
      'AK',
    ],
    ['the contact’s where the account is linked to none', form(theirs, { salespersonCode: null }), 'PK'],
    ['whom the user chose', form({ ...theirs, salespersonCode: 'MV' as SalespersonCode }), 'MV'],
  ])('is %s', (_who, shown, code) => {
    expect(shown.salespersonCode).toBe(code);
    expect(compose(shown)?.log.interaction.salespersonCode).toBe(code);
  });
});

describe('what is sent', () => {
  it('holds number, campaign and subject as they stand on the form', () => {
    const shown = form({
      ...withContacts(pekka),
      via: { [pekka.id]: '+358 9 765 4321' },
      campaignCode: 'SPRING' as CampaignCode,
    });
    const log = compose(shown)?.log;
    expect(log).toMatchObject({ item: null, postponed: false });
    expect(log?.with[0]?.contactVia).toBe('+358 9 765 4321');
    expect(log?.interaction).toMatchObject({ campaignCode: 'SPRING', subject: 'Outgoing call', origin: 'hand' });
  });

  it('makes a follow-up of a line and its day, and none of an empty line', () => {
    const followUp = { due: '2026-11-30', text: ' Call  back ' };
    const composed = compose(form({ ...withContacts(pekka), followUp }));
    expect(composed?.followUps).toMatchObject([
      { needs: [composed?.log.id], fields: { due: '2026-11-30', text: 'Call back', contactId: pekka.id } },
    ]);
    expect(compose(form({ ...withContacts(pekka), followUp: { due: '', text: ' ' } }))?.followUps).toEqual([]);
    expect(form({ ...withContacts(pekka), followUp: { due: '', text: 'Call' } }).cannot).toBe('followUp');
  });

  it('asks for the line of a follow-up that somebody touched', () => {
    const followUp = { due: '2026-12-01', text: ' ' };
    expect(form({ ...withContacts(pekka), followUp }).cannot).toBeUndefined();
    expect(form({ ...withContacts(pekka), followUp: { ...followUp, isTouched: true } }).cannot).toBe('followUpText');
  });

  it('has no type e-mail for a contact without an address, also when it was chosen', () => {
    const unreached = contact(2, { name: 'Cleo Dupont', email: '', otherEmails: [] });
    const shown = form({ ...withContacts(pekka, unreached), correspondenceType: 'email' });
    expect(shown.correspondenceTypes).toEqual(['email', '']);
    expect(compose(shown)?.log.with.map(({ correspondenceType }) => correspondenceType)).toEqual(['email', '']);
  });

  it('makes one for each of several contacts, about the entry with that one; or one for the first', () => {
    const cleo = contact(2, { name: 'Cleo Dupont' });
    const made = (isForFirst: boolean) =>
      compose(form({ ...withContacts(pekka, cleo), followUp: { due: '2026-11-30', text: 'Call', isForFirst } }));
    const each = made(false);
    expect(each?.followUps.map(({ fields }) => [fields.contactId, fields.entryId])).toEqual(
      each?.log.with.map(({ contactId, entryId }) => [contactId, entryId]),
    );
    expect(new Set(each?.followUps.map(({ followUpId }) => followUpId)).size).toBe(2);
    expect(made(true)?.followUps.map(({ fields }) => fields.contactId)).toEqual([pekka.id]);
  });

  it('leaves the follow-ups of what is postponed to its entries', () => {
    const planned = { due: '2026-11-30', text: 'Call' };
    const shown = form({ ...withContacts(pekka, contact(2)), followUp: { ...planned, isForFirst: true } });
    const composed = compose(shown, true);
    expect(composed?.followUps).toEqual([]);
    expect(composed?.log.with.map(({ followUp }) => followUp)).toEqual([planned, undefined]);
  });
});

it('cost and minutes that are shared out add up to what stands on the form, and differ by at most one part', () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.nat(1e9), fc.integer({ min: 2, max: 100 }), (minutes, cents, count) => {
      const amounts = amountsOf({
        chosen: Array.from({ length: count }),
        minutes: String(minutes),
        cost: String(cents / 100),
        isShared: true,
      });
      expect(amounts.reduce((sum, one) => sum + one.minutes, 0)).toBe(minutes);
      expect(amounts.reduce((sum, one) => sum + Math.round(one.cost * 100), 0)).toBe(cents);
      const shares = amounts.map((one) => one.minutes);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    }),
    { seed: 20261123 },
  );
});

describe('an entry', () => {
  const log = compose(form())?.log;
  const entry = {
    ...log?.interaction,
    ...log?.with[0],
    id: log?.with[0]?.entryId,
    zone: galleryZone,
  } as LogEntry; // as far as the form reads it

  it('that was postponed is of today when it is resumed, and everything else is as it was', () => {
    const today = '2026-11-25' as Day;
    const shown = form({
      ...withContacts(pekka),
      ...choicesOfEntry({ ...entry, minutes: 7, attemptFailed: true }, galleryZone),
      day: today,
    });
    expect(shown).toMatchObject({ day: today, time: '14:00', minutes: '7', attemptFailed: true });
    expect(shown.via[pekka.id]).toBe('+358 40 123 4567');
  });

  it('that was made in another zone is of the same moment when it is gone on with here', () => {
    const there = {
      ...entry,
      zone: 'Asia/Tokyo' as Zone,
      at: '2026-11-23T22:30:00.000Z' as Instant,
      day: '2026-11-24',
    };
    const shown = form({ ...withContacts(pekka), ...choicesOfEntry(there as LogEntry, galleryZone) });
    expect(shown).toMatchObject({ day: '2026-11-24', time: '00:30', at: there.at, zone: galleryZone });
  });

  it('that is corrected gives only what was changed, with what was seen', () => {
    const edited = { ...editedFrom(entry), minutes: '20', note: 'New' };
    expect(correctedFields(entry, edited, noon)).toEqual({
      saw: { minutes: 15, note: '' },
      to: { minutes: 20, note: 'New' },
    });
    expect(correctedFields(entry, editedFrom(entry), noon)).toEqual({ saw: {}, to: {} });
  });

  it('that is moved to another day keeps its time of the day', () => {
    const result = correctedFields(entry, { ...editedFrom(entry), day: '2026-11-20' }, noon);
    expect(result).toMatchObject({ to: { day: '2026-11-20', at: '2026-11-20T12:00:00.000Z' } });
  });

  it('that is moved more than a day ahead is told from when it can lie there, as a new one is', () => {
    const day = '2026-11-26';
    const logFrom = '2026-11-25T12:00:00.000Z';
    expect(correctedFields(entry, { ...editedFrom(entry), day }, noon)).toEqual({ wrong: 'ahead', logFrom });
    expect(form({ ...withContacts(pekka), day, time: '14:00' }).logFrom).toBe(logFrom);
  });

  it('can’t be corrected to nothing, to no day or to less than no minutes', () => {
    const wrong = (patch: Partial<ReturnType<typeof editedFrom>>) =>
      correctedFields(entry, { ...editedFrom(entry), ...patch }, noon).wrong;
    expect(wrong({ description: ' ' })).toBe('description');
    expect(wrong({ day: '2026-02-30' })).toBe('date');
    expect(wrong({ day: '0026-11-23', time: '10:00' })).toBe('date');
    expect(wrong({ minutes: '-1' })).toBe('minutes');
    expect(wrong({ minutes: '1.5' })).toBe('minutes');
    expect(wrong({ minutes: '1000001' })).toBe('minutes');
    expect(wrong({ cost: 'ten' })).toBe('cost');
  });
});

it('follow-ups that are due stand overdue first, then today’s, then later ones, without those that are closed', () => {
  const due = (day: string, closed: null | object = null) => ({ due: day as Day, closed }) as never; // all that is read
  const list = [due('2026-11-24'), due('2026-11-23'), due('2026-11-01'), due('2026-10-01'), due('2026-11-02', {})];
  const groups = dueGroups<{ due: Day; closed: null }>(list, '2026-11-23' as Day);
  expect(groups.map(({ group, followUps }) => [group, followUps.map((one) => one.due)])).toEqual([
    ['overdue', ['2026-10-01', '2026-11-01']],
    ['today', ['2026-11-23']],
    ['later', ['2026-11-24']],
  ]);
});
