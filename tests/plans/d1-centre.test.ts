import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { presetOf, rulesOf } from '../../server/src/plans/presets/presets.js';
import { ACCEPT, ASSIGN, openTestBank, PLAN, SCREEN, type Speaker, type TestBank } from '../harness/bank.js';
import { takenUp } from '../handling.js';
import { joining } from '../joining.js';
import { planning } from '../plans.js';
import { answer, deciding, passes, PROPOSE, proposal, REPLY, REVIEW } from '../resolution.js';

let bank: TestBank;
let make: ReturnType<typeof deciding>;
let centre: string;
const people: { id: string; who: Speaker }[] = [];
const others: Speaker[] = [];
beforeAll(async () => {
  bank = await openTestBank();
  make = deciding(bank);
  const { hire, group } = joining(bank);
  for (const name of ['centre1', 'centre2', 'centre3']) people.push(await hire(name, bank.unit.north));
  centre = await group(
    'CENTER',
    bank.unit.north,
    people.map(({ id }) => id),
  );
  const southern = await hire('southCentre', bank.unit.south);
  await group('CENTER', bank.unit.south, [southern.id]);
  others.push('intake', 'northLeader', 'outlet', southern.who);
});
afterAll(() => bank.stop());

// Guards: `handOverDesk` in plans/plan-desk.ts, by which the centre that a plan names is the desk; the actors `desk`,
// `receiver`, `lead`, `approver` and `replier` of complaints/complaint/life.ts.
test.each([
  ['D1-四.2', 'D1', 'EXECUTING'],
  ['D5-四.2', 'D5', 'IN_REVIEW'],
] as const)(
  '%s the people of the centre take a complaint up, investigate, settle and answer it, and others do not',
  async (_, preset, proposed) => {
    const { draft, submit, publish } = planning(bank);
    bank.clock.advance({ minutes: 1 });
    const written = await draft({ desk: { holderId: centre }, policy: rulesOf(presetOf(preset)) }, 'northDeputy');
    await publish(await submit(written, 'northDeputy'));
    const [first, second, third] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
    /** A verb of somebody in the centre that nobody else may do. */
    const only = async (who: Speaker, query: string, id: string, input: object) => {
      for (const other of others) {
        const { code } = (await make.refusal(other, query, { id, input }))!;
        expect(['FORBIDDEN', 'NOT_FOUND']).toContain(code);
      }
      expect(await make.refusal('intake', query, { id, input })).toEqual({ code: 'FORBIDDEN', fields: [] });
      return make.act(who, query, id, input);
    };
    const { id, version } = await make.registered();
    let seen = await only(first.who, SCREEN, id, takenUp(version));
    const next = () => ({ expectedVersion: seen.version });
    seen = await only(first.who, ASSIGN, id, { ...next(), receiverId: second.id });
    seen = await only(second.who, ACCEPT, id, next());
    seen = await only(second.who, PLAN, id, { ...next(), scope: '核实收费经过', leadId: second.id });
    seen = await only(second.who, PROPOSE, id, proposal(seen.version));
    expect(seen).toMatchObject({ status: proposed });
    if (proposed === 'IN_REVIEW')
      seen = await only(third.who, REVIEW, id, { ...next(), decision: 'APPROVE', checks: passes });
    expect(await only(third.who, REPLY, id, answer(seen.version))).toMatchObject({ status: 'REPLIED' });
  },
);
