import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CREATE_STAFF } from './org-bank.js';
import { APPOINT, IMPORT, list, openRosterBank, ROSTER, said, type RosterBank } from './rosters.js';

let bank: RosterBank;
beforeAll(async () => {
  bank = await openRosterBank();
});
afterAll(() => bank.stop());

test('a list appoints, changes and dismisses in one step, as was told before', async () => {
  const group = await bank.team({ p1: 'LEADER', p2: 'DEPUTY', p3: 'MEMBER' });
  const content = list('p1,LEADER', 'p3,DEPUTY', 'p4,MEMBER');
  const before = [await bank.groupOf(group.id), await bank.events(group.id)];
  const preview = await bank.load(group.id, content, { dryRun: true });
  expect([await bank.groupOf(group.id), await bank.events(group.id)]).toEqual(before);
  expect(preview).toMatchObject({ keptCount: 1, group: { version: group.version } });
  expect(said(preview)).toEqual(['p3 MEMBER → DEPUTY', 'p4 – → MEMBER', 'p2 DEPUTY → –']);
  expect(preview.changes.map(({ line }) => line)).toEqual([3, 4, null]);
  const made = await bank.load(group.id, content);
  expect(said(made)).toEqual(said(preview));
  expect(made.group.version).toBeGreaterThan(group.version);
  expect(await bank.listed(group.id)).toEqual(['p1 LEADER', 'p3 DEPUTY', 'p4 MEMBER']);
  expect(await bank.events(group.id)).toEqual([
    'access.groupCreated',
    'access.memberAppointed',
    'access.memberAppointed',
    'access.memberDismissed',
  ]);
  // Sent once more, it has nothing left to do.
  expect(said(await bank.load(group.id, content))).toEqual([]);
  expect((await bank.events(group.id)).length).toBe(4);
});

test('a new leader takes over, and the old one may stay in another position', async () => {
  const group = await bank.team({ p1: 'LEADER', p2: 'DEPUTY' });
  const made = await bank.load(group.id, list('p1,副组长', 'p2,组长'));
  expect(said(made)).toEqual(['p1 LEADER → DEPUTY', 'p2 DEPUTY → LEADER']);
  expect(await bank.listed(group.id)).toEqual(['p1 DEPUTY', 'p2 LEADER']);
});

test('an export has the Chinese words, each person’s post and unit, and opens as a spreadsheet', async () => {
  const input = { username: 'boss', name: '=HYPERLINK("x"),"甲"', password: 'a long enough password' };
  const staff = { ...input, post: 'PRESIDENT', orgUnitId: bank.east };
  bank.id['boss'] = (await bank.ask(CREATE_STAFF, { input: staff }, bank.anna)).createStaff.id;
  const group = await bank.team({ boss: 'LEADER', p2: 'MEMBER' });
  const text = await bank.exported(group.id, { locale: 'zh' });
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.slice(1).split('\r\n')).toEqual([
    '工号,姓名,组内职务,任职依据,开始日期,结束日期,职务,机构号,机构,状态',
    `boss,"'=HYPERLINK(""x""),""甲""",组长,,2026-11-23,,行长,1000,东分行,生效中`,
    'p2,p2,成员,,2026-11-23,,,0000,总行,生效中',
    '',
  ]);
  expect((await bank.exported(group.id)).slice(1).split('\r\n')[1]).toContain(',LEADER,,2026-11-23,,PRESIDENT,1000,');
  expect(said(await bank.load(group.id, text))).toEqual([]);
});

