import { deadline } from '../../calendar/deadline.js';
import { readWorkingDays } from '../../calendar/working-days.js';
import type { Reaction, Reactions } from '../../kernel/application.js';
import type { Context } from '../../kernel/context.js';
import { LeadershipGroup } from '../../org/groups/leadership-group.js';
import { startClock } from '../clocks/clocks.actions.js';
import { policyAtReceipt } from '../clocks/limits.js';
import { Complaint } from '../complaint/complaint.js';
import { openStatuses } from '../enumerations.js';
import { nameDeciders } from './appeal.actions.js';
import { Appeal } from './appeal.js';

interface Ending {
  /** Whether a decision was told by it, against which the customer may appeal. */
  isDecision?: boolean;
  /** Whether the customer is called back after it, where the plan asks for that. */
  isVisited?: boolean;
}

/** What each event ends: from then on the windows for an appeal and for taking it up anew run. */
const endings: Readonly<Record<string, Ending>> = {
  'complaint.resolvedImmediately': { isDecision: true, isVisited: true },
  'complaint.replied': { isDecision: true, isVisited: true },
  'complaint.rejected': { isDecision: true },
  'complaint.referred': { isDecision: true },
  'complaint.closed': {},
  'complaint.withdrawn': {},
};

const follow =
  (ending: Ending): Reaction =>
  async (ctx, events) => {
    for (const { subjectId } of events) {
      const complaint = await ctx.em.findOneOrFail(Complaint, { id: subjectId });
      // A part that is handed over leaves it in work.
      if (openStatuses.includes(complaint.status)) continue;
      await openWindows(ctx, complaint, ending);
      if (ending.isVisited) await startClock(ctx, complaint, { kind: 'RETURN_VISIT' });
    }
  };

async function openWindows(ctx: Context, complaint: Complaint, { isDecision }: Ending): Promise<void> {
  const { handling } = await policyAtReceipt(ctx.em, complaint);
  const days = await readWorkingDays(ctx.em);
  const after = (count: number) => deadline(days, ctx.clock.now(), { count, unit: 'NATURAL_DAY' }).dueAt;
  complaint.reopenClosesAt = after(handling.reopenWindowDays);
  if (!isDecision) return;
  complaint.appealClosesAt = after(handling.appealWindowDays);
  complaint.isAppealed = false;
}

/** The group is another: those who decide are those of today. */
const nameAnew: Reaction = async (ctx, events) => {
  const groups = await ctx.em.find(
    LeadershipGroup,
    { id: events.map(({ subjectId }) => subjectId), kind: 'LEADERSHIP_GROUP' },
    { populate: ['orgUnit'] },
  );
  for (const { orgUnit } of groups) {
    const open = { state: 'ACCEPTED', complaint: { orgUnit: { path: { $like: `${orgUnit.$.path}%` } } } } as const;
    await nameAgain(ctx, await ctx.em.find(Appeal, open));
  }
};

/** Somebody has left: nobody waits for their decision. */
const nameWithout: Reaction = async (ctx, events) => {
  for (const { subjectId } of events)
    await nameAgain(ctx, await ctx.em.find(Appeal, { state: 'ACCEPTED', deciderIds: { $contains: [subjectId] } }));
};

async function nameAgain(ctx: Context, appeals: readonly Appeal[]): Promise<void> {
  for (const appeal of appeals) await nameDeciders(ctx, await appeal.complaint.loadOrFail(), appeal);
}

/** What follows when a complaint ends, and for those who decide appeals when the bank is staffed otherwise. */
export const aftermathReactions: Reactions = {
  ...Object.fromEntries(Object.entries(endings).map(([kind, ending]) => [kind, follow(ending)])),
  'access.groupCreated': nameAnew,
  'access.memberAppointed': nameAnew,
  'access.memberApproved': nameAnew,
  'access.memberDismissed': nameAnew,
  'access.groupDeactivated': nameAnew,
  'access.staffDeactivated': nameWithout,
};
