import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Context } from '../server/src/kernel/context.js';
import { system } from '../server/src/kernel/viewer.js';
import { DeskDuty } from '../server/src/org/groups/desk-duty.js';
import { deskOf } from '../server/src/org/groups/desk.js';
import { LeadershipGroup, type GroupKind, type GroupPosition } from '../server/src/org/groups/leadership-group.js';
import { deskMembersOf, leadersOf } from '../server/src/org/groups/recipients.js';
import { staffingAt } from '../server/src/org/groups/staffing.js';
import { idsOnPath } from '../server/src/org/units/org-path.js';
import { OrgUnit } from '../server/src/org/units/org-unit.js';
import { rightsOf } from '../server/src/org/grants/rights.js';
import { CREATE_UNIT, openBank, type Bank } from './org-bank.js';

let bank: Bank;
const id: Record<string, string> = {};
beforeAll(async () => {
  bank = await openBank();
  for (const name of ['head', 'deputy', 'other', 'east', 'eastDeputy', 'team', 'office', 'officeMember', 'center']) {
    id[name] = await bank.hire(name, bank.head);
  }
});
afterAll(() => bank.stop());

const MOVE = `mutation ($id: ID!, $parentId: ID!) {
  moveOrgUnit(id: $id, input: { parentId: $parentId, expectedVersion: 1 }) { id } }`;
const em = () => bank.app.orm.em.fork();
const now = () => bank.clock.now();
const pathOf = async (unitId: string) => (await em().findOneOrFail(OrgUnit, unitId)).path;
const staffing = (path: string) => staffingAt(em(), idsOnPath(path), now());
const leadersAt = async (path: string, kind: GroupKind, positions: GroupPosition[]) =>
  leadersOf(await staffing(path), path, kind, positions);
const deskAt = async (path: string) => deskMembersOf(await staffing(path), path);
const names = (found: { staff: { username: string }[] } | null) => found?.staff.map(({ username }) => username) ?? null;
const leave = (unitId: string) =>
  bank.ask(
    'mutation ($id: ID!) { deactivateStaff(id: $id, input: { expectedVersion: 1 }) { id } }',
    { id: unitId },
    bank.anna,
  );

test('a step goes to the nearest group of its kind at or above the unit', async () => {
  await bank.form('LEADERSHIP_GROUP', bank.head, {
    [id['head']!]: 'LEADER',
    [id['deputy']!]: 'DEPUTY',
    [id['other']!]: 'DEPUTY',
  });
  const outlet = await pathOf(bank.eastOutlet);
  expect(names(await leadersAt(outlet, 'LEADERSHIP_GROUP', ['DEPUTY']))).toEqual(['deputy', 'other']);
  await bank.form('LEADERSHIP_GROUP', bank.east, { [id['east']!]: 'LEADER', [id['eastDeputy']!]: 'DEPUTY' });
  const found = await leadersAt(outlet, 'LEADERSHIP_GROUP', ['DEPUTY', 'LEADER']);
  expect(names(found)).toEqual(['east', 'eastDeputy']);
  expect(found!.orgUnit.code).toBe('1000');
  expect(names(await leadersAt(await pathOf(bank.westOutlet), 'LEADERSHIP_GROUP', ['LEADER']))).toEqual(['head']);
  expect(await leadersAt(outlet, 'HANDLING_TEAM', ['LEADER'])).toBeNull();
});

test('a group with nobody at work in a position is passed over', async () => {
  await leave(id['eastDeputy']!);
  const found = await leadersAt(await pathOf(bank.eastOutlet), 'LEADERSHIP_GROUP', ['DEPUTY']);
  expect(found!.orgUnit.code).toBe('0000');
});

