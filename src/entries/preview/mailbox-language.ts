import { type Signal, signal } from '@preact/signals';
import { type MailboxMessages, messagesEn } from './messages-en.ts';
import { messagesFi } from './messages-fi.ts';

export type MailboxLanguage = 'en' | 'fi';

/**
 * The mailbox speaks the language of the page, which the pane sets: its switch is the only one. `first` until then.
 */
export function followPageLanguage(first: string, ended: AbortSignal): Signal<MailboxLanguage> {
  const root = document.documentElement;
  const language = signal(known(first));
  root.lang = language.value;
  const observer = new MutationObserver(() => {
    language.value = known(root.lang);
  });
  observer.observe(root, { attributeFilter: ['lang'] });
  ended.addEventListener('abort', () => observer.disconnect(), { once: true });
  return language;
}

export function messagesIn(language: MailboxLanguage): MailboxMessages {
  return language === 'fi' ? messagesFi : messagesEn;
}

function known(tag: string): MailboxLanguage {
  return tag.toLowerCase().startsWith('fi') ? 'fi' : 'en';
}
