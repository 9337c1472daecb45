import * as v from 'valibot';
import { LogInteraction } from '../../domain/commands/log-interaction.ts';
import type { InteractionFields, PerContactFields } from '../../domain/interaction-fields.ts';
import { describe } from '../../domain/template-defaults.ts';
import { Day, dayIn, Instant, Zone } from '../../domain/time.ts';
import type { Messages } from '../messages/messages.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { PaneState } from '../state/pane-state.ts';
import { inOrder } from './compose-commands.ts';
import { composeNow } from './log-it.ts';
import type { LogSubject } from './log-subject.ts';

type Shown = Omit<InteractionFields, 'followUpId'> & Omit<PerContactFields, 'contactId' | 'companyId' | 'followUp'>;
type Field = keyof Shown;
type Fact = readonly [Field, string];

/** The very commands that a click would send, field by field in words, and as they are sent. */
export function PayloadPreview({ subject }: { subject: LogSubject }) {
  const pane = usePane();
  const t = useMessages();
  const { chosen } = subject.form.value;
  const composed = composeNow(subject, pane);
  const parsed = composed && v.safeParse(LogInteraction, composed.log);
  if (!composed || !parsed?.success)
    return (
      <div class="payload">
        <p class="hint">{t.payload.notComplete}</p>
      </div>
    );
  const { interaction, with: people, item } = parsed.output;
  const followUp = composed.followUps[0]?.fields; // with several people they say the same
  const shared: Field[] = [
    'at',
    'day',
    'zone',
    'templateCode',
    'groupCode',
    'description',
    'subject',
    'flow',
    'initiatedBy',
    'salespersonCode',
    'evaluation',
    'attemptFailed',
    'language',
    'campaignCode',
    'campaignTarget',
    'campaignResponse',
    'origin',
    'level',
    'note',
    'text',
    'audience',
  ];
  const own: Field[] = ['correspondenceType', 'contactVia', 'cost', 'minutes'];
  return (
    <section class="payload" aria-label={t.payload.heading}>
      <h3 class="heading">{t.payload.heading}</h3>
      <p>{t.payload.help}</p>
      {composed.creates.map(({ id, fields }) => (
        <p key={id}>
          {t.payload.creates([fields.name, fields.email, ...fields.domains].filter((text) => text !== '').join(', '))}
        </p>
      ))}
      {followUp && <p>{t.payload.followsUp(pane.format.value.fullDay(followUp.due), followUp.text)}</p>}
      <Facts facts={shared.map((field) => [field, inWords(field, interaction, pane)] as const)} />
      {people.map((one, at) => (
        <div key={one.entryId}>
          <h4 class="heading">{t.payload.perContact(chosen[at]?.name ?? '')}</h4>
          <Facts facts={own.map((field) => [field, inWords(field, one, pane)] as const)} />
        </div>
      ))}
      {item && (
        <dl class="facts">
          <dt>{t.payload.keys}</dt>
          <dd>{item.keys.join('\n')}</dd>
        </dl>
      )}
      <details>
        <summary>{t.payload.raw}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard */}
        <pre tabIndex={0}>{JSON.stringify(inOrder({ ...composed, log: parsed.output }), null, 2)}</pre>
      </details>
    </section>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const t = useMessages();
  return (
    <dl class="facts">
      {facts.map(([field, value]) => (
        <div class="fact" key={field}>
          <dt>{t.payload.fields[field]}</dt>
          <dd class={value === '' ? 'none' : undefined}>
            {value.length < 400 ? (
              value || t.payload.none
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard
              <div class="payload-long" tabIndex={0}>
                {value}
              </div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A field's value as the catalogues and the setup name it; empty for none. */
function inWords(field: Field, from: Partial<Shown>, pane: PaneState): string {
  const t: Messages = pane.messages.value;
  const value = from[field];
  const setup = pane.setup.value;
  const language = [pane.language.value];
  if (value === null || value === undefined || value === '') return '';
  if (field === 'day') return pane.format.value.fullDay(v.parse(Day, value));
  if (field === 'at') {
    const at = v.parse(Instant, value);
    return `${pane.format.value.fullDay(dayIn(v.parse(Zone, from.zone), at))} ${pane.format.value.time(at)}`;
  }
  if (typeof value === 'boolean') return value ? t.payload.yes : t.payload.no;
  if (typeof value === 'number') {
    const currency = setup?.workspace?.currency;
    return field === 'cost' && currency ? pane.format.value.money(value, currency) : pane.format.value.number(value);
  }
  const named = {
    templateCode: setup?.templates.find(({ id }) => id === value),
    groupCode: setup?.groups.find(({ id }) => id === value),
  };
  if (field === 'templateCode' || field === 'groupCode')
    return named[field] ? `${describe(named[field], language)} (${value})` : value;
  const options: Partial<Record<Field, Readonly<Record<string, string>>>> = {
    flow: t.form.flows,
    initiatedBy: t.form.initiators,
    evaluation: t.form.evaluations,
    correspondenceType: t.form.types,
    origin: t.payload.origins,
    level: t.form.levels,
    audience: t.form.audiences,
  };
  return options[field]?.[value] ?? value;
}