test('without a plan the desk is the nearest office or center', async () => {
  const outlet = { path: await pathOf(bank.eastOutlet) };
  expect(await deskOf(em(), outlet, now())).toBeNull();
  await bank.form('CENTER', bank.head, { [id['center']!]: 'LEADER' });
  expect((await deskOf(em(), outlet, now()))?.orgUnit.code).toBe('0000');
  await bank.form('OFFICE', bank.east, { [id['officeMember']!]: 'MEMBER', [id['office']!]: 'LEADER' });
  expect((await deskOf(em(), outlet, now()))?.orgUnit.code).toBe('1000');
  expect(names(await deskAt(outlet.path))).toEqual(['office', 'officeMember']);
});

test('a plan names the desk; the office that is not the desk reads and handles', async () => {
  const { app } = bank;
  const east = await em().findOneOrFail(OrgUnit, bank.east);
  const rights = async (name: string) =>
    (await rightsOf(em(), id[name]!, now())).map(
      ({ role, path }) => `${role} ${path === east.path ? 'east' : 'elsewhere'}`,
    );
  expect(await rights('office')).toEqual(['DESK east']);
  const ctx = new Context(app, system);
  await ctx.transaction(async () => {
    const center = await ctx.em.findOneOrFail(LeadershipGroup, { kind: 'CENTER' });
    const duty = Object.assign(new DeskDuty(), {
      createdAt: now(),
      orgUnit: ctx.em.getReference(OrgUnit, bank.east, { wrapped: true }),
      group: ctx.em.getReference(LeadershipGroup, center.id, { wrapped: true }),
    });
    ctx.em.persist(Object.assign(duty, { department: null, planKind: 'GENERAL', validFrom: now(), validTo: null }));
  });
  expect(await rights('office')).toEqual(['DESK_READER east', 'HANDLER east']);
  expect((await rights('center')).toSorted()).toEqual(['DESK east', 'DESK elsewhere']);
  expect(names(await deskAt(await pathOf(bank.eastOutlet)))).toEqual(['center']);
});

test('a department can be the desk, with everybody in it', async () => {
  const clerk = await bank.hire('clerk', bank.service);
  const ctx = new Context(bank.app, system);
  await ctx.transaction(async () => {
    const west = ctx.em.getReference(OrgUnit, bank.west, { wrapped: true });
    const duty = Object.assign(new DeskDuty(), {
      createdAt: now(),
      orgUnit: west,
      group: null,
      department: ctx.em.getReference(OrgUnit, bank.service, { wrapped: true }),
    });
    ctx.em.persist(Object.assign(duty, { planKind: 'GENERAL', validFrom: now(), validTo: null }));
  });
  expect(names(await deskAt(await pathOf(bank.westOutlet)))).toEqual(['clerk']);
  expect((await rightsOf(em(), clerk, now())).map(({ role, unitId }) => [role, unitId])).toEqual([['DESK', bank.west]]);
});

test('who comes to a department after it became the desk is not DESK by it, but can be granted it', async () => {
  bank.clock.advance({ minutes: 1 });
  const late = await bank.hire('late', bank.service);
  const roles = async () => (await rightsOf(em(), late, now())).map(({ role, unitId }) => [role, unitId]);
  const desk = async () => names(await deskAt(await pathOf(bank.westOutlet)));
  expect(await roles()).toEqual([]);
  expect(await desk()).toEqual(['clerk']);
  await bank.grant(late, 'DESK', bank.west);
  expect(await roles()).toEqual([['DESK', bank.west]]);
  expect(await desk()).toEqual(['clerk', 'late']);
});

test('no department moves into one that is the desk', async () => {
  const department = async (parentId: string, code: string): Promise<string> =>
    (await bank.ask(CREATE_UNIT, { input: { parentId, code, kind: 'DEPARTMENT', name: code } }, bank.anna))
      .createOrgUnit.id;
  const elsewhere = await department(bank.head, 'D1');
  const within = await department(bank.service, 'D2');
  const move = (orgUnitId: string, parentId: string) => [MOVE, { id: orgUnitId, parentId }, bank.anna] as const;
  for (const to of [bank.service, within])
    expect((await bank.refusal(...move(elsewhere, to))).message).toMatch(/^This department is the desk/);
  await bank.ask(...move(within, bank.head));
});
