import type { Callback, OfficeBody, OfficeSurface } from '../office-surface.ts';

/**
 * In a reply that is being written, Outlook on the web gives only its newest part while the quoted mail is folded.
 * Clients that know the option are asked for the whole; the others give what they give, and what is stored of it is
 * what the pane showed before the click, never what it supposed.
 */
export function readWholeBody(
  office: OfficeSurface,
  body: OfficeBody,
  coercion: 'html' | 'text',
  callback: Callback<string>,
): void {
  const bodyMode = office.MailboxEnums.BodyMode?.FullBody;
  if (bodyMode === undefined) body.getAsync(coercion, callback);
  else body.getAsync(coercion, { bodyMode }, callback);
}
