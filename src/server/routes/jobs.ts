import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { JobId } from '../../domain/ids.ts';
import {
  DeletePreview,
  DeletePreviewRequest,
  ErasurePreview,
  ErasurePreviewRequest,
  Job,
  JobRequest,
  JobsResponse,
} from '../../protocol/job.ts';
import { describe } from '../describe.ts';
import { problem } from '../problem.ts';
import { readJson } from '../read-request.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

const mostBytes = 10_000;

/** `/v1/jobs`: heavy work that the server does in steps. For managers; erasing is for admins. */
export function jobs(services: Services) {
  const { jobs: store, jobRunner, now } = services;
  const needsManager = (c: Context<AppEnv>) =>
    c.var.principal.role === 'salesperson' ? problem(c, 'forbidden') : undefined;
  const idOf = (c: Context<AppEnv>) => v.safeParse(JobId, c.req.param('id'));

  return new Hono<AppEnv>()
    .post(
      '/v1/jobs/preview',
      describe({
        summary: 'Which canceled entries a deletion would take.',
        body: DeletePreviewRequest,
        answer: DeletePreview,
        signedIn: true,
      }),
      signedIn(services),
      async (c) => {
        const forbidden = needsManager(c);
        if (forbidden) return forbidden;
        const request = await readJson(c, DeletePreviewRequest, mostBytes);
        if (request instanceof Response) return request;
        const preview = await store.previewDeletion(c.var.principal, request.filter);
        c.set('counts', { entries: preview.count });
        return c.json(preview satisfies DeletePreview);
      },
    )
    .post(
      '/v1/jobs/erasure-preview',
      describe({
        summary: 'Whom erasing a contact would take: all that are one with it by merging.',
        body: ErasurePreviewRequest,
        answer: ErasurePreview,
        signedIn: true,
      }),
      signedIn(services),
      async (c) => {
        const { tenantId, role } = c.var.principal;
        if (role !== 'admin') return problem(c, 'forbidden');
        const request = await readJson(c, ErasurePreviewRequest, mostBytes);
        if (request instanceof Response) return request;
        return c.json((await store.previewErasure(tenantId, request.contactId)) satisfies ErasurePreview);
      },
    )
    .post(
      '/v1/jobs',
      describe({ summary: 'Starts a job, once by its id.', body: JobRequest, answer: Job, signedIn: true }),
      signedIn(services),
      async (c) => {
        const forbidden = needsManager(c);
        if (forbidden) return forbidden;
        const request = await readJson(c, JobRequest, mostBytes);
        if (request instanceof Response) return request;
        const { tenantId, userId, role } = c.var.principal;
        if (request.kind === 'erase-contact' && role !== 'admin') return problem(c, 'forbidden');
        const there = await store.job(tenantId, request.id);
        if (there) return c.json(there satisfies Job);
        const total = await store.jobSize(tenantId, request, now());
        if (total === undefined) return problem(c, 'not-found');
        const job = await store.addJob(tenantId, request, { by: userId, total, now: now() });
        jobRunner.start({ tenantId, id: job.id });
        return c.json(job satisfies Job);
      },
    )
    .get(
      '/v1/jobs',
      describe({ summary: 'The last jobs, the newest first.', answer: JobsResponse, signedIn: true }),
      signedIn(services),
      async (c) => {
        const forbidden = needsManager(c);
        if (forbidden) return forbidden;
        return c.json({ jobs: await store.jobs(c.var.principal.tenantId) } satisfies v.InferOutput<
          typeof JobsResponse
        >);
      },
    )
    .get(
      '/v1/jobs/:id',
      describe({ summary: 'How far a job is.', answer: Job, signedIn: true }),
      signedIn(services),
      async (c) => {
        const id = idOf(c);
        const forbidden = needsManager(c);
        if (forbidden) return forbidden;
        const job = id.success ? await store.job(c.var.principal.tenantId, id.output) : undefined;
        return job ? c.json(job satisfies Job) : problem(c, 'not-found');
      },
    )
    .delete(
      '/v1/jobs/:id',
      describe({ summary: 'Stops a job between two steps; what is done stays done.', answer: Job, signedIn: true }),
      signedIn(services),
      async (c) => {
        const id = idOf(c);
        const { tenantId, role } = c.var.principal;
        const forbidden = needsManager(c);
        if (forbidden) return forbidden;
        const before = id.success ? await store.job(tenantId, id.output) : undefined;
        if (!before) return problem(c, 'not-found');
        if (before.kind === 'erase-contact' && role !== 'admin') return problem(c, 'forbidden');
        const job = await store.endJob({ tenantId, id: before.id }, 'stopped', now());
        return job ? c.json(job satisfies Job) : problem(c, 'not-found');
      },
    );
}
