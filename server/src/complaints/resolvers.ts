import './access-explanation/access-explanation.messages.js';
import './aftermath/aftermath.messages.js';
import './aftermath/aftermath.readability.js';
import './case-file/case-file.messages.js';
import './case-file/case-file.parts.js';
import './complaint.messages.js';
import './contacts/contact.messages.js';
import './endings.readability.js';
import './extension/extension.messages.js';
import './merge/merge.messages.js';
import './referral/referral.messages.js';
import './reply/reply.messages.js';
import './complaint.readability.js';
import './case-file/case-file.readability.js';
import './exports/export.messages.js';
import './exports/export.readability.js';
import './evidence/evidence.messages.js';
import './evidence/evidence.readability.js';
import { ComplaintAftermathResolver, ComplaintEventAftermathResolver } from './aftermath/aftermath.resolver.js';
import { AppealResolver } from './aftermath/appeal.resolver.js';
import { SurveyResolver } from './aftermath/survey.resolver.js';
import { TrackedAftermathResolver } from './aftermath/tracked-aftermath.resolver.js';
import './cooperation/cooperation.messages.js';
import './cooperation/cooperation.readability.js';
import './sending/delivery.readability.js';
import './sending/sending.messages.js';
import { AccessExplanationResolver } from './access-explanation/access-explanation.resolver.js';
import { CaseFileResolver } from './case-file/case-file.resolver.js';
import { ClockResolver } from './clocks/clock.resolver.js';
import {
  ComplainantResolver,
  ComplaintEventResolver,
  ContactResolver,
  HandoverResolver,
  InvestigationResolver,
  LevelChangeResolver,
} from './complaint-parts.resolver.js';
import { ClosingResolver, ImprovementActionResolver, ReviewResolver } from './closing/closing.resolver.js';
import { ComplaintFeedResolver } from './complaint/complaint-feed.resolver.js';
import { ComplaintResolver } from './complaint/complaint.resolver.js';
import {
  ComplaintEventEvidenceResolver,
  ComplaintEvidenceResolver,
  EvidenceResolver,
} from './evidence/evidence.resolver.js';
import './resolution/resolution.messages.js';
import { ComplaintTasksResolver, TaskResolver } from './execution/task.resolver.js';
import { ApprovalResolver, ComplaintResolutionResolver, ResolutionResolver } from './resolution/resolution.resolver.js';
import { ExportResolver } from './exports/export.resolver.js';
import {
  ComplaintCooperationResolver,
  ComplaintEventCooperationResolver,
  CooperationResolver,
} from './cooperation/cooperation.resolver.js';
import { HandlingResolver } from './handling/handling.resolver.js';
import { TransferTimeResolver } from './handling/transfer-time.resolver.js';
import { WorklistResolver } from './worklists/worklist.resolver.js';
import { SendingResolver, SentContactResolver } from './sending/sending.resolver.js';
import { ContactVerbsResolver } from './contacts/contact-verbs.resolver.js';
import { ComplaintHoldResolver, HeldComplaintResolver } from './holds/hold.resolver.js';
import { ExtendedComplaintResolver, ExtensionResolver } from './extension/extension.resolver.js';
import { ComplaintMergeResolver, MergedComplaintResolver } from './merge/merge.resolver.js';
import { ReferralResolver, ReferredComplaintResolver } from './referral/referral.resolver.js';
import { TrackedComplaintResolver } from './tracking/tracked-complaint.resolver.js';

/** The resolvers of complaints. */
export const complaintResolvers = [
  CaseFileResolver,
  ExportResolver,
  ComplaintResolver,
  HandlingResolver,
  ComplaintResolutionResolver,
  ResolutionResolver,
  ApprovalResolver,
  ComplaintTasksResolver,
  TaskResolver,
  ClosingResolver,
  ReviewResolver,
  ImprovementActionResolver,
  SendingResolver,
  SentContactResolver,
  ContactVerbsResolver,
  ReferredComplaintResolver,
  ReferralResolver,
  ExtendedComplaintResolver,
  ExtensionResolver,
  MergedComplaintResolver,
  ComplaintMergeResolver,
  HeldComplaintResolver,
  ComplaintHoldResolver,
  HandoverResolver,
  TransferTimeResolver,
  InvestigationResolver,
  ComplaintEvidenceResolver,
  ComplaintEventEvidenceResolver,
  EvidenceResolver,
  CooperationResolver,
  ComplaintCooperationResolver,
  ComplaintEventCooperationResolver,
  ComplainantResolver,
  ContactResolver,
  LevelChangeResolver,
  ClockResolver,
  ComplaintEventResolver,
  TrackedComplaintResolver,
  ComplaintFeedResolver,
  AccessExplanationResolver,
  WorklistResolver,
  ComplaintAftermathResolver,
  ComplaintEventAftermathResolver,
  AppealResolver,
  SurveyResolver,
  TrackedAftermathResolver,
];
