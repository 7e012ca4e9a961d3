import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { kindTexts } from '../server/src/reports/audit/audit.messages.js';
import {
  ACKNOWLEDGE,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  RAISE,
  REGISTER,
  type PersonName,
  type TestBank,
} from './harness/bank.js';
import { tamper } from './harness/database.js';

const ENTRY = `seq at kind { code text } actorKind actor { id name } actorKeyName subject { type id name } orgUnitName
  isDrill details { name value } previousHash hash`;
const ENTRIES = `query ($filter: AuditFilter, $sort: AuditSort, $page: PageInput) {
  auditEntries(filter: $filter, sort: $sort, page: $page) { items { ${ENTRY} } totalCount pageInfo { endCursor hasNextPage } } }`;
const VERIFY = `query ($after: String) {
  verifyAudit(after: $after) { intactCount totalCount headHash endCursor broken { seq fault } } }`;

interface Entry {
  seq: string;
  at: string;
  kind: { code: string; text: string };
  actorKind: string;
  actor: { id: string } | null;
  subject: { id: string; name: string | null };
  orgUnitName: string | null;
  details: { name: string; value: string | null }[];
  hash: string;
}

let bank: TestBank;
let [north, south] = ['', ''];
beforeAll(async () => {
  bank = await openTestBank();
  const register = async (who: PersonName | 'app', more: object): Promise<string> =>
    (await bank.ask(who, REGISTER('id'), { input: plainComplaint({ categoryCode: 'FRAUD', ...more }) }))
      .registerComplaint.id;
  north = await register('intake', { orgUnitId: bank.unit.northOutlet });
  bank.clock.advance({ minutes: 5 });
  south = await register('southIntake', { orgUnitId: bank.unit.southOutlet });
  await register('app', {});
  await register('intake', { orgUnitId: bank.unit.northOutlet, staffComplainedOfIds: [bank.staff.auditor] });
  await bank.ask('office', RAISE, { id: north });
  const { complaint } = await bank.ask('office', COMPLAINT('escalations { id }'), { id: north });
  await bank.ask('office', ACKNOWLEDGE, { id: complaint.escalations[0].id });
  await bank.say(null, 'mutation { signIn(input: { username: "nobody", password: "wrong" }) { token } }');
});
afterAll(() => bank.stop());

const read = async (filter: object = {}, more: object = {}, who: PersonName = 'auditor') =>
  (await bank.ask(who, ENTRIES, { filter, ...more })).auditEntries as {
    items: Entry[];
    totalCount: number;
    pageInfo: { endCursor: string; hasNextPage: boolean };
  };

test('an auditor reads who did what to which complaint, in words', async () => {
  const { items } = await read({ object: north }, { sort: { field: 'AT', direction: 'ASC' } });
  expect(items[0]).toMatchObject({
    kind: { code: 'complaint.registered', text: 'Complaint registered' },
    actorKind: 'STAFF',
    actor: { id: bank.staff.intake },
    subject: { id: north, name: expect.stringMatching(/^TS-2026-/) },
    orgUnitName: '北门网点',
  });
  const words = await bank.ask(
    'auditor',
    '{ auditEntries { items { kind { text } } } auditKinds { code text } }',
    {},
    { locale: 'zh' },
  );
  expect(words.auditKinds).toContainEqual({ code: 'complaint.registered', text: '登记投诉' });
});

test('apps, the system and strangers are told apart', async () => {
  const of = async (kind: string) => (await read({ kind: [kind] })).items;
  expect((await of('signIn.refused'))[0]).toMatchObject({ actorKind: 'ANONYMOUS', actor: null });
  const byApp = (await of('complaint.registered')).filter(({ actorKind }) => actorKind === 'API_KEY');
  expect(byApp).toMatchObject([{ actor: null, actorKeyName: '渠道平台' }]);
});

test('every filter lists exactly what it says', async () => {
  const every = (await read({}, { page: { limit: 100 } })).items;
  const check = async (filter: object, fits: (entry: Entry) => boolean) => {
    const wanted = every.filter(fits).map(({ seq }) => seq);
    expect(wanted.length).toBeGreaterThan(0);
    expect((await read(filter, { page: { limit: 100 } })).items.map(({ seq }) => seq)).toEqual(wanted);
  };
  const later = every[0]!.at;
  await check({ occurredFrom: later }, ({ at }) => at >= later);
  await check({ occurredTo: later }, ({ at }) => at < later);
  await check({ actorId: bank.staff.office }, ({ actor }) => actor?.id === bank.staff.office);
  await check({ kind: ['escalation.raised', 'escalation.acknowledged'] }, ({ kind: { code } }) =>
    ['escalation.raised', 'escalation.acknowledged'].includes(code),
  );
  const { name } = every.find(({ subject }) => subject.id === south)!.subject;
  await check({ object: south }, ({ subject }) => subject.id === south);
  await check({ object: name!.toLowerCase() }, ({ subject }) => subject.id === south);
  const southern = (await read({ orgUnitId: bank.unit.south }, { page: { limit: 100 } })).items;
  expect(southern.map(({ orgUnitName }) => orgUnitName)).toEqual(expect.arrayContaining(['南门网点']));
  expect(southern.filter(({ orgUnitName }) => orgUnitName?.startsWith('北'))).toEqual([]);
  expect((await read({ object: 'TS-2026-999999' })).items).toEqual([]);
});

