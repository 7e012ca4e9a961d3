import { bankDay, startOfBankDay } from '../../kernel/bank-day.js';
import { Checks } from '../../kernel/checks.js';
import { requireVersion, type Context } from '../../kernel/context.js';
import { CodedError } from '../../kernel/errors.js';
import { rehearse } from '../../kernel/rehearse.js';
import { isSelf } from '../org.access.js';
import { requireStepUp } from '../second-factor/step-up.access.js';
import { accessCommand } from '../sign-in/access-command.js';
import type { Staff } from '../staff/staff.js';
import { checkWorkingLeader, termOf } from './group-rules.js';
import { groupAtWork } from './leadership-group.actions.js';
import type { GroupMember, LeadershipGroup } from './leadership-group.js';
import { endOf, readRoster, type RosterLine } from './roster-file.js';
import type { ImportRosterInput, RosterImport } from './roster-import.js';
import { checkLines, keptBy, peopleOn } from './roster-match.js';
import { appoint, dismiss, isGuarded, rivalsOf, standing, type Person, type Seat } from './roster.js';

type Outcome = Pick<RosterImport, 'changes' | 'keptCount'>;

/**
 * A list says who is in a group from now on: it appoints and dismisses as `appointMember` and `dismissMember` do, all
 * or nothing, each wrong line named.
 */
export const importRoster = accessCommand(
  async (ctx: Context, groupId: string, input: ImportRosterInput): Promise<Outcome> => {
    const group = await groupAtWork(ctx, groupId);
    if (!input.dryRun) requireStepUp(ctx);
    requireVersion(group, input.expectedVersion);
    const checks = new Checks();
    const lines = readRoster(checks, input.content);
    const members = await ctx.em.populate(await standing(ctx, group), ['staff']);
    const kept = keptBy(lines, members, ctx.clock.now());
    checkLines(checks, lines, kept);
    const entries = await appointListed(ctx, checks, group, { lines, members, kept });
    await dismissUnlisted(ctx, checks, group, { lines, members, kept, entries });
    checks.done();
    return { changes: changesOf(members, entries), keptCount: kept.size };
  },
);

/** What `importRoster` would change; nothing is changed by asking. */
export const previewRoster = (ctx: Context, groupId: string, input: ImportRosterInput): Promise<Outcome> =>
  rehearse(ctx, (own) => importRoster(own, groupId, input));

interface Lists {
  lines: readonly RosterLine[];
  members: readonly Seat[];
  /** Lines that say what is so already. */
  kept: ReadonlyMap<RosterLine, Seat>;
}

/** A line that was carried out. */
interface Entry {
  line: RosterLine;
  staff: Staff;
  member: GroupMember;
}

/** What somebody had in the group before. */
const formerOf = ({ staff, basis, validFrom, validTo }: Seat) => ({ name: staff.$.name, basis, validFrom, validTo });

/** What a line asks for. */
interface Appointment {
  group: LeadershipGroup;
  line: RosterLine;
  staff: Staff | null;
  former: ReturnType<typeof formerOf> | undefined;
}

async function appointListed(
  ctx: Context,
  checks: Checks,
  group: LeadershipGroup,
  { lines, members, kept }: Lists,
): Promise<Entry[]> {
  const people = await peopleOn(ctx, lines);
  // As they were: appointing the leader ends what the old one had.
  const formers = new Map(members.toReversed().map((member) => [member.staff.$.username, formerOf(member)]));
  const guarded = await isGuarded(ctx, group);
  const entries: Entry[] = [];
  let now: readonly GroupMember[] = members;
  // The leader first, so that the old one is free for another position.
  for (const line of lines.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const former = formers.get(line.username);
    const staff = people.get(line.username) ?? null;
    const known = staff?.name ?? former?.name;
    checks.that(!line.name || !known || line.name === known, `${line.path}.name`, 'org.rosterName');
    if (kept.has(line)) continue;
    const person = await personOn(ctx, checks, { group, line, staff, former });
    if (!person) continue;
    const reception = { members: now, isGuarded: guarded, replacesLeader: true };
    const member = await attempt(checks, `${line.path}.position`, () => appoint(ctx, group, person, reception));
    if (!member) continue;
    entries.push({ line, staff: person.staff, member });
    now = [...now.filter(({ dismissedAt }) => dismissedAt === null), member];
  }
  return entries;
}

const rankOf = ({ position }: RosterLine) => (position === 'LEADER' ? 0 : 1);

