import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComplaintStatus } from '../../server/src/complaints/enumerations.js';
import { life } from '../../server/src/complaints/complaint/life.js';
import type { ComplaintVerb } from '../../server/src/complaints/complaint/state-machine.js';
import { COMPLAINT, openTestBank, plainComplaint, REGISTER, type Speaker, type TestBank } from '../harness/bank.js';
import { DECIDE } from '../aftermath.js';
import { faultsOf, stored } from '../life/invariants.js';
import { actors, moves, READ, type Dice, type Read } from '../life/moves.js';
import { CANCEL_TASK, COMPLETE_TASK, CONFIRM_TASK, START_TASK } from '../resolution.js';
import { uploading } from '../uploading.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

/** More by hand: LIFE_WALK_STEPS=10000 LIFE_WALK_VISITS=50. */
const wantedSteps = Number(process.env['LIFE_WALK_STEPS'] ?? 300);
const leastVisits = Number(process.env['LIFE_WALK_VISITS'] ?? 0);
const atOnce = 12;
const seed = 20_261_130;

/** Mulberry32: small, and the same everywhere. */
function dice(from: number): Dice {
  let state = from;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}

/** One way through the table of life: a verb in a state, and where it leads; null: the state stays. */
interface Edge {
  verb: ComplaintVerb;
  from: ComplaintStatus;
  to: ComplaintStatus | null;
}
const nameOf = ({ verb, from, to }: Edge) => `${verb}: ${from} → ${to ?? from}`;
const stays = (verb: ComplaintVerb, to: readonly string[]) =>
  to.length === 0 || ['recordMediation', 'referComplaint', 'reviewResolution'].includes(verb);
/** Every edge of the table; a mediation may also leave the state as it is, and so may a first signature of several. */
const edges: Edge[] = Object.entries(life).flatMap(([verb, { from, to }]) =>
  from.flatMap((state) =>
    [...to, ...(stays(verb as ComplaintVerb, to) && verb !== 'reviewResolution' ? [null] : [])].map((next) => ({
      verb: verb as ComplaintVerb,
      from: state,
      to: next,
    })),
  ),
);

const taskVerbs = {
  startTask: START_TASK,
  completeTask: COMPLETE_TASK,
  confirmTask: CONFIRM_TASK,
  cancelTask: CANCEL_TASK,
};
const taskInputs: Record<keyof typeof taskVerbs, object> = {
  startTask: {},
  completeTask: { proof: '回单已入账' },
  confirmTask: { isDone: true },
  cancelTask: { reason: '不再需要' },
};

