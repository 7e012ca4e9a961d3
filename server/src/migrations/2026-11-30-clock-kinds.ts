import { Migration } from '@mikro-orm/migrations';

/** Clocks of the steps of handling, and what is told when they run out. */
export class ClockKinds extends Migration {
  override up(): void {
    this.addSql(`alter table "sla_clock" drop constraint "sla_clock_kind_check"`);
    this.addSql(`alter table "sla_clock" add "subject_id" uuid null`);
    this.addSql(
      `alter table "sla_clock" add constraint "sla_clock_kind_check" check ("kind" in ('SCREENING', 'HANDOVER', 'FIRST_ACTION', 'COOPERATION', 'FULFILMENT', 'APPEAL', 'RETURN_VISIT', 'FIRST_RESPONSE', 'PROGRESS', 'RESOLUTION', 'REGULATORY'))`,
    );
    this.addSql(`alter table "escalation" drop constraint "escalation_trigger_check"`);
    this.addSql(
      `alter table "escalation" add constraint "escalation_trigger_check" check ("trigger" in ('FRAUD_OR_ACCOUNT', 'LEVEL_RAISED', 'MEDIA', 'MAJOR_RISK', 'SOCIAL_IMPACT', 'REPUTATION', 'LEGAL_VIOLATION', 'VULNERABLE_CUSTOMER', 'NO_FIRST_RESPONSE', 'SLA_WARNING', 'SLA_BREACH', 'PROGRESS_MISSED', 'PROMISE_MISSED', 'UNASSIGNED', 'NO_ACTION', 'STALE', 'COOPERATION_OVERDUE', 'REPEAT_COMPLAINT', 'DISSATISFIED', 'APPEAL_FILED', 'HANDOVER_REFUSED', 'MANUAL'))`,
    );
  }
}
