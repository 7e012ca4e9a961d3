import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, type Context } from '../../kernel/context.js';
import { notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { requireStepUp } from '../../org/second-factor/step-up.access.js';
import { returnToken, takeToken } from '../../org/sign-in/rate-limit.js';
import { Staff } from '../../org/staff/staff.js';
import { mayReveal } from '../complaint/complaint.access.js';
import { requireMay } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { EvidenceOpening, type DownloadEvidenceInput, type EvidenceLink } from './evidence-opening.js';
import { Evidence } from './evidence.js';

/** Originals that a person may open in an hour. */
const quota = { limit: 100, windowSeconds: 3600 };
/** How long a link opens. */
const linkMs = 3 * 60_000;

/**
 * Who may see a complaint in clear gets a link to an original, for a reason that is kept. Originals show whatever the
 * customer showed, so the proof of a moment ago is asked for as for any clear value; it holds for the session, not for
 * one file, since a case is read as a whole. `FORBIDDEN` with `stepUp` without it; `RATE_LIMITED` after 100 in an hour.
 */
export async function downloadEvidence(
  ctx: Context,
  complaintId: string,
  input: DownloadEvidenceInput,
): Promise<EvidenceLink> {
  const who = ctx.viewer.id!;
  await takeToken(ctx.app, 'downloadEvidence', who, quota);
  try {
    return await giveLink(ctx, complaintId, input);
  } catch (error) {
    await returnToken(ctx.app, 'downloadEvidence', who);
    throw error;
  }
}

const giveLink = command(
  async (ctx: Context, complaintId: string, input: DownloadEvidenceInput): Promise<EvidenceLink> => {
    const complaint = await find(ctx, Complaint, complaintId);
    await requireMay(ctx, complaint, mayReveal);
    requireStepUp(ctx);
    const { evidenceId, reason } = input;
    const evidence = isId(evidenceId) && (await ctx.em.findOne(Evidence, { id: evidenceId, complaint: complaint.id }));
    if (!evidence) throw notFound();
    const checks = new Checks();
    const note = checks.freeText(input.note, 'note', { max: 200 });
    checks.that(reason !== 'OTHER' || note !== null, 'note', 'field.required');
    checks.done();
    const opening = create(ctx, EvidenceOpening, {
      evidence: ref(evidence),
      staff: ref(ctx.em.getReference(Staff, ctx.viewer.id!)),
      session: ctx.viewer.sessionId!,
      reason,
      sealedNote: ctx.app.cipher.encryptIfGiven(note),
      expiresAt: new Date(ctx.clock.now().getTime() + linkMs),
    });
    record(ctx, 'complaint.evidenceOpened', complaint, { objectId: evidence.id, data: { reason } });
    await ctx.em.flush();
    return { url: `/evidence/${opening.id}`, expiresAt: opening.expiresAt };
  },
);

/**
 * The file behind a link, for the session that asked for it, while the link and the right last; each time is in the
 * audit. `NOT_FOUND` for everybody else, as for what never was.
 */
export const takeEvidence = command(async (ctx: Context, linkId: string): Promise<Evidence> => {
  const { id: staff, sessionId } = ctx.viewer;
  if (!isId(linkId) || !staff || !sessionId) throw notFound();
  const where = { id: linkId, staff, session: sessionId, expiresAt: { $gt: ctx.clock.now() } };
  const opening = await ctx.em.findOne(EvidenceOpening, where, { populate: ['evidence'] });
  if (!opening) throw notFound();
  const evidence = opening.evidence.getEntity();
  const complaint = await find(ctx, Complaint, evidence.complaint.id);
  await requireMay(ctx, complaint, mayReveal);
  record(ctx, 'complaint.evidenceDownloaded', complaint, { objectId: evidence.id, data: { reason: opening.reason } });
  return evidence;
});
