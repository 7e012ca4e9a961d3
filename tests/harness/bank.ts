import { Context } from '../../server/src/kernel/context.js';
import { system } from '../../server/src/kernel/viewer.js';
import { createApiKey } from '../../server/src/org/api-keys/api-key.actions.js';
import { createLeadershipGroup } from '../../server/src/org/groups/leadership-group.actions.js';
import { createOrgUnit, foundBank } from '../../server/src/org/units/org-unit.actions.js';
import { hashPassword } from '../../server/src/org/sign-in/password.js';
import { grantRole } from '../../server/src/org/grants/role-grant.actions.js';
import { enrolStaff } from '../../server/src/org/staff/staff.actions.js';
import { steppedUp } from './step-up.js';
import { startTestServer, type Answer, type Caller, type TestServer, type TestServerOptions } from './server.js';

const password = 'a long enough password';
export const channels = ['PHONE', 'ONLINE', 'MOBILE_APP', 'ON_SITE', 'LETTER', 'EMAIL', 'REGULATOR', 'MEDIA', 'OTHER'];

const units = {
  north: ['head', '1000', 'BRANCH', '北分行'],
  northSub: ['north', '1100', 'SUB_BRANCH', '北门支行'],
  northOutlet: ['northSub', '1101', 'OUTLET', '北门网点'],
  south: ['head', '2000', 'BRANCH', '南分行'],
  southOutlet: ['south', '2001', 'OUTLET', '南门网点'],
} as const;
type UnitName = keyof typeof units | 'head';

/** Everybody, where they sit, and the roles granted there. */
const people = {
  admin: ['head', 'ADMIN'],
  president: ['head'],
  vice: ['head'],
  director: ['head'],
  headOffice: ['head'],
  auditor: ['head', 'AUDITOR'],
  trainer: ['head', 'TRAINER'],
  northLeader: ['north'],
  northDeputy: ['north'],
  office: ['north'],
  officeClerk: ['north'],
  intake: ['north', 'INTAKE'],
  handler: ['north', 'HANDLER'],
  reviewer: ['north', 'REVIEWER'],
  outlet: ['northOutlet'],
  outletMember: ['northOutlet'],
  teller: ['northOutlet'],
  southOffice: ['south'],
  southIntake: ['south', 'INTAKE'],
  southOutlet: ['southOutlet'],
  southTeller: ['southOutlet'],
} as const satisfies Record<string, readonly [UnitName, string?]>;
export type PersonName = keyof typeof people;

/** Groups: the south has neither leadership group nor, at its outlet, a desk of its own. */
const groups: readonly [kind: string, unit: UnitName, members: readonly PersonName[]][] = [
  ['LEADERSHIP_GROUP', 'head', ['president', 'vice', 'director']],
  ['LEADERSHIP_GROUP', 'north', ['northLeader', 'northDeputy']],
  ['OFFICE', 'head', ['headOffice']],
  ['OFFICE', 'north', ['office', 'officeClerk']],
  ['OFFICE', 'south', ['southOffice']],
  ['HANDLING_TEAM', 'northOutlet', ['outlet', 'outletMember']],
  ['HANDLING_TEAM', 'southOutlet', ['southOutlet']],
];
const positionOf = (kind: string, index: number) =>
  index === 0 ? 'LEADER' : kind === 'LEADERSHIP_GROUP' && index === 1 ? 'DEPUTY' : 'MEMBER';

/** A server with a whole bank behind it, and ways to speak to it as each of its people. */
export async function openTestBank(options: TestServerOptions = {}) {
  const server = await startTestServer(options);
  const ctx = new Context(server.app, system);
  const unit = await foundUnits(ctx);
  const staff = await enrolEverybody(ctx, unit);
  for (const [kind, place, members] of groups) {
    await createLeadershipGroup(ctx, {
      kind: kind as never,
      name: `${kind} ${place}`,
      orgUnitId: unit[place],
      members: members.map((name, index) => ({ staffId: staff[name], position: positionOf(kind, index) as never })),
    });
  }
  const key = async (name: string, orgUnitId: string, allowed: string[], mayImportHistory: boolean) =>
    createApiKey(ctx, { name, orgUnitId, channels: allowed as never, mayImportHistory });
  const app = await key('渠道平台', unit.north, channels, true);
  const otherApp = await key('网点平板', unit.northOutlet, ['MOBILE_APP', 'ONLINE'], false);
  const keys = { app: app.secret, otherApp: otherApp.secret };
  return { ...server, unit, staff, keys, ...speech(server, keys) };
}

