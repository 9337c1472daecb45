import { useRef } from 'preact/hooks';
import * as v from 'valibot';
import type { FinishPostponed } from '../../../domain/commands/finish-postponed.ts';
import type { LogInteraction } from '../../../domain/commands/log-interaction.ts';
import type { Contact } from '../../../domain/contact.ts';
import type { CampaignCode, ContactId, EntryId, SalespersonCode, TemplateCode } from '../../../domain/ids.ts';
import { instantAt } from '../../../domain/local-time.ts';
import { isOffered } from '../../../domain/offered.ts';
import { describe } from '../../../domain/template-defaults.ts';
import { TypedDay, timeIn } from '../../../domain/time.ts';
import { useTexts } from '../../by-hand/use-texts.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import { ContactSearch } from '../../search/contact-search.tsx';
import { useKeptState } from '../../state/kept-draft.ts';
import { useMessages, usePane } from '../../state/pane-context.ts';
import { useWatch } from '../../state/use-watch.ts';
import { Facts } from '../words/facts.tsx';
import { contactFacts, templateFacts } from '../words/interaction-facts.ts';
import { LeaveOut } from './leave-out.tsx';
import type { MendProps } from './mend-props.ts';
import { mendedLanguage } from './mended-language.ts';
import { describedBy, withTemplate } from './with-template.ts';

type Mended = LogInteraction | FinishPostponed;
type Person = LogInteraction['with'][number];

/** What is changed of it. */
interface Edited {
  templateCode: TemplateCode;
  salespersonCode?: SalespersonCode;
  campaignCode: CampaignCode | null;
  /** As it is typed. */
  day: string;
  description: string;
  note: string;
  added: readonly Person[];
  leftOut: readonly ContactId[];
}

/**
 * A refused interaction with the fields that can put it right: template, salesperson, campaign, date, words, and whom it was
 * with. One of a salesperson who is there no more is the user's own at first.
 */
