import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { say } from '../../kernel/messages.js';
import { Staff } from '../../org/staff/staff.js';
import { fulfilClocks } from '../clocks/clocks.actions.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { Contact } from '../contact.js';
import type { RecordReturnVisitInput } from './aftermath.input.js';
import { ReturnVisit } from './return-visit.js';

/** Whoever was not reached so often need not be called again. */
const enoughTries = 3;

/** The bank gets: somebody other than who handled it hears what the customer thinks of the answer (回访, D7-四.6). */
export const recordReturnVisit = command(
  async (ctx: Context, id: string, input: RecordReturnVisitInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'recordReturnVisit');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const isReached = input.outcome !== 'NOT_REACHED';
    const comment = checks.freeText(input.comment?.trim() || null, 'comment', { max: 2000 });
    checks.that(!isReached || comment !== null, 'comment', 'field.required');
    checks.done();
    const isEnough = isReached || (await triesSince(ctx, complaint)) + 1 >= enoughTries;
    const visit = noteVisit(ctx, complaint, input, comment);
    if (isEnough) await fulfilClocks(ctx, complaint, ['RETURN_VISIT']);
    record(ctx, 'complaint.returnVisited', complaint, {
      audience: 'complaints',
      objectId: visit.contact.id,
      data: { outcome: input.outcome },
    });
    return complaint;
  },
);

function noteVisit(
  ctx: Context,
  complaint: Complaint,
  { outcome }: RecordReturnVisitInput,
  comment: string | null,
): ReturnVisit {
  const by = ref(ctx.em.getReference(Staff, ctx.viewer.id!));
  const at = ctx.clock.now();
  const contact = create(ctx, Contact, {
    complaint: ref(complaint),
    kind: 'RETURN_VISIT',
    channel: 'PHONE',
    direction: 'OUTBOUND',
    at,
    by,
    summary: comment ?? say('zh', 'returnVisit.notReached'),
    isCustomerVisible: false,
    outcome: outcome === 'NOT_REACHED' ? 'NOT_REACHED' : null,
    caller: null,
    idempotencyKey: null,
    requestDigest: null,
  });
  return create(ctx, ReturnVisit, { complaint: ref(complaint), contact: ref(contact), outcome, by, at });
}

/** How often nobody was reached since the answer. */
const triesSince = ({ em }: Context, { id, repliedAt }: Complaint): Promise<number> =>
  em.count(ReturnVisit, { complaint: id, ...(repliedAt ? { at: { $gte: repliedAt } } : {}) });
