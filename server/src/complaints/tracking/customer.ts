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

/**
 * The complaint that is named by its id, for whoever is signed in, or by the code of the customer; `BAD_USER_INPUT` for
 * both or neither.
 */
export async function spokenOf(
  ctx: Context,
  { id, trackingCode }: { id: string | null | undefined; trackingCode: string | null | undefined },
): Promise<Spoken> {
  if ((id == null) === (trackingCode == null)) throw badInput({ trackingCode: 'field.oneOf' });
  if (trackingCode != null) return asCustomer(ctx, await complaintIdOf(ctx, trackingCode));
  if (ctx.viewer.id === null) throw unauthenticated();
  return { complaint: await find(ctx, Complaint, id!), isCustomer: false, caller: ctx.viewer.id };
}

/** As the customer of a complaint, who has proved it by what only they have. */
export async function asCustomer(ctx: Context, id: string): Promise<Spoken> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  return { complaint: await ctx.em.findOneOrFail(Complaint, { id }, lock), isCustomer: true, caller: id };
}
