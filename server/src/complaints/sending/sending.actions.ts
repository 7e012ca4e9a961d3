import type { Permission } from '../../kernel/allowed-action.js';
import { command, find, requireVersion, type Context } from '../../kernel/context.js';
import { requireOpen } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import { cancelDelivery as end, sendAgain } from '../../work/delivery/delivery.actions.js';
import { Delivery } from '../../work/delivery/delivery.js';
import { Complaint } from '../complaint/complaint.js';
import { deliveryOffers, mayCancel, mayRetry, type DeliveryFacts } from './delivery.access.js';
import type { CancelDeliveryInput, RetryDeliveryInput } from './delivery.input.js';

/** The bank gets: what could not be sent goes out once the reason is gone; it keeps its id. `CONFLICT` unless given up. */
export const retryDelivery = command(async (ctx: Context, id: string, input: RetryDeliveryInput): Promise<Delivery> => {
  const delivery = await found(ctx, id, mayRetry);
  requireVersion(delivery, input.expectedVersion);
  await sendAgain(ctx, delivery);
  return delivery;
});

/** The bank gets: nobody goes on trying what the customer was told otherwise. `CONFLICT` once it was sent or cancelled. */
export const cancelDelivery = command(
  async (ctx: Context, id: string, input: CancelDeliveryInput): Promise<Delivery> => {
    const delivery = await found(ctx, id, mayCancel);
    requireVersion(delivery, input.expectedVersion);
    await end(ctx, delivery);
    return delivery;
  },
);

async function found(
  ctx: Context,
  id: string,
  may: (viewer: Viewer, facts: DeliveryFacts) => Permission,
): Promise<Delivery> {
  const delivery = await find(ctx, Delivery, id);
  const complaint = await ctx.em.findOneOrFail(Complaint, { id: delivery.subjectId }, { populate: ['orgUnit'] });
  const { staffComplainedOfIds, orgUnit } = complaint;
  const facts = { state: delivery.state, complaint: { staffComplainedOfIds, orgUnit: orgUnit.getEntity() } };
  requireOpen(may(ctx.viewer, facts), () =>
    deliveryOffers.flatMap(({ code, rule }) => (rule(ctx, facts) === 'open' ? [code] : [])),
  );
  return delivery;
}
