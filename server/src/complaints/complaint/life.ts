import { openStatuses } from '../enumerations.js';
import {
  app,
  approver,
  asked,
  beforeAcceptance,
  confirmed,
  desk,
  doneOrPromised,
  deskOrHandler,
  either,
  firstHandler,
  found,
  fourEyes,
  fresh,
  handler,
  helper,
  impartial,
  lead,
  leadAlone,
  leaders,
  light,
  lookedBackOn,
  mediated,
  notWithdrawn,
  owesNothing,
  planned,
  promiseKept,
  receiver,
  replier,
  reported,
  simple,
  takenUp,
  unappealed,
  undecided,
  unheld,
  visited,
  worker,
  type Row,
} from './actors.js';
import type { CooperationFacts } from '../cooperation/cooperation.access.js';
import { aftermath } from './life-aftermath.js';
import { endings } from './life-endings.js';
import { holds, workers, type ComplaintFacts } from './complaint.access.js';

/** Whether a mediation that belongs to the resolution has not ended yet. */
const isMediating = ({ resolution }: ComplaintFacts) =>
  resolution !== null && resolution.kinds.includes('MEDIATION') && resolution.mediationOutcome === null;

const isOpen = ({ state }: CooperationFacts) => state === 'ASKED';

/** The life of a complaint (投诉的一生): every verb that people do, in the order of buttons. Timers and upper floors add none of their own. */
export const life = {
  /** 首问负责制, D7-二.3 */
  claimComplaint: {
    actor: worker,
    from: beforeAcceptance,
    to: [],
    otherwise: 'complaint.handedOver',
    guards: [(_, facts) => (facts.firstHandler ? 'complaint.alreadyClaimed' : null)],
    isPointless: ({ firstHandler }) => firstHandler !== null,
  },
  /** 初审, D1-五.1(2) */
  screenComplaint: {
    actor: desk,
    from: ['REGISTERED'],
    to: ['SCREENED', 'REJECTED'],
    otherwise: 'complaint.alreadyScreened',
    guards: [impartial],
  },
  /** 分派, D2-四.3, D5-五.2(1) */
  assignComplaint: {
    actor: desk,
    from: ['SCREENED'],
    to: ['ASSIGNED', 'INVESTIGATING'],
    otherwise: 'complaint.notToAssign',
    guards: [impartial],
  },
  /** 接收, D7-二.3 */
  acceptHandover: {
    actor: receiver,
    from: ['ASSIGNED'],
    to: ['INVESTIGATING'],
    otherwise: 'complaint.notOffered',
    guards: [impartial, fresh],
  },
  returnHandover: { actor: receiver, from: ['ASSIGNED'], to: ['SCREENED'], otherwise: 'complaint.notOffered' },
  /** 制定调查方案, D1-五.2(1): by the desk while the hand-over waits, by those who accepted it from then on */
  planInvestigation: {
    actor: (viewer, facts) => (facts.status === 'ASSIGNED' ? desk(viewer, facts) : handler(viewer, facts)),
    from: ['ASSIGNED', 'INVESTIGATING'],
    to: [],
    otherwise: 'complaint.notToInvestigate',
    guards: [impartial],
  },
  /** 请求协办, D2-三.3(3), D7-二.4, D7-四.3 */
  requestCooperation: {
    actor: deskOrHandler,
    from: takenUp,
    to: [],
    otherwise: 'complaint.notToAskForHelp',
    guards: [impartial],
  },
  answerCooperation: {
    actor: helper,
    from: takenUp,
    to: [],
    otherwise: 'complaint.notToAskForHelp',
    guards: [asked, impartial],
    isPointless: ({ cooperations }) => !cooperations.some(isOpen),
  },
  cancelCooperation: {
    actor: deskOrHandler,
    from: takenUp,
    to: [],
    otherwise: 'complaint.notToAskForHelp',
    guards: [(_, { cooperations }) => (cooperations.some(isOpen) ? null : 'complaint.nobodyAsked')],
    isPointless: ({ cooperations }) => !cooperations.some(isOpen),
  },
  /** 了解情况, D6-四.2(2) */
  requestInfo: {
    actor: either(handler, desk, firstHandler),
    from: openStatuses,
    to: [],
    otherwise: 'complaint.ended',
    guards: [impartial],
  },
  /** 提出处理意见, D6-四.3(1), D3-2.3.3 */
  proposeResolution: {
    actor: lead,
    from: ['INVESTIGATING'],
    to: ['IN_REVIEW', 'EXECUTING'],
    otherwise: 'complaint.notToInvestigate',
    guards: [impartial, planned, found],
  },
  /** 审核, D5-五.2(3), D6-四.3(2); four eyes */
  reviewResolution: {
    actor: approver,
    from: ['IN_REVIEW'],
    to: ['INVESTIGATING', 'EXECUTING', 'REJECTED'],
    otherwise: 'resolution.notInReview',
    guards: [impartial, fourEyes],
  },
  /** 调解, D1-五.3(1)b */
  recordMediation: {
    actor: either(leadAlone, desk),
    from: ['EXECUTING'],
    to: ['INVESTIGATING'],
    otherwise: 'resolution.notInExecution',
    guards: [(_, facts) => (isMediating(facts) ? null : 'resolution.noMediation')],
    isPointless: (facts) => !isMediating(facts),
  },
  /** 答复客户, D1-五.3(2), D5-五.2(4), D6-四.5(1) */
  replyToCustomer: {
    actor: replier,
    from: ['EXECUTING'],
    to: ['REPLIED'],
    otherwise: 'resolution.notInExecution',
    guards: [impartial, mediated, doneOrPromised],
  },
  /** 告知结果: what the reply promised is done, D5-五.2(4) */
  tellResult: {
    actor: replier,
    from: ['REPLIED'],
    to: [],
    otherwise: 'reply.notReplied',
    guards: [(_, facts) => (owesNothing(facts) ? 'reply.nothingPromised' : null), confirmed],
    isPointless: owesNothing,
  },
  /** 个案总结, D2-四.6 */
  reviewComplaint: {
    actor: either(desk, leaders),
    from: ['REPLIED', 'CLOSED'],
    to: [],
    otherwise: 'reply.notReplied',
    guards: [impartial, (_, facts) => (facts.reviewedAt === null ? null : 'closing.reviewedAlready')],
    isPointless: (facts) => facts.reviewedAt !== null || facts.isHistorical,
  },
  /** 结案, D2-四.5, D5-五.2(4) */
  closeComplaint: {
    actor: desk,
    from: ['REPLIED'],
    to: ['CLOSED'],
    otherwise: 'reply.notReplied',
    guards: [impartial, confirmed, promiseKept, reported, lookedBackOn, visited, unappealed, unheld],
  },
  ...aftermath,
  recordContact: {
    actor: either(worker, app, (viewer, facts) => viewer.kind === 'STAFF' && facts.sharesWithViewer.length > 0),
    from: notWithdrawn,
    to: [],
    otherwise: 'complaint.ended',
    guards: [(_, facts) => (facts.isHistorical ? 'complaint.ended' : null)],
    isPointless: ({ isHistorical }) => isHistorical,
  },
  /** 收集证据, D1-五.2(2), D6-四.2(2): until the file is closed */
  addEvidence: {
    actor: either(app, firstHandler, handler, desk),
    from: [...openStatuses, 'REPLIED', 'REJECTED'],
    to: [],
    otherwise: 'complaint.ended',
    guards: [impartial],
  },
  /** 当场解决, D7-四.2; never MAJOR or above, D3-2.3.2 */
  resolveImmediately: {
    actor: either(firstHandler, desk),
    from: undecided,
    to: ['REPLIED'],
    otherwise: 'complaint.alreadyDecided',
    guards: [light, simple],
  },
  /** 修订方案, D4-四.2(3) */
  reviseResolution: {
    actor: either(leadAlone, desk),
    from: ['EXECUTING'],
    to: ['INVESTIGATING'],
    otherwise: 'resolution.notInExecution',
    guards: [impartial],
  },
  reassignComplaint: {
    actor: desk,
    from: ['ASSIGNED', 'INVESTIGATING'],
    to: ['ASSIGNED'],
    otherwise: 'complaint.notToReassign',
    guards: [impartial],
  },
  changeLevel: { actor: desk, from: openStatuses, to: [], otherwise: 'complaint.ended' },
  /** 设置风险标识, D5-六.1(1) */
  setRiskFlags: { actor: desk, from: openStatuses, to: [], otherwise: 'complaint.ended' },
  ...endings,
  /** 撤回, 办法 art. 15 */
  withdrawComplaint: {
    actor: either(app, firstHandler, (viewer, facts) => holds(viewer, facts, workers)),
    from: openStatuses,
    to: ['WITHDRAWN'],
    otherwise: 'complaint.ended',
  },
} as const satisfies Readonly<Record<string, Row>>;
