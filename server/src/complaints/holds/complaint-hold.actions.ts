import { ref } from '@mikro-orm/core';
import { create, record, type Context } from '../../kernel/context.js';
import type { Complaint } from '../complaint/complaint.js';
import { ComplaintHold } from './complaint-hold.js';

/** A row of an upper floor that holds complaints: an incident, a drill, a dispute. */
export interface Holder {
  id: string;
  constructor: { name: string };
}

/**
 * Keeps a complaint's file open until `release`: the single way for upper floors to make a complaint wait. A second hold
 * by the same holder changes nothing. To be called in the reaction that gives the reason.
 */
export async function hold(ctx: Context, complaint: Complaint, holder: Holder, reasonKey: string): Promise<void> {
  if (await openHold(ctx, complaint, holder)) return;
  const held = create(ctx, ComplaintHold, {
    complaint: ref(complaint),
    reasonKey,
    heldByKind: holder.constructor.name,
    heldById: holder.id,
    heldAt: ctx.clock.now(),
  });
  record(ctx, 'complaint.held', complaint, { audience: 'complaints', objectId: held.id });
}

/** Lets go what a holder keeps open; nothing where it holds nothing. */
export async function release(ctx: Context, complaint: Complaint, holder: Holder): Promise<void> {
  const held = await openHold(ctx, complaint, holder);
  if (!held) return;
  held.releasedAt = ctx.clock.now();
  record(ctx, 'complaint.released', complaint, { audience: 'complaints', objectId: held.id });
}

const openHold = ({ em }: Context, complaint: Complaint, { id, constructor }: Holder): Promise<ComplaintHold | null> =>
  em.findOne(ComplaintHold, {
    complaint: complaint.id,
    heldByKind: constructor.name,
    heldById: id,
    releasedAt: null,
  });
