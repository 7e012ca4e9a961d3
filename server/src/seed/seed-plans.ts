import type { Application } from '../kernel/application.js';
import { ManualClock } from '../kernel/clock.js';
import { Context } from '../kernel/context.js';
import { staffViewerOf } from '../org/sign-in/authentication.js';
import { draftPlanVersion } from '../plans/plan-draft.actions.js';
import { publishPlanVersion, submitPlanVersion } from '../plans/plan-life.actions.js';
import { acknowledgePlan } from '../plans/plan-receipt.actions.js';
import type { PlanVersion } from '../plans/plan-version.js';
import { defaultPack } from '../plans/default-pack.js';
import type { PolicyRules } from '../plans/policy-rules.js';
import { adoptPlanPreset } from '../plans/presets/adopt-preset.actions.js';
import { deskLeaderOf } from './bank-groups.js';
import { demoBranchCode, holderOf } from './bank-staff.js';
import { midnight, minutesAfter } from './bank-time.js';
import { bankDuties, bankPrinciples, branchPrinciples, laws, outletDuties } from './plan-texts.js';
import type { SeededBank } from './seed-bank.js';

type Written = Partial<Parameters<typeof draftPlanVersion>[1]>;

const issuedDaysAgo = 94;
const branchOfOutlets = { code: '2100', outlets: ['2111', '2112', '2121', '2122'] };

/** Plans of the invented bank at a moment: who writes, who publishes, who signs. */
class Planning {
  private readonly app: Application;

  constructor(
    app: Application,
    private readonly bank: SeededBank,
    at: Date,
  ) {
    this.app = { ...app, clock: new ManualClock(at) };
  }

  unit(code: string): string {
    return this.bank.units.get(code)!;
  }

  async as(username: string): Promise<Context> {
    return new Context(this.app, await staffViewerOf(this.app, this.bank.staff.get(username)!));
  }

  /** A version of the general plan of a unit, written by its desk and with the leadership group. */
  async submit(code: string, written: Written): Promise<PlanVersion> {
    const writer = deskLeaderOf(code);
    const input = { orgUnitId: this.unit(code), kind: 'GENERAL' as const, ...written };
    const { id, version } = await draftPlanVersion(await this.as(writer), input);
    return submitPlanVersion(await this.as(writer), id, { expectedVersion: version });
  }

  async issue(code: string, publisher: string, written: Written): Promise<PlanVersion> {
    const { id, version } = await this.submit(code, written);
    return publishPlanVersion(await this.as(publisher), id, { expectedVersion: version });
  }

  async sign({ id }: PlanVersion, code: string, username: string): Promise<void> {
    await acknowledgePlan(await this.as(username), id, { orgUnitId: this.unit(code) });
  }
}

/** What is in force since the bank was founded: the head office's plan and those of two branches, signed for in part. */
export async function issuePlans(app: Application, bank: SeededBank): Promise<void> {
  const morning = minutesAfter(midnight(app.clock.now(), issuedDaysAgo), 9 * 60);
  const plans = new Planning(app, bank, morning);
  const ownDuties = (texts: readonly (readonly [code: string, text: string])[]) =>
    texts.map(([code, text]) => ({ orgUnitId: plans.unit(code), text }));
  const whole = await plans.issue('0000', 'leader', {
    principles: bankPrinciples,
    basis: laws,
    duties: ownDuties(bankDuties),
  });
  const basis = [{ planVersionId: whole.id }, ...laws];
  await plans.issue(demoBranchCode, 'leader', {
    name: '临澜分行客户投诉应急预案',
    principles: branchPrinciples,
    basis,
    duties: ownDuties([[demoBranchCode, '受理、分派、督办辖内投诉，每周向总行报送进展']]),
  });
  const { code, outlets } = branchOfOutlets;
  const spread = await plans.issue(code, holderOf(code, 'PRESIDENT').username, {
    name: '云泽分行网点投诉应急预案',
    principles: branchPrinciples,
    basis,
    duties: ownDuties(outlets.flatMap((outlet) => outletDuties.map((text) => [outlet, text] as const))),
  });
  for (const branch of ['2000', '3000']) await plans.sign(whole, branch, holderOf(branch, 'PRESIDENT').username);
  for (const outlet of outlets.slice(1)) await plans.sign(spread, outlet, holderOf(outlet, 'OUTLET_MANAGER').username);
}

/** What is being written today: a branch's next version waits for review, and a preset was adopted. */
export async function draftPlans(app: Application, bank: SeededBank): Promise<void> {
  const plans = new Planning(app, bank, app.clock.now());
  const policy = {
    ...defaultPack,
    limits: defaultPack.limits.map((limit) =>
      limit.clock === 'RESOLUTION' && limit.level === 'MAJOR' ? { ...limit, count: 4, clause: null } : limit,
    ),
    handling: { ...defaultPack.handling, routes: routesTo(plans) },
    regulations: ['CN_2020_3' as const],
  };
  await plans.submit(demoBranchCode, {
    principles: `${branchPrinciples}\n重大投诉由分行领导包案，四个工作日内办结。`,
    policy,
  });
  await adoptPlanPreset(await plans.as('admin'), { preset: 'D8', orgUnitId: plans.unit('0000') });
}

/** Which department of the branch receives what, by its specialty. */
const routesTo = (plans: Planning): PolicyRules['handling']['routes'] =>
  [
    ['FRAUD', 'FXGL'],
    ['SYSTEM_FAILURE', 'XXKJ'],
    ['POLICY', 'FLHG'],
  ].map(([categoryCode, department]) => ({
    categoryCode: categoryCode!,
    level: null,
    orgUnitId: plans.unit(`${demoBranchCode}-${department}`),
    groupId: null,
    clause: 'D2-四.3',
  }));
