import { command, record, takeDue, type Context, type Take } from '../../kernel/context.js';
import { idsOnPath } from '../../org/units/org-path.js';
import { policiesAt, type Policy } from '../../plans/policy.js';
import type { Complaint } from '../complaint/complaint.js';
import { toldToLeadersAt } from './limits.js';
import { endWait } from './pause.actions.js';
import { SlaClock } from './sla-clock.js';

/** Takes the longest due clocks: past its warning point one warns, past its end it is breached, and later that stands; one that waited for the customer runs on. */
export const sweepClocks = command(async (ctx: Context, take: Take): Promise<number> => {
  const clocks = await takeDue(ctx, SlaClock, take, { hangsOn: 'complaint' });
  const complaints = clocks.map(({ complaint }) => complaint.getEntity());
  await ctx.em.populate(complaints, ['orgUnit']);
  const unitIds = new Set(complaints.flatMap(({ orgUnit }) => idsOnPath(orgUnit.getEntity().path)));
  const policies = await policiesAt(ctx.em, ctx.clock.now(), [...unitIds]);
  for (const clock of clocks) {
    const complaint = clock.complaint.getEntity();
    if (clock.state === 'PAUSED') await endWait(ctx, complaint);
    else fire(ctx, clock, complaint, policies.for(complaint.orgUnit.getEntity()));
  }
  return clocks.length;
});

function fire(ctx: Context, clock: SlaClock, complaint: Complaint, policy: Policy): void {
  const now = ctx.clock.now();
  const stoodBreached = clock.state === 'BREACHED';
  const isBreached = now >= clock.dueAt;
  const firesAt = isBreached && !stoodBreached ? clock.dueAt : clock.nextAt!;
  const data = { clockKind: clock.kind, lateSeconds: Math.floor((now.getTime() - firesAt.getTime()) / 1000) };
  if (!isBreached) clock.warn();
  else clock.breach(now, stoodBreached ? null : toldToLeadersAt(policy, clock));
  if (stoodBreached) record(ctx, 'complaint.breachStands', complaint, { objectId: clock.id, data });
  else {
    const kind = isBreached ? 'complaint.clockBreached' : 'complaint.clockWarned';
    record(ctx, kind, complaint, { audience: 'complaints', objectId: clock.id, data });
  }
}
