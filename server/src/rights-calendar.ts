import type { Application } from './kernel/application.js';
import { nextChangeOfRights } from './org/grants/rights.js';

interface Known {
  version: number;
  /** For which time it was asked. */
  from: number;
  until: number;
  change: Promise<number>;
}

/** Knows until when nobody's rights change by time alone, so that open sockets need not ask the database each second. */
export class RightsCalendar {
  private known: Known | null = null;

  constructor(private readonly app: Application) {}

  /** In milliseconds since 1970; asked anew when rights were changed, and when the moment has come. */
  async nextChange(): Promise<number> {
    const { feed, clock } = this.app;
    const now = clock.now().getTime();
    const { known } = this;
    if (known && known.version === feed.accessVersion && known.from <= now && now < known.until) return known.change;
    const asked: Known = { version: feed.accessVersion, from: now, until: Infinity, change: this.load() };
    this.known = asked;
    asked.change.then(
      (change) => (asked.until = change),
      () => (this.known = null),
    );
    return asked.change;
  }

  private async load(): Promise<number> {
    const { orm, clock } = this.app;
    return (await nextChangeOfRights(orm.em.fork(), clock.now()))?.getTime() ?? Infinity;
  }
}
