import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openAdoptingBank } from '../adopting.js';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { DRAFT, planning, withLimit } from '../plans.js';

let bank: TestBank;
let plans: ReturnType<typeof planning>;
beforeAll(async () => {
  bank = await openTestBank();
  plans = planning(bank);
});
afterAll(() => bank.stop());

const goLive = { kind: 'SPECIAL', name: 'IT蓝图项目投产客户投诉处理应急预案' };
const above = async (more: object = {}) => {
  bank.clock.advance({ minutes: 1 });
  const written = await plans.draft({ orgUnitId: bank.unit.head, ...goLive, ...more }, 'headOffice');
  return plans.publish(await plans.submit(written, 'headOffice'), {}, 'director');
};

// Guard: `isAbove` in plans/plan-content.ts.
test('D9-一 a plan rests on documents and on the plan of the same name of the bank above, and on no other plan', async () => {
  const provincial = await above();
  const basis = [
    { title: '客户投诉处理管理办法', number: '银发〔2020〕5号', issuedOn: '2020-09-15' },
    { planVersionId: provincial.id },
  ];
  const own = await plans.issue({ ...goLive, basis });
  expect((await plans.read(own.id, 'teller')).basis).toEqual([
    { ...basis[0], source: null },
    { title: goLive.name, number: null, issuedOn: null, source: { id: provincial.id } },
  ]);
  const unpublished = await plans.draft({ orgUnitId: bank.unit.head, ...goLive }, 'headOffice');
  for (const planVersionId of [own.id, unpublished.id]) {
    const input = { orgUnitId: bank.unit.north, ...goLive, basis: [{ planVersionId }] };
    const { extensions } = await bank.refusal('northLeader', DRAFT, { input });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(extensions['fields']).toHaveProperty(['basis.0.planVersionId']);
  }
});

// Guard: `flagDependants` in plans/plan-life.actions.ts.
test('D9-一 a new version of the bank above flags the plans that rest on the former one', async () => {
  const provincial = await above();
  const own = await plans.issue({ ...goLive, basis: [{ planVersionId: provincial.id }] });
  const apart = await plans.issue({ kind: 'SPECIAL', name: '网点搬迁', basis: [{ title: '搬迁方案' }] });
  expect(own.basisChanged).toBe(false);
  const next = await above({ policy: withLimit('RESOLUTION', 'MAJOR', 4) });
  expect((await plans.read(provincial.id)).state).toBe('SUPERSEDED');
  expect((await plans.read(own.id)).basisChanged).toBe(true);
  expect((await plans.read(apart.id)).basisChanged).toBe(false);
  const FLAGGED = '{ plans(filter: { basisChanged: true }) { items { name orgUnit { code } } } }';
  expect((await bank.ask('teller', FLAGGED)).plans.items).toEqual([{ name: goLive.name, orgUnit: { code: '1000' } }]);
  // What rests on the new one is up to date again.
  const revised = await plans.issue({ ...goLive, basis: [{ planVersionId: next.id }] });
  expect(revised.basisChanged).toBe(false);
});

// Guard: `version.principles` in writeContent of plans/plan-content.ts.
test('D9-三 a plan says its principles in free words', async () => {
  const principles = '先稳客户，再查原因；\n就近受理，一口答复。';
  const version = await plans.issue({ ...goLive, principles });
  expect((await plans.read(version.id, 'teller')).principles).toBe(principles);
  // The next version begins with them, and says others without changing what is published.
  const next = await plans.draft(goLive);
  expect(next.principles).toBe(principles);
  expect((await plans.draft({ ...goLive, principles: '有一报一，如实报送。' })).principles).toBe(
    '有一报一，如实报送。',
  );
  expect((await plans.read(version.id)).principles).toBe(principles);
  const input = { orgUnitId: bank.unit.north, ...goLive, principles: '字'.repeat(20_001) };
  expect((await bank.refusal('office', DRAFT, { input })).extensions).toMatchObject({
    fields: { principles: expect.any(String) },
  });
});

// Guard: `contentOf` in plans/presets/adopt-preset.actions.ts.
test('D9-一 D9-三 the preset for a go-live brings its basis and, in our own words, its principles', async () => {
  const org = await openAdoptingBank();
  const draft = await org.adopt({ preset: 'D9', orgUnitId: org.west });
  expect(draft.plan).toMatchObject({ kind: 'SPECIAL' });
  expect(draft.basis).toHaveLength(5);
  expect(draft.basis.every(({ title }: { title: string }) => title.length > 4)).toBe(true);
  const principles: string[] = draft.principles.split('\n');
  expect(principles).toHaveLength(3);
  for (const principle of principles) expect(principle).toMatch(/\(D9-三\)$/);
  await org.stop();
});
