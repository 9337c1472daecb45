import type { PreviewItem } from '../create-preview-host.ts';
import type { SampleClock } from './sample-clock.ts';
import { nordicMails } from './sample-mails-nordic.ts';
import { otherMails } from './sample-mails-other.ts';
import { sampleMeetings } from './sample-meetings.ts';

/** The mailbox that the preview opens with: every kind of mail and meeting that Interlog has something to say about. */
export function sampleItems(clock: SampleClock): PreviewItem[] {
  return [...nordicMails(clock), ...otherMails(clock), ...sampleMeetings(clock)];
}
