import { LockMode } from '@mikro-orm/core';
import { allowedActions, type Permission } from '../kernel/allowed-action.js';
import { find, requireVersion, type Context } from '../kernel/context.js';
import { requireOpen } from '../kernel/errors.js';
import type { Viewer } from '../kernel/viewer.js';
import { Staff } from '../org/staff/staff.js';
import type { OrgUnit } from '../org/units/org-unit.js';
import type { PlanVersionFacts } from './plan.access.js';
import { Plan } from './plan.js';
import { PlanVersion } from './plan-version.js';

/** The version to act on, with its plan locked, if the rule leaves it open to the viewer. */
export async function versionFor(
  ctx: Context,
  id: string,
  input: { expectedVersion: number },
  may: (viewer: Viewer, facts: PlanVersionFacts) => Permission,
): Promise<{ version: PlanVersion; plan: Plan; unit: OrgUnit }> {
  const version = await find(ctx, PlanVersion, id);
  const plan = await ctx.em.findOneOrFail(
    Plan,
    { id: version.plan.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const unit = await plan.orgUnit.loadOrFail();
  const { state, effectiveAt, writerIds, submittedBy } = version;
  const facts = { state, effectiveAt, writerIds, submittedBy, plan: { kind: plan.kind, orgUnit: unit } };
  requireOpen(may(ctx.viewer, facts), () =>
    allowedActions(ctx, PlanVersion, facts).flatMap(({ code, blockedBy }) => (blockedBy === null ? [code] : [])),
  );
  requireVersion(version, input.expectedVersion);
  return { version, plan, unit };
}

/** The person who acts; null for the engine. */
export const writerOf = ({ em, viewer }: Context): Staff | null =>
  viewer.kind === 'STAFF' ? em.getReference(Staff, viewer.id!) : null;
