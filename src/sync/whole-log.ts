import type { DeleteFilter } from '../domain/delete-filter.ts';
import type { ContactId, JobId } from '../domain/ids.ts';
import type { LogFilter } from '../domain/log-filter.ts';
import type { InviteRequest, InviteResponse, UsersResponse } from '../protocol/account.ts';
import type { DeletePreview, ErasurePreview, Job, JobRequest } from '../protocol/job.ts';
import type { ColdResponse, LogListResponse, LogSummaryResponse } from '../protocol/log-list.ts';
import type { LookUp } from './device.ts';

/** A file as it comes from the server: `take` gets its text piece by piece, and how much of it (in bytes) has come. */
export type TakePiece = (piece: string, bytes: number) => void;

/**
 * What only the server can tell or do, for it alone holds the whole log. Nothing of it is taken into the store. Each
 * question resolves with why not when it can't be answered, and ends with its signal.
 */
export interface WholeLog {
  /** A page of what the filter shows, newest first; `before` is the `older` of the page before. */
  list(
    filter: LogFilter,
    page: { before?: string | undefined; limit: number },
    signal: AbortSignal,
  ): Promise<LookUp<LogListResponse>>;
  summary(filter: LogFilter, signal: AbortSignal): Promise<LookUp<LogSummaryResponse>>;
  /** Contacts that were not reached for `days`, the longest ago first. */
  cold(
    of: { days: number; salesperson?: string | undefined; limit: number },
    signal: AbortSignal,
  ): Promise<LookUp<ColdResponse>>;
  /** All that the filter shows, as a file. */
  file(
    filter: LogFilter,
    as: { format: 'csv' | 'json'; language: string },
    take: TakePiece,
    signal: AbortSignal,
  ): Promise<LookUp<true>>;
  /** All that this user has logged, as a file. */
  ownFile(take: TakePiece, signal: AbortSignal): Promise<LookUp<true>>;
  /** All that is held about a person, as a file (managers and admins). */
  personFile(contactId: ContactId, take: TakePiece, signal: AbortSignal): Promise<LookUp<true>>;

  previewDeletion(filter: DeleteFilter, signal: AbortSignal): Promise<LookUp<DeletePreview>>;
  /** Whom erasing a contact would take (admins). */
  previewErasure(contactId: ContactId, signal: AbortSignal): Promise<LookUp<ErasurePreview>>;
  /** Starting one that has this id already starts nothing anew. */
  startJob(request: JobRequest, signal: AbortSignal): Promise<LookUp<Job>>;
  job(id: JobId, signal: AbortSignal): Promise<LookUp<Job>>;
  /** Ends it between two steps; what is done stays done. */
  stopJob(id: JobId, signal: AbortSignal): Promise<LookUp<Job>>;
  /** The last jobs, the newest first. */
  jobs(signal: AbortSignal): Promise<LookUp<Job[]>>;

  /** Who can sign in (admins). */
  users(signal: AbortSignal): Promise<LookUp<UsersResponse['users']>>;
  /** A one-time code that signs somebody in (admins). */
  invite(request: InviteRequest, signal: AbortSignal): Promise<LookUp<InviteResponse>>;
}
