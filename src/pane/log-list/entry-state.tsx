import { entryStatus } from '../../domain/entry-status.ts';
import type { SyncState } from '../../sync/device.ts';
import { Chip } from '../components/chip.tsx';
import { MailIcon, MeetingIcon } from '../icons/icons.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { ListRow } from './merge-rows.ts';
import { useLogListTexts } from './use-log-list-texts.ts';

/** The one chip of an entry (`domain.md` §10), and beside it how far this device is with it; each says what it means. */
export function EntryStateChips({
  row,
  isFull = false,
  hidesSource = false,
}: {
  row: ListRow;
  isFull?: boolean;
  hidesSource?: boolean;
}) {
  const t = useMessages();
  const { badge } = useLogListTexts();
  const { entry, isRefused, from } = row;
  const status = entryStatus(entry);
  return (
    <>
      {status !== 'recorded' && (
        <Chip tone={status === 'canceled' ? 'neutral' : 'warning'} title={badge.status[status]}>
          {t.history.statuses[status]}
        </Chip>
      )}
      {status === 'recorded' && isFull && <span title={badge.status.recorded}>{t.history.statuses.recorded}</span>}
      {isUnsent(row) && <UnsentChip />}
      {isRefused && (
        <Chip tone="warning" title={badge.refusedHelp}>
          {badge.refused}
        </Chip>
      )}
      {from === 'server' && !hidesSource && <FromServer />}
    </>
  );
}

/** Says of an entry that only the server holds it. */
export function FromServer() {
  const { source } = useLogListTexts();
  return (
    <span class="from-server" title={source.fromServer}>
      <span aria-hidden="true">☁</span>
      <span class="visually-hidden">{source.fromServer}</span>
    </span>
  );
}

/** Says of something that the server does not have yet that this device does. */
export function UnsentChip() {
  const { sync } = usePane();
  const { badge } = useLogListTexts();
  const isOffline = isHeldUp(sync.value);
  return (
    <Chip tone="brand" title={isOffline ? badge.savedHelp : badge.waitingHelp}>
      {isOffline ? badge.saved : badge.waiting}
    </Chip>
  );
}

/** What else there is to an entry, each with a text that explains it. */
export function EntryBadges({ row, hides = [] }: { row: ListRow; hides?: readonly ('evaluation' | 'comments')[] }) {
  const { format, today } = usePane();
  const { form } = useMessages();
  const { badge } = useLogListTexts();
  const { entry, comments, followUp } = row;
  const title = badge.origin[entry.origin];
  const last = comments.at(-1);
  return (
    <>
      {(entry.origin === 'mail' || entry.origin === 'meeting') && (
        <span class="badge-icon" title={title}>
          {entry.origin === 'mail' ? <MailIcon /> : <MeetingIcon />}
          <span class="visually-hidden">{title}</span>
        </span>
      )}
      {entry.origin === 'automatic' && <Chip title={title}>{title}</Chip>}
      {entry.evaluation !== '' && !hides.includes('evaluation') && (
        <Chip tone={entry.evaluation.endsWith('positive') ? 'success' : 'neutral'} title={badge.evaluation}>
          {form.evaluations[entry.evaluation]}
        </Chip>
      )}
      {entry.campaignResponse && <Chip title={badge.responseHelp}>{badge.response}</Chip>}
      {comments.length > 0 && !hides.includes('comments') && (
        <Chip title={last?.withheld ? badge.commentWithheld : badge.lastComment(last?.body ?? '')}>
          {badge.comments(comments.length)}
        </Chip>
      )}
      {followUp && (
        <Chip tone={followUp.due < today.value ? 'warning' : 'neutral'} title={badge.followUpHelp(followUp.text)}>
          {badge.followUp(format.value.nearDay(followUp.due, today.value))}
        </Chip>
      )}
    </>
  );
}

/** In words what the chips and badges of an entry mean: their tooltips are for a mouse only. */
export function EntryStateWords({ row }: { row: ListRow }) {
  const { sync } = usePane();
  const { badge, source } = useLogListTexts();
  const { entry, isRefused, from, followUp } = row;
  const words = [
    badge.status[entryStatus(entry)],
    ...(isUnsent(row) ? [isHeldUp(sync.value) ? badge.savedHelp : badge.waitingHelp] : []),
    ...(isRefused ? [badge.refusedHelp] : []),
    ...(from === 'server' ? [source.fromServer] : []),
    ...(entry.origin === 'hand' ? [] : [`${badge.origin[entry.origin]}.`]),
    ...(entry.campaignResponse ? [`${badge.responseHelp}.`] : []),
    ...(followUp ? [badge.followUpHelp(followUp.text)] : []),
  ];
  return <p class="hint">{words.join(' ')}</p>;
}

/** Something of the entry, or about it, that the server has not got yet. */
function isUnsent({ pending, comments, followUp }: ListRow): boolean {
  return pending.length > 0 || comments.some(isNew) || (followUp !== undefined && isNew(followUp));
}

/** The server gives every row a rev. */
export function isNew({ rev }: { rev: number }): boolean {
  return rev === 0;
}

function isHeldUp({ paused, phase }: SyncState): boolean {
  return phase === 'waiting-to-retry' || paused.some((reason) => reason !== 'another-pane');
}