export type TestBank = Awaited<ReturnType<typeof openTestBank>>;
/** A person, a channel app, or nobody. */
export type Speaker = PersonName | 'app' | 'otherApp' | null;

async function foundUnits(ctx: Context): Promise<Record<UnitName, string>> {
  const ids = { head: (await foundBank(ctx, { code: '0000', name: '总行' })).id } as Record<UnitName, string>;
  for (const [name, [parent, code, kind, title]] of Object.entries(units)) {
    const made = await createOrgUnit(ctx, { parentId: ids[parent], code, kind: kind as never, name: title });
    ids[name as UnitName] = made.id;
  }
  return ids;
}

async function enrolEverybody(ctx: Context, unit: Record<UnitName, string>): Promise<Record<PersonName, string>> {
  const ids = {} as Record<PersonName, string>;
  const passwordHash = await hashPassword(password);
  for (const [name, [place, role]] of Object.entries(people) as [PersonName, readonly [UnitName, string?]][]) {
    const orgUnitId = unit[place];
    const person = await enrolStaff(ctx, { username: name, name: `员工${name}`, orgUnitId, passwordHash });
    ids[name] = person.id;
    if (role) await grantRole(ctx, { staffId: person.id, role: role as never, orgUnitId, withSubtree: true });
  }
  return ids;
}

/** What went wrong, as a client is told. */
export type Refusal = NonNullable<Answer['errors']>[number];

const SIGN_IN = `mutation ($username: String!, $password: String!) {
  signIn(input: { username: $username, password: $password, mode: TOKEN }) { token } }`;
const sessionLastsMs = 25 * 60_000;

/** Ways to speak to a server as somebody, in a session that may do all that they may; renewed when the clock has moved on. */
export function speech(server: Pick<TestServer, 'app' | 'request' | 'clock'>, keys: { app: string; otherApp: string }) {
  const sessions = new Map<string, { token: string; at: number }>();
  const tokenOf = async (who: Speaker): Promise<string | undefined> => {
    if (who === null) return undefined;
    if (who === 'app' || who === 'otherApp') return keys[who];
    const now = server.clock.now().getTime();
    const known = sessions.get(who);
    if (known && now - known.at < sessionLastsMs) return known.token;
    const { data } = await server.request(SIGN_IN, { username: who, password });
    const token = await steppedUp(server, data.signIn.token);
    sessions.set(who, { token, at: now });
    return token;
  };
  const say = async (who: Speaker, query: string, variables: object = {}, caller: Caller = {}): Promise<Answer> =>
    server.request(query, variables as never, { ...caller, token: await tokenOf(who) });
  return {
    tokenOf,
    /** Asks and answers whatever comes back. */
    say,
    /** Asks and answers the data; an error fails the test. */
    async ask(who: Speaker, query: string, variables: object = {}, caller: Caller = {}) {
      const { data, errors } = await say(who, query, variables, caller);
      if (errors?.length) throw new Error(`refused: ${JSON.stringify(errors)}`);
      return data;
    },
    /** Asks and answers the one error; an answer without one fails the test. */
    async refusal(who: Speaker, query: string, variables: object = {}, caller: Caller = {}): Promise<Refusal> {
      const answer = await say(who, query, variables, caller);
      if (answer.errors?.length !== 1) throw new Error(`not refused once: ${JSON.stringify(answer)}`);
      return answer.errors[0]!;
    },
  };
}

let keyCount = 0;
/** A key that no other request of the run uses. */
export const freshKey = () => `test-key-${process.pid}-${keyCount++}`;

/** What every complaint needs, and nothing else. */
export const plainComplaint = (more: object = {}) => ({
  channel: 'PHONE',
  content: '柜台排队两个小时无人理会',
  complainant: { name: '张三丰', phone: '13800001111' },
  idempotencyKey: freshKey(),
  ...more,
});

export const REGISTER = (fields = 'id reference version') =>
  `mutation ($input: RegisterComplaintInput!) { registerComplaint(input: $input) { ${fields} } }`;
export const COMPLAINT = (fields: string) => `query ($id: ID!) { complaint(id: $id) { ${fields} } }`;
export const RECORD = `mutation ($id: ID!, $input: RecordContactInput!) {
  recordContact(id: $id, input: $input) { id version } }`;
export const RESOLVE = `mutation ($id: ID!, $input: ResolveImmediatelyInput!) {
  resolveImmediately(id: $id, input: $input) { id version status } }`;
export const CHANGE_LEVEL = `mutation ($id: ID!, $input: ChangeLevelInput!) {
  changeLevel(id: $id, input: $input) { id version level } }`;
