import { command, record, type Context } from '../../kernel/context.js';
import { CodedError } from '../../kernel/errors.js';
import { ApiKey } from '../api-keys/api-key.js';
import { Staff } from '../staff/staff.js';
import { takeToken } from './rate-limit.js';

/** More of one caller in an hour say nothing new, and would fill the log. */
const mostNoted = { limit: 100, windowSeconds: 3600 };

/** Something that was refused: the field of the schema, and `FORBIDDEN` or `NOT_FOUND`. */
export interface Refusal {
  field: string;
  code: string;
}

/** Notes in the audit what a person or an app asked for and may not have; whatever goes wrong with it goes to the log. */
export async function noteRefusals(ctx: Context, refusals: readonly Refusal[]): Promise<void> {
  const { app, viewer } = ctx;
  const [first] = refusals;
  if (!first || !viewer.id) return;
  try {
    await takeToken(app, 'refusal', viewer.id, mostNoted);
    await note(ctx, first);
  } catch (error) {
    if (!(error instanceof CodedError))
      app.log.error({ error: (error as Error).name }, 'a refusal is not in the audit');
  }
}

const note = command(async (ctx: Context, { field, code }: Refusal) => {
  const { id, kind } = ctx.viewer;
  const subject = kind === 'STAFF' ? ctx.em.getReference(Staff, id!) : ctx.em.getReference(ApiKey, id!);
  record(ctx, 'request.refused', subject, { data: { field, code } });
});
