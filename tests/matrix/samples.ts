import { defaultPack } from '../../server/src/plans/default-pack.js';
import { freshKey, plainComplaint, progress } from '../harness/bank.js';
import { takenUp } from '../handling.js';
import { answer, passes, proposal } from '../resolution.js';
import type { Branch } from './branch.js';
import { member, seen, type Sample } from './sample.js';
import { administration } from './samples-administration.js';
import { aftermathSamples } from './aftermath-samples.js';
import { endingSamples } from './ending-samples.js';

/** What everybody may ask, signed in or not. */
export const publicFields = new Set([
  'signIn',
  'signOut',
  'trackComplaint',
  'answerSurvey',
  'fileAppeal',
  'withdrawAppeal',
]);

/** What every member of staff does with their own sign-in, and with nobody else's. */
export const ownFields = new Set(['changePassword', 'startSecondFactor', 'confirmSecondFactor', 'stepUp']);

const page = { limit: 100 };
const settled = { categoryCode: 'TRANSFER_HANDLING', resolutionSummary: '已退回款项', customerConsents: true };
const heard = () => progress({ kind: 'EXPLANATION', direction: 'INBOUND' });
const grave = { level: 'MAJOR', levelReason: '涉及面广', handlingMode: 'JOINT' };
const mediated = { kinds: ['MEDIATION'], mediation: { mediator: '调解中心', on: '2026-12-01' } };

const routes = async (at: Branch, groupId?: string) => {
  const route = { categoryCode: null, orgUnitId: null, groupId: null, clause: null };
  return [
    { ...route, level: 'GENERAL', orgUnitId: at.branchId },
    { ...route, level: 'MAJOR', groupId: groupId ?? (await at.group()).id },
  ];
};

/** What a version may say of other things of the bank. */
const content = async (at: Branch, groupId?: string) => ({
  basis: [{ planVersionId: await at.planAbove() }],
  desk: { holderId: (await at.department()).id },
  duties: [{ orgUnitId: at.branchId, text: '及时上报' }],
  policy: { ...defaultPack, handling: { ...defaultPack.handling, routes: await routes(at, groupId) } },
});

