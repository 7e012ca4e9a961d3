import { Migration } from '@mikro-orm/migrations';

/** A plan version knows the preset that it was begun from, so that its demands can be held to. */
export class PlanPreset extends Migration {
  override up(): void {
    this.addSql(`alter table "plan_version" add "preset" text null`);
    this.addSql(
      `alter table "plan_version" add constraint "plan_version_preset_check" check ("preset" in ('D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9'))`,
    );
  }
}
