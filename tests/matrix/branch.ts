import { calendarOf, changeCalendarDay } from '../../server/src/calendar/calendar.actions.js';
import { yearOf } from '../../server/src/calendar/working-days.js';
import { Context } from '../../server/src/kernel/context.js';
import { system } from '../../server/src/kernel/viewer.js';
import { createApiKey } from '../../server/src/org/api-keys/api-key.actions.js';
import { grantRole } from '../../server/src/org/grants/role-grant.actions.js';
import { GroupMember } from '../../server/src/org/groups/leadership-group.js';
import { createLeadershipGroup } from '../../server/src/org/groups/leadership-group.actions.js';
import { hashPassword } from '../../server/src/org/sign-in/password.js';
import { enrolStaff } from '../../server/src/org/staff/staff.actions.js';
import { createOrgUnit } from '../../server/src/org/units/org-unit.actions.js';
import { UserSession } from '../../server/src/org/sign-in/user-session.js';
import { authenticatorFor } from '../harness/authenticator.js';
import { addCode, retireCode } from '../../server/src/work/code-list.actions.js';
import { aftermathOf } from './branch-aftermath.js';
import { endingsOf } from './branch-endings.js';
import { complaintSteps } from './steps.js';
import { channels, freshKey } from '../harness/bank.js';
import { deadDelivery } from './dead-delivery.js';
import { steppedUp } from '../harness/step-up.js';
import type { Answer, TestServer } from '../harness/server.js';

/** The columns of the table in docs/permissions.md: each a person of a branch with that one role for it, its app, or an administrator of the whole bank. */
export const roles = [
  'NONE',
  'INTAKE',
  'HANDLER',
  'REVIEWER',
  'DESK',
  'MANAGER',
  'ADMIN',
  'BANK_ADMIN',
  'AUDITOR',
  'TRAINER',
  'CHANNEL_APP',
] as const;
export type Role = (typeof roles)[number];

const password = 'a long enough password';
let passwordHash: Promise<string> | undefined;
let count = 0;

const SIGN_IN = `mutation ($username: String!, $password: String!) {
  signIn(input: { username: $username, password: $password, mode: TOKEN }) { token } }`;

