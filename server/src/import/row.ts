import { createHash } from 'node:crypto';
import { readDate, readIsoDate } from './dates.js';
import { CellMistake, convert, fieldKinds, historyFields, requiredHistoryFields } from './fields.js';
import type { Mapping } from './mapping.js';
import { fillTemplate, parseTemplate, type Template } from './template.js';

/** What a row became: the input of `registerComplaint`, or why it cannot be sent. */
export interface RowResult {
  input: Record<string, unknown>;
  /** Field path to message; empty when the row can be sent. */
  mistakes: Record<string, string>;
}

/** The idempotency key of a row: the same for the same file and mapping at every run, distinct for identical rows. */
export function idempotencyKey(mappingId: string, cells: readonly string[], ordinal: number): string {
  return createHash('sha256')
    .update(JSON.stringify([mappingId, cells, ordinal]))
    .digest('hex');
}

/** Counts identical rows: 0 for the first of its kind, 1 for the second. */
export function ordinalCounter(): (cells: readonly string[]) => number {
  const seen = new Map<string, number>();
  return (cells) => {
    const digest = createHash('sha256').update(JSON.stringify(cells)).digest('base64');
    const ordinal = seen.get(digest) ?? 0;
    seen.set(digest, ordinal + 1);
    return ordinal;
  };
}

function put(target: Record<string, unknown>, path: string, value: unknown): void {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) target[key] = value;
  else put((target[key] ??= {}) as Record<string, unknown>, rest.join('.'), value);
}

type Cell = (column: string) => string;

function translated({ values }: Mapping, column: string, text: string): string {
  const words = values[column];
  if (!words || text === '') return text;
  const word = words[text] ?? words['*'];
  if (word === undefined) throw new CellMistake(`"${text}" of column "${column}" is not among its values`);
  return word;
}

/** Makes the function that turns the cells of a row into the input of `registerComplaint`. */
export function rowReader(mapping: Mapping, header: readonly string[], isLive: boolean) {
  const { columns, constants, categories, dates, offset } = mapping;
  const templates = new Map<string, Template>();
  for (const [path, text] of Object.entries(mapping.templates)) templates.set(path, parseTemplate(text));
  const position = new Map(header.map((column, index) => [column, index]));
  const paths = Object.keys(fieldKinds).filter((path) => !isLive || !historyFields.includes(path));

  const valueOf = (path: string, cell: Cell): unknown => {
    const column = columns[path];
    const template = templates.get(path);
    let text = column === undefined ? '' : translated(mapping, column, cell(column));
    if (template) text = fillTemplate(template, cell);
    if (path === 'categoryCode') text ||= categories.find((rule) => rule.is.includes(cell(rule.column)))?.code ?? '';
    if (text === '') return constants[path] === undefined ? undefined : convert(path, String(constants[path]));
    if (fieldKinds[path] !== 'date' || column === undefined) return convert(path, text);
    const format = dates[column];
    return format === undefined ? readIsoDate(text, offset) : readDate(text, format, offset);
  };

  return (cells: readonly string[], key: string): RowResult => {
    const input: Record<string, unknown> = { idempotencyKey: key, complainant: {} };
    const mistakes: Record<string, string> = {};
    const cell: Cell = (column) => (cells[position.get(column) ?? -1] ?? '').trim();
    for (const path of paths) {
      try {
        const value = valueOf(path, cell);
        if (value !== undefined) put(input, path, value);
        else if (isRequired(path, isLive)) mistakes[path] = 'is empty';
      } catch (error) {
        if (!(error instanceof CellMistake)) throw error;
        mistakes[path] = error.message;
      }
    }
    return { input, mistakes };
  };
}

const isRequired = (path: string, isLive: boolean) =>
  path === 'channel' || path === 'content' || (!isLive && requiredHistoryFields.includes(path));
