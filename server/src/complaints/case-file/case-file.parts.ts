import { ClockPause } from '../clocks/clock-pause.js';
import { ClockRevision } from '../clocks/clock-revision.js';
import { SlaClock } from '../clocks/sla-clock.js';
import { Complainant } from '../complainant/complainant.js';
import { Complaint } from '../complaint/complaint.js';
import { LevelChange } from '../complaint/level-change.js';
import { Contact } from '../contact.js';
import { Evidence } from '../evidence/evidence.js';
import { Handover } from '../handling/handover.js';
import { Investigation } from '../handling/investigation.js';
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
fileInCase('contacts', `contacts { id at kind channel direction by ${person} summary isCustomerVisible }`, [
  Contact,
  ofComplaint,
]);
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
