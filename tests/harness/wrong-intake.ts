/** A value that intake must refuse. */
export interface Wrong {
  path: string;
  what: string;
  /** `undefined` leaves the field out. */
  value: unknown;
  /** The paths that are named, where they are not the path itself. */
  named?: string[];
  /** What must be so besides, for this to be the only mistake. */
  along?: Record<string, unknown>;
  /** Has no form as a literal in a query. */
  isUnwritable?: boolean;
}

const nothing = undefined;
const unknownId = '01a209d2-0000-7000-8000-000000000000';
const past = { closedAt: '2026-11-25T00:00:00Z', resolutionSummary: '已处理' };
const long = (length: number) => '很'.repeat(length + 1);

/** A complaint without a mistake. */
export const wellFormed = () => ({
  channel: 'PHONE',
  content: '柜台排队两个小时无人理会',
  complainant: { name: '张三丰', phone: '13800001111' },
});

const required = (path: string): Wrong[] => [
  { path, what: 'missing', value: nothing },
  { path, what: 'null', value: null },
];
const mistyped = (path: string, value: unknown, named?: string[]): Wrong => ({
  path,
  what: `mistyped as ${JSON.stringify(value)}`,
  value,
  ...(named && { named }),
});

/** What GraphQL's types refuse, found first. */
export const typeChecks: Wrong[] = [
  ...['channel', 'content', 'complainant', 'idempotencyKey'].flatMap(required),
  mistyped('channel', 'FACSIMILE'),
  mistyped('channel', 7),
  mistyped('content', 1380000111),
  mistyped('idempotencyKey', true),
  mistyped('complainant', 'Zhang San Feng'),
  mistyped('complainant.name', 1380000111),
  mistyped('complainant.phone', 1380000111),
  mistyped('complainant.email', false),
  mistyped('complainant.address', 12.5),
  mistyped('complainant.idNumber', 1101051949),
  mistyped('complainant.customerNumber', 1234567),
  mistyped('complainant.anonymous', 'perhaps'),
  mistyped('complainant.anonymous', null),
  mistyped('complainant.jointCount', 1.5),
  mistyped('complainant.jointCount', 99999999999),
  mistyped('complainant.inPerson', 'surely'),
  mistyped('complainant.representative', 'Li Si Guang'),
  mistyped('complainant.representative', {}, ['complainant.representative.name']),
  mistyped('complainant.representative', { name: null, phone: 7 }, [
    'complainant.representative.name',
    'complainant.representative.phone',
  ]),
  mistyped('customerDemand', 1380000111),
  mistyped('receivedAt', 'yesterday'),
  mistyped('receivedAt', '2026-02-30T00:00:00Z'),
  mistyped('occurredAt', '2026-13-01T00:00:00Z'),
  mistyped('occurredAt', '0202-11-22T00:00:00Z'),
  mistyped('postedAt', '22.11.2026'),
  mistyped('lateReason', {}),
  mistyped('place', 1380000111),
  mistyped('orgUnitId', {}),
  mistyped('staffComplainedOfIds', [{}], ['staffComplainedOfIds.0']),
  mistyped('staffComplainedOfIds', [unknownId, null], ['staffComplainedOfIds.1']),
  mistyped('categoryCode', 1380000111),
  mistyped('level', 'TERRIBLE'),
  mistyped('subject', 'WEATHER'),
  mistyped('productCode', true),
  mistyped('amountInvolved', '4800.505'),
  mistyped('amountInvolved', 'a great lot'),
  mistyped('riskFlags', ['MEDIA', 'DRAGONS'], ['riskFlags.1']),
  mistyped('channelReference', 1380000111),
  mistyped('historical', 'long ago'),
  mistyped('historical', {}, ['historical.closedAt', 'historical.resolutionSummary']),
  { path: 'colourOfSky', what: 'unknown', value: 'blue as ever' },
  { path: 'complainant.shoeSize', what: 'unknown', value: 'forty-three' },
];

const unstorable = (path: string): Wrong[] => [
  { path, what: 'NUL', value: 'before\0after' },
  { path, what: 'unpaired surrogate', value: 'before\ud800after', isUnwritable: true },
];
const texts = (path: string, max: number): Wrong[] => [
  ...unstorable(path),
  { path, what: `more than ${max} characters`, value: long(max) },
  { path, what: 'blank', value: '   ' },
];
const secrets = (path: string): Wrong[] => [
  { path, what: 'password', value: '我的网银密码是 abc12345' },
  { path, what: 'card with CVV', value: '卡号 6222 0212 3456 7890 123，CVV 889' },
];
const phones = (path: string): Wrong[] =>
  ['1380000111', '138000011112', '12345678901', 'call me later', '+86123', '95588X'].map((value) => ({
    path,
    what: `no phone ${value}`,
    value,
  }));

