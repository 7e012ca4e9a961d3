import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { OptimisticLockError, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Application } from './application.js';
import { bankDay } from './bank-day.js';
import { conflict, notFound } from './errors.js';
import { append, type PendingEvent } from './event-log.js';
import type { EventData } from './event.js';
import { isId } from './id.js';
import type { Locale } from './messages.js';
import { runSql } from './sql.js';
import { isReadable, type EntityClass } from './read/read.js';
import type { Viewer } from './viewer.js';

const attempts = 3;

/** How a resolver sets a cookie; whoever makes one adds `Secure` where the browser speaks https. */
export interface Cookies {
  set(name: string, value: string, options: { httpOnly: true; sameSite: 'strict'; path: '/'; expires: Date }): void;
  clear(name: string): void;
}

/** One caller's request: who asks, in which language, at what time, on which rows. */
export class Context {
  private manager: EntityManager | null = null;
  private pending: PendingEvent[] = [];
  private settled = 0;

  /** Absent where there are none: sockets, tools, tests. */
  cookies?: Cookies;

  /** What the caller's program calls itself, if it does. */
  userAgent?: string | undefined;

  constructor(
    readonly app: Application,
    public viewer: Viewer,
    readonly locale: Locale = 'zh',
    /** Network address of the caller, for rate limits. */
    readonly address: string = 'local',
  ) {}

  /** For a file that must hold everything: lists within a row are then not cut at a page. */
  readsWhole = false;

  /** Sweeps only: the rows being worked on, so that a failure can be told from an empty queue. */
  dueIds: readonly string[] = [];

  get clock() {
    return this.app.clock;
  }

  /** The entity manager of the open command. */
  get em(): EntityManager {
    if (!this.manager) throw new Error('rows are written only inside a command');
    return this.manager;
  }

  get isInCommand(): boolean {
    return this.manager !== null;
  }

  /** Runs work as one transaction: rows, reactions, events and chain commit together or not at all. */
  async transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.manager) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (!isWorthRetrying(error) || attempt === attempts) throw translated(error);
      }
    }
  }

  private async attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    const em = this.app.orm.em.fork();
    await em.begin();
    this.manager = em;
    this.pending = [];
    this.settled = 0;
    try {
      const result = await work();
      await this.settle();
      await append(em, this.pending);
      await em.commit();
      if (this.pending.length) this.app.feed.nudge();
      return result;
    } catch (error) {
      // A connection that is lost cannot roll back; what broke it is the news.
      await em.rollback().catch(() => undefined);
      throw error;
    } finally {
      this.manager = null;
    }
  }

  /** Writes the rows so far and lets upper floors react, until nothing new is recorded. */
  private async settle(): Promise<void> {
    await this.em.flush();
    while (this.settled < this.pending.length) {
      const events = this.nextOfOneKind();
      const reactions = this.app.reactions.flatMap((slice) => slice[events[0]!.kind] ?? []);
      for (const react of reactions) await react(this, events);
      // Flushing looks at every row in hand: not once more for each of many events that nobody reacts to.
      if (reactions.length) await this.em.flush();
    }
  }

  // What is the same for many rows is then read once, and their rows are written together.
  private nextOfOneKind(): PendingEvent[] {
    const start = this.settled;
    while (this.pending[this.settled]?.kind === this.pending[start]!.kind) this.settled++;
    return this.pending.slice(start, this.settled);
  }

  /** @internal Kept for the end of the transaction, where sequence and hash are given. */
  note(event: PendingEvent): void {
    this.pending.push(event);
  }

  /** The same caller's context with the engine's rights, joined to the open transaction. */
  async asSystem<Result>(viewer: Viewer, work: () => Promise<Result>): Promise<Result> {
    const before = this.viewer;
    this.viewer = viewer;
    try {
      return await work();
    } finally {
      this.viewer = before;
    }
  }
}

/** Makes an action: five steps (find, permit, change, record, answer) in one transaction. */
export function command<Arguments extends unknown[], Result>(
  action: (ctx: Context, ...args: Arguments) => Promise<Result>,
): (ctx: Context, ...args: Arguments) => Promise<Result> {
  return (ctx, ...args) => ctx.transaction(() => action(ctx, ...args));
}

