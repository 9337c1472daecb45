import { describe, expect, it } from 'vitest';
import { createDraft } from '../../src/capture/create-draft.ts';
import type { Draft } from '../../src/capture/draft.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { parseEmailAddress } from '../../src/domain/email-address.ts';
import type { SalespersonCode, TemplateCode } from '../../src/domain/ids.ts';
import { type Instant, instantOf } from '../../src/domain/time.ts';
import { sampleClock } from '../../src/host/preview/samples/sample-clock.ts';
import { sampleItems } from '../../src/host/preview/samples/sample-items.ts';
import { addContact, type Choices, chooseTemplate, noChoices } from '../../src/pane/log-view/choices.ts';
import { composeCommands } from '../../src/pane/log-view/compose-commands.ts';
import { type FormInput, type LogForm, logForm } from '../../src/pane/log-view/log-form.ts';
import type { Setup } from '../../src/store/local-store.ts';
import { anna, contact, noon, template } from '../support/domain-samples.ts';
import { galleryZone } from './gallery/gallery-time.ts';

const email = template({ id: 'EMAIL' as TemplateCode, correspondenceType: 'email', unitCost: 8, unitDuration: 1 });
const visit = template({
  id: 'ONSITE' as TemplateCode,
  correspondenceType: '',
  flow: 'outbound',
  initiatedBy: 'us',
  unitCost: 45,
  unitDuration: 180,
});
const setup: Setup = {
  groups: [],
  campaigns: [],
  templates: [email, visit],
  templateSetup: undefined,
  salespeople: [],
  workspace: undefined,
};
const pekka = contact(1, { name: 'Pekka Kivi', email: parseEmailAddress('pekka.kivi@kivi.example') ?? '' });
const items = sampleItems(sampleClock(noon, galleryZone));

function draftOf(
  identity: string,
  contacts: readonly Contact[] = [pekka],
  over: Partial<Parameters<typeof createDraft>[1]> = {},
): Draft {
  const found = items.find(({ item }) => item.identity === identity);
  if (!found) throw new Error(`no sample ${identity}`);
  return createDraft(found.item, {
    myAddresses: [parseEmailAddress('anna.korhonen@aurinko.example')].filter((one) => one !== undefined),
    workspace: { ownDomains: ['aurinko.example'], freeMailDomains: [], neverLog: [] },
    salespeople: [],
    contacts,
    companies: [],
    templates: setup.templates,
    templateSetup: undefined,
    recentEntries: [],
    now: noon,
    zone: galleryZone,
    ...over,
  });
}

function form(draft: Draft | undefined, choices: Choices = noChoices, over: Partial<FormInput> = {}): LogForm {
  return logForm({
    draft,
    choices,
    entries: [],
    companies: new Map(),
    setup,
    text: { state: 'unread' },
    salespersonCode: 'AK' as SalespersonCode,
    readerLanguage: 'en',
    now: noon,
    zone: galleryZone,
    ...over,
  });
}

const ids = () => {
  const made = new Map<string, string>();
  return (name: string) => {
    const id = made.get(name) ?? `01940000-0000-7000-8000-${String(made.size + 1).padStart(12, '0')}`;
    made.set(name, id);
    return id;
  };
};
const compose = (shown: LogForm, draft: Draft | undefined) =>
  composeCommands(shown, draft, ids(), noon, { userId: anna.userId });

describe('the form of an item that nothing is suggested for', () => {
  const none = { emails: null, emailDrafts: null, meetings: null, outgoingCalls: null, coverSheets: null };
  const templateSetup = { kind: 'template-setup', id: 'template-setup', rev: 1, ...none } as const;
  const thread = draftOf('sample-thread', [pekka], { templateSetup });
  const over = { setup: { ...setup, templateSetup } };

  it('waits for a person to choose a template, and says why none is there', () => {
    expect(form(thread, noChoices, over)).toMatchObject({
      template: undefined,
      templateWhy: 'none',
      cannot: 'template',
    });
    const chosen = form(thread, chooseTemplate(noChoices, email.id), over);
    expect(chosen).toMatchObject({ templateWhy: 'chosen', cannot: undefined });
  });
});

