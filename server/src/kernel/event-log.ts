import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventData } from './event.js';
import { runSql, type SqlSource } from './sql.js';

/** An event before it has its place in the log. */
export interface PendingEvent {
  at: Date;
  kind: string;
  actorKind: string;
  actorId: string | null;
  subjectType: string;
  subjectId: string;
  objectId: string | null;
  audience: string | null;
  isDrill: boolean;
  data: EventData;
}

/** An event as the chain holds it. */
export interface ChainedEvent extends PendingEvent {
  seq: string;
  previousHash: string;
  hash: string;
}

const chainLock = 0x6a696573;
const genesis = '0'.repeat(64);

/** SHA-256 over the previous hash and a canonical text of the event. */
function hashOf(event: Omit<ChainedEvent, 'hash'>): string {
  const { at, data, ...rest } = event;
  return createHash('sha256')
    .update(canonical({ ...rest, at: at.toISOString(), data }))
    .digest('hex');
}

/**
 * Appends the events at the end of the caller's transaction.
 * The lock is held until commit, so sequence order is commit order and a reader may follow by `seq > after`.
 */
export async function append(em: EntityManager, pending: readonly PendingEvent[]): Promise<void> {
  if (!pending.length) return;
  await runSql(em, { text: 'select pg_advisory_xact_lock($1)', values: [chainLock] });
  const [head] = await runSql<{ seq: string; hash: string }>(em, {
    text: 'select seq, hash from event order by seq desc limit 1',
    values: [],
  });
  const rows: ChainedEvent[] = [];
  let seq = BigInt(head?.seq ?? 0);
  let previousHash = head?.hash ?? genesis;
  for (const event of pending) {
    seq += 1n;
    const chained = { ...event, seq: String(seq), previousHash };
    const hash = hashOf(chained);
    rows.push({ ...chained, hash });
    previousHash = hash;
  }
  await runSql(em, insertStatement(rows));
}

const columns = [
  'seq',
  'at',
  'kind',
  'actor_kind',
  'actor_id',
  'subject_type',
  'subject_id',
  'object_id',
  'audience',
  'is_drill',
  'data',
  'previous_hash',
  'hash',
];

function insertStatement(rows: readonly ChainedEvent[]) {
  const values = rows.flatMap((row) => [
    row.seq,
    row.at,
    row.kind,
    row.actorKind,
    row.actorId,
    row.subjectType,
    row.subjectId,
    row.objectId,
    row.audience,
    row.isDrill,
    JSON.stringify(row.data),
    row.previousHash,
    row.hash,
  ]);
  const tuples = rows.map(
    (_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
  );
  return { text: `insert into event (${columns.join(', ')}) values ${tuples.join(', ')}`, values };
}

/** What the verifier found. */
export interface ChainVerdict {
  count: number;
  head: { seq: string; hash: string } | null;
  /** The first row that does not fit, if any. */
  broken: { seq: string; reason: string } | null;
}

/** Recomputes the whole chain in batches; names the first row that was edited, removed, added or moved. */
export async function verifyChain(source: SqlSource, batchSize = 5000): Promise<ChainVerdict> {
  let seq = 0n;
  let previousHash = genesis;
  for (;;) {
    const rows = await runSql<ChainedEvent>(source, {
      text: `select seq, at, kind, actor_kind as "actorKind", actor_id as "actorId", subject_type as "subjectType",
        subject_id as "subjectId", object_id as "objectId", audience, is_drill as "isDrill", data,
        previous_hash as "previousHash", hash from event where seq > $1 order by seq limit ${batchSize}`,
      values: [String(seq)],
    });
    for (const { hash, ...row } of rows) {
      const at = row.at instanceof Date ? row.at : new Date(row.at);
      const reason = faultOf({ ...row, at, hash }, seq + 1n, previousHash);
      if (reason) return { count: Number(seq), head: null, broken: { seq: row.seq, reason } };
      seq += 1n;
      previousHash = hash;
    }
    if (rows.length < batchSize) break;
  }
  return { count: Number(seq), head: seq ? { seq: String(seq), hash: previousHash } : null, broken: null };
}

function faultOf({ hash, ...row }: ChainedEvent, expectedSeq: bigint, previousHash: string): string | null {
  if (BigInt(row.seq) !== expectedSeq) return `expected ${expectedSeq}: a row is missing before it`;
  if (row.previousHash !== previousHash) return 'does not follow the row before it';
  if (hashOf(row) !== hash) return 'was altered';
  return null;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value);
}