test('pages by cursor hold every entry once', async () => {
  const seqs: string[] = [];
  for (let after: string | null = null; ;) {
    const { items, pageInfo } = await read({}, { page: { limit: 7, after } });
    seqs.push(...items.map(({ seq }) => seq));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(new Set(seqs).size).toBe(seqs.length);
  expect(seqs.length).toBe((await read()).totalCount);
});

test('an auditor of a branch reads what concerns that branch, and nobody what is held against them', async () => {
  await bank.ask('admin', `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }`, {
    input: { staffId: bank.staff.southTeller, role: 'INTAKE', orgUnitId: bank.unit.south },
  });
  await bank.app.pool.query("update role_grant set role = 'AUDITOR', approved_at = valid_from where staff_id = $1", [
    bank.staff.southTeller,
  ]);
  const { items } = await read({}, { page: { limit: 100 } }, 'southTeller');
  expect(items.some(({ subject }) => subject.id === south)).toBe(true);
  expect(items.some(({ subject }) => subject.id === north)).toBe(false);
  const { rows } = await bank.app.pool.query<{ id: string }>(
    'select id from complaint where $1 = any(staff_complained_of_ids)',
    [bank.staff.auditor],
  );
  expect(rows).toHaveLength(1);
  expect((await read({ object: rows[0]!.id })).items).toEqual([]);
});

test.each<PersonName>(['president', 'office', 'intake', 'handler', 'admin', 'trainer', 'teller'])(
  '%s reads no log and verifies nothing',
  async (who) => {
    for (const query of [ENTRIES, VERIFY, '{ auditKinds { code } }'])
      expect((await bank.refusal(who, query)).extensions.code).toBe('FORBIDDEN');
  },
);

test('what cannot be searched is refused by field', async () => {
  const { extensions } = await bank.refusal('auditor', ENTRIES, {
    filter: { object: 'a\0', kind: [], actorId: 'x'.repeat(61) },
  });
  expect(extensions.fields).toMatchObject({
    'filter.object': expect.any(String),
    'filter.kind': expect.any(String),
    'filter.actorId': expect.any(String),
  });
});

const verify = async (after?: string) => (await bank.ask('auditor', VERIFY, { after })).verifyAudit;

test('the chain is verified from end to end, in pieces, and the first bad entry is named', async () => {
  const { totalCount } = await read();
  const whole = await verify();
  expect(whole).toMatchObject({ totalCount: expect.any(Number), endCursor: null, broken: null });
  expect(whole.intactCount).toBe(whole.totalCount);
  expect(whole.intactCount).toBeGreaterThanOrEqual(totalCount);
  const place = async (seq: number) => {
    const { rows } = await bank.app.pool.query<{ hash: string }>('select hash from event where seq = $1', [seq]);
    return Buffer.from(`${seq}:${rows[0]!.hash}`).toString('base64url');
  };
  const half = await place(10);
  expect(await verify(half)).toEqual(whole);
  const { rows } = await bank.app.pool.query<{ data: object }>('select data from event where seq = 12');
  await tamper(bank.databaseUrl, `update event set data = '{"a":1}' where seq = 12`);
  try {
    expect(await verify()).toMatchObject({ intactCount: 11, endCursor: null, broken: { seq: '12', fault: 'ALTERED' } });
    expect(await verify(half)).toMatchObject({ broken: { seq: '12', fault: 'ALTERED' } });
  } finally {
    await tamper(bank.databaseUrl, `update event set data = '${JSON.stringify(rows[0]!.data)}' where seq = 12`);
  }
  const moved = Buffer.from(`10:${'0'.repeat(64)}`).toString('base64url');
  expect(await verify(moved)).toMatchObject({ broken: { seq: '11', fault: 'UNCHAINED' } });
  for (const after of ['nonsense', Buffer.from('x:y').toString('base64url')])
    expect((await bank.refusal('auditor', VERIFY, { after })).extensions.fields).toEqual({ after: expect.any(String) });
});

test('every kind of event that is recorded anywhere has its words', () => {
  const folder = resolve(import.meta.dirname, '../server/src');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('seed'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
  const kinds = texts.flatMap((text) =>
    [...text.matchAll(/(?:record|publish)\(\s*ctx,[^)]*?'([a-z]\w*\.\w+)'(?:[^)]*?'([a-z]\w*\.\w+)')?/gi)].flatMap(
      ([, first, second]) => [first!, ...(second ? [second] : [])],
    ),
  );
  expect(kinds.length).toBeGreaterThan(25);
  expect([...new Set(kinds)].filter((kind) => !(kind in kindTexts))).toEqual([]);
});
