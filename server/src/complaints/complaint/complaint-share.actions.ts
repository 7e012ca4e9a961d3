import { ref } from '@mikro-orm/core';
import { create, type Context } from '../../kernel/context.js';
import { Staff } from '../../org/staff/staff.js';
import { ComplaintShare } from './complaint-share.js';
import type { Complaint } from './complaint.js';

/** Lets somebody read a complaint who otherwise would not; a second reason changes nothing. */
export async function shareWith(ctx: Context, complaint: Complaint, staffId: string, reason: string): Promise<void> {
  const of = { complaint: complaint.id, staff: staffId };
  if (await ctx.em.count(ComplaintShare, of)) return;
  create(ctx, ComplaintShare, {
    complaint: ref(complaint),
    staff: ref(ctx.em.getReference(Staff, staffId)),
    reason,
  });
  // The next to be shared with is compared with what is written.
  await ctx.em.flush();
}
