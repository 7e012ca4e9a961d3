import type { Condition, EntityClass } from '../../kernel/read/registry.js';

/** The rows behind a part: a type, and which of its rows belong to a complaint. */
export type PartRows = readonly [type: EntityClass, of: (complaintId: string) => Condition];

/** A part of a complaint's file: what is asked of the complaint, as a client would ask it, and the rows behind it. */
export interface CaseFilePart {
  name: string;
  fields: string;
  rows: readonly PartRows[];
}

const parts: CaseFilePart[] = [];

/** Puts a part into the file of every complaint; an upper slice may add its own. */
export function fileInCase(name: string, fields: string, ...rows: readonly PartRows[]): void {
  parts.push({ name, fields, rows });
}

/** Every part, in the order of the file. */
export const caseFileParts: readonly CaseFilePart[] = parts;

/** Rows that name the complaint themselves. */
export const ofComplaint = (complaint: string): Condition => ({ complaint });