/** A branch with somebody of every role, and new things in it to act on; each call makes another one. */
export async function openBranch(server: TestServer, headId: string, code: string) {
  passwordHash ??= hashPassword(password);
  const hash = await passwordHash;
  const ctx = new Context(server.app, system);
  const next = () => `${code}${++count}`;
  const branch = await createOrgUnit(ctx, { parentId: headId, code, kind: 'BRANCH', name: `分行${code}` });
  const branchId = branch.id;
  const enrol = (orgUnitId: string, username = next()) =>
    enrolStaff(ctx, { username, name: `员工${username}`, orgUnitId, passwordHash: hash });

  const tokens = {} as Record<Role, string>;
  const staffIds: Partial<Record<Role, string>> = {};
  const say = (who: Role | null, query: string, variables: object): Promise<Answer> =>
    server.request(query, { ...variables }, who === null ? {} : { token: tokens[who] });
  const done = async (who: Role, query: string, variables: object) => {
    const { data, errors } = await say(who, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const signIn = async (username: string): Promise<string> =>
    (await server.request(SIGN_IN, { username, password })).data.signIn.token;
  /** The calendar of a year in which a day is a holiday. */
  const holiday = async (day: string) => {
    const { version: expectedVersion } = await calendarOf(ctx, yearOf(day));
    await changeCalendarDay(ctx, { day, kind: 'OFF', nameZh: '行庆', nameEn: 'Jubilee', expectedVersion });
    return calendarOf(ctx, yearOf(day));
  };
  /** Somebody with a session. */
  const signedIn = async () => {
    const { id: staffId, username } = await enrol(branchId);
    const token = await signIn(username);
    const { id: sessionId } = await server.app.orm.em.fork().findOneOrFail(UserSession, { staff: staffId });
    return { staffId, token, sessionId };
  };
  const appoint = async (column: Exclude<Role, 'CHANNEL_APP'>) => {
    const isOfBank = column === 'BANK_ADMIN';
    const orgUnitId = isOfBank ? headId : branchId;
    const person = await enrol(orgUnitId, `${code}-${column}`);
    staffIds[column] = person.id;
    const role = isOfBank ? 'ADMIN' : column;
    if (role !== 'NONE') await grantRole(ctx, { staffId: person.id, role, orgUnitId, withSubtree: true });
    tokens[column] = await steppedUp(server, await signIn(person.username));
  };
  for (const role of roles) if (role !== 'CHANNEL_APP') await appoint(role);
  const app = { name: `渠道${code}`, orgUnitId: branchId, channels: channels as never, mayImportHistory: false };
  tokens.CHANNEL_APP = (await createApiKey(ctx, app)).secret;

  const complaint = async (): Promise<{ id: string; version: number; reference: string; trackingCode: string }> => {
    const input = {
      channel: 'ONLINE',
      content: '转账未到账',
      complainant: { name: '张三丰', phone: '13800001111' },
      orgUnitId: branchId,
      idempotencyKey: freshKey(),
    };
    const query = `mutation ($input: RegisterComplaintInput!) {
      registerComplaint(input: $input) { id version reference trackingCode } }`;
    return (await done('CHANNEL_APP', query, { input })).registerComplaint;
  };
  const clock = async (): Promise<string> => {
    const query = `query ($id: ID!) { complaint(id: $id) { clocks { id } } }`;
    return (await done('CHANNEL_APP', query, { id: (await complaint()).id })).complaint.clocks[0].id;
  };
  const department = () =>
    createOrgUnit(ctx, { parentId: branchId, code: next(), kind: 'DEPARTMENT', name: `部门${count}` });
  const onComplaints = complaintSteps({
    branchId,
    staffIds,
    done,
    complaint,
    department,
    now: () => server.clock.now(),
  });
  // An administrator beside the one of the table, whose appointments wait for that one's approval.
  const grants = [{ role: 'ADMIN', unitId: branchId, path: branch.path, withSubtree: true }];
  const stepUpExpiresAt = new Date('2100-01-01T00:00:00Z');
  const second = new Context(server.app, { kind: 'STAFF', id: (await enrol(branchId)).id, grants, stepUpExpiresAt });
  return {
    branchId,
    tokens,
    say,
    next,
    password,
    /** A unit without anybody. */
    unit: () => createOrgUnit(ctx, { parentId: branchId, code: next(), kind: 'OUTLET', name: `网点${count}` }),
    department,
    staff: () => enrol(branchId),
    signedIn,
    /** Somebody who signs in with one-time codes. */
    withSecondFactor: async () => {
      const person = await signedIn();
      await authenticatorFor(server, person.token);
      return person;
    },
    /** A grant that waits for approval. */
    grant: async () => {
      const staffId = (await enrol(branchId)).id;
      return grantRole(second, { staffId, role: 'MANAGER', orgUnitId: branchId, withSubtree: false });
    },
    key: async () => (await createApiKey(ctx, { ...app, name: next() })).apiKey,
    complaint,
    clock,
    ...onComplaints,
    /** The file of a complaint, ordered by the desk. */
    exportJob: async (): Promise<string> => {
      const order = 'mutation ($id: ID!) { exportCaseFile(id: $id, input: { reason: INVESTIGATE }) { id } }';
      return (await done('DESK', order, { id: (await complaint()).id })).exportCaseFile.id;
    },
    /** A file that the app has added to what it registered. */
    evidence: async () => {
      const { id: complaintId } = await complaint();
      const headers = {
        authorization: `Bearer ${tokens.CHANNEL_APP}`,
        'idempotency-key': freshKey(),
        'file-name': 'a.txt',
      };
      const target = `${server.url}/evidence?complaintId=${complaintId}`;
      const response = await fetch(target, { method: 'POST', headers, body: '通话记录' });
      return { complaintId, evidenceId: ((await response.json()) as { id: string }).id };
    },
    ...endingsOf({ ...onComplaints, enrol, done, branchId, server }),
    ...aftermathOf({ ...onComplaints, done, ctx, branchId, leaderId: staffIds.MANAGER! }),
    /** A complaint whose first handler is the person of the desk. */
    claimed: async () => {
      const { id, version } = await complaint();
      const claim =
        'mutation ($id: ID!, $input: ClaimComplaintInput!) { claimComplaint(id: $id, input: $input) { id } }';
      await done('DESK', claim, { id, input: { expectedVersion: version } });
      return { id, handlerId: staffIds.DESK! };
    },
    /** An entry of a code list, which all branches share. */
    code: async ({ isRetired = false } = {}) => {
      const input = { list: 'REASON', code: `CODE_${next()}`, nameZh: '代码', nameEn: 'Code' } as const;
      const { id, version } = await addCode(ctx, input);
      return isRetired ? retireCode(ctx, id, { expectedVersion: version }) : { id, version };
    },
    calendar: (year: number) => calendarOf(ctx, year),
    holiday,
    /** The calendar of a year with a holiday, published by nobody. */
    draft: async (year: number) => {
      await holiday(`${year}-01-01`);
      await server.app.pool.query('update business_calendar set is_published = false where year = $1', [year]);
      return calendarOf(ctx, year);
    },
    /** Somebody calls those above about a new complaint. */
    escalation: async (steps: { isAcknowledged?: boolean } = {}) => {
      const about = await complaint();
      const raise = `mutation ($id: ID!) { raiseEscalation(complaintId: $id, input: { level: E2, reason: "请关注" }) {
        id version } }`;
      const raised: { id: string; version: number } = (await done('DESK', raise, { id: about.id })).raiseEscalation;
      const sign = 'mutation ($id: ID!) { acknowledgeEscalation(id: $id) { id version } }';
      const now = steps.isAcknowledged ? (await done('DESK', sign, { id: raised.id })).acknowledgeEscalation : raised;
      return { ...(now as { id: string; version: number }), complaintId: about.id };
    },
    /** A message about a new complaint that was given up. */
    delivery: async () => deadDelivery(ctx, (await complaint()).id),
    /** A plan of a new sub-branch, written by the desk; who holds MANAGER leads its group and has published it where that is said. */
    plan: async (state: 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED') => {
      const unit = await createOrgUnit(ctx, {
        parentId: branchId,
        code: next(),
        kind: 'SUB_BRANCH',
        name: `支行${count}`,
      });
      const kind = 'LEADERSHIP_GROUP';
      const members = [{ staffId: staffIds.MANAGER!, position: 'LEADER' as const }];
      const { id: groupId } = await createLeadershipGroup(ctx, { kind, name: next(), orgUnitId: unit.id, members });
      const input = { orgUnitId: unit.id, name: '支行预案', duties: [{ orgUnitId: unit.id, text: '及时上报' }] };
      const draft =
        'mutation ($input: DraftPlanVersionInput!) { draftPlanVersion(input: $input) { id version plan { id } } }';
      type Made = { id: string; version: number; plan: { id: string } };
      let made: Made = (await done('DESK', draft, { input })).draftPlanVersion;
      for (const [verb, type, who] of [
        ['submitPlanVersion', 'SubmitPlanVersionInput', 'DESK'],
        ['publishPlanVersion', 'PublishPlanVersionInput', 'MANAGER'],
      ] as const) {
        if (state === 'DRAFT' || (state === 'IN_REVIEW' && who === 'MANAGER')) break;
        const query = `mutation ($id: ID!, $input: ${type}!) { ${verb}(id: $id, input: $input) { id version plan { id } } }`;
        made = (await done(who, query, { id: made.id, input: { expectedVersion: made.version } }))[verb];
      }
      return { ...made, unitId: unit.id, groupId };
    },
    /** The version in force at the head office, for which all plans below may be written. */
    planAbove: async () => {
      const query = 'query ($id: ID!) { planInForce(orgUnitId: $id) { id } }';
      return (await done('NONE', query, { id: headId })).planInForce.id as string;
    },
    /** A group of a new unit, with a leader and a member; what a second administrator appoints by it waits. */
    group: async (kind: 'HANDLING_TEAM' | 'LEADERSHIP_GROUP' = 'HANDLING_TEAM', isWaiting = false) => {
      const unitKind = kind === 'HANDLING_TEAM' ? 'OUTLET' : 'SUB_BRANCH';
      const unit = await createOrgUnit(ctx, { parentId: branchId, code: next(), kind: unitKind, name: `机构${count}` });
      const people = [await enrol(unit.id), await enrol(unit.id)];
      const group = await createLeadershipGroup(isWaiting ? second : ctx, {
        kind,
        name: next(),
        orgUnitId: unit.id,
        members: people.map(({ id }, index) => ({ staffId: id, position: index ? 'MEMBER' : 'LEADER' })),
      });
      const member = { group: group.id, staff: people[1]!.id };
      const { id: memberId } = await server.app.orm.em.fork().findOneOrFail(GroupMember, member);
      return { id: group.id, version: group.version, unitId: unit.id, memberId };
    },
  };
}

export type Branch = Awaited<ReturnType<typeof openBranch>>;
