import { getNamedType } from 'graphql';
import { foundBank } from '../../server/src/org/units/org-unit.actions.js';
import { Context } from '../../server/src/kernel/context.js';
import { system } from '../../server/src/kernel/viewer.js';
import { startTestServer, type Answer } from '../harness/server.js';
import { openBranch, roles, type Branch, type Role } from './branch.js';
import { documentOf, idPlacesOf, type RootField } from './fields.js';
import { samples } from './samples.js';
import type { Places, readTable, Verdict } from './table.js';

/** A bank of two branches with the same people in each; those of `own` are tried, those of `other` are the proof that it can be done. */
export async function openMatrixBank() {
  const server = await startTestServer();
  const { id } = await foundBank(new Context(server.app, system), { code: '0', name: '总行' });
  return { ...server, own: await openBranch(server, id, 'A'), other: await openBranch(server, id, 'B') };
}

export type MatrixBank = Awaited<ReturnType<typeof openMatrixBank>>;
type Table = ReturnType<typeof readTable>;
type Args = Record<string, unknown>;

/** The row that says who sees the things of a type; an id of what somebody does not see must tell them nothing. */
const rowOfType: Record<string, string> = {
  Complaint: 'complaint',
  Cooperation: 'complaint',
  Evidence: 'complaint',
  SlaClock: 'explainDeadline',
  CaseFileVerification: 'complaint',
  ExportJob: 'exportCaseFile',
  Delivery: 'deliveries',
  Task: 'complaint',
  Appeal: 'complaint',
  Escalation: 'escalation',
  OrgUnit: 'orgUnit',
  Staff: 'staffMembers',
  LeadershipGroup: 'leadershipGroup',
  RoleGrant: 'roleGrants',
  ApiKey: 'apiKeys',
  UserSession: 'sessions',
  OrgUnitMove: 'orgUnit',
  CodeListEntry: 'codeList',
  Plan: 'plans',
  PlanVersion: 'planVersion',
};
/** What an argument's name says about the type; `id`, `parentId` and `beforeId` are of the type that the field answers with. */
const typeOfName: Record<string, string> = {
  complaintId: 'Complaint',
  rowId: 'Complaint',
  evidenceId: 'Evidence',
  clockId: 'SlaClock',
  orgUnitId: 'OrgUnit',
  underId: 'OrgUnit',
  leadUnitId: 'OrgUnit',
  receiverId: 'OrgUnit',
  awaitsReceiptOf: 'OrgUnit',
  staffId: 'Staff',
  assigneeId: 'Staff',
  leadId: 'Staff',
  actorId: 'Staff',
  ownerId: 'Staff',
  staffComplainedOfIds: 'Staff',
  groupId: 'LeadershipGroup',
  memberId: 'LeadershipGroup',
  holderId: 'LeadershipGroup',
  planVersionId: 'PlanVersion',
  fromId: 'PlanVersion',
  toId: 'PlanVersion',
  targetId: 'Complaint',
  referralId: 'Complaint',
  opinionById: 'Staff',
};

/** The row of docs/permissions.md that says who sees what an id names. */
export function rowOfPlace(field: RootField, place: string): string | undefined {
  const name = place
    .split('.')
    .filter((part) => part !== '0')
    .at(-1)!;
  const isOfAnswer = ['id', 'parentId', 'beforeId'].includes(name);
  const type = isOfAnswer ? getNamedType(field.type).name.replace(/Page$/, '') : typeOfName[name];
  return type === undefined ? undefined : rowOfType[type];
}

/** Staff register for any unit and name anybody there (D2-二), a key in its own: the one field that takes what they cannot look up; a list of what one does not see is empty, and another one each time. */
const takesUnseen = (field: RootField, role: Role, place: Places) =>
  field.name === 'exportComplaints' ||
  (field.name === 'registerComplaint' && (role !== 'CHANNEL_APP' || place === 'own'));

