import type { Context } from '../../kernel/context.js';
import { badInput } from '../../kernel/errors.js';
import { lastSeq } from '../../kernel/event-log.js';
import { chainStart, verifyPiece, type ChainPlace } from '../../kernel/verify-chain.js';
import { requireAuditor } from './audit.access.js';
import type { AuditVerification } from './audit-verification.js';

const pieces = 10;
const pieceSize = 2000;

/** Recomputes at most 20 000 entries after a place, giving way to other requests between pieces. `FORBIDDEN` to all but auditors. */
export async function verifyAudit(ctx: Context, after: string | null | undefined): Promise<AuditVerification> {
  requireAuditor(ctx.viewer);
  let upTo = after == null ? chainStart : decode(after);
  for (let count = 1; ; count++) {
    const piece = await verifyPiece(ctx.app.pool, upTo, pieceSize);
    upTo = piece.upTo;
    if (piece.isEnd || piece.broken || count === pieces) {
      return {
        intactCount: Number(upTo.seq),
        totalCount: Number(await lastSeq(ctx.app.pool)),
        headHash: upTo.seq === chainStart.seq ? null : upTo.hash,
        endCursor: piece.isEnd || piece.broken ? null : encode(upTo),
        broken: piece.broken,
      };
    }
  }
}

const encode = ({ seq, hash }: ChainPlace) => Buffer.from(`${seq}:${hash}`).toString('base64url');

// The hash travels with the place: a row that is altered between two calls is noticed by the second.
function decode(cursor: string): ChainPlace {
  const [, seq, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!seq || !hash) throw badInput({ after: 'field.badCursor' });
  return { seq, hash };
}
