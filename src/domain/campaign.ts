import * as v from 'valibot';
import { CampaignCode } from './ids.ts';
import { Rev } from './rev.ts';
import { line } from './text.ts';
import { Day } from './time.ts';

/** What a person enters of a campaign. Its id is its code. */
export const CampaignFields = v.object({
  description: v.pipe(line(100), v.minLength(1)),
  startsOn: v.nullable(Day),
  endsOn: v.nullable(Day),
});
export type CampaignFields = v.InferOutput<typeof CampaignFields>;

/** A campaign that interactions can belong to (`domain.md` §2, §12). */
export const Campaign = v.object({
  kind: v.literal('campaign'),
  id: CampaignCode,
  rev: Rev,
  ...CampaignFields.entries,
  deleted: v.boolean(),
});
export type Campaign = v.InferOutput<typeof Campaign>;
