import { Migration } from '@mikro-orm/migrations';

/** Who made a key; the order of code lists and when an entry was retired. */
export class KeysAndCodes extends Migration {
  override up(): void {
    this.addSql(`alter table "api_key" add column "created_by_id" uuid null`);
    this.addSql(
      `alter table "api_key" add constraint "api_key_created_by_id_foreign" foreign key ("created_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "code_list_entry" add column "position" int not null default 0, add column "retired_at" timestamptz null`,
    );
    this.addSql(
      `update code_list_entry e set position = n.place from (select id, row_number() over (partition by list order by path) as place from code_list_entry) n where n.id = e.id`,
    );
  }
}
