import { Migration } from '@mikro-orm/migrations';

/** Lists of complaints, written in the background. */
export class ComplaintLists extends Migration {
  override up(): void {
    this.addSql(`alter table "export_job" drop constraint "export_job_kind_check"`);
    this.addSql(
      `alter table "export_job" add "sealed_filter" text null, add "scope" text null, add "cursor" text null`,
    );
    this.addSql(
      `alter table "export_job" add constraint "export_job_kind_check" check ("kind" in ('CASE_FILE', 'COMPLAINT_LIST'))`,
    );
  }
}
