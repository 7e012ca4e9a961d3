import { genesis, hashOf, type ChainedEvent } from './event-log.js';
import { runSql, type SqlSource } from './sql.js';
import type { ChainFault } from './verify-chain.js';

/** An event of one matter, with what is wrong with it or with its place in the chain, if anything. */
export interface SubjectEvent {
  event: ChainedEvent;
  fault: ChainFault | null;
}

interface Neighbours {
  hashBefore: string | null;
  namedByNext: string | null;
  isLast: boolean;
}

/** Every event of one matter in order, each recomputed and held against its neighbours in the chain. */
export async function eventsOf(source: SqlSource, subjectId: string): Promise<SubjectEvent[]> {
  const rows = await runSql<ChainedEvent & Neighbours>(source, {
    text: `select e.seq, e.at, e.kind, e.actor_kind as "actorKind", e.actor_id as "actorId",
        e.subject_type as "subjectType", e.subject_id as "subjectId", e.object_id as "objectId", e.audience,
        e.is_drill as "isDrill", e.data, e.previous_hash as "previousHash", e.hash,
        before.hash as "hashBefore", next.previous_hash as "namedByNext",
        e.seq = (select max(seq) from event) as "isLast"
      from event e left join event before on before.seq = e.seq - 1 left join event next on next.seq = e.seq + 1
      where e.subject_id = $1 order by e.seq`,
    values: [subjectId],
  });
  return rows.map(({ hashBefore, namedByNext, isLast, ...row }) => {
    const event = { ...row, at: new Date(row.at) };
    return { event, fault: faultOf(event, { hashBefore, namedByNext, isLast }) };
  });
}

function faultOf({ hash, ...row }: ChainedEvent, { hashBefore, namedByNext, isLast }: Neighbours): ChainFault | null {
  if (hashOf(row) !== hash) return 'ALTERED';
  const before = row.seq === '1' ? genesis : hashBefore;
  if (before === null || (namedByNext === null && !isLast)) return 'MISSING';
  return before === row.previousHash && (isLast || namedByNext === hash) ? null : 'UNCHAINED';
}

/** The last event of the log and its hash; null while there is none. */
export async function headOf(source: SqlSource): Promise<{ seq: string; hash: string } | null> {
  const [head] = await runSql<{ seq: string; hash: string }>(source, {
    text: 'select seq, hash from event order by seq desc limit 1',
    values: [],
  });
  return head ?? null;
}

/** Which of the rows are named by an event after a number. */
export async function namedSince(source: SqlSource, seq: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await runSql<{ id: string }>(source, {
    text: `select id from unnest($2::uuid[]) as id where exists
      (select 1 from event where seq > $1 and (subject_id = id or object_id = id))`,
    values: [seq, ids],
  });
  return new Set(rows.map(({ id }) => id));
}

/** The hash of the event with a number; null when there is none. */
export async function hashAt(source: SqlSource, seq: string): Promise<string | null> {
  const [row] = await runSql<{ hash: string }>(source, {
    text: 'select hash from event where seq = $1',
    values: [seq],
  });
  return row?.hash ?? null;
}
