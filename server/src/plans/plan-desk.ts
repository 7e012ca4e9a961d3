import { create, record, type Context } from '../kernel/context.js';
import { DeskDuty } from '../org/groups/desk-duty.js';
import { requireStepUp } from '../org/second-factor/step-up.access.js';
import type { Plan } from './plan.js';
import type { PlanVersion } from './plan-version.js';

/**
 * The desk passes from that of one version to that of another at a moment; rights and recipients follow at once, so
 * that it asks for step-up like every gift of rights.
 */
export async function handOverDesk(
  ctx: Context,
  plan: Plan,
  { from, to, at }: { from: PlanVersion | null; to: PlanVersion | null; at: Date },
): Promise<void> {
  const [old, now] = [idOf(from), idOf(to)];
  if (old === now) return;
  requireStepUp(ctx);
  const place = { orgUnit: plan.orgUnit, planKind: plan.kind, validTo: null };
  if (from && old) {
    const { deskGroup: group, deskDepartment: department } = from;
    const held = { ...place, group: group?.id ?? null, department: department?.id ?? null };
    for (const duty of await ctx.em.find(DeskDuty, held)) duty.validTo = at;
  }
  if (to && now) create(ctx, DeskDuty, { ...place, group: to.deskGroup, department: to.deskDepartment, validFrom: at });
  record(ctx, 'access.deskChanged', plan, { data: { from: old, to: now } });
}

const idOf = (version: PlanVersion | null): string | null =>
  version?.deskGroup?.id ?? version?.deskDepartment?.id ?? null;
