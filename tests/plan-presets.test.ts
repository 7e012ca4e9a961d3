import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { defaultPack } from '../server/src/plans/default-pack.js';
import { differencesOf } from '../server/src/plans/presets/differences.js';
import { presets, rulesOf } from '../server/src/plans/presets/presets.js';
import { clauses } from './plans/clauses.js';
import { openBank, type Bank } from './org-bank.js';

let bank: Bank;
beforeAll(async () => {
  bank = await openBank();
});
afterAll(() => bank.stop());

test.each(presets)('prints what $code has that the default has not, each line with its clause id', (preset) => {
  const differences = differencesOf(preset);
  const lines = differences.map(
    ({ clauses, label, value, isOwn }) =>
      `  ${clauses.join(' ')}  ${label[0]}：${value[0]}${isOwn ? '（数值或文字为本系统所定）' : ''}`,
  );
  process.stdout.write(`${preset.code} ${preset.name[0]}\n${lines.join('\n')}\n`);
  expect(differences).not.toEqual([]);
  for (const { clauses, label, value } of differences) {
    expect(clauses).not.toEqual([]);
    // A preset speaks for its own plan, in both languages.
    expect(clauses.filter((clause) => !clause.startsWith(`${preset.code}-`))).toEqual([]);
    for (const text of [...label, ...value]) expect(text.trim()).not.toBe('');
  }
});

/** Every clause that something names, however deep. */
const clausesIn = (value: unknown): string[] =>
  Object.entries(value ?? {}).flatMap(([name, inner]: [string, unknown]) => {
    if (name === 'clause') return typeof inner === 'string' ? [inner] : [];
    return typeof inner === 'object' ? clausesIn(inner) : [];
  });

test.each([...presets.map((preset) => [preset.code, preset] as const), ['the default pack', defaultPack] as const])(
  'every clause that %s names is one of the nine plans',
  (_name, source) => {
    const cited = clausesIn(source);
    expect(cited.length).toBeGreaterThan(5);
    expect(cited.filter((clause) => !(clause in clauses))).toEqual([]);
  },
);

test('what a preset sets is whole: every clock has a limit at every level, every step its times', () => {
  for (const preset of presets) {
    const { limits, steps } = rulesOf(preset);
    expect(limits.map(({ clock, level }) => `${clock} ${level}`)).toEqual(
      defaultPack.limits.map(({ clock, level }) => `${clock} ${level}`),
    );
    expect(steps.map(({ step }) => step)).toEqual(defaultPack.steps.map(({ step }) => step));
  }
});

test('a number that the clause does not give is never laid to its account', () => {
  for (const preset of presets) {
    const own = preset.rules.filter(({ isOwnNumber }) => isOwnNumber).map(({ clause }) => clause);
    const { limits, steps, handling } = rulesOf(preset);
    const cited = [...limits, ...steps, ...handling.periods].map(({ clause }) => clause);
    expect(cited.filter((clause) => clause !== null && own.includes(clause))).toEqual([]);
  }
});

test('every group of a preset has exactly one leader, and works under a group that the preset has, too', () => {
  for (const { groups } of presets)
    for (const { positions, under } of groups) {
      expect(positions.filter(({ position }) => position === 'LEADER')).toHaveLength(1);
      expect([undefined, ...groups.map(({ kind }) => kind)]).toContain(under);
    }
});

const PRESETS = `{ planPresets { code name summary deskName
  demands { clause groupKind underKind leadDepartmentName eachUnitKinds label
    positions { clause position post departmentName eachUnitKind label } }
  differences { clauses label value isOwn } } }`;

test('all staff read the nine presets with what they demand and where they differ, and nobody else', async () => {
  await bank.hire('clerk', bank.eastOutlet);
  const token = await bank.signIn('clerk');
  const { planPresets } = await bank.ask(PRESETS, {}, { token, locale: 'zh' });
  expect(planPresets.map(({ code }: { code: string }) => code)).toEqual(presets.map(({ code }) => code));
  expect(planPresets[3]).toMatchObject({
    deskName: '客户服务部',
    demands: [
      { clause: 'D4-三.1', groupKind: 'LEADERSHIP_GROUP', positions: { length: 8 } },
      {
        clause: 'D4-三.2',
        groupKind: 'WORKING_GROUP',
        underKind: 'LEADERSHIP_GROUP',
        positions: [
          { position: 'LEADER', post: null },
          { position: 'DEPUTY', post: 'DEPARTMENT_HEAD', departmentName: '客户服务部' },
          { position: 'MEMBER', post: 'DEPARTMENT_HEAD' },
          { position: 'MEMBER', post: 'KEY_STAFF' },
        ],
      },
    ],
  });
  expect(planPresets[8].demands[0]).toMatchObject({ groupKind: 'PROJECT_TEAM', leadDepartmentName: '工会' });
  expect(planPresets[7].differences).toContainEqual({
    clauses: ['D8-四.1'],
    label: '升级等待（E3 领导小组）',
    value: '10 分钟',
    isOwn: true,
  });
  expect((await bank.refusal(PRESETS)).code).toBe('UNAUTHENTICATED');
});

test('limits of regulations that were not compared with their text are shown as to be verified', async () => {
  const query = '{ regulationPresets { code name statements { text dayCount isVerified } } }';
  const { regulationPresets } = await bank.ask(query, {}, { ...bank.anna, locale: 'zh' });
  const [cbirc, pboc] = regulationPresets;
  const limits = (days: number[]) => days.map((dayCount) => expect.objectContaining({ dayCount, isVerified: false }));
  expect(cbirc).toMatchObject({ code: 'CN_2020_3' });
  expect(cbirc.statements.slice(0, 3)).toEqual(limits([15, 30, 60]));
  expect(pboc.statements.slice(0, 3)).toEqual(limits([15, 60, 60]));
});
