import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PreviewItem } from '../../host/preview/create-preview-host.ts';
import { dropFiles } from './drop-files.ts';
import { FileNotices } from './file-notices.tsx';
import { MailList } from './mail-list.tsx';
import { messagesIn } from './mailbox-language.ts';
import type { MailboxOptions } from './mount-mailbox.tsx';
import { ReadingArea } from './reading-area.tsx';
import { Splitter } from './splitter.tsx';
import { TopBar } from './top-bar.tsx';

/** The whole page: the mailbox left and middle, the pane right. On narrow windows the mailbox folds away. */
export function Mailbox({ options }: { options: MailboxOptions }) {
  const { state, language: shown, connection, me, other, otherAddress, paneSlot, now, send } = options;
  const width = useSignal(360);
  const isOpen = useSignal(true);
  const isDropping = useSignal(false);
  const slot = useRef<HTMLElement>(null);
  const language = shown.value;
  const messages = messagesIn(language);

  useEffect(() => {
    slot.current?.append(paneSlot);
  }, [paneSlot]);
  useEffect(() => {
    document.title = messages.title;
  }, [messages]);

  const takeFiles = (files: readonly File[]) => {
    if (files.length > 0) void state.openFiles(files);
  };
  useEffect(() => {
    const shown = new AbortController();
    dropFiles(
      window,
      takeFiles,
      (over) => {
        isDropping.value = over;
      },
      shown.signal,
    );
    return () => shown.abort();
  }, [state]);

  const selected = state.selected.value;
  const open = state.items.value.find(({ item }) => item.identity === selected);
  return (
    <div class="mb-page" data-folded={!isOpen.value} style={{ '--mb-pane-width': `${width.value}px` }}>
      <TopBar
        me={me.name}
        other={other.name}
        otherAddress={otherAddress}
        connection={connection}
        messages={messages}
        onFiles={takeFiles}
      />
      <FileNotices state={state} messages={messages} />
      <button
        type="button"
        class="mb-button mb-fold"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {isOpen.value ? messages.hideMailbox : messages.showMailbox}
      </button>
      <nav class="mb-left" aria-label={messages.mailbox}>
        <MailList
          items={state.items.value}
          selected={selected}
          me={me.address}
          today={now()}
          language={language}
          messages={messages}
          onSelect={state.select}
        />
      </nav>
      <main class="mb-reading" aria-label={messages.reading}>
        <ReadingArea
          open={open}
          language={language}
          messages={messages}
          onChange={state.change}
          onSend={(draft: PreviewItem) => state.change(send(draft))}
        />
      </main>
      <Splitter width={width} label={messages.paneWidth} />
      <aside class="mb-pane" aria-label={messages.pane} ref={slot} />
      {isDropping.value && <div class="mb-drop">{messages.dropHere}</div>}
    </div>
  );
}
