import { Client, type Pool } from 'pg';
import type { Logger } from 'pino';
import { badInput, conflict } from './errors.js';
import { runSql } from './sql.js';

const channel = 'jiesu_event';
const notifyGapMs = 50;
// A session that begins takes nothing from those that are open, and who is asked about keeps what they have.
const changesNobody = new Set(['access.signedIn', 'access.explained']);

/** How a process learns of events that other processes wrote; either way alone is enough. */
export interface FeedOptions {
  /** For the LISTEN session; null = do not listen. */
  listenUrl: string | null;
  /** How often to look without being told, in milliseconds; 0 = never. */
  pollMs: number;
}

/** Watches the end of the event log. The table is the truth: a notification only says that it is worth a look. */
export class EventFeed {
  private head = 0n;
  private startedAt = 0n;
  /** Sequence of the newest event by audience, so that a feed nobody wrote to costs no query. */
  private readonly heads = new Map<string, bigint>();
  private readonly listeners = new Set<() => void>();
  private looking: Promise<void> | null = null;
  private lookAgain = false;
  private listener: Client | null = null;
  private poll: NodeJS.Timeout | null = null;
  private notifying: NodeJS.Timeout | null = null;
  private stopped = false;
  private accessChanges = 0;

  constructor(
    private readonly pool: Pool,
    private readonly options: FeedOptions,
    private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    const [row] = await runSql<{ seq: string }>(this.pool, { text: 'select max(seq) as seq from event', values: [] });
    this.head = this.startedAt = BigInt(row?.seq ?? 0);
    await this.listen();
    if (this.options.pollMs) this.poll = setInterval(() => this.look(), this.options.pollMs).unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.poll) clearInterval(this.poll);
    if (this.notifying) clearTimeout(this.notifying);
    await this.looking;
    await this.listener?.end().catch(() => undefined);
  }

  /** Sequence of the newest event that this process knows of. */
  get position(): bigint {
    return this.head;
  }

  /** Grows whenever somebody's rights or sessions changed. */
  get accessVersion(): number {
    return this.accessChanges;
  }

  /** Whether an audience was written to after a position. */
  hasNews(audiences: readonly string[], after: bigint): boolean {
    if (after < this.startedAt) return true;
    return audiences.some((audience) => (this.heads.get(audience) ?? 0n) > after);
  }

  /** Something was committed here: look at once, and tell the other processes, at most twenty times a second. */
  nudge(): void {
    this.look();
    this.notifying ??= setTimeout(() => {
      this.notifying = null;
      if (!this.stopped)
        this.pool
          .query(`notify ${channel}`)
          .catch((error: Error) => this.log.warn({ error: error.message }, 'notify failed'));
    }, notifyGapMs).unref();
  }

  get isStopped(): boolean {
    return this.stopped;
  }

  /** Calls back whenever the log has grown; answers how to leave. */
  onGrowth(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private look(): void {
    if (this.looking) {
      this.lookAgain = true;
      return;
    }
    this.looking = this.advance()
      .catch((error: Error) => this.log.warn({ error: error.message }, 'reading the event log failed'))
      .finally(() => {
        this.looking = null;
        if (this.lookAgain && !this.stopped) {
          this.lookAgain = false;
          this.look();
        }
      });
  }

  private async advance(): Promise<void> {
    for (;;) {
      const rows = await runSql<{ seq: string; audience: string | null; kind: string }>(this.pool, {
        text: 'select seq, audience, kind from event where seq > $1 order by seq limit 1000',
        values: [String(this.head)],
      });
      for (const { seq, audience, kind } of rows) {
        this.head = BigInt(seq);
        if (audience) this.heads.set(audience, this.head);
        if (kind.startsWith('access.') && !changesNobody.has(kind)) this.accessChanges++;
      }
      if (rows.length) for (const listener of this.listeners) listener();
      if (rows.length < 1000) return;
    }
  }

  private async listen(): Promise<void> {
    if (!this.options.listenUrl || this.stopped) return;
    const client = new Client({
      connectionString: this.options.listenUrl,
      application_name: 'jiesu listen',
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    });
    this.listener = client;
    client.on('notification', () => this.look());
    const again = () => {
      if (this.listener !== client) return;
      this.listener = null;
      client.end().catch(() => undefined);
      if (!this.stopped) setTimeout(() => void this.listen().then(() => this.look()), 1000).unref();
    };
    client.on('error', again);
    client.on('end', again);
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch {
      again();
    }
  }
}

/** A position in the log as clients see it: opaque, base64url of version and sequence. */
export function encodeCursor(seq: bigint | string): string {
  return Buffer.from(`1:${seq}`).toString('base64url');
}

/** Reads a cursor back; `BAD_USER_INPUT` when it never was one. */
export function decodeCursor(cursor: string, path: string): bigint {
  const match = /^1:(\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString());
  const seq = BigInt(match?.[1] ?? 0);
  if (!match || encodeCursor(seq) !== cursor) throw badInput({ [path]: 'field.badCursor' });
  return seq;
}

/** Checks that everything after the cursor is still there: `CONFLICT` when it is not, `BAD_USER_INPUT` for a place not yet written. */
export async function requireReplayable(pool: Pool, after: bigint, path: string): Promise<void> {
  const [row] = await runSql<{ first: string | null; last: string | null }>(pool, {
    text: 'select min(seq) as first, max(seq) as last from event',
    values: [],
  });
  if (after > BigInt(row?.last ?? 0)) throw badInput({ [path]: 'field.badCursor' });
  if (after + 1n < BigInt(row?.first ?? 1)) throw conflict('error.cursorTooOld');
}
