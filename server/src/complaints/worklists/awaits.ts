import { defineEnum } from '../../kernel/enumeration.js';
import { nothing, type Condition } from '../../kernel/read/registry.js';
import { hasRole, type Viewer } from '../../kernel/viewer.js';
import { handler, impartial, type Actor, type Row } from '../complaint/actors.js';
import { complainsOf } from '../complaint/complaint.access.js';
import { life } from '../complaint/life.js';
import type { ComplaintStatus } from '../enumerations.js';

export const ComplaintAwaits = defineEnum(
  'ComplaintAwaits',
  'What a complaint waits for from the viewer (待办): a verb that is offered to them, now or once something named is done.',
  {
    CLAIM: 'That somebody is first handler of what an app brought (待认领): `claimComplaint`.',
    SCREENING: 'To be taken up or rejected (待初审): `screenComplaint`.',
    ASSIGNMENT: 'To be offered to a unit or a person (待分派): `assignComplaint`.',
    ACCEPTANCE: 'To be taken over or returned (待接收): `acceptHandover`.',
    COOPERATION: 'To be answered for a unit that is asked to help (待协办): `answerCooperation`.',
    INVESTIGATION: 'To be looked into (待调查): `planInvestigation` and what follows.',
    CLOSING: 'To be closed once everything promised is done (待结案): `closeComplaint`.',
  },
);
export type ComplaintAwaits = keyof typeof ComplaintAwaits;

/** A verb of the table of life whose actor can be listed, and what else makes it wait. */
interface Wait {
  row: Row & { actor: Actor };
  from?: readonly ComplaintStatus[];
  besides?: Condition;
}

/** The one place that says which verb each list is about. */
const waits: Record<ComplaintAwaits, Wait> = {
  CLAIM: { row: life.claimComplaint, besides: { firstHandler: null } },
  SCREENING: { row: life.screenComplaint },
  ASSIGNMENT: { row: life.assignComplaint },
  ACCEPTANCE: { row: life.acceptHandover },
  COOPERATION: { row: life.answerCooperation },
  INVESTIGATION: { row: { ...life.planInvestigation, actor: handler }, from: ['INVESTIGATING'] },
  CLOSING: { row: life.closeComplaint },
};

/** Complaints that wait for the viewer to do one of these; none for apps. What the viewer can never do (回避) does not wait for them. */
export function awaitedBy(viewer: Viewer, kinds: readonly ComplaintAwaits[]): Condition {
  const staffId = viewer.id;
  if (viewer.kind !== 'STAFF' || !staffId) return nothing;
  const recused = viewer.managerId ? complainsOf(viewer.managerId) : nothing;
  const rowsOf = ({ row, from = row.from, besides = {} }: Wait): Condition => ({
    status: from,
    $and: [besides, row.actor.rows(staffId, viewer)],
    $not: row.guards?.includes(impartial) ? recused : nothing,
  });
  return { $or: kinds.map((kind) => rowsOf(waits[kind])) };
}

/** Whether a kind of work is usually the viewer's. */
export const isUsualFor = (viewer: Viewer, kind: ComplaintAwaits): boolean =>
  viewer.kind === 'STAFF' && hasRole(viewer, waits[kind].row.actor.roles);
