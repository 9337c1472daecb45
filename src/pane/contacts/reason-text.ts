import type { Messages } from '../messages/messages.ts';
import type { NotTakenReason } from './files/not-taken.ts';
import type { ContactTexts } from './texts/en.ts';

type OwnReason = keyof ContactTexts['import']['reasons'];

/** Why a line was not taken, in words. */
export function reasonText(why: NotTakenReason, texts: ContactTexts['import'], t: Messages): string {
  return isOwn(why, texts) ? texts.reasons[why] : t.problems[why].what;
}

function isOwn(why: NotTakenReason, texts: ContactTexts['import']): why is OwnReason {
  return why in texts.reasons;
}
