import { bankDay, dayAfter } from '../../server/src/kernel/bank-day.js';
import type { ComplaintStatus } from '../../server/src/complaints/enumerations.js';
import type { ComplaintVerb } from '../../server/src/complaints/complaint/state-machine.js';
import { freshKey, progress, type Speaker, type TestBank } from '../harness/bank.js';
import { referral } from '../endings.js';
import { handling, takenUp, type Seen } from '../handling.js';
import { answer, passes, proposal } from '../resolution.js';

/** A complaint as the desk reads it before somebody does something with it. */
export interface Read {
  id: string;
  version: number;
  status: ComplaintStatus;
  level: string;
  riskFlags: string[];
  customerDemand: string | null;
  lead: { id: string } | null;
  responsible: { id: string } | null;
  resolution: { kinds: string[]; reviewMode: string; signOffCount: number; approvals: { id: string }[] } | null;
  tasks: { id: string; version: number; state: string }[];
  handlingMode: string | null;
  cooperations: { id: string; version: number; state: string; finding: string | null }[];
  appeals: { id: string; version: number; state: string }[];
  extensions: { workingDayCount: number }[];
  referrals: { id: string; receiptNumber: string | null }[];
}
export const READ = `id version status level riskFlags customerDemand lead { id } responsible { id }
  resolution { kinds reviewMode signOffCount approvals { id } } tasks { id version state }
  handlingMode cooperations { id version state finding } appeals { id version state }
  extensions { workingDayCount } referrals { id receiptNumber }`;

/** Somewhere between, decided by the seed. */
export type Dice = (sides: number) => number;
/**
 * What is given to a verb so that it leads to a state (null: it stays); null where it cannot from here. `objectId` is what
 * it is done with where that is not the complaint; an `expectedVersion` of null is not sent.
 */
type Move = (
  it: Read,
  to: ComplaintStatus | null,
  dice: Dice,
  bank: TestBank,
) => object | null | Promise<object | null>;

const grave = (level: string) => level === 'MAJOR' || level === 'URGENT';
const levels = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'];
const flags = ['SOCIAL_IMPACT', 'REPUTATION', 'LEGAL_DISPUTE'];
const soon = (bank: TestBank, days: number) => dayAfter(bankDay(bank.clock.now()), days);

/** Where a review that is approved now leads. */
function approvedTo({ resolution }: Read): ComplaintStatus | null {
  const { kinds, signOffCount, approvals } = resolution!;
  if (approvals.length + 1 < signOffCount) return null;
  return kinds.includes('REJECTED') ? 'REJECTED' : 'EXECUTING';
}

const rejection = { kinds: ['REJECTED'], rejectionCode: 'NOT_AUTHENTIC', rejectionNotice: '经核实情况不存在。' };
const mediation = (bank: TestBank) => ({
  kinds: ['MEDIATION', 'APOLOGY'],
  mediation: { mediator: '银行业调解中心', on: soon(bank, 1) },
});

function proposalFor(it: Read, to: ComplaintStatus | null, dice: Dice, bank: TestBank): object | null {
  if (to === 'EXECUTING' && grave(it.level)) return null;
  const verdict = it.level === 'SUGGESTION' ? { verdict: null } : {};
  const task = { text: '退还手续费', receiverId: bank.staff.handler, dueOn: soon(bank, 2) };
  const tasks = dice(2) ? [task] : [];
  if (to === 'EXECUTING') return { ...verdict, tasks, ...(dice(3) ? {} : mediation(bank)) };
  if (dice(3) === 0) return { ...verdict, ...rejection };
  const compensation = { amount: dice(2) ? '800.00' : '90000.00', currency: 'CNY' };
  return { ...verdict, tasks, kinds: ['COMPENSATION'], compensation };
}

const earlier = new WeakMap<TestBank, Promise<Seen>>();
/** A complaint by the same complainant, as grave as any, into which all others may be merged. */
function earlierOf(bank: TestBank): Promise<Seen> {
  const receivedAt = new Date(bank.clock.now().getTime() - 6 * 86_400_000).toISOString();
  const made = earlier.get(bank) ?? handling(bank).registered({ level: 'URGENT', riskFlags: flags, receivedAt });
  earlier.set(bank, made);
  return made;
}

/** The request that waits for an answer. */
const asked = ({ cooperations }: Read) => {
  const waiting = cooperations.find(({ state }) => state === 'ASKED');
  return waiting ? { objectId: waiting.id, expectedVersion: waiting.version } : null;
};
/** What a caller may send again, with no version. */
const keyed = () => ({ idempotencyKey: freshKey(), expectedVersion: null });

