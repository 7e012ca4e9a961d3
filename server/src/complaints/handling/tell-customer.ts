import { ref } from '@mikro-orm/core';
import { create, record, type Context } from '../../kernel/context.js';
import { Staff } from '../../org/staff/staff.js';
import type { Complaint } from '../complaint/complaint.js';
import { Contact } from '../contact.js';
import type { ContactKind } from '../enumerations.js';

/** Puts a message of the bank to the customer on file, who sees it when following the case, and has it sent. */
export function tellCustomer(ctx: Context, complaint: Complaint, kind: ContactKind, summary: string): Contact {
  const contact = create(ctx, Contact, {
    complaint: ref(complaint),
    kind,
    channel: complaint.channel,
    direction: 'OUTBOUND',
    at: ctx.clock.now(),
    by: ctx.viewer.kind === 'STAFF' ? ref(ctx.em.getReference(Staff, ctx.viewer.id!)) : null,
    summary,
    isCustomerVisible: true,
    isSentBySystem: true,
    caller: null,
    idempotencyKey: null,
    requestDigest: null,
  });
  record(ctx, 'complaint.customerTold', complaint, { objectId: contact.id, data: { contactKind: kind } });
  return contact;
}
