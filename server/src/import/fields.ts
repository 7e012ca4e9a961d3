/** How the text of a cell becomes the value of a field; an array lists the words that are allowed. */
export type FieldKind = 'text' | 'date' | 'decimal' | 'flag' | 'count' | readonly string[];

const channels = ['PHONE', 'ONLINE', 'MOBILE_APP', 'ON_SITE', 'LETTER', 'EMAIL', 'REGULATOR', 'MEDIA', 'OTHER'];
const levels = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'];
const subjects = ['PRODUCT', 'SERVICE', 'PROCESS', 'STAFF', 'SYSTEM', 'OTHER'];
const riskFlags = [
  'MAJOR_RISK',
  'SOCIAL_IMPACT',
  'MEDIA',
  'REPUTATION',
  'LEGAL_VIOLATION',
  'LEGAL_DISPUTE',
  'FUND_SAFETY',
  'VULNERABLE',
];

/** The fields of a complaint that a mapping may fill, by path in RegisterComplaintInput. */
export const fieldKinds: Readonly<Record<string, FieldKind>> = {
  channel: channels,
  content: 'text',
  customerDemand: 'text',
  receivedAt: 'date',
  occurredAt: 'date',
  postedAt: 'date',
  lateReason: 'text',
  place: 'text',
  orgUnitId: 'text',
  categoryCode: 'text',
  level: levels,
  subject: subjects,
  productCode: 'text',
  amountInvolved: 'decimal',
  riskFlags,
  channelReference: 'text',
  'complainant.name': 'text',
  'complainant.phone': 'text',
  'complainant.email': 'text',
  'complainant.address': 'text',
  'complainant.idNumber': 'text',
  'complainant.customerNumber': 'text',
  'complainant.anonymous': 'flag',
  'complainant.representative.name': 'text',
  'complainant.representative.phone': 'text',
  'complainant.representative.relation': 'text',
  'complainant.jointCount': 'count',
  'complainant.inPerson': 'flag',
  'historical.closedAt': 'date',
  'historical.resolutionSummary': 'text',
};

/** Fields that say when and how an old complaint ended; a live import leaves them to the clock of the server. */
export const historyFields: readonly string[] = [
  'receivedAt',
  'postedAt',
  'lateReason',
  'historical.closedAt',
  'historical.resolutionSummary',
];

/** What the row itself must tell in an import of history. */
export const requiredHistoryFields: readonly string[] = [
  'receivedAt',
  'historical.closedAt',
  'historical.resolutionSummary',
];

// 严重 is what some plans call 重大.
const levelNames = new Map(
  Object.entries({ 建议性: 'SUGGESTION', 一般: 'GENERAL', 重大: 'MAJOR', 严重: 'MAJOR', 紧急: 'URGENT' }),
);
const flags = new Map(
  Object.entries({
    true: true,
    yes: true,
    y: true,
    '1': true,
    是: true,
    false: false,
    no: false,
    n: false,
    '0': false,
    否: false,
  }),
);

/** A cell that cannot become the value of its field. */
export class CellMistake extends Error {}

function oneOf(words: readonly string[], text: string): string {
  const word = words === levels ? (levelNames.get(text) ?? text) : text;
  if (!words.includes(word)) throw new CellMistake(`"${text}" is none of ${words.join(', ')}`);
  return word;
}

function decimal(text: string): string {
  const plain = text.replace(/[,,\s¥¥$]/g, '');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) throw new CellMistake(`"${text}" is not an amount`);
  return plain;
}

function flag(text: string): boolean {
  const value = flags.get(text.toLowerCase());
  if (value === undefined) throw new CellMistake(`"${text}" is neither yes nor no`);
  return value;
}

function count(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new CellMistake(`"${text}" is not a whole number above 0`);
  return Number(text);
}

/** Turns a text into the value of a field, except for dates; throws CellMistake when it cannot. */
export function convert(path: string, text: string): unknown {
  const kind = fieldKinds[path];
  if (kind === 'decimal') return decimal(text);
  if (kind === 'flag') return flag(text);
  if (kind === 'count') return count(text);
  if (path === 'riskFlags') return text.split(/[;|,、]/).map((word) => oneOf(riskFlags, word.trim()));
  return Array.isArray(kind) ? oneOf(kind, text) : text;
}
