import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { Staff } from '../../org/staff/staff.js';
import { requireVerb, wasRecorded } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { move } from '../complaint/state-machine.js';
import { Contact } from '../contact.js';
import { endWork } from './end-work.js';
import type { WithdrawComplaintInput } from './handling.input.js';

/**
 * The bank gets: what the complainant takes back ends the day it is received, and how they said so is on file
 * (办法 art. 15). What had run out stays so; nobody is waited for any more.
 */
export const withdrawComplaint = command(
  async (ctx: Context, id: string, input: WithdrawComplaintInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    const requestDigest = ctx.app.cipher.digest('request', JSON.stringify(input));
    if (await wasRecorded(ctx, complaint, input, requestDigest)) return complaint;
    await requireVerb(ctx, complaint, 'withdrawComplaint');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const proof = checks.requiredFreeText(input.proof, 'proof', { max: 2000 });
    checks.text(input.idempotencyKey, 'idempotencyKey', { min: 8, max: 128 });
    checks.done();
    const contact = create(ctx, Contact, {
      complaint: ref(complaint),
      kind: 'LISTENING',
      channel: input.channel,
      direction: 'INBOUND',
      at: ctx.clock.now(),
      by: ctx.viewer.kind === 'STAFF' ? ref(ctx.em.getReference(Staff, ctx.viewer.id!)) : null,
      summary: proof,
      isCustomerVisible: false,
      caller: ctx.viewer.id,
      idempotencyKey: input.idempotencyKey?.trim() ?? null,
      requestDigest,
    });
    move(complaint, 'withdrawComplaint', 'WITHDRAWN');
    await endWork(ctx, complaint);
    record(ctx, 'complaint.withdrawn', complaint, { audience: 'complaints', objectId: contact.id });
    return complaint;
  },
);
