import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { create, type Context } from '../../kernel/context.js';
import { returnToken, takeToken } from '../../org/sign-in/rate-limit.js';
import { Staff } from '../../org/staff/staff.js';
import type { RevealReason } from '../complainant/field-reveal.js';
import { ExportJob } from './export-job.js';

/** Files that a person may take out in an hour, of each kind. */
const quota = { limit: 20, windowSeconds: 3600 };

/** Counts an order against the hour of the person, unless it is refused; `RATE_LIMITED` when the hour is full. */
export async function withinQuota<Result>(
  ctx: Context,
  purpose: string,
  order: () => Promise<Result>,
): Promise<Result> {
  const who = ctx.viewer.id!;
  await takeToken(ctx.app, purpose, who, quota);
  try {
    return await order();
  } catch (error) {
    await returnToken(ctx.app, purpose, who);
    throw error;
  }
}

/** Queues a file for the viewer, for a reason that is kept; `BAD_USER_INPUT` for one without words that needs them. */
export function queueExport(
  ctx: Context,
  { reason, note }: { reason: RevealReason; note?: string | null },
  what: Pick<ExportJob, 'kind' | 'complaint' | 'hasOriginals'> & Partial<Pick<ExportJob, 'sealedFilter' | 'scope'>>,
): ExportJob {
  const checks = new Checks();
  const words = checks.freeText(note, 'note', { max: 200 });
  checks.that(reason !== 'OTHER' || words !== null, 'note', 'field.required');
  checks.done();
  return create(ctx, ExportJob, {
    ...what,
    requestedBy: ref(ctx.em.getReference(Staff, ctx.viewer.id!)),
    locale: ctx.locale,
    reason,
    sealedNote: ctx.app.cipher.encryptIfGiven(words),
    nextAt: ctx.clock.now(),
  });
}
