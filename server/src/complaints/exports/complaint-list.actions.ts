import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { bankMinute } from '../../kernel/bank-day.js';
import { command, Context, record } from '../../kernel/context.js';
import { writeCsv } from '../../kernel/csv.js';
import { conflict, forbidden, requireThat } from '../../kernel/errors.js';
import { say } from '../../kernel/messages.js';
import { hasRole, scopeOf, type Viewer } from '../../kernel/viewer.js';
import { staffViewer } from '../../org/sign-in/authentication.js';
import { Staff } from '../../org/staff/staff.js';
import type { ExportComplaintsInput } from './complaint-list.input.js';
import { ExportJob } from './export-job.js';
import { exportBy } from './exporters.js';
import { headOfList, readListPage } from './list-rows.js';
import { queueExport, withinQuota } from './order-export.js';

const exporting = ['DESK', 'MANAGER'];
/** Pages of a hundred rows that are written and noted together. */
const pagesAtOnce = 5;

/** What a person may take out: what they see as desk or leader, not what other roles show them (D7-五.3). */
const asExporter = (viewer: Viewer): Viewer => ({
  ...viewer,
  grants: viewer.grants.filter(({ role }) => exporting.includes(role)),
});
const scopeText = ({ app }: Context, viewer: Viewer) => app.cipher.digest('scope', scopeOf(asExporter(viewer)));

/** Whether somebody may take lists out at all. */
const mayExportLists = (viewer: Viewer): boolean => viewer.kind === 'STAFF' && hasRole(viewer, exporting);

/**
 * The bank gets: a list of complaints as a spreadsheet reads it, masked, with who took it out and when in its first line;
 * for desk and leaders, and in the audit (D7-五.3). `RATE_LIMITED` after 20 in an hour.
 */
export async function exportComplaints(ctx: Context, input: ExportComplaintsInput): Promise<ExportJob> {
  requireThat(mayExportLists(ctx.viewer));
  // Refused at once where the filter is wrong, not later in the background.
  await readListPage(new Context(ctx.app, asExporter(ctx.viewer), ctx.locale), input.filter ?? null, null);
  return withinQuota(ctx, 'exportComplaints', () => order(ctx, input));
}

const order = command(async (ctx: Context, input: ExportComplaintsInput): Promise<ExportJob> => {
  const job = queueExport(ctx, input, {
    kind: 'COMPLAINT_LIST',
    complaint: null,
    hasOriginals: false,
    // A filter may hold a telephone number.
    sealedFilter: input.filter ? ctx.app.cipher.encrypt(JSON.stringify(input.filter)) : null,
    scope: scopeText(ctx, ctx.viewer),
  });
  record(ctx, 'exportJob.ordered', job, { data: { kind: job.kind, reason: input.reason } });
  return job;
});

exportBy('COMPLAINT_LIST', {
  mayHave: async (ctx, job) => (job.scope === scopeText(ctx, ctx.viewer) ? 'open' : 'denied'),
  async write(ctx, jobId) {
    for (let isLast = false; !isLast;) isLast = await writePiece(ctx.app, ctx.viewer.id!, jobId);
    await deliver(ctx, jobId, await sha256Of(ctx, jobId));
  },
});

/** Writes the next rows and notes how far they go; answers whether they were the last. */
async function writePiece(app: Context['app'], staffId: string, jobId: string): Promise<boolean> {
  const job = await app.orm.em.fork().findOneOrFail(ExportJob, jobId);
  const ctx = await asOrdered(app, staffId, job);
  const filter: unknown = job.sealedFilter ? JSON.parse(app.cipher.decrypt(job.sealedFilter)) : null;
  const rows = job.fileKeys.length ? [] : [[await watermark(ctx)], headOfList(ctx)];
  let { cursor } = job;
  let count = 0;
  let total = job.totalCount;
  for (let page = 0; page < pagesAtOnce && (page === 0 || cursor); page++) {
    const read = await readListPage(ctx, filter, cursor);
    rows.push(...read.rows);
    count += read.rows.length;
    total ??= read.totalCount;
    cursor = read.endCursor;
  }
  const text = writeCsv(rows);
  const bytes = Buffer.from(job.fileKeys.length ? text.slice(1) : text); // one mark of UTF-8 is enough
  const file = await app.files.receive(
    (async function* () {
      yield bytes;
    })(),
  );
  try {
    await file.keep();
    await noteProgress(ctx, jobId, { before: job.cursor, cursor, key: file.key, count, total });
  } catch (error) {
    await file.discard();
    throw error;
  }
  return cursor === null;
}

/** As the person who asked, as long as their rights are those of then; refuses otherwise. */
async function asOrdered(app: Context['app'], staffId: string, job: ExportJob): Promise<Context> {
  const known = await staffViewer(app.orm.em.fork(), staffId, app.clock.now());
  if (!known) throw forbidden();
  const ctx = new Context(app, asExporter(known.viewer), job.locale);
  requireThat(job.scope === scopeText(ctx, known.viewer));
  return ctx;
}

async function watermark(ctx: Context): Promise<string> {
  const { em } = ctx.app.orm;
  const { name, orgUnit } = await em.fork().findOneOrFail(Staff, ctx.viewer.id!, { populate: ['orgUnit'] });
  const who = `${name} · ${orgUnit.$.name} · ${bankMinute(ctx.clock.now())}`;
  return say(ctx.locale, { key: 'export.listWatermark', params: { who } });
}

interface Progress {
  before: string | null;
  cursor: string | null;
  key: string;
  count: number;
  total: number | null;
}

const noteProgress = command(async (ctx: Context, jobId: string, { before, cursor, key, count, total }: Progress) => {
  const job = await ctx.em.findOneOrFail(ExportJob, jobId);
  // Another process took it up, when this one seemed to be gone.
  if (job.state !== 'RUNNING' || job.cursor !== before) throw conflict();
  job.cursor = cursor;
  job.fileKeys = [...job.fileKeys, key];
  job.doneCount += count;
  job.totalCount = Math.max(total ?? 0, job.doneCount);
  job.holdOn(ctx.clock.now());
});

async function sha256Of(ctx: Context, jobId: string): Promise<string> {
  const { fileKeys } = await ctx.app.orm.em.fork().findOneOrFail(ExportJob, jobId);
  const hash = createHash('sha256');
  for (const key of fileKeys) await pipeline(await ctx.app.files.open(key), hash, { end: false });
  return hash.digest('hex');
}

const deliver = command(async (ctx: Context, jobId: string, sha256: string) => {
  const job = await ctx.em.findOneOrFail(ExportJob, jobId);
  if (job.state !== 'RUNNING') throw conflict();
  const at = ctx.clock.now();
  job.totalCount = job.doneCount;
  const name = say(ctx.locale, { key: 'export.listName', params: { at: bankMinute(at).replace(/\D/g, '') } });
  job.finish(at, { name: `${name}.csv`, sha256 });
  record(ctx, 'exportJob.written', job, { data: { kind: job.kind, reason: job.reason, count: job.doneCount, sha256 } });
});
