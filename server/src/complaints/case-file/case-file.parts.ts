import { Task } from '../../work/task/task.js';
import { Review } from '../../work/review/review.js';
import { Survey } from '../aftermath/survey.js';
import { ClockPause } from '../clocks/clock-pause.js';
import { ClockRevision } from '../clocks/clock-revision.js';
import { SlaClock } from '../clocks/sla-clock.js';
import { Complainant } from '../complainant/complainant.js';
import { Complaint } from '../complaint/complaint.js';
import { LevelChange } from '../complaint/level-change.js';
import { Contact } from '../contact.js';
import { Cooperation } from '../cooperation/cooperation.js';
import { Evidence } from '../evidence/evidence.js';
import { Handover } from '../handling/handover.js';
import { Investigation } from '../handling/investigation.js';
import { Resolution } from '../resolution/resolution.js';
import { fileInCase, ofComplaint } from './case-file-part.js';

const person = '{ name }';
const unit = '{ name }';
const entry = '{ code nameZh nameEn }';

fileInCase(
  'complaint',
  `reference status level channel category ${entry} product ${entry} subject riskFlags complexity handlingMode isEmergency
  receivedAt occurredAt postedAt place amountInvolved channelReference content customerDemand
  registeredUnit ${unit} registeredBy ${person} orgUnit ${unit} firstHandler ${person} responsible ${person}
  assignedUnit ${unit} assignedStaff ${person} lead ${person} staffComplainedOf ${person} planVersion { number plan { name } }
  screenedAt rejectionReason ${entry} resolutionSummary repliedAt closedAt isHistorical isDrill`,
  [Complaint, (id) => ({ id })],
);
fileInCase(
  'complainant',
  `complainant { id name phone email address idNumber customerNumber representative { name phone relation }
    anonymous jointCount inPerson }`,
  [Complainant, (id) => ({ complaint: { $some: { id } } })],
);
fileInCase('levels', `levelHistory { id createdAt from to by ${person} reason }`, [LevelChange, ofComplaint]);
fileInCase(
  'handovers',
  `handovers { id state orgUnit ${unit} staff ${person} offeredBy ${person} offeredAt reason decidedBy ${person} decidedAt
    returnCode ${entry} returnReason }`,
  [Handover, ofComplaint],
);
fileInCase('investigation', `investigation { id scope plannedBy ${person} plannedAt }`, [
  Investigation,
  (id) => ({ complaint: { $some: { id } } }),
]);
fileInCase(
  'evidence',
  `evidence { id name type sizeBytes sha256 source collectedBy ${person} collectedAt scanState description }`,
  [Evidence, ofComplaint],
);
fileInCase(
  'cooperations',
  `cooperations { id askedAt askedBy ${person} orgUnit ${unit} state question answer finding answeredBy ${person} answeredAt
    cancelReason }`,
  [Cooperation, ofComplaint],
);
fileInCase(
  'resolutions',
  `resolutions { id number proposedAt proposedBy ${person} state verdict cause ${entry} kinds summary noEvidenceReason amount
    currency mediator mediationOn mediationOutcome agreement rejectionReason ${entry} rejectionNotice reviewMode signOffCount
    approvals { id at by ${person} decision failedChecks comment } decidedAt revisionReason promisedOn resultToldAt
    reportedAt deskReport }`,
  [Resolution, ofComplaint],
);
fileInCase(
  'tasks',
  `tasks { id createdAt text orgUnit ${unit} owner ${person} dueOn state startedAt completedBy ${person} completedAt proof
    deviation confirmedBy ${person} confirmedAt remark }`,
  [Task, (id) => ({ subjectId: id })],
);
fileInCase('contacts', `contacts { id at kind channel direction by ${person} summary isCustomerVisible }`, [
  Contact,
  ofComplaint,
]);
fileInCase('surveys', `surveys { id createdAt state score comment channel recordedBy ${person} answeredAt }`, [
  Survey,
  ofComplaint,
]);
fileInCase(
  'reviews',
  `reviews { id at by ${person} assessment noActionReason improvements { id text owner ${person} dueOn } }`,
  [Review, (id) => ({ subjectId: id })],
);
fileInCase(
  'clocks',
  `clocks { id kind state startedAt limitCount limitUnit clause regulationName dueAt warnAt isProvisional metAt breachedAt
    fulfilledAt totalPausedMinutes pauses { startedAt endedAt reason { at kind } }
    revisions { createdAt reason dueAt limitCount limitUnit } }`,
  [SlaClock, ofComplaint],
  [ClockPause, (complaint) => ({ clock: { complaint } })],
  [ClockRevision, (complaint) => ({ clock: { complaint } })],
);
fileInCase(
  'events',
  `events { cursor at kind actorKind actor ${person} contact { id kind } handover { id state } levelChange { id from to }
    clock { id kind dueAt }
    evidence { id name } lateMinutes }`,
);
