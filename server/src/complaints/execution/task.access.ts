import type { Offer, Permission } from '../../kernel/allowed-action.js';
import { hasRoleAt, type Viewer } from '../../kernel/viewer.js';
import type { TaskState } from '../../work/task/task.js';
import type { ComplaintStatus } from '../enumerations.js';

/** What the rules need to know of a task of a complaint. */
export interface TaskFacts {
  state: TaskState;
  owner: { id: string };
  completedBy: { id: string } | null;
  complaint: {
    status: ComplaintStatus;
    orgUnit: { path: string };
    lead: { id: string } | null;
    staffComplainedOfIds: readonly string[];
  };
}

/** The columns behind `TaskFacts`. */
export const taskFactNeeds = [
  'state',
  'owner',
  'completedBy',
  'complaint.status',
  'complaint.orgUnit.path',
  'complaint.lead',
  'complaint.staffComplainedOfIds',
];

interface Row {
  actor(viewer: Viewer, facts: TaskFacts): boolean;
  from: readonly TaskState[];
  guard?(viewer: Viewer, facts: TaskFacts): string | null;
}

const isOwner = ({ id }: Viewer, { owner }: TaskFacts) => owner.id === id;
const desk = (viewer: Viewer, { complaint }: TaskFacts) => hasRoleAt(viewer, ['DESK'], complaint.orgUnit.path);
const supervisor = (viewer: Viewer, { complaint }: TaskFacts) =>
  hasRoleAt(viewer, ['DESK', 'REVIEWER'], complaint.orgUnit.path);

/** Whoever did it, or leads the case it belongs to, does not confirm it (D7-四.5). */
const isAnother: Row['guard'] = ({ id }, { completedBy, complaint }) =>
  completedBy?.id === id || complaint.lead?.id === id ? 'task.ownWork' : null;

/** The life of a task of a complaint: who may do what in which state. */
export const taskLife = {
  startTask: { actor: isOwner, from: ['PLANNED'] },
  completeTask: { actor: isOwner, from: ['IN_PROGRESS'] },
  confirmTask: { actor: supervisor, from: ['DONE'], guard: isAnother },
  cancelTask: {
    actor: (viewer, facts) => desk(viewer, facts) || facts.complaint.lead?.id === viewer.id,
    from: ['PLANNED', 'IN_PROGRESS'],
  },
} as const satisfies Record<string, Row>;

/** A verb that people do with a task. */
export type TaskVerb = keyof typeof taskLife;

const inExecution: readonly ComplaintStatus[] = ['EXECUTING', 'REPLIED'];

/** Whether the viewer may do a verb with a task as it is, asked by the action and by whoever offers it. */
export function taskPermission(verb: TaskVerb): (viewer: Viewer, facts: TaskFacts) => Permission {
  const { actor, from, guard }: Row = taskLife[verb];
  return (viewer, facts) => {
    const isNamed = facts.complaint.staffComplainedOfIds.includes(viewer.id ?? '');
    if (viewer.kind !== 'STAFF' || isNamed || !actor(viewer, facts)) return 'denied';
    if (!from.includes(facts.state)) return { blockedBy: `task.not.${verb}` };
    if (!inExecution.includes(facts.complaint.status)) return { blockedBy: 'task.notInExecution' };
    const blockedBy = guard?.(viewer, facts) ?? null;
    return blockedBy ? { blockedBy } : 'open';
  };
}

/** The verbs of a task as they are offered: not those whose time has not come or is over. */
export const taskOffers: readonly Offer<TaskFacts>[] = (Object.keys(taskLife) as TaskVerb[]).map((code) => ({
  code,
  rule: ({ viewer }, facts) =>
    (taskLife[code].from as readonly TaskState[]).includes(facts.state)
      ? taskPermission(code)(viewer, facts)
      : 'denied',
}));
