import type { Complaint } from '../complaints/complaint/complaint.js';
import type { Context } from '../kernel/context.js';
import { deskMembersOf, leadersOf, type Recipients } from '../org/groups/recipients.js';
import { staffingAt, type Staffing } from '../org/groups/staffing.js';
import { idsOnPath, pathAbove } from '../org/units/org-path.js';
import type { OrgUnit } from '../org/units/org-unit.js';
import { Staff } from '../org/staff/staff.js';
import { stepOrder } from '../plans/policy-rules.js';
import { policiesAt, type Policy } from '../plans/policy.js';
import type { EscalationLevel } from './enumerations.js';
import { rankOf } from './triggers.js';

/** A step that somebody stands on. */
export interface Rung {
  level: EscalationLevel;
  staff: readonly Staff[];
}

/** Who answers for a complaint, and who must not hear of it because they are complained of. */
export interface Involved {
  responsible: Staff | null;
  complainedOfIds: readonly string[];
}

/** The ladder of a unit at a moment: who stands on each step. */
export class Ladder {
  constructor(
    private readonly staffing: Staffing,
    private readonly unitPath: string,
    private readonly involved: Involved = { responsible: null, complainedOfIds: [] },
  ) {}

  /** The lowest step from `level` upward where an active person stands; null when nobody does. */
  from(level: EscalationLevel): Rung | null {
    for (const step of stepOrder.slice(rankOf(level))) {
      const staff = this.staffOn(step);
      if (staff.length) return { level: step, staff };
    }
    return null;
  }

  /** The step above one; where nobody stands higher, the same step again. */
  above(level: EscalationLevel): Rung {
    const above = level === 'E4' ? null : this.from(stepAfter(level));
    return above ?? this.from(level) ?? { level, staff: [] };
  }

  /** Whom a group or department puts on a step: E1 team leader, E2 desk, E3 leadership group, E4 the superior unit's. */
  recipientsOn(level: EscalationLevel): Recipients | null {
    if (level === 'E0') return null;
    if (level === 'E1') return leadersOf(this.staffing, this.unitPath, 'HANDLING_TEAM', ['LEADER']);
    if (level === 'E2') return deskMembersOf(this.staffing, this.unitPath);
    const own = this.leadersFrom(this.unitPath);
    if (level === 'E3' || !own) return own;
    return this.leadersFrom(pathAbove(own.orgUnit.path));
  }

  private leadersFrom(unitPath: string | null): Recipients | null {
    return unitPath === null ? null : leadersOf(this.staffing, unitPath, 'LEADERSHIP_GROUP', ['LEADER', 'DEPUTY']);
  }

  private staffOn(level: EscalationLevel): Staff[] {
    const { responsible, complainedOfIds } = this.involved;
    const onStep = level === 'E0' ? [responsible] : (this.recipientsOn(level)?.staff ?? []);
    return onStep.filter((staff) => staff !== null).filter(({ id }) => !complainedOfIds.includes(id));
  }
}

/** Who stands above a complaint, and the rules that say when each step comes. */
export interface Standing {
  ladder: Ladder;
  policy: Policy;
}

/** What is brought to those above: a complaint, and the unit asked to help where it is about that one's silence. */
export interface Matter {
  complaint: Complaint;
  askedUnit?: OrgUnit | null;
}

/** What stands above each of some matters now; the number of statements does not grow with theirs. */
export async function standingsOf(
  { em, clock }: Context,
  matters: readonly Matter[],
): Promise<(matter: Matter) => Standing> {
  const now = clock.now();
  const complaints = matters.map(({ complaint }) => complaint);
  await em.populate(complaints, ['orgUnit']);
  const unitIds = [...new Set(matters.flatMap((matter) => idsOnPath(unitOf(matter).path)))];
  const staffing = await staffingAt(em, unitIds, now);
  const policies = await policiesAt(em, now, unitIds);
  const handlerIds = complaints.flatMap(({ responsible }) => responsible?.id ?? []);
  const handlers = await em.find(Staff, { id: { $in: handlerIds }, isActive: true });
  return (matter) => {
    const unit = unitOf(matter);
    const { responsible, staffComplainedOfIds: complainedOfIds } = matter.complaint;
    // The handler stands on E0 while active.
    const handler = handlers.find(({ id }) => id === responsible?.id) ?? null;
    return {
      ladder: new Ladder(staffing, unit.path, { responsible: handler, complainedOfIds }),
      policy: policies.for(unit),
    };
  };
}

/** The unit whose ladder a matter climbs: that which answers for the complaint, unless it is about another's silence. */
const unitOf = ({ complaint, askedUnit }: Matter): OrgUnit => askedUnit ?? complaint.orgUnit.getEntity();

/** The step after this one; the top one repeats. */
function stepAfter(level: EscalationLevel): EscalationLevel {
  return stepOrder[Math.min(rankOf(level) + 1, stepOrder.length - 1)]!;
}

/** When a step's delay is over; E0 and E1 wait until the bank's quiet hours end (Asia/Shanghai). */
export function delayedFrom(at: Date, level: EscalationLevel, policy: Policy): Date {
  const next = new Date(at.getTime() + policy.stepDelayMinutes(level) * 60_000);
  return rankOf(level) <= rankOf('E1') ? outsideQuietHours(next, policy.quietHours) : next;
}

// Shanghai has kept UTC+8 without summer time since 1991.
const bankOffsetMs = 8 * 3_600_000;

function outsideQuietHours(at: Date, { from, to }: Policy['quietHours']): Date {
  const local = new Date(at.getTime() + bankOffsetMs);
  const hour = local.getUTCHours();
  if (hour < from && hour >= to) return at;
  const morning = new Date(local);
  morning.setUTCHours(to, 0, 0, 0);
  if (hour >= from) morning.setUTCDate(morning.getUTCDate() + 1);
  return new Date(morning.getTime() - bankOffsetMs);
}
