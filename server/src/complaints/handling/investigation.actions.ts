import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { isId } from '../../kernel/id.js';
import { Staff } from '../../org/staff/staff.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import type { PlanInvestigationInput } from './handling.input.js';
import { Investigation } from './investigation.js';
import { isRecused } from './recusal.js';

/**
 * The bank gets: it is written down what is looked into, and exactly one person leads it, who has nothing to do with
 * whom it is about (D1-五.2(1), 回避). Planned anew it has another scope or lead; the log keeps who changed it.
 */
export const planInvestigation = command(
  async (ctx: Context, id: string, input: PlanInvestigationInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'planInvestigation');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const scope = checks.requiredFreeText(input.scope, 'scope', { max: 4000 });
    const where = isId(input.leadId) ? { id: input.leadId, isActive: true } : null;
    const lead = where && (await ctx.em.findOne(Staff, where));
    checks.that(lead !== null, 'leadId', 'complaint.unknownReceiver');
    checks.that(!lead || !isRecused(complaint, lead), 'leadId', 'complaint.recused');
    checks.that(!lead || !complaint.formerLeadIds.includes(lead.id), 'leadId', 'complaint.formerLead');
    checks.done();
    complaint.lead = ref(lead!);
    const said = { scope, plannedBy: ref(ctx.em.getReference(Staff, ctx.viewer.id!)), plannedAt: ctx.clock.now() };
    const earlier = await complaint.investigation?.load();
    if (earlier) Object.assign(earlier, said);
    else complaint.investigation = ref(create(ctx, Investigation, said));
    record(ctx, 'complaint.investigationPlanned', complaint, { audience: 'complaints', data: { lead: lead!.id } });
    return complaint;
  },
);
