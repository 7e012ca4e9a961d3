import type { Permission } from '../../kernel/allowed-action.js';
import type { Context } from '../../kernel/context.js';
import type { ExportJob, ExportKind } from './export-job.js';

/** How a kind of file is written, and who may have it. */
export interface Exporter {
  /** Writes the file of a job that the caller holds, as the person who asked, with their rights of now. */
  write(ctx: Context, jobId: string): Promise<void>;
  /** Whether the person who asked may still have it, by their rights of now. */
  mayHave(ctx: Context, job: ExportJob): Promise<Permission>;
}

const exporters = new Map<ExportKind, Exporter>();

/** Says how a kind of file is written. */
export function exportBy(kind: ExportKind, exporter: Exporter): void {
  exporters.set(kind, exporter);
}

/** Who writes a kind of file. */
export const exporterOf = (kind: ExportKind): Exporter => exporters.get(kind)!;
