import type { Checks } from '../kernel/checks.js';
import type { Context } from '../kernel/context.js';
import { LeadershipGroup } from '../org/groups/leadership-group.js';
import { named } from '../org/named.js';
import { isWithin, pathAbove } from '../org/units/org-path.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { mostEntries } from './entry-checks.js';
import type { RouteRule } from './handling-rules.js';

/** Notes routes to a unit or a group that is unknown, no longer at work or of another part of the bank. */
export async function checkReceivers(
  ctx: Context,
  checks: Checks,
  routes: readonly RouteRule[],
  unit: OrgUnit | null,
): Promise<void> {
  for (const [index, { orgUnitId, groupId }] of routes.slice(0, mostEntries).entries()) {
    const path = `policy.handling.routes.${index}`;
    const receiver = await named(ctx, checks, OrgUnit, orgUnitId, `${path}.orgUnitId`);
    const group = await named(ctx, checks, LeadershipGroup, groupId, `${path}.groupId`);
    // A department works for the unit that it is part of.
    const place = receiver?.kind === 'DEPARTMENT' ? pathAbove(receiver.path) : receiver?.path;
    const field = group ? 'groupId' : 'orgUnitId';
    const isNear = isNearby(place ?? (await group?.orgUnit.loadOrFail())?.path, unit);
    checks.that(isNear, `${path}.${field}`, 'plan.receiverOutside');
  }
}

/** Whether a place lies at a unit, below it or on the way above it. */
export const isNearby = (place: string | null | undefined, unit: { path: string } | null): boolean =>
  !place || !unit || isWithin(place, unit.path) || isWithin(unit.path, place);