/** Who a line is to appoint; null where something about it is wrong. */
async function personOn(
  ctx: Context,
  checks: Checks,
  { group, line, staff, former }: Appointment,
): Promise<Person | null> {
  const { path, position } = line;
  const who = `${path}.username`;
  checks.that(!line.username || staff !== null, who, 'field.notFound');
  checks.that(staff?.isActive !== false, who, 'org.inactive');
  checks.that(!isSelf(ctx.viewer, staff?.id), who, 'org.noSelfGrant');
  if (!staff || !position || !line.isWhole) return null;
  const basis = line.basis === undefined ? (former?.basis ?? null) : line.basis;
  const input = { staffId: staff.id, position, basis, ...datesOf(ctx, line, former) };
  const term = termOf(ctx, checks, input, `${path}.`);
  if (position === 'LEADER' && group.kind === 'WORKING_GROUP' && group.parent)
    await checkWorkingLeader(ctx, checks, { parentId: group.parent.id, staffId: staff.id, path: who });
  const isRight = ['username', 'name', 'position', 'validTo'].every((cell) => !checks.isWrong(`${path}.${cell}`));
  return isRight ? { staff, input, term } : null;
}

/** A start that has come already is no start to come: the position is held from now on. */
function datesOf(ctx: Context, { validFrom, validTo }: RosterLine, former: Appointment['former']) {
  const now = ctx.clock.now();
  const upcoming = former && former.validFrom > now ? former.validFrom : null;
  const day = validFrom === undefined ? upcoming && bankDay(upcoming) : validFrom;
  const start = upcoming && day === bankDay(upcoming) ? upcoming : day ? startOfBankDay(day) : null;
  return {
    validFrom: start && start > now ? start : null,
    validTo: validTo === undefined ? (former?.validTo ?? null) : validTo === null ? null : endOf(validTo),
  };
}

/** Whoever is not on the list leaves, but the leader in office, and where an appointment that waits will take the place. */
async function dismissUnlisted(
  ctx: Context,
  checks: Checks,
  group: LeadershipGroup,
  { lines, members, kept, entries }: Lists & { entries: readonly Entry[] },
): Promise<void> {
  const done = new Set([...kept.keys(), ...entries.map(({ line }) => line)]);
  const listed = new Set<GroupMember>([...kept.values(), ...entries.map(({ member }) => member)]);
  const waiting = [...listed].filter(({ approvedAt }) => approvedAt === null);
  const replaced = new Set<GroupMember>(
    waiting.flatMap(({ staff, position }) => rivalsOf(staff.id, position, members)),
  );
  const failed = new Set(lines.filter((line) => !done.has(line)).map(({ username }) => username));
  for (const member of members) {
    const { username } = member.staff.$;
    if (member.dismissedAt !== null || listed.has(member) || failed.has(username)) continue;
    if (member.approvedAt !== null && (member.position === 'LEADER' || replaced.has(member))) continue;
    const now = members.filter(({ dismissedAt }) => dismissedAt === null);
    await attempt(checks, `content.missing.${username}`, () => dismiss(ctx, group, member, now));
  }
}

/** Carries out one change; what stands against it is noted at its place. */
async function attempt<Result>(checks: Checks, path: string, change: () => Promise<Result>): Promise<Result | null> {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'CONFLICT') throw error;
    // Another leader is on the list and waits, or is wrong: until then the old one leads.
    checks.that(false, path, error.text.key === 'org.leaderStays' ? 'org.leaderUntilApproved' : error.text);
    return null;
  }
}

function changesOf(members: readonly Seat[], entries: readonly Entry[]): Outcome['changes'] {
  const appointed = entries.map(({ line, staff, member: { position, approvedAt } }) => {
    const formers = members.filter((member) => member.staff.id === staff.id);
    const former = formers.find((member) => member.approvedAt !== null) ?? formers[0];
    return { ...namesOf(staff), line: line.line, ...from(former), position, isWaiting: approvedAt === null };
  });
  const again = new Set(entries.map(({ staff }) => staff.id));
  const left = members.filter(({ dismissedAt, staff }) => dismissedAt !== null && !again.has(staff.id));
  // One change a person, of what they held rather than of what they waited for.
  const gone = new Map(left.toSorted(waitingFirst).map((member) => [member.staff.id, member]));
  const leaving = [...gone.values()].map((member) => ({
    ...namesOf(member.staff.$),
    line: null,
    ...from(member),
    position: null,
    isWaiting: member.approvedAt === null,
  }));
  return [...appointed.toSorted((a, b) => a.line - b.line), ...leaving];
}

const waitingFirst = (a: GroupMember, b: GroupMember) => Number(b.approvedAt === null) - Number(a.approvedAt === null);
const namesOf = ({ username, name }: Staff) => ({ username, name });
const from = (former: GroupMember | undefined) => ({ formerPosition: former?.position ?? null });
