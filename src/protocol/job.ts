import * as v from 'valibot';
import { DeleteFilter } from '../domain/delete-filter.ts';
import { ContactId, JobId, UserId } from '../domain/ids.ts';
import { Row } from '../domain/row.ts';
import { Instant } from '../domain/time.ts';

/** Body of `POST /v1/jobs/preview` and its answer: what a deletion would take, as of a rev. Managers and admins. */
export const DeletePreviewRequest = v.object({ filter: DeleteFilter });
export const DeletePreview = v.object({
  /** Give it back with the job: entries that changed after it stay. */
  asOf: v.number(),
  count: v.number(),
  comments: v.number(),
  /** The newest of them with their contacts, at most a hundred entries. */
  rows: v.array(Row),
});
export type DeletePreview = v.InferOutput<typeof DeletePreview>;

/** Body of `POST /v1/jobs/erasure-preview` and its answer: whom erasing a contact would take. Admins. */
export const ErasurePreviewRequest = v.object({ contactId: ContactId });
export const ErasurePreview = v.object({
  /** The contact and all that are one with it by merging, with how many interactions are theirs. None: it is gone. */
  contacts: v.array(v.object({ id: ContactId, name: v.string(), entries: v.number() })),
});
export type ErasurePreview = v.InferOutput<typeof ErasurePreview>;

/**
 * Body of `POST /v1/jobs`: heavy work that the server does in steps, and goes on with after a restart. `id` is made by
 * who asks; asking again with it starts nothing twice.
 *
 * - `delete-canceled` (managers): those of the preview that are still canceled and unchanged since;
 * - `erase-contact` (admins): everything about a person: rows, history, results, search, free pages.
 */
export const JobRequest = v.variant('kind', [
  v.object({
    kind: v.literal('delete-canceled'),
    id: JobId,
    filter: DeleteFilter,
    asOf: v.pipe(v.number(), v.integer()),
  }),
  v.object({ kind: v.literal('erase-contact'), id: JobId, contactId: ContactId }),
]);
export type JobRequest = v.InferOutput<typeof JobRequest>;

/** Answer of `GET /v1/jobs/:id` and of `POST /v1/jobs`; `DELETE /v1/jobs/:id` stops one between two steps. */
export const Job = v.object({
  id: JobId,
  kind: v.picklist(['delete-canceled', 'erase-contact', 'retention']),
  state: v.picklist(['running', 'stopped', 'done', 'failed']),
  done: v.number(),
  total: v.number(),
  /** Of `retention`, how many of those that are done were canceled; the others were deleted. Older ones don’t tell. */
  canceled: v.optional(v.number()),
  /** Null for the server's own. */
  by: v.nullable(UserId),
  startedAt: Instant,
  endedAt: v.nullable(Instant),
});
export type Job = v.InferOutput<typeof Job>;
export const JobsResponse = v.object({ jobs: v.array(Job) });
