import type { LogEntry } from '../../domain/log-entry.ts';
import { serverItself } from '../../domain/retention.ts';
import { dayIn } from '../../domain/time.ts';
import { ChangeList } from '../history/change-list.tsx';
import { namesOfUsers } from '../state/names-of-users.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { whoLogged } from '../state/who.ts';
import { type EntryEvent, entryEvents } from './entry-events.ts';
import { useEntryPageTexts } from './use-entry-page-texts.ts';

/** What happened to an entry: made, corrected, canceled, reinstated; by whom, when, and from where. */
export function EntryHistory({ entry }: { entry: LogEntry }) {
  const pane = usePane();
  const { events: t } = useEntryPageTexts();
  const events = entryEvents(entry);
  const users = [...new Set(events.map(({ by }) => by))];
  const names = useWatch(`events by ${users.join(' ')}`, (reader) => namesOfUsers(users, reader, pane));
  const { fullDay, time } = pane.format.value;
  const zone = pane.services.host.account().zone;
  const who = ({ by }: EntryEvent) => {
    if (by === serverItself) return t.server;
    return names?.get(by) ?? (by === entry.userId ? whoLogged(entry, pane) : t.somebody);
  };
  return (
    <section class="block" aria-label={t.heading}>
      <h2 class="heading">{t.heading}</h2>
      <ol class="events">
        {events.map((event) => (
          <li key={`${event.is} ${event.commandId}`}>
            <p>
              <strong>{t.is[isEvaluation(event) ? 'evaluated' : event.is]}</strong>{' '}
              {t.by(who(event), `${fullDay(dayIn(zone, event.at))} ${time(event.at)}`)}
            </p>
            <EventDetails event={event} entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function isEvaluation(event: EntryEvent): boolean {
  return event.is === 'corrected' && event.changes.every(({ field }) => field === 'evaluation');
}

function EventDetails({ event, entry }: { event: EntryEvent; entry: LogEntry }) {
  const pane = usePane();
  const { payload } = useMessages();
  const { events: t } = useEntryPageTexts();
  const { fullDay, time } = pane.format.value;
  const zone = pane.services.host.account().zone;
  switch (event.is) {
    case 'made': {
      const at = entry.receivedAt;
      const received = at ? t.received(`${fullDay(dayIn(zone, at))} ${time(at)}`) : t.notReceived;
      return (
        <p class="hint">
          {t.from(payload.origins[entry.origin])} {received}
        </p>
      );
    }
    case 'canceled':
      return <p class="hint">{event.why === '' ? t.via[event.via] : t.why(event.why)}</p>;
    case 'corrected':
      return <ChangeList changes={event.changes} zone={entry.zone} />;
    case 'reinstated':
      return null;
  }
}
