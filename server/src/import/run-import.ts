import { csvRows, type CsvRow } from './csv-rows.js';
import type { Mapping } from './mapping.js';
import type { Progress } from './progress.js';
import type { Registrar } from './registrar.js';
import type { Refusal } from './report.js';
import { idempotencyKey, ordinalCounter, rowReader } from './row.js';

const concurrency = 8;

/** What one import needs to know. */
export interface ImportJob {
  file: string;
  header: readonly string[];
  total: number;
  mapping: Mapping;
  isLive: boolean;
  registrar: Registrar;
  /** Aborted to take no further rows; those under way are finished. */
  enough: AbortSignal;
  /** Aborted to drop even those under way. */
  stop: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** How an import ended. */
export interface ImportResult extends Progress {
  refusals: Refusal[];
}

/** Sends every row of the file, several at a time; rethrows the first thing that makes going on pointless. */
export async function runImport(job: ImportJob): Promise<ImportResult> {
  const { file, header, mapping, isLive, enough } = job;
  const result: ImportResult = { total: job.total, registered: 0, refused: 0, refusals: [] };
  const ordinalOf = ordinalCounter();
  const readRow = rowReader(mapping, header, isLive);
  const underWay = new Set<Promise<void>>();
  let failure: unknown;
  let isHeader = true;
  for await (const row of csvRows(file)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    if (enough.aborted || failure) break;
    const key = idempotencyKey(mapping.id, row.cells, ordinalOf(row.cells));
    const task = sendRow(job, row, () => readRow(row.cells, key), result)
      .catch((error: unknown) => void (failure ??= error))
      .finally(() => underWay.delete(task));
    underWay.add(task);
    if (underWay.size >= concurrency) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  if (failure && !enough.aborted) throw new ImportBrokenOff(failure, result);
  return result;
}

/** The import ended before its time; carries what was done until then. */
export class ImportBrokenOff extends Error {
  constructor(
    override readonly cause: unknown,
    readonly result: ImportResult,
  ) {
    super('The import was broken off');
  }
}

async function sendRow(
  { header, registrar, stop, onProgress }: ImportJob,
  { line, cells }: CsvRow,
  read: () => ReturnType<ReturnType<typeof rowReader>>,
  result: ImportResult,
): Promise<void> {
  const refuse = (refusal: Omit<Refusal, 'line'>) => {
    result.refused += 1;
    result.refusals.push({ line, ...refusal });
  };
  const { input, mistakes } = read();
  if (cells.length !== header.length) {
    refuse({ code: 'ROW', message: `has ${cells.length} cells, the header has ${header.length}`, fields: {} });
  } else if (Object.keys(mistakes).length > 0) {
    refuse({ code: 'ROW', message: 'cannot be read', fields: mistakes });
  } else {
    const answer = await registrar.register(input, stop);
    if (answer.kind === 'registered') result.registered += 1;
    else refuse(answer);
  }
  onProgress(result);
}
