import { useRef } from 'preact/hooks';
import type { PreviewItem } from '../../host/preview/create-preview-host.ts';
import { itemTime, listedPeople, shortTime } from './item-format.ts';
import type { MailboxLanguage } from './mailbox-language.ts';
import type { MailboxMessages } from './messages-en.ts';

interface MailListProps {
  items: readonly PreviewItem[];
  selected: string | undefined;
  me: string;
  today: string;
  language: MailboxLanguage;
  messages: MailboxMessages;
  onSelect(identity: string): void;
}

/** The list of mails and meetings: one tab stop, arrow keys, Home and End move and open. */
export function MailList({ items, selected, me, today, language, messages, onSelect }: MailListProps) {
  const list = useRef<HTMLDivElement>(null);
  const groups = [
    { label: messages.mails, items: newestFirst(items.filter(({ item }) => item.kind === 'mail')) },
    { label: messages.meetings, items: newestFirst(items.filter(({ item }) => item.kind === 'meeting')) },
  ];
  const order = groups.flatMap((group) => group.items.map(({ item }) => item.identity));
  const stop = selected ?? order[0];

  const onKeyDown = (event: KeyboardEvent) => {
    const at = order.indexOf(stop ?? '');
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const identity = order[Math.min(Math.max(target, 0), order.length - 1)];
    if (identity === undefined) return;
    onSelect(identity);
    list.current?.querySelector<HTMLElement>(`[data-identity="${CSS.escape(identity)}"]`)?.focus();
  };

  return (
    <div class="mb-list" role="listbox" aria-label={messages.mailbox} ref={list} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: options are grouped by a group, a fieldset holds controls
        <div key={group.label} role="group" aria-label={group.label}>
          <div class="mb-group" aria-hidden="true">
            {group.label}
          </div>
          {group.items.map(({ item }) => {
            const at = itemTime(item);
            return (
              <div
                key={item.identity}
                role="option"
                class="mb-item"
                data-identity={item.identity}
                aria-selected={item.identity === selected}
                tabIndex={item.identity === stop ? 0 : -1}
                onClick={() => onSelect(item.identity)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' || event.key === ' ') onSelect(item.identity);
                }}
              >
                <span class="mb-who">{listedPeople(item, me, messages)}</span>
                <span class="mb-when">
                  {at === null ? messages.draft : shortTime(at, today, language, item.allDay)}
                </span>
                <span class="mb-subject">{item.subject || messages.noSubject}</span>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** Drafts first, then by time; what has no time comes last. */
function newestFirst(items: readonly PreviewItem[]): PreviewItem[] {
  const rank = ({ item }: PreviewItem) => (item.mode === 'compose' ? '9999' : (itemTime(item) ?? ''));
  return [...items].sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}
