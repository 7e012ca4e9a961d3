import { say } from '../../kernel/messages.js';
import type { Context } from '../../kernel/context.js';
import { endClocks } from '../clocks/clocks.actions.js';
import type { Complaint } from '../complaint/complaint.js';
import { cancelTasks } from '../execution/tasks.js';
import { recallOffer } from './handover.actions.js';

/** The bank works on it no more: no offer stands, nothing is to be done, nothing is waited for; what has run out stays so. */
export async function endWork(ctx: Context, complaint: Complaint): Promise<void> {
  await recallOffer(ctx, complaint);
  await cancelTasks(ctx, complaint, say('zh', 'complaint.workEnded'));
  await endClocks(ctx, complaint);
}
