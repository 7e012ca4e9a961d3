import { Complaint } from '../../complaints/complaint/complaint.js';
import { conditionOf, type ComplaintFilter } from '../../complaints/complaint/complaint-filter.js';
import { Level, openStatuses, type ComplaintStatus } from '../../complaints/enumerations.js';
import { Escalation } from '../../escalations/escalation.js';
import { conditionOf as escalationsOf } from '../../escalations/escalation-filter.js';
import { bankDay, dayAfter, daysFrom, startOfBankDay } from '../../kernel/bank-day.js';
import { Checks } from '../../kernel/checks.js';
import type { Context } from '../../kernel/context.js';
import { notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { readCounts, type CountKey } from '../../kernel/read/counts.js';
import type { Channel } from '../../org/channel.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { idsBelow } from '../../org/units/unit-memory.js';
import { mayReadStatsAt, requireStatsReader } from './complaint-stats.access.js';
import type { ComplaintStats, ComplaintStatsInput } from './complaint-stats.js';

const usualDays = 30;
const mostDays = 92;
// Slips of the pen lie outside.
const [earliest, latest] = ['1900-01-01', '2999-12-31'];

/**
 * The numbers of a dashboard, each counted by the filter of the list that shows its rows.
 * `FORBIDDEN` to all but desks and managers, `NOT_FOUND` for a unit that is not theirs.
 */
export async function countComplaints(ctx: Context, input: ComplaintStatsInput): Promise<ComplaintStats> {
  requireStatsReader(ctx.viewer);
  const span = spanOf(ctx, input);
  const orgUnitId = await unitOf(ctx, input);
  const [now, received, concluded, closed, escalations] = await Promise.all([
    openNow(ctx, orgUnitId),
    countsOf(
      ctx,
      { orgUnitId, receivedFrom: span.validFrom, receivedTo: span.validTo },
      { day: { dayOf: 'receivedAt' } },
    ),
    concludedIn(ctx, { orgUnitId, repliedFrom: span.validFrom, repliedTo: span.validTo }),
    countsOf(ctx, { orgUnitId, closedFrom: span.validFrom, closedTo: span.validTo }, {}),
    readCounts(ctx, Escalation, escalationsOf({ orgUnitId, status: ['OPEN', 'ACKNOWLEDGED'] }), {
      status: { field: 'status' },
    }),
  ]);
  return {
    at: ctx.clock.now(),
    ...span,
    ...now,
    unresolvedEscalationCount: sum(escalations),
    unacknowledgedEscalationCount: sum(escalations.filter(({ status }) => status === 'OPEN')),
    receivedCount: sum(received),
    concludedCount: sum(concluded),
    closedCount: sum(closed),
    onTimeCount: sum(concluded.filter(({ isHistorical, isLate }) => !isHistorical && !isLate)),
    lateCount: sum(concluded.filter(({ isHistorical, isLate }) => !isHistorical && isLate)),
    byDay: daysOf(span).map((day) => ({
      day,
      validFrom: startOfBankDay(day),
      validTo: startOfBankDay(dayAfter(day, 1)),
      receivedCount: sum(received.filter((row) => row.day === day)),
      concludedCount: sum(concluded.filter((row) => row.day === day)),
    })),
  };
}

const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);

const countsOf = async <Keys extends string>(ctx: Context, filter: ComplaintFilter, by: Record<Keys, CountKey>) =>
  readCounts(ctx, Complaint, conditionOf(ctx, filter, await idsBelow(ctx.app, filter.orgUnitId)), by);

const concludedIn = (ctx: Context, filter: ComplaintFilter) =>
  countsOf(ctx, filter, {
    day: { dayOf: 'repliedAt' },
    isHistorical: { field: 'isHistorical' },
    isLate: { holds: conditionOf(ctx, { wasOverdue: true }) },
  });

async function openNow(ctx: Context, orgUnitId: string | null) {
  const rows = await countsOf(
    ctx,
    { orgUnitId, isOpen: true },
    {
      status: { field: 'status' },
      level: { field: 'level' },
      channel: { field: 'channel' },
      isOverdue: { holds: conditionOf(ctx, { isOverdue: true }) },
    },
  );
  const counts = (part: typeof rows) => ({
    openCount: sum(part),
    overdueCount: sum(part.filter(({ isOverdue }) => isOverdue)),
  });
  const channels = [...new Set(rows.map(({ channel }) => channel as Channel))];
  const levels = (Object.keys(Level) as Level[]).toReversed();
  return {
    ...counts(rows),
    byChannel: channels
      .map((channel) => ({ channel, ...counts(rows.filter((row) => row.channel === channel)) }))
      .toSorted((a, b) => b.openCount - a.openCount || (a.channel < b.channel ? -1 : 1)),
    byLevel: levels.map((level) => ({ level, ...counts(rows.filter((row) => row.level === level)) })),
    byStatusAndLevel: openStatuses.flatMap((status) =>
      levels
        .map((level) => ({ status, level, openCount: openOf(rows, status, level) }))
        .filter(({ openCount }) => openCount > 0),
    ),
  };
}

const openOf = (
  rows: readonly { status: unknown; level: unknown; count: number }[],
  status: ComplaintStatus,
  level: Level,
) => sum(rows.filter((row) => row.status === status && row.level === level));

function spanOf(ctx: Context, { firstDay, lastDay }: ComplaintStatsInput) {
  const last = lastDay ?? bankDay(ctx.clock.now());
  const checks = new Checks();
  for (const [name, day] of Object.entries({ firstDay, lastDay }))
    checks.that(day == null || (day >= earliest && day <= latest), `input.${name}`, 'stats.badDay');
  checks.done();
  const first = firstDay ?? dayAfter(last, 1 - usualDays);
  const days = daysFrom(first, last);
  checks.that(days >= 1 && days <= mostDays, 'input.firstDay', { key: 'stats.badSpan', params: { max: mostDays } });
  checks.done();
  return {
    firstDay: first,
    lastDay: last,
    validFrom: startOfBankDay(first),
    validTo: startOfBankDay(dayAfter(last, 1)),
  };
}

const daysOf = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }) =>
  Array.from({ length: daysFrom(firstDay, lastDay) }, (_, index) => dayAfter(firstDay, index));

async function unitOf(ctx: Context, { orgUnitId }: ComplaintStatsInput): Promise<string | null> {
  if (orgUnitId == null) return null;
  const unit = isId(orgUnitId) ? await ctx.app.orm.em.fork().findOne(OrgUnit, orgUnitId, { fields: ['path'] }) : null;
  if (!unit || !mayReadStatsAt(ctx.viewer, unit.path)) throw notFound();
  return unit.id;
}