/** Finds a row that the viewer may see and locks it until the command ends; `NOT_FOUND` otherwise. */
export async function find<Entity extends { id: string }>(
  ctx: Context,
  type: EntityClass<Entity>,
  id: string,
): Promise<Entity> {
  if (!isId(id) || !(await isReadable(ctx, type, id))) throw notFound();
  const row = await ctx.em.findOne(type, { id } as never, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!row) throw notFound();
  return row as Entity;
}

/** Makes a row in the open command, created now by the server's clock. */
export function create<Entity extends { createdAt: Date }>(
  ctx: Context,
  type: new () => Entity,
  fields: Omit<Partial<Entity>, 'createdAt' | 'version'>,
): Entity {
  const row = Object.assign(new type(), fields, { createdAt: ctx.clock.now() });
  ctx.em.persist(row);
  return row;
}

/** The next human numbers of the bank's year at a time, such as `TS-2026-000123`; they may have gaps, never repeats. */
export async function nextReferences(
  ctx: Context,
  { prefix, sequence, at }: { prefix: string; sequence: string; at: Date },
  count = 1,
): Promise<string[]> {
  const rows = await runSql<{ number: string }>(ctx.em, {
    text: 'select nextval($1::regclass) as number from generate_series(1, $2::int)',
    values: [sequence, count],
  });
  return rows.map(({ number }) => `${prefix}-${bankDay(at).slice(0, 4)}-${number.padStart(6, '0')}`);
}

/** Refuses with `CONFLICT` when the caller saw an older version. */
export function requireVersion(row: { version: number }, expected: number | null | undefined): void {
  if (expected != null && expected !== row.version) throw conflict('error.stale');
}

/** What belongs to an event beside its kind and subject. */
export interface EventOptions {
  audience?: string;
  objectId?: string | null;
  isDrill?: boolean;
  data?: EventData;
}

/** Notes what happened; written, chained and published when the command commits. */
export function record(
  ctx: Context,
  kind: string,
  subject: { id: string; constructor: { name: string } },
  options: EventOptions = {},
): void {
  ctx.note({
    at: ctx.clock.now(),
    kind,
    actorKind: ctx.viewer.kind,
    actorId: ctx.viewer.id,
    subjectType: subject.constructor.name,
    subjectId: subject.id,
    objectId: options.objectId ?? null,
    audience: options.audience ?? null,
    isDrill: options.isDrill ?? false,
    data: options.data ?? {},
  });
}

const retryable = new Set(['40001', '40P01', '55P03', '23505']);

// A unique violation or a changed version means that somebody else was first: a second look finds their row,
// and refuses where the caller said which version they had seen.
function isWorthRetrying(error: unknown): boolean {
  if (error instanceof OptimisticLockError) return true;
  return retryable.has((error as { code?: string }).code ?? '');
}

function translated(error: unknown): unknown {
  if (error instanceof OptimisticLockError) return conflict('error.stale');
  if (error instanceof UniqueConstraintViolationException) return conflict('error.duplicate');
  return error;
}

/** How many due rows to take at most, and which to leave. */
export interface Take {
  most: number;
  skip: readonly string[];
}

/**
 * Takes the longest due rows that nobody else holds, the longest due first, locked until the command ends; and with each
 * the row it hangs on, as actions lock that one first: whoever works on it is neither waited for nor in the way.
 */
export async function takeDue<Entity extends { id: string }>(
  ctx: Context,
  type: EntityClass<Entity>,
  { most, skip }: Take,
  { hangsOn, where }: { hangsOn?: keyof Entity & string; where?: Partial<Entity> } = {},
): Promise<Entity[]> {
  const due = { ...where, nextAt: { $lte: ctx.clock.now() }, id: { $nin: [...skip] } };
  const rows = await ctx.em.find(type, due as never, {
    orderBy: { nextAt: 'asc' } as never,
    limit: most,
    ...(hangsOn ? { populate: [hangsOn] as never, strategy: 'joined' } : {}),
    lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
  });
  ctx.dueIds = (rows as Entity[]).map(({ id }) => id);
  return rows as Entity[];
}
