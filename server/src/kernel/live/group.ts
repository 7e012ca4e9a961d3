import { setImmediate as breathe } from 'node:timers/promises';
import type { EventFeed } from '../feed.js';
import { isOutage, isTimeout } from '../outage.js';
import { PersonalRead } from '../read/concerns.js';
import type { Listener } from './listener.js';
import type { Program, Telling } from './program.js';

/** How many are told before other work of the process gets its turn. */
const breath = 250;
/** How many are looked up in the database at the same time. */
const looksAtOnce = 8;

/**
 * All who asked for the same with equal rights. One read and one execution serve them; those whom a stretch of the log
 * concerns in person are served one by one. Who is behind, from a cursor or for want of room, is brought up to the rest.
 */
export class Group {
  private readonly level = new Set<Listener>();
  private readonly behind = new Set<Listener>();
  private position: bigint;
  private running: Promise<void> | null = null;
  private runAgain = false;

  constructor(
    readonly program: Program,
    /** Everybody here is one person, or the program asks who reads it. */
    readonly isPersonal: boolean,
    private readonly log: EventFeed,
    /** Finds another group for whom this one does not fit any more. */
    private readonly rehome: (listener: Listener, group: Group) => boolean,
    private readonly turn: <Result>(work: () => Promise<Result>) => Promise<Result>,
  ) {
    this.position = log.position;
  }

  get size(): number {
    return this.level.size + this.behind.size;
  }

  add(listener: Listener): void {
    this.place(listener);
    this.run();
  }

  remove(listener: Listener): void {
    this.level.delete(listener);
    this.behind.delete(listener);
  }

  /** Goes on as far as it can; a call while it runs makes it look once more. */
  run(): void {
    if (this.running) {
      this.runAgain = true;
      return;
    }
    this.running = this.advance().finally(() => {
      this.running = null;
      if (this.runAgain) {
        this.runAgain = false;
        this.run();
      }
    });
  }

  private place(listener: Listener): void {
    this.remove(listener);
    (listener.position < this.position ? this.behind : this.level).add(listener);
  }

  private async advance(): Promise<void> {
    while (!this.log.isStopped && this.size > 0) {
      const head = this.log.position;
      if (!this.level.size) this.position = head;
      if (this.position < head) {
        if (!(await this.serve([...this.level], this.position, head))) return;
        continue;
      }
      const waiting = [...this.behind].filter(({ line }) => line.hasRoom);
      const [first] = waiting;
      if (!first) return;
      const cohort = waiting.filter(({ position }) => position === first.position);
      if (!(await this.serve(cohort, first.position, this.position))) return;
    }
  }

  /** Tells a cohort what lies between two places; false when it has to be tried again later. */
  private async serve(cohort: readonly Listener[], after: bigint, head: bigint): Promise<boolean> {
    try {
      const reached = await this.turn(() => this.tell(cohort, after, head));
      if (after === this.position) this.position = reached;
    } catch (error) {
      if (error instanceof PersonalRead) for (const listener of cohort) this.rehome(listener, this);
      else if (isOutage(error) && !isTimeout(error)) return false;
      else for (const listener of cohort) listener.fail(error);
    }
    // Also those who joined meanwhile, at the place where the others were.
    for (const listener of [...this.level, ...cohort]) if (this.has(listener)) this.place(listener);
    return true;
  }

  private has(listener: Listener): boolean {
    return this.level.has(listener) || this.behind.has(listener);
  }

  private async tell(cohort: readonly Listener[], after: bigint, head: bigint): Promise<bigint> {
    const version = this.log.accessVersion;
    const entitled = await this.entitled(cohort);
    const [first] = entitled;
    if (!first) return head;
    if (!this.log.hasNews(this.program.audiences, after)) {
      for (const listener of entitled) listener.position = larger(listener.position, head);
      return head;
    }
    const ctx = first.line.context();
    if (this.isPersonal) {
      const telling = await this.program.tellingFor(ctx, after, head);
      await this.hand(entitled, telling, version);
      return telling.upTo;
    }
    const { telling, concerned } = await this.program.tellingForAll(ctx, after, head);
    const isConcerned = ({ line }: Listener) => concerned.has(line.viewer.id!);
    await this.hand(
      entitled.filter((listener) => !isConcerned(listener)),
      telling,
      version,
    );
    for (const listener of entitled.filter(isConcerned)) await this.tellApart(listener, after, telling.upTo, version);
    return telling.upTo;
  }

  private async tellApart(listener: Listener, after: bigint, head: bigint, version: number): Promise<void> {
    const telling = await this.program.tellingFor(listener.line.context(), after, head);
    await this.hand([listener], telling, version);
  }

  /** Those who may be told, by their rights of now, and whose rights are still those of this group. */
  private async entitled(cohort: readonly Listener[]): Promise<Listener[]> {
    const stale = cohort.filter(({ line }) => !line.isFresh);
    for (let start = 0; start < stale.length; start += looksAtOnce)
      await Promise.all(
        stale.slice(start, start + looksAtOnce).map(async (listener) => {
          if (!(await listener.line.revalidate())) listener.leave();
        }),
      );
    return cohort.filter((listener) => this.has(listener) && listener.line.isFresh && !this.rehome(listener, this));
  }

  /** Stops as soon as anybody's rights change: who was not told keeps their place, and is judged anew. */
  private async hand(listeners: readonly Listener[], { events, upTo }: Telling, version: number): Promise<void> {
    let count = 0;
    for (const listener of listeners) {
      if (++count % breath === 0) await breathe();
      if (this.log.accessVersion !== version) return;
      if (this.has(listener)) handTo(listener, events, upTo);
    }
  }
}

function handTo(listener: Listener, events: Telling['events'], upTo: bigint): void {
  for (const { seq, payload } of events) {
    if (seq <= listener.position) continue;
    if (!listener.line.hasRoom) return;
    listener.tell(payload);
    listener.position = seq;
  }
  listener.position = larger(listener.position, upTo);
}

const larger = (a: bigint, b: bigint) => (a > b ? a : b);
