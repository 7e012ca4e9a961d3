import type { Context } from '../kernel/context.js';
import type { Row } from '../kernel/read/read.js';
import { EscalationNotice } from './escalation-notice.js';

/** Notes on the viewer's own notices that a live connection of theirs was handed these events. */
export async function notePushed(ctx: Context, rows: readonly Row[]): Promise<void> {
  const { viewer, app } = ctx;
  const ids = rows.flatMap((row) => (row['escalation'] as { id: string } | undefined)?.id ?? []);
  if (viewer.kind !== 'STAFF' || !viewer.id || !ids.length) return;
  await app.orm.em
    .fork()
    .nativeUpdate(
      EscalationNotice,
      { escalation: { $in: ids }, staff: viewer.id, pushedAt: null },
      { pushedAt: ctx.clock.now() },
    );
}
