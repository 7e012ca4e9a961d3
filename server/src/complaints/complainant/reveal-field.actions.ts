import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, type Context } from '../../kernel/context.js';
import { CodedError } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { requireStepUp } from '../../org/second-factor/step-up.access.js';
import { returnToken, takeToken } from '../../org/sign-in/rate-limit.js';
import { Staff } from '../../org/staff/staff.js';
import { mayReveal } from '../complaint/complaint.access.js';
import { requireMay } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { clearValue } from './clear-value.js';
import { FieldReveal, type RevealedField, type RevealFieldInput } from './field-reveal.js';

/** Values that a person may open in an hour. */
const quota = { limit: 20, windowSeconds: 3600 };

/**
 * Somebody who works on the case sees one clear value, for a reason that is kept.
 * `FORBIDDEN` with `stepUp` unless they proved a moment ago who they are; `RATE_LIMITED` after 20 in an hour.
 */
export async function revealField(ctx: Context, complaintId: string, input: RevealFieldInput): Promise<RevealedField> {
  const who = ctx.viewer.id!;
  try {
    // Counted first, so that many at once do not slip through; given back when nothing was shown.
    await takeToken(ctx.app, 'revealField', who, quota);
  } catch (error) {
    if (error instanceof CodedError) ctx.app.log.warn({ staffId: who }, 'somebody opened all the values of an hour');
    throw error;
  }
  try {
    return await reveal(ctx, complaintId, input);
  } catch (error) {
    await returnToken(ctx.app, 'revealField', who);
    throw error;
  }
}

const reveal = command(async (ctx: Context, complaintId: string, input: RevealFieldInput): Promise<RevealedField> => {
  const complaint = await find(ctx, Complaint, complaintId);
  await requireMay(ctx, complaint, mayReveal);
  requireStepUp(ctx);
  const { field, reason, rowId = null } = input;
  const isRow = rowId === null || isId(rowId);
  const value = isRow ? await clearValue(ctx, complaint, field, rowId) : null;
  const checks = new Checks();
  const note = checks.freeText(input.note, 'note', { max: 200 });
  checks.that(reason !== 'OTHER' || note !== null, 'note', 'field.required');
  checks.that(value !== null, 'field', 'complaint.nothingToReveal');
  checks.done();
  const opened = create(ctx, FieldReveal, {
    complaint: ref(complaint),
    staff: ref(ctx.em.getReference(Staff, ctx.viewer.id!)),
    field,
    rowId: isRow ? rowId : null,
    reason,
    sealedNote: ctx.app.cipher.encryptIfGiven(note),
  });
  record(ctx, 'complaint.fieldRevealed', complaint, {
    objectId: opened.id,
    data: { field, reason, ...(rowId && { rowId }) },
  });
  return { field, value: value! };
});
