import { GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';

const instant = GraphQLDateTimeISO.toConfig();

// Years before this are slips of the pen, and the earliest of them no database writes the way it reads them.
const earliestYear = 1900;

function inOurTimes(at: Date): Date {
  const year = at.getUTCFullYear();
  if (!(year >= earliestYear && year <= 9999)) throw new TypeError('DateTime is out of range');
  return at;
}

/** Instants on the wire: RFC 3339 text in UTC. */
export const DateTimeISO = new GraphQLScalarType<Date, string>({
  ...instant,
  // What comes from the database needs no second look at its form, only the form of the wire.
  serialize: (value) => (value instanceof Date ? value : new Date(value as string)).toISOString(),
  parseValue: (value) => inOurTimes(instant.parseValue!(value)),
  parseLiteral: (node, variables) => inOurTimes(instant.parseLiteral!(node, variables)),
});

/** Calendar days of the bank on the wire. */
export const LocalDate = new GraphQLScalarType<string, string>({
  ...GraphQLLocalDate.toConfig(),
  description: 'Calendar day of the bank, such as `2026-11-23`; it begins at 00:00 in Shanghai (日期).',
});

const decimalText = /^-?\d{1,15}(?:\.\d{1,2})?$/;

function readDecimal(value: unknown): string {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== 'string' || !decimalText.test(text)) throw new TypeError('Decimal must be text such as 4800.00');
  return text;
}

/** Exact amounts on the wire, as text. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'Exact decimal number as text with at most two decimals, such as `4800.00`.',
  serialize: (value) => String(value),
  parseValue: readDecimal,
  parseLiteral(node) {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return readDecimal(node.value);
    throw new TypeError('Decimal must be text such as 4800.00');
  },
});

function readCursor(value: unknown): string {
  if (typeof value !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(value))
    throw new TypeError('EventCursor is malformed');
  return value;
}

/** A place in the event log on the wire. */
export const EventCursor = new GraphQLScalarType<string, string>({
  name: 'EventCursor',
  description: 'Opaque position in the event log; pass it as `after` to go on from there.',
  serialize: (value) => String(value),
  parseValue: readCursor,
  parseLiteral(node) {
    if (node.kind === Kind.STRING) return readCursor(node.value);
    throw new TypeError('EventCursor is malformed');
  },
});
