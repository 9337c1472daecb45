import { useEffect, useState } from 'preact/hooks';
import type { HostBody } from '../../host/host-adapter.ts';
import bodyStyles from './mail-body.css?url';
import type { MailboxMessages } from './messages-en.ts';
import { sanitiseMail } from './sanitise-mail.ts';

/**
 * The body of the open mail. HTML is sanitised and shown in a frame without scripts, forms, pop-ups and navigation of the
 * page; it keeps the origin, which without scripts nobody can use, so that it may load its one stylesheet. Text is shown
 * as text.
 */
export function MailBody({
  identity,
  body,
  messages,
}: {
  identity: string;
  body: HostBody;
  messages: MailboxMessages;
}) {
  const { html } = body;
  const [shown, setShown] = useState<{ identity: string; clean: string } | undefined>(undefined);
  useEffect(() => {
    if (html === undefined) return;
    let current = true;
    void sanitiseMail(html).then((clean) => {
      if (current) setShown({ identity, clean });
    });
    return () => {
      current = false;
    };
  }, [identity, html]);

  if (html === undefined) return <div class="mb-text">{body.text}</div>;
  const clean = shown?.identity === identity ? shown.clean : '';
  const styles = new URL(bodyStyles, document.baseURI).href;
  return (
    <>
      <p class="mb-note">{messages.shownPlainly}</p>
      <iframe
        class="mb-frame"
        title={messages.body}
        sandbox="allow-same-origin"
        srcdoc={`<!doctype html><html><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="${styles}"></head><body>${clean}</body></html>`}
      />
    </>
  );
}
