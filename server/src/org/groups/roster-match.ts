import { LockMode } from '@mikro-orm/postgresql';
import { bankDay } from '../../kernel/bank-day.js';
import type { Checks } from '../../kernel/checks.js';
import type { Context } from '../../kernel/context.js';
import { readableIds } from '../../kernel/read/read.js';
import { Staff } from '../staff/staff.js';
import type { GroupMember } from './leadership-group.js';
import { lastDayOf, type RosterLine } from './roster-file.js';
import type { Seat } from './roster.js';

/** The people that lines name, by employee number, as far as the viewer may see them; kept as they are until the command ends. */
export async function peopleOn(ctx: Context, lines: readonly RosterLine[]): Promise<Map<string, Staff>> {
  const usernames = [...new Set(lines.map(({ username }) => username))];
  const ids = await readableIds(ctx, Staff, { username: usernames }, usernames.length);
  const people = await ctx.em.find(
    Staff,
    { id: { $in: ids } },
    // In one order, so that two lists do not wait for each other.
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_READ, refresh: true },
  );
  return new Map(people.map((person) => [person.username, person]));
}

/** The lines that say what is so already, each with its membership: in office first, then one that waits. */
export function keptBy(lines: readonly RosterLine[], members: readonly Seat[], now: Date): Map<RosterLine, Seat> {
  const inOrder = members.toSorted((a, b) => Number(a.approvedAt === null) - Number(b.approvedAt === null));
  const byUsername = Map.groupBy(inOrder, ({ staff }) => staff.$.username);
  const today = bankDay(now);
  const taken = new Set<Seat>();
  const kept = new Map<RosterLine, Seat>();
  for (const line of lines) {
    const own = byUsername.get(line.username) ?? [];
    const member = own.find((each) => !taken.has(each) && isSame(each, line, today));
    if (!member) continue;
    taken.add(member);
    kept.set(line, member);
  }
  return kept;
}

function isSame(member: GroupMember, line: RosterLine, today: string): boolean {
  // Since when somebody is in office says nothing about who is.
  const upcoming = (day: string | null) => (day !== null && day > today ? day : null);
  return (
    line.isWhole &&
    member.position === line.position &&
    (line.basis === undefined || line.basis === member.basis) &&
    (line.validFrom === undefined || upcoming(line.validFrom) === upcoming(bankDay(member.validFrom))) &&
    (line.validTo === undefined || line.validTo === lastDayOf(member))
  );
}

/**
 * One leader, nobody twice. Only what stands side by side already may: somebody in office and the appointment that
 * waits to take the place.
 */
export function checkLines(checks: Checks, lines: readonly RosterLine[], kept: ReadonlyMap<RosterLine, Seat>): void {
  const isSettled = (some: readonly RosterLine[]) => some.length === 1 || some.every((line) => kept.has(line));
  const leaders = lines.filter(({ position }) => position === 'LEADER');
  const isReadable = lines.every(({ position }) => position !== null);
  checks.that(leaders.length > 0 || !isReadable, 'content', 'org.oneLeader');
  if (!isSettled(leaders)) for (const { path } of leaders) checks.that(false, `${path}.position`, 'org.oneLeader');
  for (const same of Map.groupBy(lines, ({ username }) => username).values())
    if (!isSettled(same))
      for (const { path, username } of same.slice(1)) checks.that(!username, `${path}.username`, 'org.memberTwice');
}
