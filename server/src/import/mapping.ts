import { z } from 'zod';
import { dateFormatMistake } from './dates.js';
import { CellMistake, convert, fieldKinds, requiredHistoryFields } from './fields.js';
import { parseTemplate, templateMistake } from './template.js';

const name = z.string().trim().min(1, 'must not be empty');

const checkedBy = (check: (text: string) => string | null) =>
  z.string().superRefine((text, context) => {
    const message = check(text);
    if (message) context.addIssue({ code: 'custom', message });
  });

const byField = <Value extends z.ZodType>(value: Value) =>
  z.record(z.string(), value).superRefine((record, context) => {
    for (const path of Object.keys(record)) {
      if (!(path in fieldKinds)) {
        context.addIssue({ code: 'custom', path: [path], message: 'is no field of a complaint that can be imported' });
      }
    }
  });

const shape = {
  id: z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/, 'must be 1 to 64 letters, digits, points, dashes or underscores'),
  description: z.string().default(''),
  offset: z
    .string()
    .regex(/^[+-]\d{2}:\d{2}$/, 'must look like +08:00')
    .default('+08:00'),
  constants: byField(z.union([z.string(), z.number(), z.boolean()])).default({}),
  columns: byField(name).default({}),
  templates: byField(checkedBy(templateMistake)).default({}),
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  dates: z.record(z.string(), checkedBy(dateFormatMistake)).default({}),
  categories: z.array(z.strictObject({ column: name, is: z.array(z.string()).min(1), code: name })).default([]),
};

/** How the columns of a file become the fields of a complaint; docs/import.md describes the format. */
export type Mapping = { [Key in keyof typeof shape]: z.output<(typeof shape)[Key]> };

/** Something wrong in a mapping and where it stands. */
export interface Mistake {
  path: string;
  message: string;
}

/** What a mapping is checked against: the columns of the file and the kind of import. */
export interface Circumstances {
  header: readonly string[];
  isLive: boolean;
}

type Read = { mapping: Mapping; mistakes: [] } | { mapping?: undefined; mistakes: Mistake[] };

/** Reads the text of a mapping and names every mistake in it at once. */
export function readMapping(text: string, circumstances: Circumstances): Read {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { mistakes: [{ path: '', message: `is not JSON: ${(error as Error).message}` }] };
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { mistakes: [{ path: '', message: 'must be a JSON object' }] };
  }
  const { mapping, mistakes } = readParts(raw as Record<string, unknown>);
  const isWrong = (path: string) => mistakes.some((mistake) => mistake.path.endsWith(` → ${path}`));
  mistakes.push(
    ...wordMistakes(mapping),
    ...sourceMistakes(mapping, circumstances).filter(({ path }) => !isWrong(path)),
    ...columnMistakes(mapping, circumstances),
  );
  return mistakes.length > 0 ? { mistakes } : { mapping, mistakes: [] };
}

/** Every part by itself, so that a wrong one does not hide the mistakes of the others; a wrong one counts as empty. */
function readParts(raw: Record<string, unknown>): { mapping: Mapping; mistakes: Mistake[] } {
  const mistakes: Mistake[] = Object.keys(raw)
    .filter((key) => !(key in shape))
    .map((key) => ({ path: key, message: `is not known; known are ${Object.keys(shape).join(', ')}` }));
  const parts = Object.entries(shape).map(([key, schema]) => {
    const read = schema.safeParse(raw[key]);
    for (const { path, message } of read.error?.issues ?? []) {
      mistakes.push({ path: [key, ...path].join(' → '), message });
    }
    return [key, read.success ? read.data : usablePart(schema, raw[key])];
  });
  return { mapping: Object.fromEntries(parts) as Mapping, mistakes };
}

/** The entries of a wrong part that are right, so that the checks across parts still see them. */
function usablePart(schema: z.ZodType, raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.filter((entry) => schema.safeParse([entry]).success);
  if (typeof raw !== 'object' || raw === null) return schema.safeParse(undefined).data ?? '';
  return Object.fromEntries(Object.entries(raw).filter(([key, value]) => schema.safeParse({ [key]: value }).success));
}

function wordMistakes({ constants, columns, values }: Mapping): Mistake[] {
  const check = (at: string, path: string, text: string): Mistake[] => {
    if (fieldKinds[path] === 'date') return [{ path: at, message: 'a date cannot be the same for all rows' }];
    try {
      convert(path, text);
      return [];
    } catch (error) {
      if (error instanceof CellMistake) return [{ path: at, message: error.message }];
      throw error;
    }
  };
  return [
    ...Object.entries(constants).flatMap(([path, value]) => check(`constants → ${path}`, path, String(value))),
    ...Object.entries(columns)
      .filter(([path]) => fieldKinds[path] !== 'date')
      .flatMap(([path, column]) =>
        Object.entries(values[column] ?? {}).flatMap(([from, to]) =>
          to === '' ? [] : check(`values → ${column} → ${from}`, path, to),
        ),
      ),
  ];
}

function sourceMistakes({ constants, columns, templates, categories }: Mapping, { isLive }: Circumstances): Mistake[] {
  const required = ['channel', 'content', ...(isLive ? [] : requiredHistoryFields)];
  const isFilled = (path: string) => path in constants || path in columns || path in templates;
  const hint = isLive ? '' : ' (without --live every row needs it)';
  return [
    ...required
      .filter((path) => !isFilled(path))
      .map((path) => ({ path, message: `is filled by no column, template or constant${hint}` })),
    ...Object.keys(templates)
      .filter((path) => path in columns)
      .map((path) => ({ path: `templates → ${path}`, message: 'is filled by a column as well' })),
    ...Object.keys(templates)
      .filter((path) => fieldKinds[path] === 'date')
      .map((path) => ({ path: `templates → ${path}`, message: 'a date must come from one column' })),
    ...(categories.length > 0 && ('categoryCode' in columns || 'categoryCode' in templates)
      ? [{ path: 'categories', message: 'the category is filled by a column or a template as well' }]
      : []),
  ];
}

function columnMistakes(
  { columns, templates, values, dates, categories }: Mapping,
  { header }: Circumstances,
): Mistake[] {
  const used = new Set(Object.values(columns));
  const named: [path: string, column: string][] = [
    ...Object.entries(columns).map(([path, column]): [string, string] => [`columns → ${path}`, column]),
    ...Object.entries(templates).flatMap(([path, text]) =>
      parseTemplate(text).columns.map((column): [string, string] => [`templates → ${path}`, column]),
    ),
    ...categories.map(({ column }, index): [string, string] => [`categories → ${index}`, column]),
  ];
  const unused = (part: string, record: object) =>
    Object.keys(record)
      .filter((column) => !used.has(column))
      .map((column) => ({ path: `${part} → ${column}`, message: 'is a column that "columns" does not use' }));
  return [
    ...named.flatMap(([path, column]) => {
      const times = header.filter((each) => each === column).length;
      if (times === 1) return [];
      return [
        {
          path,
          message: times === 0 ? `the file has no column "${column}"` : `the file has several columns "${column}"`,
        },
      ];
    }),
    ...unused('values', values),
    ...unused('dates', dates),
  ];
}