/** What somebody gives to the verbs that are walked: those on the complaint itself. */
export const moves: Record<ComplaintVerb, Move> = {
  claimComplaint: () => ({}),
  screenComplaint: ({ level }, to) => {
    const mode = grave(level) ? 'JOINT' : 'STANDARD';
    if (to === 'SCREENED') return takenUp(0, { handlingMode: mode });
    const reject = { outcome: 'REJECT', authentic: false, withinScope: true };
    return grave(level) ? null : { ...reject, reasonCode: 'NOT_AUTHENTIC', notice: '经核实情况不存在。' };
  },
  assignComplaint: (_, to, dice, { unit, staff }) => {
    if (to === 'INVESTIGATING') return { receiverId: staff.office };
    return { receiverId: dice(2) ? unit.northOutlet : staff.handler };
  },
  reassignComplaint: ({ responsible }, _to, _dice, { unit, staff }) => ({
    receiverId: responsible?.id === staff.outletMember ? staff.handler : unit.northOutlet,
    reason: '分派有误',
  }),
  acceptHandover: () => ({}),
  returnHandover: () => ({ reasonCode: 'WRONG_DEPARTMENT' }),
  planInvestigation: ({ responsible }, _to, dice, { staff }) => ({
    scope: '核实收费经过',
    leadId: dice(3) ? staff.outletMember : (responsible?.id ?? staff.handler),
  }),
  requestCooperation: ({ cooperations }, _to, _dice, { unit }) =>
    cooperations.some(({ state }) => state === 'ASKED') || cooperations.length > 8
      ? null
      : { orgUnitId: unit.southOutlet, question: '请协助核实' },
  answerCooperation: (it) => {
    const waiting = asked(it);
    return waiting && { ...waiting, answer: '已核实', finding: '核实：收费前未告知客户' };
  },
  cancelCooperation: (it) => {
    const waiting = asked(it);
    return waiting && { ...waiting, reason: '不再需要' };
  },
  proposeResolution: (it, to, dice, bank) => {
    const found = it.cooperations.filter(({ finding }) => finding);
    if (it.handlingMode === 'JOINT' && (asked(it) || found.length === 0)) return null;
    const more = proposalFor(it, to, dice, bank);
    return more && proposal(0, more);
  },
  reviewResolution: (it, to) => {
    if (to !== 'INVESTIGATING') return to === approvedTo(it) ? { decision: 'APPROVE', checks: passes } : null;
    return { decision: 'RETURN', checks: { ...passes, reasonable: false }, comment: '标准不合理' };
  },
  recordMediation: (_, to) =>
    to ? { outcome: 'FAILED' } : { outcome: 'AGREED', agreement: '退还手续费，双方再无争议' },
  reviseResolution: () => ({ reason: '客户不接受' }),
  replyToCustomer: ({ tasks, customerDemand }, _to, _dice, bank) => {
    const isOpen = tasks.some(({ state }) => state === 'PLANNED' || state === 'IN_PROGRESS');
    return answer(0, {
      ...(isOpen ? { promisedOn: soon(bank, 3) } : {}),
      ...(customerDemand ? { answerToDemand: '已按您的要求退还手续费。' } : {}),
    });
  },
  tellResult: () => ({ result: '手续费已退回您的账户。' }),
  reviewComplaint: () => ({ assessment: '处置及时', noActionReason: '个别情况' }),
  closeComplaint: () => ({}),
  answerSurvey: (_, _to, dice) => ({ score: 1 + dice(5), ...keyed() }),
  recordReturnVisit: (_, _to, dice) =>
    dice(3)
      ? { outcome: dice(2) ? 'SATISFIED' : 'DISSATISFIED', comment: '已了解客户意见' }
      : { outcome: 'NOT_REACHED' },
  fileAppeal: () => ({ grounds: '退费金额不对', ...keyed() }),
  reopenComplaint: () => ({ reason: '原处理依据有误', categoryCode: 'FEES' }),
  requestInfo: (_, _to, _dice, bank) => ({ question: '请补充凭证', replyBy: soon(bank, 5) }),
  requestExtension: ({ extensions }) => {
    const longest = Math.max(10, ...extensions.map(({ workingDayCount }) => workingDayCount));
    return longest >= 115 ? null : { workingDayCount: longest + 5, reason: '需调取第三方机构的交易记录。' };
  },
  reviewExtension: (_, _to, dice) => ({ decision: dice(2) ? 'APPROVE' : 'REFUSE', comment: '已阅' }),
  referComplaint: (_, to, _dice, { staff }) => ({
    ...referral,
    scope: to === 'REFERRED' ? 'WHOLE' : 'PART',
    opinionById: staff.reviewer,
  }),
  recordReferralReceipt: ({ referrals }, _to, _dice, { clock }) => {
    const waiting = referrals.find(({ receiptNumber }) => receiptNumber === null);
    const receipt = { number: '2026-18', receivedAt: clock.now().toISOString() };
    return waiting ? { referralId: waiting.id, receipt } : null;
  },
  mergeComplaint: async (_, _to, _dice, bank) => ({ targetId: (await earlierOf(bank)).id }),
  recordContact: () => progress({ idempotencyKey: freshKey() }),
  addEvidence: () => ({}),
  resolveImmediately: () => ({ resolutionSummary: '已当场解释清楚', customerConsents: true, categoryCode: 'FEES' }),
  changeLevel: ({ level }, _to, dice) => ({
    level: levels.filter((each) => each !== level)[dice(3)],
    reason: '情况有变',
  }),
  setRiskFlags: ({ riskFlags }, _to, dice) => {
    const flag = flags[dice(flags.length)]!;
    return { riskFlags: riskFlags.includes(flag) ? [] : [flag] };
  },
  withdrawComplaint: () => ({ channel: 'PHONE', proof: '客户来电撤回，已核对身份', idempotencyKey: freshKey() }),
};

/** Who may be the one to do a verb, the likeliest first. */
export const actors: readonly Speaker[] = [
  ...(['office', 'outletMember', 'officeClerk', 'handler', 'reviewer', 'northDeputy', 'northLeader'] as const),
  ...(['intake', 'outlet', 'app', 'teller', 'southOutlet'] as const),
];
