import { cut, plain } from '../../domain/text.ts';
import { Chip } from '../components/chip.tsx';
import { MailIcon, MeetingIcon, PenIcon } from '../icons/icons.tsx';
import { useFirstMessages, usePane } from '../state/pane-context.ts';
import type { LogSubject } from './log-subject.ts';

/** Most of a subject that is shown, in UTF-16 units: mail programs end at 255, the sender of a hostile mail nowhere. */
const longestShown = 300;

/** What is open: its subject, kind, direction and time. */
export function ItemHeading({ subject: { item, read } }: { subject: LogSubject }) {
  const { format, today } = usePane();
  const t = useFirstMessages();
  if (!item)
    return (
      <div class="item">
        <h1 class="title">{t.open.nothing}</h1>
        <p class="item-facts">{t.open.nothingHelp}</p>
      </div>
    );

  const draft = read.value?.draft;
  const isWritten = item.kind === 'mail' && item.mode === 'compose';
  const { nearDay, time } = format.value;
  const direction = draft && (draft.direction === null ? t.open.internal : t.open[draft.direction]);
  const when = draft && [nearDay(draft.day, today.value), draft.at && time(draft.at)].filter(Boolean).join(' ');
  const facts = [
    isWritten ? t.open.writing : direction,
    isWritten ? undefined : when,
    draft?.threadLength && draft.threadLength > 1 ? t.open.thread(draft.threadLength) : undefined,
  ].filter(Boolean);
  const sensitivity = t.open.sensitivity[item.sensitivity];
  return (
    <div class="item">
      <h1 class="title">
        <span class="item-icon" title={item.kind === 'meeting' ? t.open.meeting : t.open.mail}>
          {item.kind === 'meeting' ? <MeetingIcon /> : isWritten ? <PenIcon /> : <MailIcon />}
          <span class="visually-hidden">{item.kind === 'meeting' ? t.open.meeting : t.open.mail}: </span>
        </span>
        <span class="item-subject">{plain(cut(item.subject.trim(), longestShown)) || t.open.noSubject}</span>
      </h1>
      <p class="item-facts">
        {facts.length > 0 ? facts.join(' · ') : '\u00a0'}
        {sensitivity !== '' && <Chip tone="warning">{sensitivity}</Chip>}
      </p>
      {item.mailboxOwner && <p class="item-facts">{t.open.mailbox(item.mailboxOwner)}</p>}
    </div>
  );
}