/** What our own checks refuse, once every type is right. */
export const ownChecks: Wrong[] = [
  ...texts('content', 10_000),
  ...secrets('content'),
  ...unstorable('idempotencyKey'),
  { path: 'idempotencyKey', what: 'too short', value: 'short' },
  { path: 'idempotencyKey', what: 'too long', value: 'k'.repeat(129) },
  ...texts('customerDemand', 2000),
  ...secrets('customerDemand'),
  ...texts('lateReason', 500),
  ...texts('place', 200),
  ...secrets('place'),
  ...texts('channelReference', 100),
  ...texts('complainant.name', 100),
  { path: 'complainant.name', what: 'missing', value: nothing },
  ...unstorable('complainant.phone'),
  ...phones('complainant.phone'),
  { path: 'complainant.phone', what: 'no way to be reached', value: nothing },
  ...texts('complainant.email', 254),
  { path: 'complainant.email', what: 'no e-mail', value: 'nobody at example' },
  { path: 'complainant.email', what: 'two at signs', value: 'a@b@example.com' },
  ...texts('complainant.address', 300),
  ...unstorable('complainant.idNumber'),
  { path: 'complainant.idNumber', what: 'wrong check digit', value: '110105194912310021' },
  { path: 'complainant.idNumber', what: 'no such day', value: '11010519490231002X' },
  { path: 'complainant.idNumber', what: 'no number', value: 'lost it' },
  ...texts('complainant.customerNumber', 40),
  { path: 'complainant.jointCount', what: 'none', value: 0 },
  { path: 'complainant.jointCount', what: 'a whole town', value: 10_001 },
  ...representativeChecks(),
  { path: 'receivedAt', what: 'future', value: '2026-11-24T00:00:00Z' },
  { path: 'receivedAt', what: 'older than a week', value: '2026-11-15T00:00:00Z' },
  { path: 'occurredAt', what: 'future', value: '2026-11-24T00:00:00Z' },
  { path: 'postedAt', what: 'not a letter', value: '2026-11-20T00:00:00Z' },
  { path: 'postedAt', what: 'future', value: '2026-11-24T00:00:00Z', along: { channel: 'LETTER' } },
  { path: 'orgUnitId', what: 'unknown', value: unknownId },
  { path: 'orgUnitId', what: 'no id', value: 'the one at the corner' },
  { path: 'staffComplainedOfIds', what: 'unknown', value: [unknownId], named: ['staffComplainedOfIds.0'] },
  { path: 'staffComplainedOfIds', what: 'no id', value: ['the tall one'], named: ['staffComplainedOfIds.0'] },
  { path: 'staffComplainedOfIds', what: 'twenty-one', value: Array.from({ length: 21 }, () => unknownId) },
  ...texts('categoryCode', 60),
  { path: 'categoryCode', what: 'unknown', value: 'BAD_WEATHER' },
  { path: 'categoryCode', what: 'of another list', value: 'MORTGAGE' },
  ...texts('productCode', 60),
  { path: 'productCode', what: 'unknown', value: 'TULIP_BULBS' },
  { path: 'amountInvolved', what: 'negative', value: '-0.01' },
  { path: 'amountInvolved', what: 'too large', value: '1000000000000' },
  {
    path: 'historical',
    what: 'not a key that may, and future',
    value: past,
    named: ['historical', 'historical.closedAt'],
  },
];

function representativeChecks(): Wrong[] {
  const of = (field: string, value: unknown, what: string): Wrong => ({
    path: 'complainant.representative',
    what: `${field} ${what}`,
    value: { name: '李四', [field]: value },
    named: [`complainant.representative.${field}`],
  });
  return [
    of('name', ' ', 'blank'),
    of('name', long(100), 'too long'),
    of('phone', '123', 'wrong'),
    of('relation', long(50), 'too long'),
    of('relation', 'be\0fore', 'with NUL'),
  ];
}

/** One mistake for each field: the first that is listed. */
export function merged(all: readonly Wrong[]): Wrong[] {
  const covered = (path: string, other: string) => other === path || other.startsWith(`${path}.`);
  const picked = new Map<string, Wrong>();
  for (const wrong of all.filter(({ along, path }) => !along && path !== 'complainant')) {
    if (![...picked.keys()].some((path) => covered(path, wrong.path))) picked.set(wrong.path, wrong);
  }
  return [...picked.values()];
}

/** An input with mistakes put where they belong. */
export function placed(input: object, wrong: readonly Wrong[]): Record<string, unknown> {
  const made = structuredClone(input) as Record<string, unknown>;
  for (const { path, value, along } of wrong) {
    Object.assign(made, along);
    const [last, ...way] = path.split('.').reverse();
    const holder = way.reverse().reduce((at, step) => at[step] as Record<string, unknown>, made);
    holder[last!] = value;
  }
  return made;
}

const enums = new Set(['channel', 'level', 'subject', 'riskFlags']);

/** An input written into the query itself. */
export function literal(value: unknown, field = ''): string {
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, field)).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).filter(([, each]) => each !== undefined);
    return `{ ${fields.map(([name, each]) => `${name}: ${literal(each, name)}`).join(', ')} }`;
  }
  return typeof value === 'string' && enums.has(field) ? value : JSON.stringify(value);
}
