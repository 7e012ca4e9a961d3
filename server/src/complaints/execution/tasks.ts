import { ref } from '@mikro-orm/core';
import { create, record, type Context } from '../../kernel/context.js';
import type { Staff } from '../../org/staff/staff.js';
import type { OrgUnit } from '../../org/units/org-unit.js';
import { liveTaskStates, Task } from '../../work/task/task.js';
import { shareWith } from '../complaint/complaint-share.actions.js';
import type { Complaint } from '../complaint/complaint.js';

/** What tasks of complaints carry as `subjectKind`. */
export const taskSubject = 'COMPLAINT';

interface Plan {
  text: string;
  owner: Staff;
  orgUnit: OrgUnit;
  dueOn: string;
}

/** Writes down what a resolution names; nobody is asked for it before it is approved. */
export async function addTasks(ctx: Context, complaint: Complaint, plans: readonly Plan[]): Promise<void> {
  for (const { text, owner, orgUnit, dueOn } of plans)
    create(ctx, Task, {
      subjectKind: taskSubject,
      subjectId: complaint.id,
      text,
      owner: ref(owner),
      orgUnit: ref(orgUnit),
      dueOn,
      state: 'PROPOSED',
    });
  await ctx.em.flush();
}

/** What was named is ordered now: its owners may read the complaint, and are told (D6-四.4(1)). */
export async function releaseTasks(ctx: Context, complaint: Complaint): Promise<void> {
  for (const task of await tasksOf(ctx, complaint)) {
    if (task.state !== 'PROPOSED') continue;
    task.state = 'PLANNED';
    await shareWith(ctx, complaint, task.owner.id, 'task');
    publishTask(ctx, 'complaint.taskOrdered', complaint, task);
  }
}

/** What is not over is no longer to be done. */
export async function cancelTasks(ctx: Context, complaint: Complaint, why: string): Promise<void> {
  for (const task of await tasksOf(ctx, complaint)) {
    const wasOrdered = task.state !== 'PROPOSED';
    task.cancel(why);
    if (wasOrdered) publishTask(ctx, 'complaint.taskCancelled', complaint, task);
  }
}

/** What is not over of a complaint's tasks. */
export const tasksOf = (ctx: Context, { id }: Complaint): Promise<Task[]> =>
  ctx.em.find(
    Task,
    { subjectKind: taskSubject, subjectId: id, state: [...liveTaskStates] },
    { orderBy: { id: 'asc' } },
  );

/** Tells of what happened to a task, in the story of its complaint. */
export function publishTask(ctx: Context, kind: string, complaint: Complaint, { id }: Task): void {
  record(ctx, kind, complaint, { audience: 'complaints', objectId: id });
}
