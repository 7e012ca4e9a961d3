import { genesis, hashOf, type ChainedEvent } from './event-log.js';
import { runSql, type SqlSource } from './sql.js';

/** A place in the chain up to which it holds: the last event there and its hash. */
export interface ChainPlace {
  seq: string;
  hash: string;
}

/** Before the first event. */
export const chainStart: ChainPlace = { seq: '0', hash: genesis };

/** What is wrong with a row: one is missing before it, it does not follow the one before, or it was altered. */
export type ChainFault = 'MISSING' | 'UNCHAINED' | 'ALTERED';

/** The first row that does not fit, and why. */
export interface ChainBreak {
  seq: string;
  fault: ChainFault;
}

/** What one piece of the chain came to. */
export interface PieceVerdict {
  /** How far it holds; go on from here. */
  upTo: ChainPlace;
  /** Whether the end of the log was reached. */
  isEnd: boolean;
  /** The first row that does not fit, if any. */
  broken: ChainBreak | null;
}

/** What the verifier found. */
export interface ChainVerdict {
  count: number;
  head: ChainPlace | null;
  /** The first row that does not fit, if any. */
  broken: ChainBreak | null;
}

/** Recomputes the rows after a place, at most so many; names the first that was edited, removed, added or moved. */
export async function verifyPiece(source: SqlSource, after: ChainPlace, limit = 5000): Promise<PieceVerdict> {
  const rows = await runSql<ChainedEvent>(source, {
    text: `select seq, at, kind, actor_kind as "actorKind", actor_id as "actorId", subject_type as "subjectType",
      subject_id as "subjectId", object_id as "objectId", audience, is_drill as "isDrill", data,
      previous_hash as "previousHash", hash from event where seq > $1 order by seq limit $2`,
    values: [after.seq, limit],
  });
  let upTo = after;
  for (const { hash, ...row } of rows) {
    const at = row.at instanceof Date ? row.at : new Date(row.at);
    const fault = faultOf({ ...row, at, hash }, upTo);
    if (fault) return { upTo, isEnd: false, broken: { seq: row.seq, fault } };
    upTo = { seq: row.seq, hash };
  }
  return { upTo, isEnd: rows.length < limit, broken: null };
}

/** Recomputes the whole chain in pieces. */
export async function verifyChain(source: SqlSource, pieceSize?: number): Promise<ChainVerdict> {
  let upTo = chainStart;
  for (;;) {
    const piece = await verifyPiece(source, upTo, pieceSize);
    upTo = piece.upTo;
    const count = Number(upTo.seq);
    if (piece.broken) return { count, head: null, broken: piece.broken };
    if (piece.isEnd) return { count, head: count ? upTo : null, broken: null };
  }
}

function faultOf({ hash, ...row }: ChainedEvent, { seq, hash: previousHash }: ChainPlace): ChainFault | null {
  if (BigInt(row.seq) !== BigInt(seq) + 1n) return 'MISSING';
  if (row.previousHash !== previousHash) return 'UNCHAINED';
  return hashOf(row) === hash ? null : 'ALTERED';
}
