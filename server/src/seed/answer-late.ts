import { acknowledgeEscalation, resolveEscalation } from '../escalations/escalation.actions.js';
import { EscalationNotice } from '../escalations/escalation-notice.js';
import { Escalation } from '../escalations/escalation.js';
import type { Application } from '../kernel/application.js';
import { Context } from '../kernel/context.js';
import { staffViewerOf } from '../org/sign-in/authentication.js';

const tenMinutes = 600_000;

/** Whoever was told first answers for what is late, nearly so or wants care, as people in a bank do; else it climbs for weeks. */
export async function answerLate(app: Application): Promise<void> {
  const em = app.orm.em.fork();
  const waiting = await em.find(Escalation, {
    status: 'OPEN',
    trigger: ['SLA_WARNING', 'SLA_BREACH', 'PROGRESS_MISSED', 'VULNERABLE_CUSTOMER', 'LEGAL_VIOLATION'],
    raisedAt: { $lte: new Date(app.clock.now().getTime() - tenMinutes) },
  });
  for (const { id } of waiting) {
    const told = await em.findOne(EscalationNotice, { escalation: id }, { orderBy: { createdAt: 'asc', id: 'asc' } });
    if (!told) continue;
    const viewer = await staffViewerOf(app, told.staff.id);
    const { version: expectedVersion } = await acknowledgeEscalation(new Context(app, viewer), id, { note: null });
    const resolution = '已指定专人跟进，并向客户说明进展。';
    await resolveEscalation(new Context(app, viewer), id, { expectedVersion, resolution });
  }
}
