import { CsvError, parse } from 'csv-parse/sync';

/** A row and the line on which it begins, counted from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
}

// A spreadsheet would run what begins like this, full-width signs included (CWE-1236); the apostrophe itself is
// guarded, too, so that every cell is read back as it was.
const formula = /^['=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'(?=['=+\-@\t\r\n＝＋－＠])/;

/** Rows of CSV in order, without those that have nothing in them; null where the text is not CSV. Cells are trimmed. */
export function readCsv(content: string): CsvRow[] | null {
  const options = { bom: true, relax_column_count: true, skip_records_with_empty_values: true, info: true } as const;
  try {
    const rows = parse(content, options) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({
      line: info.lines - (record.join('').split('\n').length - 1),
      cells: record.map((cell) => cell.trim().replace(guarded, '')),
    }));
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** CSV as spreadsheets open it: marked as UTF-8, and no cell is taken for a formula. `readCsv` reads it back. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')}`;

function written(cell: string): string {
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