describe('the form of a mail', () => {
  it('takes direction and initiator from the mail, not from the template', () => {
    const shown = form(draftOf('sample-thread'));
    expect([shown.flow, shown.initiatedBy]).toEqual(['inbound', 'them']);
  });

  it('keeps the description of the mail when another template is chosen, and takes the template’s cost', () => {
    const before = form(draftOf('sample-thread'), { ...noChoices, cost: '3', minutes: '7' });
    const after = form(
      draftOf('sample-thread'),
      chooseTemplate({ ...noChoices, cost: '3', minutes: '7' }, 'ONSITE' as TemplateCode),
    );
    expect(after.description).toBe(before.description);
    expect([before.cost, after.cost, after.minutes]).toEqual(['3', '45', '180']);
  });

  it('raises a private mail’s level when a note is written, so that no note is lost', () => {
    const draft = draftOf('sample-private');
    expect(form(draft).level).toBe('details');
    expect(form(draft, { ...noChoices, note: 'Remember' }).level).toBe('note');
    expect(form(draft, { ...noChoices, note: 'Remember', level: 'details' }).level).toBe('details');
  });

  it('falls back to details and note when the text can’t be read', () => {
    const choices: Choices = { ...noChoices, level: 'text' };
    const draft = draftOf('sample-thread');
    expect(form(draft, choices, { text: { state: 'reading' } }).cannot).toBe('text');
    const failed = form(draft, choices, { text: { state: 'failed' } });
    expect([failed.level, failed.text, failed.cannot]).toEqual(['note', '', undefined]);
  });

  it('sends neither note nor text at the level of details', () => {
    const draft = draftOf('sample-thread');
    const text = { state: 'read', text: { newest: 'new', full: 'all' } } as const;
    const stored = (level: 'details' | 'note' | 'text') => {
      const { note, text: mail } = compose(form(draft, { ...noChoices, note: 'N', level }, { text }), draft)?.log
        .interaction ?? { note: '?', text: '?' };
      return [note, mail];
    };
    expect([stored('details'), stored('note'), stored('text')]).toEqual([
      ['', ''],
      ['N', ''],
      ['N', 'new'],
    ]);
  });

  it('refuses minutes that are no number, and takes a decimal comma for costs', () => {
    const draft = draftOf('sample-thread');
    expect(form(draft, { ...noChoices, minutes: 'an hour' }).cannot).toBe('minutes');
    expect(form(draft, { ...noChoices, minutes: '1.5' }).cannot).toBe('minutes');
    const shown = form(draft, { ...noChoices, cost: '12,50' });
    expect(compose(shown, draft)?.log.with[0]?.cost).toBe(12.5);
  });

  it('moves the interaction to another day at the same time of the day', () => {
    const draft = draftOf('sample-thread');
    const shown = form(draft, { ...noChoices, day: '2026-11-20' });
    expect(shown.at?.slice(10)).toBe(`${draft.at?.slice(10, 16)}:00.000Z`);
    expect(shown.at?.slice(0, 10)).toBe('2026-11-20');
  });

  it('says from when a meeting far ahead can be logged', () => {
    const draft = draftOf('sample-thread');
    const ahead = form(draft, { ...noChoices, day: '2026-12-24', time: '10:00' });
    expect(ahead.logFrom).toBe('2026-12-23T08:00:00.000Z' as Instant);
  });
});

describe('the form by hand', () => {
  it('starts at the next full minute with the template’s words, and asks for a contact', () => {
    const shown = form(undefined, noChoices, { now: instantOf(Date.parse(noon) + 10_500) });
    expect(shown.at).toBe('2026-11-23T12:01:00.000Z');
    expect(shown.cannot).toBe('nobody');
    expect(shown.description).not.toBe('');
  });

  it('logs for the contacts that were added, once each, without an item', () => {
    const twice = addContact(addContact(noChoices, { contact: pekka, companyName: '' }), {
      contact: pekka,
      companyName: '',
    });
    const composed = compose(form(undefined, twice), undefined);
    expect(composed?.log.item).toBeNull();
    expect(composed?.log.with.map(({ contactId }) => contactId)).toEqual([pekka.id]);
    expect(composed?.log.interaction).toMatchObject({ origin: 'hand', subject: composed?.log.interaction.description });
  });
});

describe('new contacts', () => {
  it('come before the interaction that needs them, and two of one new company share it', () => {
    const draft = draftOf('sample-unknown-company', []);
    const [liisa] = draft.participants;
    if (!liisa) throw new Error('the sample has nobody');
    const other = { ...liisa, address: parseEmailAddress('matti@uusiasiakas.example') ?? liisa.address };
    const both = { ...draft, participants: [liisa, other] };
    const created = {
      [liisa.address]: { name: 'Liisa Salo', company: 'Uusiasiakas' },
      [other.address]: { name: 'Matti Salo', company: 'Uusiasiakas' },
    };
    const composed = compose(form(both, { ...noChoices, created }), both);
    expect(composed?.creates.map(({ fields }) => [fields.type, fields.name])).toEqual([
      ['company', 'Uusiasiakas'],
      ['person', 'Liisa Salo'],
      ['person', 'Matti Salo'],
    ]);
    const company = composed?.creates[0];
    expect(composed?.creates.slice(1).map(({ needs }) => needs)).toEqual([[company?.id], [company?.id]]);
    expect(composed?.log.needs).toEqual(composed?.creates.map(({ id }) => id));
    expect(composed?.log.with.every(({ companyId }) => companyId === company?.contactId)).toBe(true);
  });

  it('are made without a company when the field was emptied', () => {
    const draft = draftOf('sample-unknown-company', []);
    const [liisa] = draft.participants;
    const created = { [liisa?.address ?? '']: { name: 'Liisa Salo', company: ' ' } };
    const composed = compose(form(draft, { ...noChoices, created }), draft);
    expect(composed?.creates.map(({ fields }) => [fields.type, fields.companyId])).toEqual([['person', null]]);
  });
});
