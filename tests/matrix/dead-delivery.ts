import { Contact } from '../../server/src/complaints/contact.js';
import type { Context } from '../../server/src/kernel/context.js';
import { queueDeliveries } from '../../server/src/work/delivery/delivery.actions.js';

/** A message about a complaint that was given up, on a server that can send nothing. */
export const deadDelivery = (ctx: Context, subjectId: string) =>
  ctx.transaction(async () => {
    const { id: objectId } = await ctx.em.findOneOrFail(Contact, { complaint: subjectId });
    const [message] = await queueDeliveries(ctx, [
      {
        subjectKind: 'Complaint',
        subjectId,
        objectId,
        audience: 'complaints',
        channel: 'SMS',
        orderKey: subjectId,
        sealedRecipient: ctx.app.cipher.encrypt('13800001111'),
        title: '告知',
        text: '告知',
        locale: 'zh',
      },
    ]);
    message!.end('DEAD');
    return { id: message!.id, version: 1 };
  });
