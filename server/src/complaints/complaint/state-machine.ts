import type { Offer, Permission } from '../../kernel/allowed-action.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { ComplaintStatus } from '../enumerations.js';
import type { Row } from './actors.js';
import { isNamed, type ComplaintFacts } from './complaint.access.js';
import type { Complaint } from './complaint.js';
import { life } from './life.js';

/** A verb that people do with a complaint. */
export type ComplaintVerb = keyof typeof life;

/** Whether the viewer may do a verb with a complaint as it is: the one rule, asked by the action and by whoever offers it. */
export function permissionFor(verb: ComplaintVerb): (viewer: Viewer, facts: ComplaintFacts) => Permission {
  const { actor, from, otherwise, guards = [] }: Row = life[verb];
  return (viewer, facts) => {
    if ((viewer.kind !== 'STAFF' && viewer.kind !== 'API_KEY') || isNamed(viewer, facts)) return 'denied';
    if (!actor(viewer, facts)) return 'denied';
    if (!from.includes(facts.status)) return { blockedBy: otherwise };
    const blockedBy = guards.map((guard) => guard(viewer, facts)).find((reason) => reason !== null);
    return blockedBy ? { blockedBy } : 'open';
  };
}

/** Brings a complaint into another state: the only place where its state is written after registration. */
export function move(complaint: Complaint, verb: ComplaintVerb, to: ComplaintStatus): void {
  const row: Row = life[verb];
  if (!row.from.includes(complaint.status) || !row.to.includes(to)) {
    throw new Error(`${verb} does not lead from ${complaint.status} to ${to}`);
  }
  complaint.status = to;
}

/** The verbs as they are offered: not those whose time has not come, is over, or that make no sense. */
export const complaintOffers: readonly Offer<ComplaintFacts>[] = (Object.keys(life) as ComplaintVerb[]).map((code) => {
  const { from, isPointless }: Row = life[code];
  const permission = permissionFor(code);
  return {
    code,
    rule: ({ viewer, clock }, read) => {
      const facts = { ...read, now: clock.now() };
      return from.includes(facts.status) && !isPointless?.(facts) ? permission(viewer, facts) : 'denied';
    },
  };
});
