import type { Context } from '../../kernel/context.js';
import { notFound } from '../../kernel/errors.js';
import { maskText } from '../../kernel/masking.js';
import { returnToken, takeToken } from '../../org/sign-in/rate-limit.js';
import { Complaint } from '../complaint/complaint.js';
import { Contact } from '../contact.js';
import { ComplaintMerge } from '../merge/complaint-merge.js';
import { SlaClock } from '../clocks/sla-clock.js';
import type { TrackedComplaint } from './tracked-complaint.js';
import { trackingDigest } from './tracking-code.js';

const limits = { perAddress: { limit: 20, windowSeconds: 600 }, inAll: { limit: 600, windowSeconds: 600 } };
const mostMessages = 50;

/** The complainant gets: where their case stands and what the bank told them, and nothing about anybody else. */
export async function trackComplaint(ctx: Context, code: string): Promise<TrackedComplaint> {
  const em = ctx.app.orm.em.fork();
  const complaint = await em.findOneOrFail(Complaint, { id: await complaintIdOf(ctx, code) });
  const merged = await em.find(ComplaintMerge, { target: complaint.id });
  const clock = await em.findOne(SlaClock, { complaint: complaint.id, kind: 'FIRST_RESPONSE' });
  const messages = await em.find(
    Contact,
    { complaint: [complaint.id, ...merged.map(({ complaint: { id } }) => id)], isCustomerVisible: true },
    { orderBy: { at: 'desc', id: 'desc' }, limit: mostMessages },
  );
  return {
    id: complaint.id,
    reference: complaint.reference,
    status: complaint.status,
    channel: complaint.channel,
    receivedAt: complaint.receivedAt,
    firstResponseDueAt: clock?.isPending ? clock.dueAt : null,
    closedAt: complaint.closedAt,
    messages: messages.map(({ kind, at, summary }) => ({ kind, at, text: maskText(summary) })),
  };
}

/** Which complaint a code opens: where it is handled, if it was merged. `NOT_FOUND` for a wrong one, which are limited. */
export async function complaintIdOf(ctx: Context, code: string): Promise<string> {
  const em = ctx.app.orm.em.fork();
  const digest = trackingDigest(ctx.app.cipher, code);
  const { id } = await lookUp(ctx, async () =>
    digest === null ? null : em.findOne(Complaint, { trackingDigest: digest }),
  );
  return (await em.findOne(ComplaintMerge, { complaint: id }))?.target.id ?? id;
}

/** Looks for what a secret of the customer opens; `NOT_FOUND` when there is nothing, and then it counts as a try. */
export async function lookUp<Found>(ctx: Context, look: () => Promise<Found | null>): Promise<NonNullable<Found>> {
  // Taken before looking, so that nobody learns anything beyond the limit; a right code costs nothing.
  await takeToken(ctx.app, 'track.address', ctx.address, limits.perAddress);
  await takeToken(ctx.app, 'track.all', 'all', limits.inAll);
  const found = await look();
  if (!found) throw notFound();
  await returnToken(ctx.app, 'track.address', ctx.address);
  await returnToken(ctx.app, 'track.all', 'all');
  return found;
}
