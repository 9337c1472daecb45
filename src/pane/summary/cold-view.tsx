import '../contacts/contacts.css';
import './summary.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ColdResponse } from '../../protocol/log-list.ts';
import type { LookUp } from '../../sync/device.ts';
import { startWithContact } from '../by-hand/start-by-hand.ts';
import { Button } from '../components/button.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { PillChoice } from '../components/pill-choice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { openContact } from '../contacts/contact-place.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { NeedsServer } from '../whole-log/needs-server.tsx';
import { useLookUp } from '../whole-log/use-look-up.ts';
import { useWholeLogTexts } from '../whole-log/use-whole-log-texts.ts';
import { useSummaryTexts } from './use-summary-texts.ts';

type Days = '30' | '60' | '90' | '180' | 'own';
const offered: readonly Days[] = ['30', '60', '90', '180'];
const mostDays = 3650;
const pageSize = 50;
/** What the server gives at most. */
const mostShown = 200;

/** Contacts that nobody has reached for a chosen number of days, and what can be begun with them. */
export function ColdView() {
  const pane = usePane();
  const { cold: t } = useSummaryTexts();
  const { asking } = useWholeLogTexts();
  const { account, wholeLog } = pane.services.device;
  const [days, setDays] = useState<Days>('90');
  const [own, setOwn] = useState('120');
  const [whose, setWhose] = useState<'mine' | 'everyone'>(account.salespersonCode ? 'mine' : 'everyone');
  const typed = days === 'own' ? own.trim() : days;
  const count = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  const isValid = count >= 1 && count <= mostDays;
  const salesperson = whose === 'mine' ? (account.salespersonCode ?? undefined) : undefined;
  const [limit, setLimit] = useState(pageSize);
  const { answer, again } = useLookUp(
    `${count} ${salesperson} ${limit}`,
    isValid ? (signal) => wholeLog.cold({ days: count, salesperson, limit }, signal) : undefined,
  );
  // What is there stays while more is asked for.
  const asked = `${count} ${salesperson}`;
  const before = useRef<{ asked: string; answer: LookUp<ColdResponse> }>(undefined);
  if (answer) before.current = { asked, answer };
  const shown = answer ?? (before.current?.asked === asked ? before.current.answer : undefined);
  useEffect(() => setLimit(pageSize), [asked]);
  return (
    <div class="view">
      <h1 class="title">{t.heading}</h1>
      <p class="hint">{t.help}</p>
      <SelectField
        label={t.days}
        value={days}
        options={[...offered.map((one) => [one, t.daysCount(Number(one))] as const), ['own', t.own]]}
        choose={setDays}
      />
      {days === 'own' && (
        <TextField
          label={t.ownDays}
          inputMode="numeric"
          maxLength={4}
          value={own}
          aria-invalid={!isValid}
          hint={isValid ? undefined : t.badDays}
          onInput={(event) => setOwn(event.currentTarget.value)}
        />
      )}
      {account.salespersonCode && (
        <PillChoice
          label={t.whose}
          value={whose}
          options={[
            ['mine', t.mine],
            ['everyone', t.everyone],
          ]}
          choose={setWhose}
        />
      )}
      {isValid && !shown && <Skeleton rows={6} label={asking} />}
      {isValid && shown && (
        <ColdContacts
          answer={shown}
          again={again}
          limit={limit}
          more={answer === undefined ? undefined : () => setLimit(limit + pageSize)}
        />
      )}
    </div>
  );
}

function ColdContacts({
  answer,
  again,
  limit,
  more,
}: {
  answer: LookUp<ColdResponse>;
  again: () => void;
  limit: number;
  /** Undefined while more is asked for. */
  more: (() => void) | undefined;
}) {
  const pane = usePane();
  const t = useMessages();
  const { cold: texts } = useSummaryTexts();
  if (!answer.known) return <NeedsServer why={answer.why} again={again} />;
  const { contacts, rows } = answer.value;
  const named = new Map(rows.flatMap((row) => (row.kind === 'contact' ? [[row.id, row] as const] : [])));
  const canCall = (pane.setup.value?.templateSetup?.outgoingCalls ?? null) !== null;
  const { fullDay } = pane.format.value;
  if (contacts.length === 0) return <p role="status">{texts.none}</p>;
  return (
    <>
      <ul class="rows">
        {contacts.map(({ contactId, lastReached }) => {
          const contact = named.get(contactId);
          const company = contact?.companyId ? named.get(contact.companyId) : undefined;
          return (
            <li key={contactId} class="cold">
              <button type="button" class="contact-line" onClick={() => openContact(pane, contactId)}>
                <span>{contact?.name ?? t.menu.contact}</span>
                <span class="hint">
                  {[company?.name, lastReached ? texts.last(fullDay(lastReached)) : texts.never]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
              {contact && !contact.privacyBlocked && (
                <div class="actions actions-tight">
                  {canCall && (
                    <Button
                      kind="link"
                      aria-label={`${t.menu.call}, ${contact.name}`}
                      onClick={() => void startWithContact(contactId, 'call', pane)}
                    >
                      {t.menu.call}
                    </Button>
                  )}
                  <Button
                    kind="link"
                    aria-label={`${t.menu.new}, ${contact.name}`}
                    onClick={() => void startWithContact(contactId, 'any', pane)}
                  >
                    {t.menu.new}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {contacts.length === mostShown && <p class="hint">{texts.first(mostShown)}</p>}
      {contacts.length < mostShown && (more === undefined || contacts.length === limit) && (
        <Button aria-disabled={more === undefined} onClick={() => more?.()}>
          {texts.more}
        </Button>
      )}
    </>
  );
}