export function MendInteraction({ command, code, detail, draftKey, send, leave }: MendProps<Mended>) {
  const pane = usePane();
  const t = useMessages();
  const { byHand } = useTexts();
  const { interaction } = command;
  const isOne = command.type === 'finish-postponed';
  const language = pane.language.value;
  const written: readonly Person[] =
    command.type === 'log-interaction' ? command.with : [{ ...command.perContact, entryId: command.entryId }];
  const [edited, setEdited] = useKeptState(draftKey, (): Edited => {
    const { templateCode, campaignCode, day, description, note } = interaction;
    // Whom the server has refused is left out at once: another one is looked for.
    const leftOut = written
      .map(({ contactId }) => contactId)
      .filter((id) => id === detail.id && (code === 'contact-not-found' || code === 'contact-blocked'));
    return { ...{ templateCode, campaignCode, day, description, note }, added: [], leftOut };
  });
  const edit = (changes: Partial<Edited>) => setEdited({ ...edited, ...changes });
  const { templateCode, campaignCode, day, description, note, added, leftOut } = edited;
  const { templates = [], salespeople: everyone = [], campaigns: allCampaigns = [] } = pane.setup.value ?? {};
  const salespeople = everyone.filter(isOffered);
  const campaigns = allCampaigns.filter(isOffered);
  const all = [...written, ...added];
  const contacts = useWatch(`mend ${command.id} ${all.map(({ contactId }) => contactId).join(' ')}`, async (reader) => {
    const found = await Promise.all(all.map(({ contactId }) => reader.contact(contactId)));
    return new Map(found.flatMap((one): [ContactId, Contact][] => (one ? [[one.id, one]] : [])));
  });
  // While the store is read again for one who was added, all are known who were before, and that one.
  const held = useRef<ReadonlyMap<ContactId, Contact>>(new Map());
  if (contacts) held.current = contacts;
  const known = held.current;
  const offered = templates.filter(isOffered);
  const template = offered.find(({ id }) => id === templateCode);
  const of = (code: SalespersonCode | null | undefined) => salespeople.find(({ id }) => id === code);
  const salesperson =
    of(edited.salespersonCode) ?? of(interaction.salespersonCode) ?? of(pane.services.device.account.salespersonCode);
  const salespersonCode = salesperson?.id ?? interaction.salespersonCode;
  const campaign = campaigns.find(({ id }) => id === campaignCode);
  const parsedDay = v.safeParse(TypedDay, day);
  const left = all.filter(({ contactId }) => !leftOut.includes(contactId));
  const cannot = !template
    ? t.form.cannot.template
    : !salesperson
      ? t.attention.noSalesperson
      : !parsedDay.success
        ? t.form.cannot.date
        : description.trim() === ''
          ? t.form.cannot.description
          : left.length === 0
            ? t.form.cannot.nobody
            : isOne && left.length > 1
              ? byHand.replaced
              : undefined;

  const isOther = template !== undefined && template.id !== interaction.templateCode;
  const made = isOther
    ? withTemplate({ interaction, people: left }, template, known, language)
    : { interaction, people: left };
  const mended = (): Mended | undefined => {
    const [first] = made.people;
    if (!template || !first || !parsedDay.success || cannot !== undefined) return undefined;
    const { at, zone } = interaction;
    const moved =
      parsedDay.output === interaction.day || at === null ? at : instantAt(zone, parsedDay.output, timeIn(zone, at));
    const changed: LogInteraction['interaction'] = {
      ...made.interaction,
      // Another template brings its own.
      ...(isOther || campaign ? {} : { campaignTarget: false, campaignResponse: false }),
      ...(isOther
        ? {}
        : {
            campaignCode: campaign?.id ?? null,
            language: mendedLanguage(interaction.language, { written, left }, template, known),
          }),
      salespersonCode,
      day: parsedDay.output,
      at: moved,
      description,
      note,
      level: note !== '' && interaction.level === 'details' ? 'note' : interaction.level,
    };
    if (command.type === 'log-interaction') return { ...command, interaction: changed, with: made.people };
    const { entryId: _kept, ...perContact } = first;
    return { ...command, interaction: changed, perContact };
  };
  const add = (contact: Contact) => {
    const { id, type, companyId } = contact;
    held.current = new Map([...held.current, [id, contact]]);
    const [like] = written;
    const out = (isOne ? all.map(({ contactId }) => contactId) : leftOut).filter((one) => one !== id);
    if (!like || all.some(({ contactId }) => contactId === id)) return edit({ leftOut: out });
    const entryId = pane.services.device.newId() as EntryId; // made for it
    const own = { contactId: id, companyId: type === 'company' ? id : companyId, contactVia: '' };
    edit({ leftOut: out, added: [...added, { ...like, ...own, entryId }] });
  };
  return (
    <form
      class="view"
      onSubmit={(event) => {
        event.preventDefault();
        const command = mended();
        if (command) void send(command);
      }}
    >
      <SelectField
        label={t.form.templateLabel}
        value={template ? (templateCode as string) : ''}
        options={[
          ...(template ? [] : [['', t.form.cannot.template] as const]),
          ...offered.map((one) => [one.id as string, describe(one, [language])] as const),
        ]}
        choose={(code) => {
          const chosen = offered.find(({ id }) => id === code);
          if (!chosen) return;
          const before = templates.find(({ id }) => id === templateCode);
          edit({ templateCode: chosen.id, description: describedBy(description, before, chosen, language) });
        }}
      />
      {isOther && (
        <div>
          <p class="hint">{t.attention.byTemplate}</p>
          <Facts
            facts={[
              ...templateFacts(made.interaction, pane),
              ...(made.people[0] ? contactFacts({ ...made.people[0], contactVia: '' }, made.interaction, pane) : []),
            ]}
          />
        </div>
      )}
      <SelectField
        label={t.payload.fields.salespersonCode}
        value={salesperson ? (salespersonCode as string) : ''}
        options={[
          ...(salesperson ? [] : [['', t.attention.noSalesperson] as const]),
          ...salespeople.map((one) => [one.id as string, one.name] as const),
        ]}
        choose={(code) => {
          const chosen = salespeople.find(({ id }) => id === code);
          if (chosen) edit({ salespersonCode: chosen.id });
        }}
      />
      {interaction.campaignCode !== null && !isOther && (
        <SelectField
          label={t.payload.fields.campaignCode}
          value={(campaign?.id ?? '') as string}
          options={[
            ['', t.payload.none] as const,
            ...campaigns.map((one) => [one.id as string, `${one.id} · ${one.description}`] as const),
          ]}
          choose={(code) => edit({ campaignCode: campaigns.find(({ id }) => id === code)?.id ?? null })}
        />
      )}
      <TextField
        label={t.form.date}
        type="date"
        value={day}
        onInput={(event) => edit({ day: event.currentTarget.value })}
      />
      <TextField
        label={t.form.description}
        maxLength={100}
        value={description}
        onInput={(event) => edit({ description: event.currentTarget.value })}
      />
      <TextArea
        label={t.form.note}
        maxLength={10_000}
        value={note}
        onInput={(event) => edit({ note: event.currentTarget.value })}
      />
      <LeaveOut
        legend={t.people.heading}
        all={all.map(({ contactId }) => ({
          id: contactId,
          name: known.get(contactId)?.name ?? t.attention.notHereShort,
        }))}
        leftOut={leftOut}
        choose={(out) => edit({ leftOut: out })}
      />
      <ContactSearch label={t.attention.another} pick={({ contact }) => add(contact)} />
      {cannot && <p class="hint">{cannot}</p>}
      <div class="actions">
        <Button kind="primary" type="submit" aria-disabled={cannot !== undefined}>
          {t.attention.send}
        </Button>
        <Button kind="subtle" onClick={leave}>
          {t.attention.keep}
        </Button>
      </div>
    </form>
  );
}
