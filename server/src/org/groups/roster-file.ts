import type { Loaded } from '@mikro-orm/postgresql';
import { bankDay, dayAfter, isDay, startOfBankDay } from '../../kernel/bank-day.js';
import type { Checks } from '../../kernel/checks.js';
import { readCsv, writeCsv, type CsvRow } from '../../kernel/csv.js';
import { badInput } from '../../kernel/errors.js';
import type { Locale } from '../../kernel/messages.js';
import type { Post } from '../staff/staff.js';
import type { GroupMember, GroupPosition } from './leadership-group.js';
import { positionNames, postNames } from './position-names.js';

/** Columns in the order of an export; the last four are there to be read, and pass unread when they come back. */
const columns = {
  username: '工号',
  name: '姓名',
  position: '组内职务',
  basis: '任职依据',
  validFrom: '开始日期',
  validTo: '结束日期',
  post: '职务',
  unitCode: '机构号',
  unitName: '机构',
  state: '状态',
} as const;
type Column = keyof typeof columns;
const names = Object.keys(columns) as Column[];

const mostLines = 2000;
const mostCharacters = 200_000;

/** A person as a list has them; what its file has no column for is undefined, an empty cell null. */
export interface RosterLine {
  /** Path of the line in the input. */
  path: string;
  line: number;
  username: string;
  name: string;
  position: GroupPosition | null;
  basis: Post | null | undefined;
  /** Days of the bank, the last one included. */
  validFrom: string | null | undefined;
  validTo: string | null | undefined;
  /** Whether every cell could be read. */
  isWhole: boolean;
}

/** The lines of a list, each wrong cell noted by its place; throws `BAD_USER_INPUT` where it is no list at all. */
export function readRoster(checks: Checks, content: string): RosterLine[] {
  checks.requiredText(content, 'content', { max: mostCharacters });
  checks.done();
  const [header, ...rows] = readCsv(content) ?? refuse('org.rosterNotCsv');
  const present = columnsOf(header?.cells ?? []);
  checks.that(rows.length <= mostLines, 'content', { key: 'org.rosterTooLong', params: { most: mostLines } });
  checks.done();
  return rows.map((row) => lineOf(checks, row, present));
}

function refuse(key: string, params: Record<string, string> = {}): never {
  throw badInput({ content: { key, params } });
}

function columnsOf(header: readonly string[]): Column[] {
  const present = header.map((cell) => {
    const known = names.find((name) => name.toLowerCase() === cell.toLowerCase() || columns[name] === cell);
    return known ?? refuse('org.rosterColumn', { column: cell.slice(0, 20) });
  });
  const isGood =
    new Set(present).size === present.length && present.includes('username') && present.includes('position');
  return isGood ? present : refuse('org.rosterHeader', { username: columns.username, position: columns.position });
}

function lineOf(checks: Checks, { line, cells }: CsvRow, present: readonly Column[]): RosterLine {
  const path = `content.lines.${line}`;
  let isWhole = checks.that(!cells.slice(present.length).some(Boolean), path, 'org.rosterTooManyCells');
  const cellOf = (column: Column) => (present.includes(column) ? (cells[present.indexOf(column)] ?? '') : undefined);
  const judge = <Value>(value: Value | undefined, column: Column, message: string): Value | null => {
    if (!checks.that(value !== undefined, `${path}.${column}`, message)) isWhole = false;
    return value ?? null;
  };
  const optional = <Value>(column: Column, read: (cell: string) => Value | undefined, message: string) => {
    const cell = cellOf(column);
    return cell ? judge(read(cell), column, message) : cell === '' ? null : undefined;
  };
  const username = judge(cellOf('username') || undefined, 'username', 'field.required') ?? '';
  const position = judge(valueOf(positionNames, cellOf('position')!), 'position', 'org.rosterPosition');
  const basis = optional('basis', (cell) => valueOf(postNames, cell), 'org.rosterPost');
  const validFrom = optional('validFrom', dayOf, 'org.rosterDay');
  const validTo = optional('validTo', dayOf, 'org.rosterDay');
  return { path, line, username, name: cellOf('name') ?? '', position, basis, validFrom, validTo, isWhole };
}

/** The value of an enum that a cell names, by its code or in words. */
function valueOf<Value extends string>(
  words: Readonly<Record<Value, readonly [string, string]>>,
  cell: string,
): Value | undefined {
  const said = cell.toLowerCase();
  const values = Object.keys(words) as Value[];
  return values.find((value) => [value, ...words[value]].some((word) => word.toLowerCase() === said));
}

// Spreadsheets write a day their own way when they save it.
function dayOf(cell: string): string | undefined {
  const [, year, month, date] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell) ?? [];
  const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  return year !== undefined && year >= '1900' && isDay(day) ? day : undefined;
}

/** The last day of a term; null without an end. */
export const lastDayOf = ({ validTo }: Pick<GroupMember, 'validTo'>): string | null =>
  validTo && bankDay(new Date(validTo.getTime() - 1));

/** The instant at which a term ends whose last day this is. */
export const endOf = (lastDay: string): Date => startOfBankDay(dayAfter(lastDay, 1));

const stateNames = { WAITING: '待复核', UPCOMING: '未生效', EFFECTIVE: '生效中' } as const;

/** The list of a group's people in the caller's language, with their staff and units at hand. */
export function writeRoster(
  members: readonly Loaded<GroupMember, 'staff.orgUnit'>[],
  locale: Locale,
  now: Date,
): string {
  const isChinese = locale === 'zh';
  const word = <Value extends string>(
    words: Readonly<Record<Value, readonly [string, string]>>,
    value: Value | null,
  ) => (value === null ? '' : isChinese ? words[value][0] : value);
  const rows = members.map((member) => {
    const staff = member.staff.$;
    const unit = staff.orgUnit.$;
    const state = member.approvedAt === null ? 'WAITING' : member.validFrom > now ? 'UPCOMING' : 'EFFECTIVE';
    const cells: Record<Column, string> = {
      username: staff.username,
      name: staff.name,
      position: word(positionNames, member.position),
      basis: word(postNames, member.basis),
      validFrom: bankDay(member.validFrom),
      validTo: lastDayOf(member) ?? '',
      post: word(postNames, staff.post),
      unitCode: unit.code,
      unitName: unit.name,
      state: isChinese ? stateNames[state] : state,
    };
    return names.map((name) => cells[name]);
  });
  return writeCsv([names.map((name) => (isChinese ? columns[name] : name)), ...rows]);
}
