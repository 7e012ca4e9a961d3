import { ref } from '@mikro-orm/core';
import type { Checks } from '../kernel/checks.js';
import type { Context } from '../kernel/context.js';
import { conflict } from '../kernel/errors.js';
import { isId } from '../kernel/id.js';
import { GroupMember, LeadershipGroup, type GroupKind } from '../org/groups/leadership-group.js';
import { deskMembersOf, leadersOf } from '../org/groups/recipients.js';
import { staffingAt } from '../org/groups/staffing.js';
import { named } from '../org/named.js';
import { Staff } from '../org/staff/staff.js';
import { idsOnPath, pathAbove } from '../org/units/org-path.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { approvedAndValidAt } from '../org/valid-at.js';
import type { PlanDeskInput } from './plan.input.js';
import type { PlanDesk, PlanVersion } from './plan-version.js';
import type { Step } from './policy-rules.js';
import { isNearby } from './route-receivers.js';

/** Refuses with `CONFLICT` whoever decides for leadership groups none of which has exactly one leader in office (D2-三.1). */
export async function requireLedGroup(ctx: Context, unit: OrgUnit): Promise<void> {
  const inOffice = { ...approvedAndValidAt(ctx.clock.now()), staff: { isActive: true } };
  const mine = await ctx.em.find(GroupMember, {
    $and: [inOffice, { staff: ctx.viewer.id }],
    group: { kind: 'LEADERSHIP_GROUP', isActive: true, orgUnit: { $in: idsOnPath(unit.path) } },
  });
  const groups = mine.map(({ group }) => group.id);
  const leaders = await ctx.em.find(GroupMember, { ...inOffice, group: { $in: groups }, position: 'LEADER' });
  const hasOneLeader = (id: string) => leaders.filter(({ group }) => group.id === id).length === 1;
  if (!groups.some(hasOneLeader)) throw conflict('plan.groupWithoutLeader');
}

const deskKinds: readonly GroupKind[] = ['OFFICE', 'CENTER', 'HANDLING_TEAM', 'PROJECT_TEAM'];

/** The desk that an input names; notes one that is unknown, of a wrong kind or of another part of the bank. */
export async function deskOf(
  ctx: Context,
  checks: Checks,
  { holderId }: PlanDeskInput,
  unit: OrgUnit | null,
): Promise<PlanDesk> {
  if (holderId == null) return { deskGroup: null, deskDepartment: null };
  const isUnit = isId(holderId) && (await ctx.em.count(OrgUnit, { id: holderId })) > 0;
  const department = isUnit ? await named(ctx, checks, OrgUnit, holderId, 'desk.holderId') : null;
  const group = isUnit ? null : await named(ctx, checks, LeadershipGroup, holderId, 'desk.holderId');
  if (department) checks.that(department.kind === 'DEPARTMENT', 'desk.holderId', 'plan.deskNotDepartment');
  if (group) checks.that(deskKinds.includes(group.kind), 'desk.holderId', 'plan.deskKind');
  // A department works for the unit that it is part of.
  const place = department ? pathAbove(department.path) : (await group?.orgUnit.loadOrFail())?.path;
  checks.that(isNearby(place, unit), 'desk.holderId', 'plan.deskOutside');
  return { deskGroup: group && ref(group), deskDepartment: department && ref(department) };
}

/** Notes a desk with nobody at work; answers whether one is named at all. */
async function checkDesk(ctx: Context, checks: Checks, { deskGroup, deskDepartment }: PlanVersion): Promise<boolean> {
  if (deskGroup) {
    const atWork = { staff: { isActive: true }, ...approvedAndValidAt(ctx.clock.now()) };
    const members = await ctx.em.count(GroupMember, { ...atWork, group: { id: deskGroup.id, isActive: true } });
    checks.that(members > 0, 'desk.holderId', 'plan.deskEmpty');
  }
  if (deskDepartment) {
    const { path } = await deskDepartment.loadOrFail();
    const people = await ctx.em.count(Staff, { isActive: true, orgUnit: { path: { $like: `${path}%` } } });
    checks.that(people > 0, 'desk.holderId', 'plan.deskEmpty');
  }
  return deskGroup !== null || deskDepartment !== null;
}

/** Notes a desk with nobody in it, and every step that, with all above it, has nobody at work: what climbs it is lost. */
export async function checkReach(ctx: Context, checks: Checks, version: PlanVersion, unit: OrgUnit): Promise<void> {
  const staffing = await staffingAt(ctx.em, idsOnPath(unit.path), ctx.clock.now());
  const hasDesk = (await checkDesk(ctx, checks, version)) || deskMembersOf(staffing, unit.path) !== null;
  const top = leadersOf(staffing, unit.path, 'LEADERSHIP_GROUP', ['LEADER', 'DEPUTY']) !== null;
  const team = leadersOf(staffing, unit.path, 'HANDLING_TEAM', ['LEADER']) !== null;
  const reached: Record<Step, boolean> = { E0: true, E1: team || hasDesk || top, E2: hasDesk || top, E3: top, E4: top };
  version.rules.steps.forEach(({ step }, index) =>
    checks.that(reached[step], `policy.steps.${index}.step`, 'plan.stepReachesNobody'),
  );
}