test('hundreds of steps by several people on several complaints keep one owner, consistent clocks, four eyes, and an event for every change', async () => {
  const roll = dice(seed);
  const visits = new Map(edges.map((edge) => [nameOf(edge), 0]));
  const pool = new Map<string, Read>();
  let accepted = 0;
  let refused = 0;

  const read = async (id: string): Promise<Read> => (await bank.ask('office', COMPLAINT(READ), { id })).complaint;
  const register = async (): Promise<void> => {
    const more = { orgUnitId: bank.unit.northOutlet, level: ['SUGGESTION', 'GENERAL', 'GENERAL', 'MAJOR'][roll(4)] };
    const who: Speaker = roll(2) ? 'intake' : 'app';
    const input = plainComplaint({
      ...more,
      categoryCode: 'FEES',
      ...(roll(2) ? { customerDemand: '退还手续费' } : {}),
    });
    const { id } = (await bank.ask(who, REGISTER('id'), { input })).registerComplaint as { id: string };
    if (pool.size >= atOnce) pool.delete([...pool.keys()][roll(pool.size)]!);
    pool.set(id, await read(id));
    accepted++;
  };
  const open = async (who: Speaker, id: string): Promise<Set<string>> => {
    const { data } = await bank.say(who, COMPLAINT('allowedActions { code blockedBy }'), { id });
    const offers = (data.complaint?.allowedActions ?? []) as { code: string; blockedBy: string | null }[];
    return new Set(offers.filter(({ blockedBy }) => blockedBy === null).map(({ code }) => code));
  };
  const act = async (who: Speaker, verb: ComplaintVerb, it: Read, input: object): Promise<string | undefined> => {
    if (verb === 'addEvidence') return (await uploading(bank).send(who, it.id)).code;
    const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
    const query = `mutation ($id: ID!, $input: ${type}!) { ${verb}(id: $id, input: $input) { id } }`;
    const { objectId = it.id, ...said } = input as Record<string, unknown>;
    // Nought stands for the version that was read.
    if (said['expectedVersion'] === null) delete said['expectedVersion'];
    else said['expectedVersion'] ||= it.version;
    const { errors } = await bank.say(who, query, { id: objectId, input: said });
    return (
      errors && `${errors[0]!.extensions.code} ${JSON.stringify(errors[0]!.extensions.fields ?? errors[0]!.message)}`
    );
  };
  const doneBy = new Map<string, number>();
  const likeliest = (verb: ComplaintVerb) =>
    actors.toSorted((a, b) => (doneBy.get(`${verb} ${b}`) ?? 0) - (doneBy.get(`${verb} ${a}`) ?? 0));
  /** The edges out of some complaint of the pool, the least visited first. */
  const choose = (all: readonly Read[]): { it: Read; edge: Edge } | null => {
    const found = all.flatMap((it) => edges.filter(({ from }) => from === it.status).map((edge) => ({ it, edge })));
    const least = Math.min(...found.map(({ edge }) => visits.get(nameOf(edge))!));
    const rare = found.filter(({ edge }) => visits.get(nameOf(edge))! <= least + roll(4) * 10);
    return rare[roll(rare.length)] ?? null;
  };
  const step = async (it: Read, { verb, from, to }: Edge): Promise<boolean> => {
    const input = await moves[verb]!(it, to, roll, bank);
    if (!input) return false;
    for (const who of likeliest(verb)) {
      const isOpen = (await open(who, it.id)).has(verb);
      const before = await stored(bank.app.pool, it.id);
      // Now and then somebody tries what is not offered to them.
      if (!isOpen && roll(25)) continue;
      const refusal = await act(who, verb, it, input);
      const after = await stored(bank.app.pool, it.id);
      // What somebody gave may be wrong here, such as a receiver who led it before: then the verb itself was open.
      const isWrongInput = refusal?.startsWith('BAD_USER_INPUT') ?? false;
      expect([who, nameOf({ verb, from, to }), isOpen, refusal]).toEqual([
        who,
        nameOf({ verb, from, to }),
        refusal === undefined || isWrongInput,
        refusal,
      ]);
      const isRefused = refusal !== undefined;
      const changed = { digest: before.digest !== after.digest, events: after.events > before.events };
      expect([verb, from, after.status]).toEqual([verb, from, isRefused ? from : (to ?? from)]);
      // What was refused has changed nothing; what was done stands in the log.
      expect([verb, isRefused ? changed : changed.events]).toEqual([
        verb,
        isRefused ? { digest: false, events: false } : true,
      ]);
      expect([verb, faultsOf(after)]).toEqual([verb, []]);
      if (isRefused) {
        refused++;
        continue;
      }
      doneBy.set(`${verb} ${who}`, (doneBy.get(`${verb} ${who}`) ?? 0) + 1);
      visits.set(nameOf({ verb, from, to }), visits.get(nameOf({ verb, from, to }))! + 1);
      accepted++;
      return true;
    }
    return false;
  };
  const workOnTasks = async (it: Read): Promise<void> => {
    for (const task of it.tasks) {
      const who: Speaker = task.state === 'DONE' ? 'reviewer' : 'handler';
      const verb = ({ PLANNED: 'startTask', IN_PROGRESS: 'completeTask', DONE: 'confirmTask' } as const)[task.state];
      if (!verb || roll(3) === 0) continue;
      const before = await stored(bank.app.pool, it.id);
      const input = { expectedVersion: task.version, ...taskInputs[verb] };
      const { errors } = await bank.say(who, taskVerbs[verb], { id: task.id, input });
      if (errors) continue;
      const after = await stored(bank.app.pool, it.id);
      expect([verb, after.events > before.events, faultsOf(after)]).toEqual([verb, true, []]);
      accepted++;
    }
  };

  const workOnAppeals = async ({ id, appeals }: Read): Promise<void> => {
    const appeal = appeals.find(({ state }) => state === 'ACCEPTED');
    if (!appeal || roll(2)) return;
    const decision = roll(3) ? 'DISMISSED' : 'UPHELD';
    const ruling = { decision, reasons: '事实清楚、依据充分', reply: '经复核，退费金额无误。' };
    const reopening = decision === 'UPHELD' ? { reopening: { categoryCode: 'FEES' } } : {};
    const input = { expectedVersion: appeal.version, ...ruling, ...reopening };
    for (const who of ['northDeputy', 'northLeader', 'director'] as const) {
      const before = await stored(bank.app.pool, id);
      const { errors } = await bank.say(who, DECIDE, { id: appeal.id, input });
      if (errors) continue;
      const after = await stored(bank.app.pool, id);
      expect([decision, after.events > before.events, faultsOf(after)]).toEqual([decision, true, []]);
      accepted++;
      return;
    }
  };

  for (let turn = 0; accepted < wantedSteps || [...visits.values()].some((count) => count < leastVisits); turn++) {
    if (pool.size < atOnce || turn % 8 === 0) await register();
    const chosen = choose([...pool.values()]);
    if (chosen && (await step(chosen.it, chosen.edge))) {
      await workOnTasks(await read(chosen.it.id));
      await workOnAppeals(await read(chosen.it.id));
      pool.set(chosen.it.id, await read(chosen.it.id));
    }
    bank.clock.advance({ seconds: 15 });
    if (turn % 400 !== 399) continue;
    await bank.sweep();
    for (const id of pool.keys()) pool.set(id, await read(id));
    expect(turn).toBeLessThan(5 * wantedSteps);
  }
  report(visits, { accepted, refused });
}, 7_200_000);

/** How often each edge was walked, for whoever reads the output of the run. */
function report(
  visits: ReadonlyMap<string, number>,
  { accepted, refused }: { accepted: number; refused: number },
): void {
  const lines = [...visits].map(([edge, count]) => `| ${edge} | ${count} |`);
  const text = [
    `${accepted} accepted, ${refused} refused, seed ${seed}`,
    '',
    '| edge | times |',
    '| --- | --: |',
    ...lines,
  ];
  const folder = join(import.meta.dirname, '../.artifacts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'life-walk.md'), `${text.join('\n')}\n`);
  console.log(text.join('\n'));
}
