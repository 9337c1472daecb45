import { useEffect, useState } from 'preact/hooks';
import type { Contact } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import { type Statistics, type Sums, statisticsOf } from '../../domain/statistics.ts';
import { readHistory } from '../history/read-history.ts';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { useContactTexts } from './use-contact-texts.ts';

/** What the team's interactions with a contact, of a company also with its people, amount to (`domain.md` §12). */
export function ContactNumbers({ contact }: { contact: Contact }) {
  const contactId = contact.id;
  const pane = usePane();
  const { numbers: t } = useContactTexts();
  const here = useWatch(`numbers ${contactId}`, async (reader) => {
    const { entries, isAll } = await readHistory(reader, contactId);
    return { statistics: statisticsOf(entries), isAll };
  });
  // The server knows nothing yet of one without a number: all there is of it is here.
  const isPartly = here !== undefined && !here.isAll && contact.no !== null;
  const server = useServerSums(contactId, isPartly, here?.statistics.count ?? 0);
  if (!here) return null;
  const { format, today, setup } = pane;
  const { statistics } = here;
  const sums: Sums = isPartly && server ? server : statistics;
  const currency = setup.value?.workspace?.currency;
  const day = (value: Statistics['lastReached']) => (value ? format.value.nearDay(value, today.value) : t.never);
  const shown: [string, string][] = [
    [t.interactions, format.value.number(sums.count)],
    [t.minutes, format.value.number(sums.minutes)],
    [t.cost, currency ? format.value.money(sums.cost, currency) : format.value.number(sums.cost)],
    [t.lastReached, day(statistics.lastReached)],
    [t.lastAttempted, day(statistics.lastAttempted)],
    [t.unanswered, format.value.number(statistics.unansweredAttempts)],
  ];
  return (
    <section class="contact-section" aria-label={t.heading}>
      <h2 class="heading">{t.heading}</h2>
      <dl class="numbers">
        {shown.map(([label, value]) => (
          <div class="number" key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{isPartly && !server ? t.partly : t.help}</p>
    </section>
  );
}

/** The server's sums, where this device does not hold all entries; undefined while they are not known. Asked again when what is held changes. */
function useServerSums(contactId: ContactId, isWanted: boolean, heldCount: number): Sums | undefined {
  const { device } = usePane().services;
  const [sums, setSums] = useState<Sums>();
  useEffect(() => {
    if (!isWanted) return;
    const ended = new AbortController();
    device.statistics({ by: 'contact', contact: contactId }, ended.signal).then(
      (answer) => {
        if (!ended.signal.aborted && answer.known) setSums(answer.value.total);
      },
      (error: unknown) => {
        if (!ended.signal.aborted) throw error;
      },
    );
    return () => ended.abort();
  }, [device, contactId, isWanted, heldCount]);
  return sums;
}
