import { ref } from '@mikro-orm/core';
import { Checks } from '../kernel/checks.js';
import { command, find, record, type Context } from '../kernel/context.js';
import { requireThat } from '../kernel/errors.js';
import { named } from '../org/named.js';
import { Staff } from '../org/staff/staff.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { mayAcknowledgeFor } from './plan.access.js';
import type { AcknowledgePlanInput } from './plan.input.js';
import { PlanReceipt } from './plan-parts.js';
import { PlanVersion } from './plan-version.js';

/** The bank gets: it is known that a unit with duties has read them (D8-三.3); a second signature changes nothing. */
export const acknowledgePlan = command(
  async (ctx: Context, id: string, input: AcknowledgePlanInput): Promise<PlanVersion> => {
    const version = await find(ctx, PlanVersion, id);
    const checks = new Checks();
    const unit = await named(ctx, checks, OrgUnit, input.orgUnitId, 'orgUnitId');
    if (unit) requireThat(mayAcknowledgeFor(ctx.viewer, unit));
    const receipt = unit && (await ctx.em.findOne(PlanReceipt, { planVersion: version.id, orgUnit: unit.id }));
    checks.that(receipt !== null, 'orgUnitId', 'plan.notOfUnit');
    checks.done();
    if (receipt!.acknowledgedAt) return version;
    Object.assign(receipt!, {
      acknowledgedBy: ref(ctx.em.getReference(Staff, ctx.viewer.id!)),
      acknowledgedAt: ctx.clock.now(),
    });
    record(ctx, 'plan.acknowledged', version, { objectId: receipt!.id, data: { orgUnit: unit!.id } });
    return version;
  },
);
