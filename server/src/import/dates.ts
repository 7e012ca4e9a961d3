import { CellMistake } from './fields.js';

type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';
const tokens: Record<string, { unit: Unit; pattern: string }> = {
  YYYY: { unit: 'year', pattern: '\\d{4}' },
  MM: { unit: 'month', pattern: '\\d{2}' },
  M: { unit: 'month', pattern: '\\d{1,2}' },
  DD: { unit: 'day', pattern: '\\d{2}' },
  D: { unit: 'day', pattern: '\\d{1,2}' },
  HH: { unit: 'hour', pattern: '\\d{2}' },
  H: { unit: 'hour', pattern: '\\d{1,2}' },
  mm: { unit: 'minute', pattern: '\\d{2}' },
  ss: { unit: 'second', pattern: '\\d{2}' },
};
const tokenPattern = /YYYY|MM?|DD?|HH?|mm|ss/g;

/** What is wrong with a date format such as `M/D/YYYY HH:mm`, or null. */
export function dateFormatMistake(format: string): string | null {
  const units = (format.match(tokenPattern) ?? []).map((token) => tokens[token]?.unit);
  if (new Set(units).size !== units.length) return `"${format}" names a part twice`;
  const missing = (['year', 'month', 'day'] as const).filter((unit) => !units.includes(unit));
  return missing.length > 0 ? `"${format}" lacks the ${missing.join(' and the ')} (YYYY, M or MM, D or DD)` : null;
}

function compile(format: string): { pattern: RegExp; units: Unit[] } {
  const units: Unit[] = [];
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  let pattern = '';
  let end = 0;
  for (const match of format.matchAll(tokenPattern)) {
    const token = tokens[match[0]];
    if (!token) continue;
    pattern += `${literal(format.slice(end, match.index))}(${token.pattern})`;
    units.push(token.unit);
    end = match.index + match[0].length;
  }
  return { pattern: new RegExp(`^${pattern}${literal(format.slice(end))}$`), units };
}

const compiled = new Map<string, ReturnType<typeof compile>>();

/**
 * The instant that a cell names, as ISO text; without a time of day it is the midnight at its start.
 * Throws CellMistake when the text does not follow the format or names a day that does not exist.
 */
export function readDate(text: string, format: string, offset: string, asWritten = text): string {
  const { pattern, units } = compiled.get(format) ?? compile(format);
  compiled.set(format, { pattern, units });
  const match = pattern.exec(text);
  if (!match) throw new CellMistake(`"${text}" is not a date of the form ${format}`);
  const parts: Record<Unit, number> = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  units.forEach((unit, index) => (parts[unit] = Number(match[index + 1])));
  const pad = (value: number, width = 2) => String(value).padStart(width, '0');
  const wall = `${pad(parts.year, 4)}-${pad(parts.month)}-${pad(parts.day)}T${pad(parts.hour)}:${pad(parts.minute)}:${pad(parts.second)}`;
  const day = new Date(`${wall}Z`);
  // Date rolls 2-30 over into March; a day that comes back changed did not exist.
  if (Number.isNaN(day.getTime()) || day.getUTCDate() !== parts.day)
    throw new CellMistake(`"${asWritten}" does not exist`);
  return new Date(`${wall}${offset}`).toISOString();
}

/** The instant of an ISO 8601 text; a wall clock time without offset is read in `offset`. */
export function readIsoDate(text: string, offset: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  if (!match) throw new CellMistake(`"${text}" is not an ISO 8601 date; name the column's format under "dates"`);
  const [, day = '', time = '00:00', seconds = ':00', zone = offset] = match;
  return readDate(`${day} ${time}${seconds}`, 'YYYY-MM-DD HH:mm:ss', zone, text);
}
