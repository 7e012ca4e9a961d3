import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { isId } from '../../kernel/id.js';
import { say } from '../../kernel/messages.js';
import { Staff } from '../../org/staff/staff.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { move } from '../complaint/state-machine.js';
import { endWork } from '../handling/end-work.js';
import { isRecused } from '../handling/recusal.js';
import { tellCustomer } from '../handling/tell-customer.js';
import { Referral } from './referral.js';
import type { ReceiptInput, RecordReferralReceiptInput, ReferComplaintInput } from './referral.input.js';

const mostDocuments = 20;

/**
 * The bank gets: what the law gives to another body goes there, on a legal opinion that is somebody else's, and the
 * customer is told (D1-五.3(3)). The whole of it ends here; a part leaves the rest where it is.
 */
export const referComplaint = command(
  async (ctx: Context, id: string, input: ReferComplaintInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'referComplaint');
    requireVersion(complaint, input.expectedVersion);
    const { notice, ...said } = await checkReferral(ctx, complaint, input);
    const referral = create(ctx, Referral, {
      ...said,
      complaint: ref(complaint),
      scope: input.scope,
      referredBy: ref(ctx.em.getReference(Staff, ctx.viewer.id!)),
      referredAt: ctx.clock.now(),
    });
    const key = input.scope === 'WHOLE' ? 'referral.whole' : 'referral.part';
    const params = { reference: complaint.reference, body: said.body, notice };
    tellCustomer(ctx, complaint, 'REFERRAL', say('zh', { key, params }));
    if (input.scope === 'WHOLE') {
      move(complaint, 'referComplaint', 'REFERRED');
      await endWork(ctx, complaint);
    }
    record(ctx, 'complaint.referred', complaint, {
      audience: 'complaints',
      objectId: referral.id,
      data: { scope: input.scope },
    });
    return complaint;
  },
);

async function checkReferral(ctx: Context, complaint: Complaint, input: ReferComplaintInput) {
  const checks = new Checks();
  const body = checks.requiredFreeText(input.body, 'body', { max: 200 });
  const legalBasis = checks.requiredFreeText(input.legalBasis, 'legalBasis', { max: 1000 });
  const legalOpinion = checks.requiredFreeText(input.legalOpinion, 'legalOpinion', { min: 10, max: 4000 });
  const notice = checks.requiredFreeText(input.notice, 'notice', { max: 2000 });
  checks.that(input.documents.length > 0, 'documents', 'field.required');
  checks.that(input.documents.length <= mostDocuments, 'documents', {
    key: 'referral.tooManyDocuments',
    params: { max: mostDocuments },
  });
  const documents = input.documents.map((name) => checks.requiredFreeText(name, 'documents', { max: 200 }));
  const where = isId(input.opinionById) ? { id: input.opinionById, isActive: true } : null;
  const opinionBy = where && (await ctx.em.findOne(Staff, where));
  checks.that(opinionBy !== null, 'opinionById', 'referral.unknownPerson');
  checks.that(opinionBy?.id !== ctx.viewer.id, 'opinionById', 'referral.ownOpinion');
  checks.that(!opinionBy || !isRecused(complaint, opinionBy), 'opinionById', 'complaint.recused');
  const receipt = input.receipt ? checkReceipt(ctx, checks, input.receipt) : {};
  checks.done();
  return { body, legalBasis, legalOpinion, documents, notice, opinionBy: ref(opinionBy!), ...receipt };
}

function checkReceipt({ clock }: Context, checks: Checks, { number, receivedAt }: ReceiptInput) {
  const receiptNumber = checks.requiredText(number, 'receipt.number', { max: 100 });
  checks.that(receivedAt <= clock.now(), 'receipt.receivedAt', 'complaint.future');
  return { receiptNumber, receivedAt };
}

/** The bank gets: that the body took it, under which number and when, is on file (D1-五.3(3)). */
export const recordReferralReceipt = command(
  async (ctx: Context, id: string, input: RecordReferralReceiptInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'recordReferralReceipt');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const which = { complaint: complaint.id, id: input.referralId, receiptNumber: null };
    const referral = isId(input.referralId) ? await ctx.em.findOne(Referral, which) : null;
    checks.that(referral !== null, 'referralId', 'field.notFound');
    const receipt = checkReceipt(ctx, checks, input.receipt);
    checks.done();
    Object.assign(referral!, receipt);
    record(ctx, 'complaint.referralReceived', complaint, { audience: 'complaints', objectId: referral!.id });
    return complaint;
  },
);