const afterReview = ['reviewResolution', 'recordMediation', 'reviseResolution', 'replyToCustomer', 'tellResult'];
const ofTasks = ['startTask', 'completeTask', 'confirmTask', 'cancelTask'];
const ofFiles = ['reviewComplaint', 'closeComplaint', 'recordReturnVisit', 'reopenComplaint', 'decideAppeal'];
const ofCooperation = ['requestCooperation', 'answerCooperation', 'cancelCooperation'];
const ofTime = ['requestExtension', 'reviewExtension'];
const ofHandover = ['reassignComplaint', 'acceptHandover', 'returnHandover', 'planInvestigation', 'proposeResolution'];
/** What whose work comes later than its registration reads of a complaint, though not what nobody has handed over or proposed yet. */
const readLater: Partial<Record<Role, ReadonlySet<string>>> = {
  HANDLER: new Set([...ofHandover, ...ofTime, ...ofCooperation, ...afterReview, ...ofTasks, ...ofFiles]),
  REVIEWER: new Set([...afterReview, ...ofTasks, ...ofFiles]),
};
const isHandedOver = (field: RootField, role: Role, place: Places) =>
  place === 'own' && readLater[role]?.has(field.name) === true;

const nobody = '01a209d2-0000-7000-8000-000000000000';

/** The value at a path such as `input.members.0.staffId`. */
export const valueAt = (args: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Args | undefined)?.[key], args);

/** A copy with another value at a path. */
export function withValueAt(args: Args, path: string, value: unknown): Args {
  const copy = structuredClone(args);
  const keys = path.split('.');
  const last = keys.pop()!;
  (keys.reduce<unknown>((at, key) => (at as Args)[key], copy) as Args)[last] = value;
  return copy;
}

/** A sample's arguments, without what it shows. */
export async function argsFor(field: RootField, at: Branch): Promise<{ args: Args; shows: string | undefined }> {
  const { shows, ...args } = (await samples[field.name]!(at)) as Args & { shows?: string };
  return { args, shows };
}

/** Without the id of a log line, which is another one each time. */
const told = ({ data, errors }: Answer) => JSON.stringify({ data, errors });

function isAnswered({ data }: Answer, field: RootField, shows: string | undefined): boolean {
  const result = data?.[field.name];
  if (shows !== undefined) return JSON.stringify(result).includes(shows);
  return result !== null && result !== undefined && (result.items ?? [result]).length > 0;
}

/** Tries a query or mutation as everybody of the own branch; `✓` uses a mutation's sample up. Adds to `leaks` what an id gave away. */
export async function tryEverybody(bank: MatrixBank, table: Table, field: RootField, place: Places, leaks: string[]) {
  const found = {} as Record<Role, string>;
  let sample = await argsFor(field, bank[place]);
  for (const role of roles) {
    const { args, shows } = sample;
    const ask = (given: Args) => bank.own.say(role, documentOf(field, given), given);
    const answer = await ask(args);
    const code = answer.errors?.[0]?.extensions.code;
    const hidden = isHandedOver(field, role, place)
      ? []
      : idPlacesOf(field).filter((path) => table.get(rowOfPlace(field, path)!)?.[place][role] === '·');
    const isDone = !code && isAnswered(answer, field, shows);
    let isAlike = !isDone && !code;
    for (const path of hidden) {
      if (isDone && takesUnseen(field, role, place)) break;
      const other = await ask(withValueAt(args, path, nobody));
      if (told(other) === told(answer)) isAlike = true;
      else
        leaks.push(
          `${role}, ${place} branch: ${path} answers otherwise than an id of nothing: ${told(answer)} ${told(other)}`,
        );
    }
    found[role] = isDone ? '✓' : code === 'FORBIDDEN' ? '–' : code === 'NOT_FOUND' || isAlike ? '·' : told(answer);
    if (isDone && field.kind === 'mutation') sample = await argsFor(field, bank[place]);
  }
  return found as Record<Role, Verdict>;
}
