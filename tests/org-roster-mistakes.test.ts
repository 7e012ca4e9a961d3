import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { IMPORT, list, openRosterBank, type RosterBank } from './rosters.js';

let bank: RosterBank;
beforeAll(async () => {
  bank = await openRosterBank();
});
afterAll(() => bank.stop());

const END = `mutation ($id: ID!, $input: DeactivateLeadershipGroupInput!) {
  deactivateLeadershipGroup(id: $id, input: $input) { id } }`;
const LEAVE = 'mutation ($id: ID!, $input: DeactivateStaffInput!) { deactivateStaff(id: $id, input: $input) { id } }';

/** What is wrong, line by line; nothing may have changed. */
const wrong = async (groupId: string, content: string) => {
  const before = await bank.groupOf(groupId);
  const { code, fields } = await bank.refusal(IMPORT, await bank.inputOf(groupId, content), {
    ...bank.anna,
    locale: 'zh',
  });
  expect(code).toBe('BAD_USER_INPUT');
  expect(await bank.groupOf(groupId)).toEqual(before);
  return fields;
};

test('every wrong line is named at once, and nothing changes', async () => {
  const group = await bank.team({ p1: 'LEADER', p2: 'MEMBER' });
  const gone = await bank.hire('gone', bank.east);
  await bank.ask(LEAVE, { id: gone, input: { expectedVersion: 1 } }, bank.anna);
  const fields = await wrong(
    group.id,
    [
      '工号,姓名,组内职务,任职依据,开始日期,结束日期',
      'p1,p1,组长,,,',
      'nobody,,成员,,,',
      'gone,,成员,,,',
      'p2,p3,组员,掌柜,2026-02-30,明年',
      'p3,别人,成员,,,2020-01-01',
      'p4,,成员,,,,多余',
      'p5,,成员,,,',
      'p5,,副组长,,,',
      'anna,,成员,,,',
      ',,成员,,,',
    ].join('\n'),
  );
  expect(fields).toEqual({
    'content.lines.3.username': '没有这一项，或您无权使用',
    'content.lines.4.username': '已停用，不能选用',
    'content.lines.5.name': '与工号不符',
    'content.lines.5.position': '应为组长、副组长或成员',
    'content.lines.5.basis': '没有这一职务',
    'content.lines.5.validFrom': '不是有效日期，格式为 2026-10-01',
    'content.lines.5.validTo': '不是有效日期，格式为 2026-10-01',
    'content.lines.6.name': '与工号不符',
    'content.lines.6.validTo': '结束时间须晚于开始时间和当前时间',
    'content.lines.7': '单元格多于表头的列',
    'content.lines.9.username': '同一员工只能列入一次',
    'content.lines.10.username': '不能给自己授予岗位。',
    'content.lines.11.username': '必填',
  });
});

test('a list has one leader, who is in office at once and without an end', async () => {
  const group = await bank.team({ p1: 'LEADER', p2: 'MEMBER' });
  expect(await wrong(group.id, list('p1,MEMBER', 'p2,MEMBER'))).toMatchObject({
    content: '应急组织须有且只有一名组长',
  });
  expect(await wrong(group.id, list('p1,LEADER', 'p2,LEADER'))).toEqual({
    'content.lines.2.position': '应急组织须有且只有一名组长',
    'content.lines.3.position': '应急组织须有且只有一名组长',
  });
  expect(await wrong(group.id, 'username,position,validTo\np2,LEADER,2030-01-01')).toEqual({
    'content.lines.2.position': '组长须即时任职且不设期限',
  });
});

test('what is no list is refused as a whole', async () => {
  const { id: groupId } = await bank.team({ p1: 'LEADER' });
  const many = list(...Array.from({ length: 2001 }, (_, index) => `n${index},MEMBER`));
  for (const [content, problem] of [
    ['', '必填'],
    ['工号,"组内', '不是有效的 CSV'],
    ['工号,姓名', '首行须有“工号”和“组内职务”两列，且各列不得重复'],
    ['工号,组内职务,username', '首行须有“工号”和“组内职务”两列，且各列不得重复'],
    ['工号,组内职务,备注', '没有“备注”这一列'],
    [many, '最多 2000 人'],
    ['工号,组内职务', '应急组织须有且只有一名组长'],
  ])
    expect(await wrong(groupId, content!)).toEqual({ content: problem });
});

test('a deputy who leads a working group can neither be left out nor changed, and only a deputy leads one', async () => {
  const above = await bank.team({ p1: 'LEADER', p2: 'DEPUTY', p3: 'MEMBER' }, 'LEADERSHIP_GROUP', bank.head);
  const working = await bank.form('WORKING_GROUP', bank.head, { [bank.id['p2']!]: 'LEADER' }, { parentId: above.id });
  expect(await wrong(above.id, list('p1,LEADER'))).toEqual({
    'content.missing.p2': '该副组长是应急工作小组组长，请先更换。',
  });
  expect(await wrong(above.id, list('p1,LEADER', 'p2,MEMBER', 'p3,MEMBER'))).toEqual({
    'content.lines.3.position': '该副组长是应急工作小组组长，请先更换。',
  });
  expect(await wrong(working.id, list('p3,LEADER'))).toEqual({
    'content.lines.2.username': '工作小组组长须由上级领导小组的副组长担任',
  });
});

test('a list that was read from an older version, or for a group that has ended, is a conflict', async () => {
  const group = await bank.team({ p1: 'LEADER' });
  const content = list('p1,LEADER', 'p2,MEMBER');
  const codes = async () => {
    const input = { content, expectedVersion: group.version };
    const asked = [true, false].map((dryRun) => ({ groupId: group.id, input: { ...input, dryRun } }));
    return Promise.all(asked.map(async (variables) => (await bank.refusal(IMPORT, variables, bank.anna)).message));
  };
  const { version } = (await bank.load(group.id, content)).group;
  expect(await codes()).toEqual(Array(2).fill('Somebody else has changed this record; reload and try again.'));
  await bank.ask(END, { id: group.id, input: { expectedVersion: version } }, bank.anna);
  expect(await codes()).toEqual(Array(2).fill('This group is no longer active.'));
});

test('while a new leader waits for approval, the old one keeps the position', async () => {
  const group = await bank.team({ p1: 'LEADER', p2: 'DEPUTY' }, 'LEADERSHIP_GROUP', bank.west);
  expect(await wrong(group.id, list('p2,LEADER', 'p1,MEMBER'))).toEqual({
    'content.lines.3.position': '新组长的任命生效前，现任组长须留任',
  });
});
