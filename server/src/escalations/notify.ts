import { ref } from '@mikro-orm/core';
import type { Complaint } from '../complaints/complaint/complaint.js';
import { ComplaintShare } from '../complaints/complaint/complaint-share.js';
import { create, type Context } from '../kernel/context.js';
import type { Staff } from '../org/staff/staff.js';
import type { EscalationLevel } from './enumerations.js';
import { EscalationNotice } from './escalation-notice.js';
import type { Escalation } from './escalation.js';

/** People of a step who are to hear of an escalation. */
export interface Call {
  escalation: Escalation;
  complaint: Complaint;
  level: EscalationLevel;
  staff: readonly Staff[];
}

/** Tells the people of a step, once each, and lets them read what they are told of. */
export async function notify(ctx: Context, calls: readonly Call[]): Promise<void> {
  if (!calls.length) return;
  const notices = await ctx.em.find(EscalationNotice, { escalation: calls.map(({ escalation }) => escalation.id) });
  const shares = await ctx.em.find(ComplaintShare, { complaint: calls.map(({ complaint }) => complaint.id) });
  const told = new Set(notices.map(({ escalation, level, staff }) => `${escalation.id} ${level} ${staff.id}`));
  const shared = new Set(shares.map(({ complaint, staff }) => `${complaint.id} ${staff.id}`));
  for (const { escalation, complaint, level, staff } of calls) {
    for (const person of staff) {
      if (isNew(told, `${escalation.id} ${level} ${person.id}`)) {
        create(ctx, EscalationNotice, {
          escalation: ref(escalation),
          staff: ref(person),
          level,
          channel: 'CONSOLE',
          pushedAt: null,
          acknowledgedAt: null,
        });
      }
      if (isNew(shared, `${complaint.id} ${person.id}`)) {
        create(ctx, ComplaintShare, { complaint: ref(complaint), staff: ref(person), reason: 'escalation' });
      }
    }
  }
}

function isNew(known: Set<string>, key: string): boolean {
  return known.size !== known.add(key).size;
}
