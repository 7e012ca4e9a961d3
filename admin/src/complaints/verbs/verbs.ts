import type { ComponentType } from 'react';
import { AppealDialog } from '../aftermath/AppealDialog';
import { ReopenDialog } from '../aftermath/ReopenDialog';
import { ReturnVisitDialog } from '../aftermath/ReturnVisitDialog';
import { SurveyDialog } from '../aftermath/SurveyDialog';
import type { ComplaintRow } from '../complaints.graphql';
import { CloseDialog } from '../decide/CloseDialog';
import { LookBackDialog } from '../decide/LookBackDialog';
import { MediationDialog } from '../decide/MediationDialog';
import { ProposeDialog } from '../decide/ProposeDialog';
import { ReplyDialog } from '../decide/ReplyDialog';
import { ReviewDialog } from '../decide/ReviewDialog';
import { ReviseDialog, TellResultDialog } from '../decide/TextDialog';
import { ExportFileDialog } from '../exports/ExportFileDialog';
import { RequestExtensionDialog, ReviewExtensionDialog } from '../endings/ExtensionDialogs';
import { MergeDialog } from '../endings/MergeDialog';
import { ReceiptDialog } from '../endings/ReceiptDialog';
import { ReferDialog } from '../endings/ReferDialog';
import { RequestInfoDialog } from '../endings/RequestInfoDialog';
import { AcceptDialog } from './AcceptDialog';
import { AskForHelpDialog } from './AskForHelpDialog';
import { AssignDialog, ReassignDialog } from './AssignDialog';
import { ClaimDialog } from './ClaimDialog';
import { ContactDialog } from './ContactDialog';
import { EscalateDialog } from './EscalateDialog';
import { FlagsDialog } from './FlagsDialog';
import { AnswerHelpDialog, CancelHelpDialog } from './HelpDialogs';
import { LevelDialog } from './LevelDialog';
import { PlanDialog } from './PlanDialog';
import { ResolveDialog } from './ResolveDialog';
import { ReturnDialog } from './ReturnDialog';
import { ScreenDialog } from './ScreenDialog';
import { WithdrawDialog } from './WithdrawDialog';

/** What a verb's dialog needs. */
export interface VerbDialogProps {
  complaint: ComplaintRow;
  onClose(): void;
}

/** The verbs the console has a dialog for, by the mutation's name. */
export const verbs: Readonly<Record<string, ComponentType<VerbDialogProps>>> = {
  claimComplaint: ClaimDialog,
  screenComplaint: ScreenDialog,
  assignComplaint: AssignDialog,
  acceptHandover: AcceptDialog,
  returnHandover: ReturnDialog,
  planInvestigation: PlanDialog,
  requestCooperation: AskForHelpDialog,
  answerCooperation: AnswerHelpDialog,
  cancelCooperation: CancelHelpDialog,
  proposeResolution: ProposeDialog,
  reviewResolution: ReviewDialog,
  recordMediation: MediationDialog,
  replyToCustomer: ReplyDialog,
  tellResult: TellResultDialog,
  reviewComplaint: LookBackDialog,
  closeComplaint: CloseDialog,
  answerSurvey: SurveyDialog,
  recordReturnVisit: ReturnVisitDialog,
  fileAppeal: AppealDialog,
  reopenComplaint: ReopenDialog,
  requestInfo: RequestInfoDialog,
  requestExtension: RequestExtensionDialog,
  reviewExtension: ReviewExtensionDialog,
  referComplaint: ReferDialog,
  recordReferralReceipt: ReceiptDialog,
  mergeComplaint: MergeDialog,
  recordContact: ContactDialog,
  resolveImmediately: ResolveDialog,
  reviseResolution: ReviseDialog,
  reassignComplaint: ReassignDialog,
  setRiskFlags: FlagsDialog,
  withdrawComplaint: WithdrawDialog,
  changeLevel: LevelDialog,
  exportCaseFile: ExportFileDialog,
  raiseEscalation: EscalateDialog,
};

/** The allowed actions this console can carry out, in the server's order. */
export function knownActions(actions: ComplaintRow['allowedActions']): ComplaintRow['allowedActions'] {
  return actions.filter(({ code }) => code in verbs);
}
