import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';

/** A row of the file and the line on which it begins. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** The file cannot be read as CSV in UTF-8. */
export class CsvMistake extends Error {}

async function* decoded(file: string): AsyncGenerator<string> {
  // The decoder drops a byte order mark and, being fatal, tells a GBK file from a UTF-8 one.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of createReadStream(file)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

function explain(error: unknown): Error {
  if (error instanceof CsvError) return new CsvMistake(error.message);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new CsvMistake('The file is not UTF-8 text; if it is GBK, save it as UTF-8 first.');
  }
  return code ? new CsvMistake(message) : (error as Error);
}

/** The rows of a CSV file in order, the header first; throws CsvMistake. */
export async function* csvRows(file: string): AsyncGenerator<CsvRow> {
  const parser = parse({ relax_column_count: true, skip_empty_lines: true, info: true });
  const source = Readable.from(decoded(file));
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const each of source.pipe(parser)) {
      const { record, info } = each as { record: string[]; info: { lines: number } };
      const lineBreaks = record.join('').split('\n').length - 1;
      yield { line: info.lines - lineBreaks, cells: record };
    }
  } catch (error) {
    throw explain(error);
  } finally {
    source.destroy();
  }
}

/** The header and how many rows follow it; reads the whole file, so that a broken one is known before it is sent. */
export async function surveyCsv(file: string): Promise<{ header: string[]; count: number }> {
  let header: string[] | undefined;
  let count = -1;
  for await (const { cells } of csvRows(file)) {
    header ??= cells.map((cell) => cell.trim());
    count += 1;
  }
  if (!header) throw new CsvMistake('The file is empty.');
  return { header, count };
}