/** Every root field of the schema: one line each. Every argument that takes an id, filters included, has one here. */
export const samples: Record<string, Sample> = {
  // Queries
  apiKeys: async (at) => ({ filter: { orgUnitId: at.branchId }, page, shows: (await at.key()).id }),
  appointmentEffect: async (at) => ({
    groupId: (await at.group()).id,
    input: { staffId: (await at.staff()).id, position: 'MEMBER' },
  }),
  auditEntries: async (at) => ({
    filter: { orgUnitId: at.branchId, actorId: (await at.claimed()).handlerId, kind: ['complaint.claimed'] },
  }),
  auditKinds: () => ({}),
  calendar: () => ({ year: 2026 }),
  codeList: () => ({ name: 'CATEGORY' }),
  complaint: async (at) => ({ id: (await at.complaint()).id }),
  complaints: async (at) => {
    const { id, handlerId } = await at.claimed();
    return { filter: { orgUnitId: at.branchId, assigneeId: handlerId }, page, shows: id };
  },
  complaintStats: async (at) => at.complaint().then(() => ({ input: { orgUnitId: at.branchId } })),
  calendarPublicationEffect: () => ({ year: 2027 }),
  deliveries: async (at) =>
    at.delivery().then(({ id }) => ({ filter: { orgUnitId: at.branchId, state: ['DEAD'] }, page, shows: id })),
  escalation: async (at) => ({ id: (await at.escalation()).id }),
  escalationCoverage: (at) => ({ orgUnitId: at.branchId }),
  escalations: async (at) => {
    const { id, complaintId } = await at.escalation();
    return { filter: { orgUnitId: at.branchId, complaintId }, page, shows: id };
  },
  verifyCaseFile: async (at) => ({ id: (await at.complaint()).id }),
  explainDeadline: async (at) => ({ clockId: await at.clock() }),
  eventCursor: () => ({}),
  exportJob: async (at) => ({ id: await at.exportJob() }),
  evidenceRules: () => ({}),
  groupRoster: async (at) => ({ groupId: (await at.group()).id }),
  leadershipGroup: async (at) => ({ id: (await at.group()).id }),
  leadershipGroups: async (at) => ({ filter: { orgUnitId: (await at.group()).unitId } }),
  orgUnit: async (at) => ({ id: (await at.unit()).id }),
  orgUnits: async (at) => {
    const { id } = await at.unit();
    return { filter: { parentId: at.branchId, underId: at.branchId }, page, shows: id };
  },
  orgUnitsWithoutTeam: async (at) => ({ page, shows: (await at.unit()).id }),
  planDemands: async (at) => ({ preset: 'D2', orgUnitId: (await at.unit()).id }),
  planPresets: () => ({}),
  planInForce: async (at) => ({ orgUnitId: (await at.plan('PUBLISHED')).unitId }),
  plansInForce: async (at) => ({ orgUnitId: (await at.plan('PUBLISHED')).unitId }),
  plans: async (at) => {
    const { unitId, plan } = await at.plan('PUBLISHED');
    return { filter: { orgUnitId: unitId, awaitsReceiptOf: unitId }, page, shows: plan.id };
  },
  planVersion: async (at) => ({ id: (await at.plan('PUBLISHED')).id }),
  planVersionDiff: async (at) => ({ fromId: (await at.plan('PUBLISHED')).id, toId: (await at.plan('PUBLISHED')).id }),
  regulationPresets: () => ({}),
  roleGrants: async (at) => ({ staffId: (await at.grant()).staff.id, filter: { orgUnitId: at.branchId } }),
  sessions: async (at) => ({ staffId: (await at.signedIn()).staffId }),
  staffMember: async (at) => ({ id: (await at.staff()).id }),
  staffMembers: async (at) => {
    const { id, username } = await at.staff();
    return { filter: { orgUnitId: at.branchId, text: username }, shows: id };
  },
  trackComplaint: async (at) => ({ trackingCode: (await at.complaint()).trackingCode }),
  verifyAudit: () => ({}),
  viewer: () => ({}),
  worklists: () => ({}),

  // Complaints
  claimComplaint: async (at) => at.complaint().then((it) => ({ id: it.id, input: seen(it) })),
  changeLevel: async (at) =>
    at.complaint().then((it) => ({ id: it.id, input: { ...seen(it), level: 'MAJOR', reason: '影响扩大' } })),
  screenComplaint: async (at) => at.complaint().then((it) => ({ id: it.id, input: takenUp(it.version) })),
  assignComplaint: async (at) =>
    at.screened().then((it) => ({ id: it.id, input: { ...seen(it), receiverId: at.branchId } })),
  reassignComplaint: async (at) =>
    at.offered().then((it) => ({ id: it.id, input: { ...seen(it), receiverId: at.branchId, reason: '改派' } })),
  acceptHandover: async (at) => at.offered().then((it) => ({ id: it.id, input: seen(it) })),
  returnHandover: async (at) => at.offered().then((it) => ({ id: it.id, input: { ...seen(it), reasonCode: 'OTHER' } })),
  planInvestigation: async (at) =>
    at
      .offered()
      .then(async (it) => ({ id: it.id, input: { ...seen(it), scope: '核实', leadId: (await at.staff()).id } })),
  requestCooperation: async (at) =>
    at.investigated().then(async (it) => ({ id: it.id, input: { ...seen(it), ...(await at.help()) } })),
  answerCooperation: async (at) => at.asked().then((it) => ({ id: it.id, input: { ...seen(it), answer: '已核实' } })),
  cancelCooperation: async (at) => at.asked().then((it) => ({ id: it.id, input: { ...seen(it), reason: '已查明' } })),
  setRiskFlags: async (at) =>
    at.complaint().then((it) => ({ id: it.id, input: { ...seen(it), riskFlags: ['REPUTATION'] } })),
  withdrawComplaint: async (at) =>
    at.complaint().then((it) => ({ id: it.id, input: { ...seen(it), channel: 'PHONE', proof: '客户来电撤回' } })),
  proposeResolution: async (at) =>
    at.investigated().then(async (it) => {
      const tasks = [{ text: '退款', receiverId: (await at.staff()).id, dueOn: '2027-12-31' }];
      return { id: it.id, input: proposal(it.version, { tasks }) };
    }),
  reviewResolution: async (at) =>
    at.proposed({}, grave).then((it) => ({ id: it.id, input: { ...seen(it), decision: 'APPROVE', checks: passes } })),
  recordMediation: async (at) =>
    at
      .proposed(mediated)
      .then((it) => ({ id: it.id, input: { ...seen(it), outcome: 'AGREED', agreement: '各方同意' } })),
  reviseResolution: async (at) =>
    at.proposed().then((it) => ({ id: it.id, input: { ...seen(it), reason: '客户不接受' } })),
  startTask: async (at) => at.taskOf('PLANNED').then((it) => ({ id: it.id, input: seen(it) })),
  completeTask: async (at) =>
    at.taskOf('IN_PROGRESS').then((it) => ({ id: it.id, input: { ...seen(it), proof: '回单' } })),
  confirmTask: async (at) => at.taskOf('DONE').then((it) => ({ id: it.id, input: { ...seen(it), isDone: true } })),
  cancelTask: async (at) =>
    at.taskOf('PLANNED').then((it) => ({ id: it.id, input: { ...seen(it), reason: '不再需要' } })),
  replyToCustomer: async (at) => at.proposed().then((it) => ({ id: it.id, input: answer(it.version) })),
  tellResult: async (at) => at.promised().then((it) => ({ id: it.id, input: { ...seen(it), result: '已退款。' } })),
  reviewComplaint: async (at) =>
    at.replied().then(async (it) => {
      const improvements = [{ text: '修订流程', ownerId: (await at.staff()).id, dueOn: '2027-12-31' }];
      return { id: it.id, input: { ...seen(it), assessment: '及时', improvements } };
    }),
  closeComplaint: async (at) => at.visited().then((it) => ({ id: it.id, input: seen(it) })),
  ...endingSamples,
  ...aftermathSamples,
  recordContact: async (at) => ({ id: (await at.complaint()).id, input: heard() }),
  exportComplaints: async (at) => {
    const filter = { orgUnitId: at.branchId, assigneeId: (await at.staff()).id };
    return { input: { filter, reason: 'INVESTIGATE' } };
  },
  exportCaseFile: async (at) => ({ id: (await at.complaint()).id, input: { reason: 'INVESTIGATE' } }),
  revealField: async (at) => {
    const { id } = await at.complaint();
    const query = 'query ($id: ID!) { complaint(id: $id) { contacts { id } } }';
    const { data } = await at.say('DESK', query, { id });
    const rowId = data.complaint.contacts[0].id as string;
    return { complaintId: id, input: { field: 'CONTACT_SUMMARY', rowId, reason: 'CONTACT_CUSTOMER' } };
  },
  downloadEvidence: async (at) => {
    const { complaintId, evidenceId } = await at.evidence();
    return { complaintId, input: { evidenceId, reason: 'INVESTIGATE' } };
  },
  registerComplaint: async (at) => ({
    input: plainComplaint({
      channel: 'ONLINE',
      orgUnitId: at.branchId,
      staffComplainedOfIds: [(await at.staff()).id],
      idempotencyKey: freshKey(),
    }),
  }),
  resolveImmediately: async (at) => at.complaint().then((it) => ({ id: it.id, input: { ...seen(it), ...settled } })),

  // Messages
  retryDelivery: async (at) => at.delivery().then((it) => ({ id: it.id, input: seen(it) })),
  cancelDelivery: async (at) => at.delivery().then((it) => ({ id: it.id, input: seen(it) })),

  // Plans
  adoptPlanPreset: async (at) => {
    const members = [{ ...(await member(at)), position: 'LEADER' }];
    const group = { kind: 'PROJECT_TEAM', name: at.next(), leadUnitId: (await at.department()).id, members };
    return { input: { preset: 'D9', orgUnitId: (await at.unit()).id, groups: [group] } };
  },

  // Escalations
  acknowledgeEscalation: async (at) => ({ id: (await at.escalation()).id }),
  raiseEscalation: async (at) => ({ complaintId: (await at.complaint()).id, input: { level: 'E2', reason: '请关注' } }),
  resolveEscalation: async (at) => {
    const it = await at.escalation({ isAcknowledged: true });
    return { id: it.id, input: { ...seen(it), resolution: '已经妥善处理' } };
  },

  // Plans
  draftPlanVersion: async (at) => ({
    input: { orgUnitId: at.branchId, kind: 'SPECIAL', name: at.next(), ...(await content(at)) },
  }),
  updatePlanVersion: async (at) => {
    const it = await at.plan('DRAFT');
    const said = await content(at, it.groupId);
    return { id: it.id, input: { ...seen(it), ...said, duties: [{ orgUnitId: it.unitId, text: '及时上报' }] } };
  },
  submitPlanVersion: async (at) => at.plan('DRAFT').then((it) => ({ id: it.id, input: seen(it) })),
  returnPlanVersion: async (at) =>
    at.plan('IN_REVIEW').then((it) => ({ id: it.id, input: { ...seen(it), reason: '请补充职责' } })),
  publishPlanVersion: async (at) => at.plan('IN_REVIEW').then((it) => ({ id: it.id, input: seen(it) })),
  retirePlanVersion: async (at) =>
    at.plan('PUBLISHED').then((it) => ({ id: it.id, input: { ...seen(it), reason: '改用上级预案' } })),
  acknowledgePlan: async (at) => at.plan('PUBLISHED').then((it) => ({ id: it.id, input: { orgUnitId: it.unitId } })),

  // Units and people, code lists, calendar, rights, groups
  ...administration,

  // Signing in
  signIn: async (at) => ({ input: { username: (await at.staff()).username, password: at.password, mode: 'TOKEN' } }),
  signOut: () => ({}),

  endSession: async (at) => ({ id: (await at.signedIn()).sessionId }),
  changePassword: (at) => ({ input: { currentPassword: at.password, newPassword: 'another long password' } }),
  startSecondFactor: (at) => ({ input: { password: at.password } }),
  confirmSecondFactor: () => ({ input: { otp: '000000' } }),
  removeSecondFactor: async (at) => ({ staffId: (await at.withSecondFactor()).staffId }),
  stepUp: (at) => ({ input: { password: at.password } }),

  // Subscriptions: what happens here is what the feed tells.
  complaintEvents: async (at) => ({ complaintId: (await at.complaint()).id, orgUnitId: at.branchId }),
  escalationEvents: async (at) => at.escalation().then(() => ({ filter: { orgUnitId: at.branchId } })),
  managerFeed: async (at) => at.complaint().then(() => ({ orgUnitId: at.branchId })),
};
