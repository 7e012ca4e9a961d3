import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'action.referComplaint': ['移交', 'Refer'],
  'action.recordReferralReceipt': ['登记移交回执', 'Record receipt'],
  'complaint.notToRefer': ['投诉尚未受理或已经终止', 'The complaint is not taken up yet, or has ended'],
  'referral.nothingWaits': ['没有等待回执的移交', 'No referral waits for a receipt'],
  'referral.tooManyDocuments': ['最多 {max} 份材料', 'may name at most {max} documents'],
  'referral.unknownPerson': ['没有该员工，或已停用', 'is no active member of staff'],
  'referral.ownOpinion': ['法律意见须由他人出具', 'must be the opinion of somebody else'],
  'referral.whole': [
    '您的投诉 {reference} 依法移交{body}处理，我行不再办理。{notice}',
    'Your complaint {reference} was handed over to {body} as the law demands; we no longer handle it. {notice}',
  ],
  'referral.part': [
    '您的投诉 {reference} 的部分事项依法移交{body}处理，其余事项我行继续办理。{notice}',
    'A part of your complaint {reference} was handed over to {body} as the law demands; we handle the rest. {notice}',
  ],
});
