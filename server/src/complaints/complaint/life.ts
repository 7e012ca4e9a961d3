import { openStatuses } from '../enumerations.js';
import {
  app,
  beforeAcceptance,
  desk,
  either,
  firstHandler,
  handler,
  impartial,
  light,
  notWithdrawn,
  receiver,
  undecided,
  worker,
  type Row,
} from './actors.js';
import { holds, workers } from './complaint.access.js';

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
    guards: [impartial],
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
    guards: [light],
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
  /** 撤回, 办法 art. 15 */
  withdrawComplaint: {
    actor: either(app, firstHandler, (viewer, facts) => holds(viewer, facts, workers)),
    from: openStatuses,
    to: ['WITHDRAWN'],
    otherwise: 'complaint.ended',
  },
} as const satisfies Readonly<Record<string, Row>>;
