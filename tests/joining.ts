import { Context } from '../server/src/kernel/context.js';
import { system } from '../server/src/kernel/viewer.js';
import { createLeadershipGroup } from '../server/src/org/groups/leadership-group.actions.js';
import { hashPassword } from '../server/src/org/sign-in/password.js';
import { enrolStaff } from '../server/src/org/staff/staff.actions.js';
import { createOrgUnit } from '../server/src/org/units/org-unit.actions.js';
import type { Speaker, TestBank } from './harness/bank.js';
import { password } from './org-bank.js';

/** Departments, people and groups that join a bank of tests, beside those that it opens with. */
export function joining({ app }: TestBank) {
  const ctx = new Context(app, system);
  return {
    department: async (parentId: string, code: string, name: string): Promise<string> =>
      (await createOrgUnit(ctx, { parentId, code, kind: 'DEPARTMENT', name })).id,
    /** Somebody who can sign in at once, to be spoken as by their name. */
    hire: async (username: string, orgUnitId: string): Promise<{ id: string; who: Speaker }> => {
      const passwordHash = await hashPassword(password);
      const { id } = await enrolStaff(ctx, { username, name: `员工${username}`, orgUnitId, passwordHash });
      return { id, who: username as Speaker };
    },
    /** A group of people, the first of whom leads it. */
    group: async (kind: string, orgUnitId: string, members: readonly string[]): Promise<string> => {
      const seats = members.map((staffId, index) => ({ staffId, position: index === 0 ? 'LEADER' : 'MEMBER' }));
      const input = { kind, name: `${kind} ${orgUnitId}`, orgUnitId, members: seats };
      return (await createLeadershipGroup(ctx, input as never)).id;
    },
  };
}
