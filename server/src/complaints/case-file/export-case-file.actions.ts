import { ref } from '@mikro-orm/core';
import { command, create, find, record, type Context } from '../../kernel/context.js';
import { conflict } from '../../kernel/errors.js';
import { eventsOf } from '../../kernel/subject-events.js';
import { requireStepUp } from '../../org/second-factor/step-up.access.js';
import { Staff } from '../../org/staff/staff.js';
import { clearValues } from '../complainant/clear-value.js';
import { factsOf, requireMay } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { Evidence } from '../evidence/evidence.js';
import { ExportJob } from '../exports/export-job.js';
import { exportBy } from '../exports/exporters.js';
import { queueExport, withinQuota } from '../exports/order-export.js';
import { archiveOf, type CaseFile } from './case-file-archive.js';
import { CaseFileExport } from './case-file-export.js';
import { mayExport } from './case-file.access.js';
import type { CaseFileContent, ExportCaseFileInput } from './case-file.input.js';
import { noteState, sha256Of } from './noted-state.js';
import { readParts } from './read-case-file.js';
import { unmasked } from './unmask.js';

/**
 * The bank gets: the whole file of a complaint as one archive that anybody can verify, masked unless somebody who may
 * reveal proves who they are and says why (D2-五.1, D7-五.3). It is written in the background.
 * `RATE_LIMITED` after 20 in an hour.
 */
export async function exportCaseFile(ctx: Context, id: string, input: ExportCaseFileInput): Promise<ExportJob> {
  return withinQuota(ctx, 'exportCaseFile', () => order(ctx, id, input));
}

const order = command(async (ctx: Context, id: string, input: ExportCaseFileInput): Promise<ExportJob> => {
  const complaint = await find(ctx, Complaint, id);
  await requireMay(ctx, complaint, mayExport(input.content));
  const hasOriginals = input.content === 'WITH_ORIGINALS';
  if (hasOriginals) requireStepUp(ctx);
  const job = queueExport(ctx, input, { kind: 'CASE_FILE', complaint: ref(complaint), hasOriginals });
  record(ctx, 'complaint.caseFileOrdered', complaint, {
    objectId: job.id,
    data: { content: input.content, reason: input.reason },
  });
  return job;
});

const contentOf = ({ hasOriginals }: ExportJob): CaseFileContent => (hasOriginals ? 'WITH_ORIGINALS' : 'MASKED');

exportBy('CASE_FILE', {
  async mayHave(ctx, job) {
    return mayExport(contentOf(job))(ctx.viewer, await factsOf(ctx, await find(ctx, Complaint, job.complaint!.id)));
  },
  async write(ctx, jobId) {
    const file = await readFile(ctx, jobId);
    const digests = { archive: '', manifest: '' };
    const bytes = archiveOf(ctx, file, (sha256) => (digests.manifest = sha256));
    const received = await ctx.app.files.receive(bytes);
    digests.archive = received.sha256;
    try {
      await received.keep();
      await deliver(ctx, jobId, file, { key: received.key, digests });
    } catch (error) {
      await received.discard();
      throw error;
    }
  },
});

/** Everything at one moment: whoever changes the complaint waits until it is read. */
const readFile = command(async (ctx: Context, jobId: string): Promise<CaseFile> => {
  const job = await ctx.em.findOneOrFail(ExportJob, jobId);
  const complaint = await find(ctx, Complaint, job.complaint!.id);
  await requireMay(ctx, complaint, mayExport(contentOf(job)));
  const { id, name, orgUnit } = await ctx.em.findOneOrFail(Staff, ctx.viewer.id!, { populate: ['orgUnit'] });
  const masked = await readParts(ctx, complaint.id);
  const parts = job.hasOriginals ? unmasked(masked, complaint.id, await clearValues(ctx, complaint)) : masked;
  const events = await eventsOf(ctx.em, complaint.id);
  return {
    complaint: { id: complaint.id, reference: complaint.reference },
    exportedBy: { id, name, unit: orgUnit.$.name },
    at: ctx.clock.now(),
    hasOriginals: job.hasOriginals,
    reason: job.reason,
    parts,
    story: events.filter(({ event }) => event.audience === 'complaints'),
    evidence: await ctx.em.find(Evidence, { complaint: complaint.id }, { orderBy: { collectedAt: 'asc', id: 'asc' } }),
    state: await noteState(ctx, complaint.id),
  };
});

const deliver = command(
  async (
    ctx: Context,
    jobId: string,
    file: CaseFile,
    { key, digests }: { key: string; digests: { archive: string; manifest: string } },
  ): Promise<void> => {
    const complaint = await find(ctx, Complaint, file.complaint.id);
    const job = await ctx.em.findOneOrFail(ExportJob, jobId);
    // Another process took it up, when this one seemed to be gone.
    if (job.state !== 'RUNNING') throw conflict();
    const noted = JSON.stringify(file.state);
    const made = create(ctx, CaseFileExport, {
      complaint: ref(complaint),
      exportedBy: job.requestedBy,
      hasOriginals: job.hasOriginals,
      reason: job.reason,
      archiveSha256: digests.archive,
      manifestSha256: digests.manifest,
      noted,
    });
    job.fileKeys = [key];
    job.doneCount = job.totalCount = file.evidence.length + file.parts.length;
    job.finish(ctx.clock.now(), { name: `${file.complaint.reference}.zip`, sha256: digests.archive });
    record(ctx, 'complaint.caseFileExported', complaint, {
      objectId: made.id,
      data: {
        content: contentOf(job),
        reason: job.reason,
        archive: digests.archive,
        manifest: digests.manifest,
        state: sha256Of(noted),
      },
    });
  },
);
