import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { Staff } from '../../org/staff/staff.js';
import { policyAtReceipt } from '../clocks/limits.js';
import { reviseForLevel } from '../clocks/revise.actions.js';
import { needsMany } from '../cooperation/cooperation.access.js';
import type { Level } from '../enumerations.js';
import { requireVerb } from './complaint.actions.js';
import type { ChangeLevelInput } from './change-level.input.js';
import { Complaint } from './complaint.js';
import { isGraver, leastLevel } from './least-level.js';
import { LevelChange } from './level-change.js';

/** The bank gets: a matter that is graver or lighter than it seemed has the limits of its true level (D2-四.2, D5-五.3(2)). */
export const changeLevel = command(async (ctx: Context, id: string, input: ChangeLevelInput): Promise<Complaint> => {
  const complaint = await find(ctx, Complaint, id);
  await requireVerb(ctx, complaint, 'changeLevel');
  requireVersion(complaint, input.expectedVersion);
  const { level: from, riskFlags } = complaint;
  const to = input.level;
  const least = leastLevel(
    await policyAtReceipt(ctx.em, complaint),
    (await complaint.category?.load()) ?? null,
    riskFlags,
  );
  const checks = new Checks();
  const reason = checks.requiredFreeText(input.reason, 'reason', { max: 1000 });
  checks.that(to !== from, 'level', 'complaint.sameLevel');
  checks.that(!isGraver(least, to), 'level', 'complaint.belowLeastLevel');
  checks.done();
  await setLevel(ctx, complaint, to, reason);
  return complaint;
});

/** Gives it a level, keeps who did so and why, and reckons its clocks anew; forced by its category or a flag, or chosen. */
export async function setLevel(
  ctx: Context,
  complaint: Complaint,
  to: Level,
  reason: string,
  { isForced = false } = {},
): Promise<void> {
  const from = complaint.level;
  complaint.level = to;
  // What was screened as light and turns out grave is looked into by several from then on (D7-四.3).
  const isAlone = complaint.handlingMode === 'STANDARD' || complaint.handlingMode === 'IMMEDIATE';
  if (isAlone && needsMany(complaint)) complaint.handlingMode = 'JOINT';
  const by = ref(ctx.em.getReference(Staff, ctx.viewer.id!));
  const change = create(ctx, LevelChange, { complaint: ref(complaint), from, to, reason, by });
  await reviseForLevel(ctx, complaint);
  record(ctx, 'complaint.levelChanged', complaint, {
    audience: 'complaints',
    objectId: change.id,
    data: { from, to, isForced },
  });
}