test('importing an export changes nothing, whatever the group is like', async () => {
  const guarded = fc.constantFrom(
    { kind: 'LEADERSHIP_GROUP', unit: bank.east },
    { kind: 'HANDLING_TEAM', unit: bank.west },
  );
  const member = fc.record({
    position: fc.constantFrom('DEPUTY', 'MEMBER', 'LEADER'),
    basis: fc.constantFrom(null, 'PRESIDENT', 'KEY_STAFF'),
    days: fc.constantFrom(null, 0.2, 3, 30),
    from: fc.constantFrom(0, 0.1, 2),
    isApproved: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      guarded,
      fc.array(member, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('zh', 'en'),
      async ({ kind, unit }, members, locale) => {
        const group = await bank.team({ p1: 'LEADER' }, kind, unit);
        const later = (days: number) => new Date(bank.clock.now().getTime() + days * 86_400_000).toISOString();
        for (const [index, { position, basis, days, from, isApproved }] of members.entries()) {
          const leads = position === 'LEADER';
          const term = leads ? {} : { validFrom: later(from), validTo: days && later(from + days) };
          const { version } = await bank.groupOf(group.id);
          const person = { staffId: bank.id[`p${index + 2}`], position, basis, ...term };
          const input = { expectedVersion: version, member: person, replacesLeader: leads };
          await bank.ask(APPOINT, { id: group.id, input }, bank.anna);
          if (isApproved) await bank.approveAll(group.id);
        }
        const before = [await bank.groupOf(group.id), await bank.events(group.id)];
        const text = await bank.exported(group.id, { locale });
        expect(said(await bank.load(group.id, text))).toEqual([]);
        expect([await bank.groupOf(group.id), await bank.events(group.id)]).toEqual(before);
        expect(await bank.exported(group.id, { locale })).toBe(text);
      },
    ),
    { numRuns: 12 },
  );
});

test('what gives more of MANAGER or DESK waits, the leader in office stays until then', async () => {
  const group = await bank.team({ p1: 'LEADER', p2: 'DEPUTY', p3: 'MEMBER' }, 'LEADERSHIP_GROUP', bank.west);
  const content = list('p2,LEADER', 'p3,MEMBER', 'p4,MEMBER');
  const made = await bank.load(group.id, content);
  expect(said(made)).toEqual(['p2 DEPUTY → LEADER waits', 'p4 – → MEMBER waits']);
  expect(await bank.listed(group.id)).toEqual([
    'p1 LEADER',
    'p2 DEPUTY',
    'p2 LEADER waits',
    'p3 MEMBER',
    'p4 MEMBER waits',
  ]);
  expect(said(await bank.load(group.id, content))).toEqual([]);
  // An appointment that waits and is no longer listed is dropped.
  expect(said(await bank.load(group.id, list('p1,LEADER', 'p2,DEPUTY', 'p3,MEMBER')))).toEqual([
    'p2 LEADER → – waits',
    'p4 MEMBER → – waits',
  ]);
  expect(await bank.listed(group.id)).toEqual(['p1 LEADER', 'p2 DEPUTY', 'p3 MEMBER']);
});

test('a list says no more than its columns: other terms and grounds stay as they are', async () => {
  const group = await bank.team({ p1: 'LEADER' });
  const content = 'username,position,basis,validTo\np1,LEADER,行长,\np2,MEMBER,KEY_STAFF,2027/3/1';
  expect(said(await bank.load(group.id, content))).toEqual(['p1 LEADER → LEADER', 'p2 – → MEMBER']);
  const seconded = { basis: 'KEY_STAFF', validTo: '2027-03-01T16:00:00.000Z' };
  const p2 = async () => (await bank.groupOf(group.id)).members.find(({ staff }) => staff.username === 'p2');
  expect(await p2()).toMatchObject({ position: 'MEMBER', ...seconded });
  expect(said(await bank.load(group.id, list('p1,LEADER', 'p2,MEMBER')))).toEqual([]);
  expect(said(await bank.load(group.id, list('p1,LEADER', 'p2,DEPUTY')))).toEqual(['p2 MEMBER → DEPUTY']);
  expect(await p2()).toMatchObject({ position: 'DEPUTY', ...seconded });
});

test('administrators of the unit import, after a fresh proof; whoever sees the group exports', async () => {
  const group = await bank.team({ p1: 'LEADER' });
  await bank.hire('eastClerk', bank.eastOutlet);
  await bank.hire('westClerk', bank.westOutlet);
  const far = await bank.hire('westAdmin', bank.west);
  await bank.grant(far, 'ADMIN', bank.west);
  const variables = await bank.inputOf(group.id, list('p1,LEADER', 'p2,MEMBER'), { dryRun: true });
  const codeFor = async (username: string) =>
    (await bank.refusal(IMPORT, variables, { token: await bank.signIn(username) })).code;
  expect([await codeFor('eastClerk'), await codeFor('westClerk'), await codeFor('westAdmin')]).toEqual([
    'FORBIDDEN',
    'NOT_FOUND',
    'NOT_FOUND',
  ]);
  expect(await bank.exported(group.id, { token: await bank.signIn('eastClerk') })).toContain('p1');
  const west = { token: await bank.signIn('westClerk') };
  for (const groupId of [group.id, 'nothing'])
    expect((await bank.refusal(ROSTER, { groupId }, west)).code).toBe('NOT_FOUND');
});

test('two thousand people are imported in one step', async () => {
  const hash = 'insert into staff (id, version, created_at, username, name, org_unit_id, is_active, password_hash)';
  await bank.app.pool.query(
    `${hash} select gen_random_uuid(), 1, now(), 'n' || n, '员工' || n, $1, true, '' from generate_series(1, 1999) n`,
    [bank.east],
  );
  const group = await bank.team({ p1: 'LEADER' });
  const lines = Array.from({ length: 1999 }, (_, index) => `n${index + 1},员工${index + 1},成员`);
  const content = ['工号,姓名,组内职务', 'p1,p1,组长', ...lines].join('\n');
  const { changes, keptCount } = await bank.load(group.id, content);
  expect([changes.length, keptCount]).toEqual([1999, 1]);
  const again = await bank.load(group.id, await bank.exported(group.id, { locale: 'zh' }));
  expect([again.changes.length, again.keptCount]).toEqual([0, 2000]);
});
