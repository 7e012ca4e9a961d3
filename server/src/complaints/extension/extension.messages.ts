import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'action.requestExtension': ['申请延期', 'Ask for more time'],
  'action.reviewExtension': ['审批延期', 'Decide on more time'],
  'complaint.notBeingHandled': ['投诉不在办理中', 'The complaint is not being handled'],
  'extension.waitsAlready': ['已有待审批的延期申请', 'A request waits already'],
  'extension.noTimeRuns': ['处理时限未在计时或已超期', 'No limit of the decision runs, or it is over'],
  'extension.noneWaits': ['没有待审批的延期申请', 'No request waits'],
  'extension.ownRequest': ['申请人和主办人不能审批', 'Not by who asked for it or leads the case'],
  'extension.leadersDecide': ['须由领导小组审批', 'The leadership group decides'],
  'extension.notLonger': ['须晚于当前到期时间', 'must end later than now'],
  'extension.beyondRegulation': ['超过监管规定的最长时限', 'is beyond the longest limit of a regulation'],
  'extension.told': [
    '您的投诉 {reference} 需要延长办理时间，原因：{reason}。我们将于 {day} 前答复您。',
    'Your complaint {reference} takes longer. Reason: {reason}. You will hear from us by {day}.',
  ],
});