export const SCREEN = `mutation ($id: ID!, $input: ScreenComplaintInput!) {
  screenComplaint(id: $id, input: $input) { id version status level } }`;
export const ASSIGN = `mutation ($id: ID!, $input: AssignComplaintInput!) {
  assignComplaint(id: $id, input: $input) { id version status responsible { id } } }`;
export const REASSIGN = `mutation ($id: ID!, $input: ReassignComplaintInput!) {
  reassignComplaint(id: $id, input: $input) { id version status responsible { id } } }`;
export const ACCEPT = `mutation ($id: ID!, $input: AcceptHandoverInput!) {
  acceptHandover(id: $id, input: $input) { id version status orgUnit { id } responsible { id } } }`;
export const RETURN = `mutation ($id: ID!, $input: ReturnHandoverInput!) {
  returnHandover(id: $id, input: $input) { id version status responsible { id } } }`;
export const PLAN = `mutation ($id: ID!, $input: PlanInvestigationInput!) {
  planInvestigation(id: $id, input: $input) { id version status } }`;
export const SET_FLAGS = `mutation ($id: ID!, $input: SetRiskFlagsInput!) {
  setRiskFlags(id: $id, input: $input) { id version level riskFlags } }`;
export const WITHDRAW = `mutation ($id: ID!, $input: WithdrawComplaintInput!) {
  withdrawComplaint(id: $id, input: $input) { id version status } }`;
export const REQUEST_INFO = `mutation ($id: ID!, $input: RequestInfoInput!) {
  requestInfo(id: $id, input: $input) { id version status } }`;
export const REFER = `mutation ($id: ID!, $input: ReferComplaintInput!) {
  referComplaint(id: $id, input: $input) { id version status referrals { id } } }`;
export const RECORD_RECEIPT = `mutation ($id: ID!, $input: RecordReferralReceiptInput!) {
  recordReferralReceipt(id: $id, input: $input) { id version referrals { receiptNumber receivedAt } } }`;
export const MERGE = `mutation ($id: ID!, $input: MergeComplaintInput!) {
  mergeComplaint(id: $id, input: $input) { id version status } }`;
export const REQUEST_EXTENSION = `mutation ($id: ID!, $input: RequestExtensionInput!) {
  requestExtension(id: $id, input: $input) { id version status } }`;
export const REVIEW_EXTENSION = `mutation ($id: ID!, $input: ReviewExtensionInput!) {
  reviewExtension(id: $id, input: $input) { id version status } }`;
export const CLAIM = `mutation ($id: ID!, $version: Int!) {
  claimComplaint(id: $id, input: { expectedVersion: $version }) { id version } }`;
export const REVEAL = `mutation ($id: ID!, $input: RevealFieldInput!) {
  revealField(complaintId: $id, input: $input) { field value } }`;
export const RAISE = `mutation ($id: ID!, $level: EscalationLevel = E2, $reason: String = "请领导关注") {
  raiseEscalation(complaintId: $id, input: { level: $level, reason: $reason }) { id version level } }`;
export const ACKNOWLEDGE = `mutation ($id: ID!) { acknowledgeEscalation(id: $id) { id version status acknowledgedAt } }`;
export const RESOLVE_ESCALATION = `mutation ($id: ID!, $version: Int!) {
  resolveEscalation(id: $id, input: { expectedVersion: $version, resolution: "已经妥善处理" }) { id status } }`;

/** A plan or progress told to the customer; of a talk of another kind also what it came to. */
export const progress = (more: { kind?: string; [name: string]: unknown } = {}) => ({
  kind: 'PROGRESS',
  channel: 'PHONE',
  direction: 'OUTBOUND',
  summary: '已告知客户处理方案',
  ...(['LISTENING', 'SOOTHING', 'EXPLANATION'].includes(more.kind ?? '') ? { outcome: 'CALM' } : {}),
  ...more,
});

/** Numbers of rows that a refused intake must leave as they were. */
export async function rowCounts({ app }: Pick<TestServer, 'app'>): Promise<Record<string, number>> {
  const tables = ['complaint', 'complainant', 'contact', 'sla_clock', 'escalation', 'escalation_notice', 'event'];
  const ours = "kind like 'complaint.%' or kind like 'escalation.%'";
  const where = (table: string) => (table === 'event' ? `where ${ours}` : '');
  const counts = tables.map((table) => `(select count(*)::int from ${table} ${where(table)}) as ${table}`).join(', ');
  const { rows } = await app.pool.query<Record<string, number>>(`select ${counts}`);
  return rows[0]!;
}
