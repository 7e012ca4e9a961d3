import { Readable } from 'node:stream';
import { command, find, record, type Context } from '../../kernel/context.js';
import { notFound, requireOpen } from '../../kernel/errors.js';
import { linkTo, requireLink } from '../../kernel/files/download-link.js';
import { ExportJob } from './export-job.js';
import { exporterOf } from './exporters.js';

const pathOf = (id: string) => `/exports/${id}`;

/** Where a file can be fetched, for a few minutes and in this session; null until it is ready, and when it is gone. */
export const downloadLink = (ctx: Context, { id, state }: Pick<ExportJob, 'id' | 'state'>): string | null =>
  state === 'READY' ? linkTo(ctx, pathOf(id)) : null;

/** A file on its way to whoever asked for it. */
export interface Download {
  fileName: string;
  bytes: Readable;
}

/**
 * Hands the file to whoever asked for it, in the session that the link was made in, as long as they have the right;
 * each time is in the audit. `NOT_FOUND` for anybody else and for a link that is over.
 */
export async function downloadExport(ctx: Context, id: string, query: URLSearchParams): Promise<Download> {
  requireLink(ctx, pathOf(id), query);
  const { fileName, fileKeys } = await noteDownload(ctx, id);
  const { files } = ctx.app;
  // Opened before the answer begins, so that a file that is gone can still be said to be.
  const first = await files.open(fileKeys[0]!);
  const pieces = async function* () {
    yield* first;
    for (const key of fileKeys.slice(1)) yield* await files.open(key);
  };
  return { fileName: fileName!, bytes: Readable.from(pieces(), { objectMode: false }) };
}

const noteDownload = command(async (ctx: Context, id: string): Promise<ExportJob> => {
  const job = await find(ctx, ExportJob, id);
  if (job.state !== 'READY' || job.expiresAt! <= ctx.clock.now()) throw notFound();
  requireOpen(await exporterOf(job.kind).mayHave(ctx, job), () => []);
  record(ctx, 'exportJob.downloaded', job, { objectId: job.complaint?.id ?? null, data: { sha256: job.sha256 } });
  return job;
});
