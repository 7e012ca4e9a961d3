import { Migration } from '@mikro-orm/migrations';

export class Change extends Migration {
  override up(): void {
    this.addSql(`alter table "leadership_group" drop column "members_changed_at"`);
    this.addSql(`alter table "leadership_group" add "roster_change_count" int not null default 0`);
    this.addSql(
      `alter table "escalation" add constraint "escalation_next_level_check" check ("next_level" in ('E0', 'E1', 'E2', 'E3', 'E4'))`,
    );
  }
}
