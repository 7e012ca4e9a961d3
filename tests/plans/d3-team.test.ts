import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACCEPT, openTestBank, type TestBank } from '../harness/bank.js';
import { has } from '../adopting.js';
import { handling } from '../handling.js';
import { joining } from '../joining.js';
import { CREATE_GROUP } from '../org-bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const MEMBERS = `query ($id: ID!) { leadershipGroup(id: $id) {
  members { position basis validTo staff { name orgUnit { name } } } } }`;

// Guards: `rolesIn` in org/grants/rights.ts, by which members of a handling team handle what its unit is given, and
// `approvedAndValidAt` in org/valid-at.ts, by which a secondment ends.
test('D3-2.1 people of several departments, each with post and term, are a team, and take over what it is given', async () => {
  const { department, hire } = joining(bank);
  const { north } = bank.unit;
  const service = await hire('agent', await department(north, '1000-1', '客户服务部'));
  const risk = await hire('risk', await department(north, '1000-2', '风险管理部'));
  const product = await hire('product', await department(north, '1000-3', '个人金融部'));
  const validTo = new Date(bank.clock.now().getTime() + 3 * 86_400_000).toISOString();
  const members = [
    has(service.id, 'LEADER', 'SERVICE_AGENT'),
    has(risk.id, 'MEMBER', 'RISK_OFFICER'),
    { ...has(product.id, 'MEMBER', 'PRODUCT_MANAGER'), validTo },
  ];
  const make = handling(bank);
  const offered = () => make.assigned(north);
  const accept = ({ id, version }: { id: string; version: number }) => ({ id, input: { expectedVersion: version } });
  const first = await offered();
  expect(await make.refusal(risk.who, ACCEPT, accept(first))).toEqual({ code: 'NOT_FOUND', fields: [] });

  const input = { kind: 'HANDLING_TEAM', name: '投诉专门小组', orgUnitId: north, members };
  const { id } = (await bank.ask('admin', CREATE_GROUP, { input })).createLeadershipGroup;
  expect((await bank.ask('admin', MEMBERS, { id })).leadershipGroup.members).toEqual([
    seat('LEADER', 'SERVICE_AGENT', '员工agent', '客户服务部'),
    seat('MEMBER', 'RISK_OFFICER', '员工risk', '风险管理部'),
    { ...seat('MEMBER', 'PRODUCT_MANAGER', '员工product', '个人金融部'), validTo },
  ]);
  for (const { who, id: staffId } of [risk, product]) {
    const { acceptHandover } = await bank.ask(who, ACCEPT, accept(await offered()));
    expect(acceptHandover).toMatchObject({ status: 'INVESTIGATING', responsible: { id: staffId } });
  }
  bank.clock.advance({ hours: 73 });
  const late = await offered();
  expect(await make.refusal(product.who, ACCEPT, accept(late))).toEqual({ code: 'NOT_FOUND', fields: [] });
  expect((await bank.ask(service.who, ACCEPT, accept(late))).acceptHandover.status).toBe('INVESTIGATING');
});

const seat = (position: string, basis: string, name: string, unit: string) => ({
  position,
  basis,
  validTo: null,
  staff: { name, orgUnit: { name: unit } },
});
