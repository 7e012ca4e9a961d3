import { LockMode } from '@mikro-orm/core';
import { find, type Context } from '../../kernel/context.js';
import { badInput, unauthenticated } from '../../kernel/errors.js';
import { Complaint } from '../complaint/complaint.js';
import { complaintIdOf } from './track-complaint.js';

/** A complaint that somebody speaks about, locked, and whether it is the customer, who shows the code. */
export interface Spoken {
  complaint: Complaint;
  isCustomer: boolean;
  /** Whose retries are the same: the customer of a complaint is known by it. */
  caller: string;
}

/** Which complaint somebody speaks about, and whether they are its customer. */
export interface Speaker {
  complaintId: string;
  isCustomer: boolean;
}

/**
 * Who speaks about which complaint: named by its id, for whoever is signed in, or by the code of the customer;
 * `BAD_USER_INPUT` for both or neither. Asked before a command opens: wrong codes are counted whatever becomes of it.
 */
export async function speakerOf(
  ctx: Context,
  { id, trackingCode }: { id: string | null | undefined; trackingCode: string | null | undefined },
): Promise<Speaker> {
  if ((id == null) === (trackingCode == null)) throw badInput({ trackingCode: 'field.oneOf' });
  if (trackingCode != null) return { complaintId: await complaintIdOf(ctx, trackingCode), isCustomer: true };
  if (ctx.viewer.id === null) throw unauthenticated();
  return { complaintId: id!, isCustomer: false };
}

/** The complaint, locked; `NOT_FOUND` for whoever may not see it. */
export async function spokenOf(ctx: Context, { complaintId, isCustomer }: Speaker): Promise<Spoken> {
  if (!isCustomer) return { complaint: await find(ctx, Complaint, complaintId), isCustomer, caller: ctx.viewer.id! };
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  return {
    complaint: await ctx.em.findOneOrFail(Complaint, { id: complaintId }, lock),
    isCustomer,
    caller: complaintId,
  };
}
