import { APPROVE_MEMBER, openBank, type FormedGroup } from './org-bank.js';

export const APPOINT =
  'mutation ($id: ID!, $input: AppointMemberInput!) { appointMember(groupId: $id, input: $input) { id } }';
export const ROSTER = 'query ($groupId: ID!) { groupRoster(groupId: $groupId) }';
export const IMPORT = `mutation ($groupId: ID!, $input: ImportRosterInput!) { importRoster(groupId: $groupId, input: $input) {
  keptCount changes { line username name formerPosition position isWaiting } group { version } } }`;
const GROUP = `query ($id: ID!) { leadershipGroup(id: $id) {
  id version members { id position basis validFrom validTo approvedAt staff { id username } } } }`;

interface Member {
  id: string;
  position: string;
  basis: string | null;
  validTo: string | null;
  approvedAt: string | null;
  staff: { username: string };
}

interface Outcome {
  keptCount: number;
  changes: {
    line: number | null;
    username: string;
    formerPosition: string | null;
    position: string | null;
    isWaiting: boolean;
  }[];
  group: { version: number };
}

/** A list with the two columns that it needs. */
export const list = (...lines: string[]): string => ['username,position', ...lines].join('\n');

/** What a list changes, as `p2 DEPUTY → LEADER waits`. */
export const said = ({ changes }: Outcome): string[] =>
  changes.map(
    ({ username, formerPosition, position, isWaiting }) =>
      `${username} ${formerPosition ?? '–'} → ${position ?? '–'}${isWaiting ? ' waits' : ''}`,
  );

/** A bank with people p1 to p6, and ways to read and write who is in a group. */
export async function openRosterBank() {
  const bank = await openBank();
  const id: Record<string, string> = {};
  for (const name of ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']) id[name] = await bank.hire(name, bank.head);
  const groupOf = async (groupId: string): Promise<{ id: string; version: number; members: Member[] }> =>
    (await bank.ask(GROUP, { id: groupId }, bank.anna)).leadershipGroup;
  const inputOf = async (groupId: string, content: string, more: object = {}) => ({
    groupId,
    input: { content, expectedVersion: (await groupOf(groupId)).version, ...more },
  });
  return {
    ...bank,
    id,
    groupOf,
    inputOf,
    /** Sets up a group by names, each approved where that is needed. */
    team: (members: Record<string, string>, kind = 'HANDLING_TEAM', unit = bank.eastOutlet): Promise<FormedGroup> =>
      bank.form(kind, unit, Object.fromEntries(Object.entries(members).map(([name, place]) => [id[name], place]))),
    /** Everybody who waits is approved by the other administrator. */
    async approveAll(groupId: string): Promise<void> {
      const waiting = (await groupOf(groupId)).members.filter(({ approvedAt }) => approvedAt === null);
      for (const { id: memberId } of waiting) await bank.ask(APPROVE_MEMBER, { id: groupId, memberId }, bank.bert);
    },
    exported: async (groupId: string, caller: object = {}): Promise<string> =>
      (await bank.ask(ROSTER, { groupId }, { ...bank.anna, ...caller })).groupRoster,
    load: async (groupId: string, content: string, more: object = {}): Promise<Outcome> =>
      (await bank.ask(IMPORT, await inputOf(groupId, content, more), bank.anna)).importRoster,
    /** Everybody in a group, as `p2 LEADER waits`. */
    listed: async (groupId: string): Promise<string[]> =>
      (await groupOf(groupId)).members
        .map(({ staff, position, approvedAt }) => `${staff.username} ${position}${approvedAt ? '' : ' waits'}`)
        .toSorted(),
    /** Kinds of the events of a group. */
    async events(groupId: string): Promise<string[]> {
      const text = 'select kind from event where subject_id = $1 order by seq';
      return (await bank.app.pool.query<{ kind: string }>(text, [groupId])).rows.map(({ kind }) => kind);
    },
  };
}

export type RosterBank = Awaited<ReturnType<typeof openRosterBank>>;
