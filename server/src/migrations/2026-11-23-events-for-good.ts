import { Migration } from '@mikro-orm/migrations';

/** Events are only ever added: whoever else is stopped by their rights, the owner of the table is stopped by this. */
export class EventsForGood extends Migration {
  override up(): void {
    this.addSql(`create function event_is_for_good() returns trigger language plpgsql as $$
      begin
        raise exception 'events are never changed' using errcode = 'insufficient_privilege';
      end $$`);
    this.addSql(`create trigger event_is_for_good before update or delete or truncate on event
      for each statement execute function event_is_for_good()`);
  }

  override down(): void {
    this.addSql('drop trigger event_is_for_good on event');
    this.addSql('drop function event_is_for_good');
  }
}
