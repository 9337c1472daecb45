import type { MailText } from '../../capture/draft.ts';

/** The text of the open mail: it is read only when the user asks for it. */
export type TextState = { state: 'unread' | 'reading' | 'failed' } | { state: 'read'; text: MailText };
