import { ref } from '@mikro-orm/core';
import { allowedActions } from '../../kernel/allowed-action.js';
import { Checks } from '../../kernel/checks.js';
import { command, find, requireVersion, type Context } from '../../kernel/context.js';
import { notFound, requireOpen } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { Staff } from '../../org/staff/staff.js';
import { Task } from '../../work/task/task.js';
import { Complaint } from '../complaint/complaint.js';
import { taskPermission, type TaskFacts, type TaskVerb } from './task.access.js';
import type { CancelTaskInput, CompleteTaskInput, ConfirmTaskInput, StartTaskInput } from './task.input.js';
import { publishTask, taskSubject } from './tasks.js';

/** The bank gets: it is known that somebody is on it. */
export const startTask = command(async (ctx: Context, id: string, input: StartTaskInput): Promise<Task> => {
  const { task, complaint } = await take(ctx, id, 'startTask', input.expectedVersion);
  task.start(ctx.clock.now());
  publishTask(ctx, 'complaint.taskStarted', complaint, task);
  return task;
});

/** The bank gets: what was ordered is done, with proof; what was done otherwise is said, not passed over (D6-四.4(2)). */
export const completeTask = command(async (ctx: Context, id: string, input: CompleteTaskInput): Promise<Task> => {
  const { task, complaint } = await take(ctx, id, 'completeTask', input.expectedVersion);
  const checks = new Checks();
  const proof = checks.requiredFreeText(input.proof, 'proof', { max: 2000 });
  const deviation = checks.freeText(input.deviation, 'deviation', { max: 2000 });
  checks.done();
  task.complete(me(ctx), ctx.clock.now(), { proof, deviation });
  publishTask(ctx, 'complaint.taskCompleted', complaint, task);
  return task;
});

/** The bank gets: somebody other than who did it found it done (D7-四.5); or it goes back to them. */
export const confirmTask = command(async (ctx: Context, id: string, input: ConfirmTaskInput): Promise<Task> => {
  const { task, complaint } = await take(ctx, id, 'confirmTask', input.expectedVersion);
  const checks = new Checks();
  const comment = checks.freeText(input.comment, 'comment', { max: 1000 });
  checks.that(input.isDone || comment !== null, 'comment', 'field.required');
  checks.done();
  if (input.isDone) task.confirm(me(ctx), ctx.clock.now());
  else task.sendBack(comment!);
  publishTask(ctx, input.isDone ? 'complaint.taskConfirmed' : 'complaint.taskSentBack', complaint, task);
  return task;
});

/** The bank gets: nobody works on what is no longer wanted. */
export const cancelTask = command(async (ctx: Context, id: string, input: CancelTaskInput): Promise<Task> => {
  const { task, complaint } = await take(ctx, id, 'cancelTask', input.expectedVersion);
  const checks = new Checks();
  const reason = checks.requiredFreeText(input.reason, 'reason', { max: 1000 });
  checks.done();
  task.cancel(reason);
  publishTask(ctx, 'complaint.taskCancelled', complaint, task);
  return task;
});

/** Finds a task and its complaint, locks the complaint first as every verb does, and refuses what the rules do not leave open. */
async function take(
  ctx: Context,
  id: string,
  verb: TaskVerb,
  expectedVersion: number,
): Promise<{ task: Task; complaint: Complaint }> {
  const known = isId(id) ? await ctx.em.findOne(Task, { id, subjectKind: taskSubject }) : null;
  if (!known) throw notFound();
  const complaint = await find(ctx, Complaint, known.subjectId);
  const task = await find(ctx, Task, id);
  await ctx.em.populate(complaint, ['orgUnit']);
  const facts: TaskFacts = { ...task, complaint: { ...complaint, orgUnit: complaint.orgUnit.getEntity() } };
  requireOpen(taskPermission(verb)(ctx.viewer, facts), () => openVerbs(ctx, facts));
  requireVersion(task, expectedVersion);
  return { task, complaint };
}

const openVerbs = (ctx: Context, facts: TaskFacts): string[] =>
  allowedActions(ctx, Task, facts)
    .filter(({ blockedBy }) => blockedBy === null)
    .map(({ code }) => code);

const me = ({ em, viewer }: Context) => ref(em.getReference(Staff, viewer.id!));
