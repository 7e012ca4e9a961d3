import { Migration } from '@mikro-orm/migrations';

/** Triggers of the last flags that had none. */
export class LegalAndVulnerable extends Migration {
  override up(): void {
    this.addSql(`alter table "escalation" drop constraint "escalation_trigger_check"`);
    this.addSql(
      `alter table "escalation" add constraint "escalation_trigger_check" check ("trigger" in ('FRAUD_OR_ACCOUNT', 'LEVEL_RAISED', 'MEDIA', 'MAJOR_RISK', 'SOCIAL_IMPACT', 'REPUTATION', 'LEGAL_VIOLATION', 'VULNERABLE_CUSTOMER', 'NO_FIRST_RESPONSE', 'SLA_WARNING', 'SLA_BREACH', 'PROGRESS_MISSED', 'HANDOVER_REFUSED', 'MANUAL'))`,
    );
  }
}
