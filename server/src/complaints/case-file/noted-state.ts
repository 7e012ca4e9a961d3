import { createHash } from 'node:crypto';
import type { Context } from '../../kernel/context.js';
import { columnsOf, storedRows } from '../../kernel/read/stored-rows.js';
import { eventsOf, headOf } from '../../kernel/subject-events.js';
import { caseFileParts, type PartRows } from './case-file-part.js';

/** A row as it was: its id, its version, and a keyed digest of all that it held. */
export type NotedRow = readonly [id: string, version: number, digest: string];

/** What the file of a complaint rested on when it was taken out. */
export interface NotedState {
  head: { seq: string; hash: string } | null;
  events: readonly (readonly [seq: string, hash: string])[];
  /** By type of row. */
  rows: Record<string, { columns: readonly string[]; rows: readonly NotedRow[] }>;
}

/** Every kind of row that belongs to a file. */
export const filedRows = (): readonly PartRows[] => caseFileParts.flatMap(({ rows }) => rows);

/** The rows of one kind that belong to a complaint, as they are; judged by the columns that there were, where given. */
export async function noteRows(
  ctx: Context,
  complaintId: string,
  [type, of]: PartRows,
  columns: readonly string[] | null,
): Promise<NotedRow[]> {
  const rows = await storedRows(ctx, type, of(complaintId), columns);
  return rows.map(({ id, version, text }) => [id, version, ctx.app.cipher.digest('case file', text)] as const);
}

/** Notes what a complaint's file rests on now. */
export async function noteState(ctx: Context, complaintId: string): Promise<NotedState> {
  const rows: NotedState['rows'] = {};
  for (const kind of filedRows()) {
    const columns = columnsOf(ctx, kind[0]);
    rows[kind[0].name] = { columns, rows: await noteRows(ctx, complaintId, kind, columns) };
  }
  const events = await eventsOf(ctx.em, complaintId);
  return {
    head: await headOf(ctx.em),
    events: events.map(({ event: { seq, hash } }) => [seq, hash] as const),
    rows,
  };
}

/** SHA-256 of a text in hexadecimal. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
