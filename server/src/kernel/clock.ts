/** The only source of the present time; every rule reads it through `ctx.clock`. */
export interface Clock {
  now(): Date;
}

/** The host's clock, corrected by a measured offset to the database in milliseconds. */
export class SystemClock implements Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** How far the database's time is ahead of the host's, in milliseconds. */
  get skewMs(): number {
    return this.offsetMs;
  }

  /** Adopts the database's time, so that several hosts agree. */
  correct(databaseNow: Date): void {
    this.offsetMs = databaseNow.getTime() - Date.now();
  }
}

/** A clock that stands still until it is moved: for tests, drills and the demo bank. */
export class ManualClock implements Clock {
  constructor(private instant: Date) {}

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date): void {
    this.instant = new Date(instant);
  }

  advance(duration: { hours?: number; minutes?: number; seconds?: number }): void {
    const seconds = (duration.hours ?? 0) * 3600 + (duration.minutes ?? 0) * 60 + (duration.seconds ?? 0);
    this.instant = new Date(this.instant.getTime() + seconds * 1000);
  }
}
