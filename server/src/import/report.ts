import { access, writeFile } from 'node:fs/promises';

/** A row that was not registered, and why. */
export interface Refusal {
  line: number;
  code: string;
  message: string;
  /** Field path to what is wrong with it. */
  fields: Record<string, string>;
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The report as CSV: one line for each wrong field, or one for the row when no field is to blame. */
export function reportText(refusals: readonly Refusal[]): string {
  const lines = refusals
    .toSorted((one, other) => one.line - other.line)
    .flatMap(({ line, code, message, fields }) => {
      const wrong = Object.entries(fields);
      return (wrong.length > 0 ? wrong : [['', message]]).map(([field = '', reason = '']) => [
        line,
        code,
        field,
        reason,
      ]);
    });
  return [['line', 'code', 'field', 'reason'], ...lines]
    .map((cells) => `${cells.map((cell) => quoted(String(cell))).join(',')}\r\n`)
    .join('');
}

/** Writes the report if there is anything to say or an older one to replace; tells whether it wrote. */
export async function writeReport(file: string, refusals: readonly Refusal[]): Promise<boolean> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (refusals.length === 0 && !isThere) return false;
  // The mark lets spreadsheet programs read the Chinese in it.
  await writeFile(file, `\uFEFF${reportText(refusals)}`);
  return true;
}

/** The most frequent reasons with their number, for the summary. */
export function commonReasons(refusals: readonly Refusal[], most = 8): string[] {
  const counts = new Map<string, number>();
  for (const { message, fields } of refusals) {
    const wrong = Object.entries(fields).map(([field, reason]) => `${field}: ${reason}`);
    for (const reason of wrong.length > 0 ? wrong : [message]) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([reason, count]) => `${String(count).padStart(6)} × ${reason}`);
}
