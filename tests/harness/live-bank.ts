import type { Application } from '../../server/src/kernel/application.js';
import { Context } from '../../server/src/kernel/context.js';
import { system } from '../../server/src/kernel/viewer.js';
import { addApiKey } from '../../server/src/org/api-keys/api-key.actions.js';
import { createOrgUnit, foundBank } from '../../server/src/org/units/org-unit.actions.js';
import { hashPassword } from '../../server/src/org/sign-in/password.js';
import { grantRole } from '../../server/src/org/grants/role-grant.actions.js';
import { enrolStaff } from '../../server/src/org/staff/staff.actions.js';
import { startTestServer, type Answer, type TestServer, type TestServerOptions } from './server.js';
import { subscribe } from './subscription.js';

const password = 'a long enough password';
const apiKey = 'jkey_of-a-channel-app-of-the-tests';

/** Who works in the small bank, where, and as what. */
const people = {
  leader: { at: 'head', role: 'MANAGER' },
  east: { at: 'east', role: 'DESK' },
  west: { at: 'west', role: 'DESK' },
  clerk: { at: 'eastOutlet', role: 'INTAKE' },
} as const;

type Person = keyof typeof people;

/** Founds a bank of two branches with an outlet each, four people and a channel key, by actions as the system. */
export async function foundLiveBank(app: Application) {
  const ctx = new Context(app, system);
  const head = (await foundBank(ctx, { code: '0000', name: '总行' })).id;
  const unit = async (parentId: string, code: string, kind: 'BRANCH' | 'OUTLET') =>
    (await createOrgUnit(ctx, { parentId, code, name: `机构${code}`, kind })).id;
  const east = await unit(head, '1000', 'BRANCH');
  const west = await unit(head, '2000', 'BRANCH');
  const eastOutlet = await unit(east, '1001', 'OUTLET');
  const units = { head, east, west, eastOutlet, westOutlet: await unit(west, '2001', 'OUTLET') };
  const passwordHash = await hashPassword(password);
  const grants: Partial<Record<Person, string>> = {};
  const staff: Partial<Record<Person, string>> = {};
  for (const [username, { at, role }] of Object.entries(people)) {
    const { id } = await enrolStaff(ctx, { username, name: username, orgUnitId: units[at], passwordHash });
    const grant = await grantRole(ctx, { staffId: id, role, orgUnitId: units[at], withSubtree: true });
    staff[username as Person] = id;
    grants[username as Person] = grant.id;
  }
  const key = await addApiKey(ctx, {
    name: '手机银行',
    orgUnitId: head,
    channels: ['ONLINE', 'PHONE', 'MOBILE_APP', 'OTHER', 'REGULATOR', 'LETTER', 'EMAIL'],
    mayImportHistory: false,
    secret: apiKey,
  });
  return {
    units,
    apiKey,
    apiKeyId: key.id,
    staff: staff as Record<Person, string>,
    grants: grants as Record<Person, string>,
  };
}

type Founded = Awaited<ReturnType<typeof foundLiveBank>>;

const SIGN_IN = `mutation ($username: String!, $password: String!) {
  signIn(input: { username: $username, password: $password, mode: TOKEN }) { token } }`;
export const REGISTER = `mutation ($input: RegisterComplaintInput!) {
  registerComplaint(input: $input) { id reference trackingCode } }`;

/** What a channel app sends; each call is another complaint. */
export function complaintAt(orgUnitId: string, more: Record<string, unknown> = {}) {
  const idempotencyKey = crypto.randomUUID();
  return {
    channel: 'ONLINE',
    content: '转账未到账',
    complainant: { anonymous: true },
    orgUnitId,
    idempotencyKey,
    ...more,
  };
}

/** The data of an answer without errors. */
function dataOf({ data, errors }: Answer) {
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The verbs of the live tests on a server whose database holds the small bank. */
export function liveBank(server: TestServer, founded: Founded) {
  const ask = async (query: string, variables: Record<string, unknown> = {}, token: string = apiKey) =>
    dataOf(await server.request(query, variables, { token }));
  return {
    ...server,
    ...founded,
    ask,
    signIn: async (username: Person): Promise<string> =>
      dataOf(await server.request(SIGN_IN, { username, password })).signIn.token,
    register: async (orgUnitId: string, more: Record<string, unknown> = {}): Promise<string> =>
      (await ask(REGISTER, { input: complaintAt(orgUnitId, more) })).registerComplaint.reference,
    cursor: async (): Promise<string> => (await ask('{ eventCursor }')).eventCursor,
    /** Opens a socket of its own and subscribes. */
    listen: (token: string | undefined, query: string, variables: Record<string, unknown> = {}) =>
      subscribe(server.connect({ token }), query, variables),
    asSystem: () => new Context(server.app, system),
  };
}

/** A server with the small bank on a database of its own. */
export async function openLiveBank(options: TestServerOptions = {}) {
  const server = await startTestServer(options);
  return liveBank(server, await foundLiveBank(server.app));
}

export type LiveBank = Awaited<ReturnType<typeof openLiveBank>>;
