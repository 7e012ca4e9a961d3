import { Context } from '../server/src/kernel/context.js';
import { system } from '../server/src/kernel/viewer.js';
import { hashPassword } from '../server/src/org/sign-in/password.js';
import { admitAdministrator } from '../server/src/org/grants/set-up.actions.js';
import {
  startTestServer,
  type Answer,
  type Caller,
  type TestServer,
  type TestServerOptions,
} from './harness/server.js';
import { steppedUp } from './harness/step-up.js';

export const password = 'a long enough password';

/** What a caller was told instead of an answer. */
export interface Refusal {
  code: string;
  message: string;
  fields: Record<string, string>;
  retryAfterSeconds?: number;
  stepUp?: string;
}

type Data = Answer['data'];

/** Asks a server over the API, for an answer or for a refusal. */
function askingOf(server: TestServer) {
  const ask = async (query: string, variables: object = {}, caller: Caller = {}): Promise<Data> => {
    const { data, errors } = await server.request(query, { ...variables }, caller);
    if (errors?.[0]) throw Object.assign(new Error(errors[0].message), { refusal: refusalIn(errors[0]) });
    return data;
  };
  return {
    ask,
    async refusal(query: string, variables: object = {}, caller: Caller = {}): Promise<Refusal> {
      const answer = await ask(query, variables, caller).catch((error: unknown) => error);
      if (answer instanceof Error && 'refusal' in answer) return answer.refusal as Refusal;
      throw new Error(`not refused: ${JSON.stringify(answer)}`);
    },
    /** A session that may do all that the person may. */
    async signIn(username: string, secret = password): Promise<string> {
      return steppedUp(server, (await ask(SIGN_IN, { username, password: secret })).signIn.token);
    },
  };
}

/** A bank of two branches with an outlet each and a department, and its first two administrators, anna and bert. */
export async function openBank(options: TestServerOptions = {}) {
  const server = await startTestServer(options);
  const asking = askingOf(server);
  const ctx = new Context(server.app, system);
  const passwordHash = await hashPassword(password);
  for (const username of ['anna', 'bert']) await admitAdministrator(ctx, { username, name: username, passwordHash });
  const anna = { token: await asking.signIn('anna') };
  const bert = { token: await asking.signIn('bert') };
  const opened = { ...asking, anna, bert };
  return { ...server, ...opened, ...verbsOf(opened), ...(await plant(opened)) };
}

export type Bank = Awaited<ReturnType<typeof openBank>>;
type Opened = ReturnType<typeof askingOf> & Record<'anna' | 'bert', { token: string }>;

export const SIGN_IN = `mutation ($username: String!, $password: String!) {
  signIn(input: { username: $username, password: $password, mode: TOKEN }) { token } }`;
export const CREATE_UNIT = `mutation ($input: CreateOrgUnitInput!) { createOrgUnit(input: $input) { id version } }`;
export const CREATE_STAFF = `mutation ($input: CreateStaffInput!) { createStaff(input: $input) { id version } }`;
export const GRANT = `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id isEffective } }`;
export const APPROVE = `mutation ($id: ID!) { approveGrant(id: $id) { id isEffective } }`;
export const CREATE_GROUP = `mutation ($input: CreateLeadershipGroupInput!) {
  createLeadershipGroup(input: $input) { id version members { id position approvedAt staff { id } } } }`;
export const APPROVE_MEMBER = `mutation ($id: ID!, $memberId: ID!) { approveMember(groupId: $id, memberId: $memberId) {
  id version members { id position approvedAt staff { id } } } }`;
export const VIEWER = `{ viewer { capabilities roles { role withSubtree orgUnit { code pathNames } } staff { id } } }`;

async function plant({ ask, anna }: Opened) {
  const { orgUnits } = await ask('{ orgUnits { items { id } } }', {}, anna);
  const add = async (parentId: string, code: string, kind: string, name: string): Promise<string> =>
    (await ask(CREATE_UNIT, { input: { parentId, code, kind, name } }, anna)).createOrgUnit.id;
  const head: string = orgUnits.items[0].id;
  const east = await add(head, '1000', 'BRANCH', '东分行');
  const west = await add(head, '2000', 'BRANCH', '西分行');
  return {
    head,
    east,
    west,
    eastOutlet: await add(east, '1001', 'OUTLET', '东门网点'),
    westOutlet: await add(west, '2001', 'OUTLET', '西门网点'),
    service: await add(head, '0000-KF', 'DEPARTMENT', '客户服务部'),
  };
}

/** A group as it was formed. */
export interface FormedGroup {
  id: string;
  version: number;
  members: { id: string; position: string; approvedAt: string | null; staff: { id: string } }[];
}

/** The verbs that most tests start from, as an administrator says them. */
function verbsOf({ ask, anna, bert }: Opened) {
  return {
    /** Enters somebody and signs nobody in. */
    async hire(username: string, orgUnitId: string): Promise<string> {
      const input = { username, name: username, password, orgUnitId };
      return (await ask(CREATE_STAFF, { input }, anna)).createStaff.id;
    },
    /** Grants a role, approved by the other administrator where it needs to be. */
    async grant(staffId: string, role: string, orgUnitId: string, withSubtree = true): Promise<string> {
      const input = { staffId, role, orgUnitId, withSubtree };
      const { id, isEffective } = (await ask(GRANT, { input }, anna)).grantRole;
      if (!isEffective) await ask(APPROVE, { id }, bert);
      return id;
    },
    /** Sets up a group, each member approved by the other administrator where that is needed. */
    async form(kind: string, orgUnitId: string, members: Record<string, string>, more = {}): Promise<FormedGroup> {
      const list = Object.entries(members).map(([staffId, position]) => ({ staffId, position }));
      const input = { kind, name: `${kind} of ${orgUnitId.slice(-4)}`, orgUnitId, members: list, ...more };
      let group: FormedGroup = (await ask(CREATE_GROUP, { input }, anna)).createLeadershipGroup;
      for (const { id: memberId } of group.members.filter(({ approvedAt }) => approvedAt === null))
        group = (await ask(APPROVE_MEMBER, { id: group.id, memberId }, bert)).approveMember;
      return group;
    },
  };
}

function refusalIn({ message, extensions }: NonNullable<Answer['errors']>[number]): Refusal {
  const { code, fields = {}, retryAfterSeconds, stepUp } = extensions;
  const more = { ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }), ...(stepUp ? { stepUp } : {}) };
  return { code, message, fields, ...more };
}
