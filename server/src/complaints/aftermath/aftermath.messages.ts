import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'action.answerSurvey': ['登记评价', 'Record rating'],
  'action.recordReturnVisit': ['登记回访', 'Record return visit'],
  'action.fileAppeal': ['提出申诉', 'File appeal'],
  'action.withdrawAppeal': ['撤回申诉', 'Withdraw appeal'],
  'action.decideAppeal': ['作出申诉决定', 'Decide appeal'],
  'action.reopenComplaint': ['重新办理', 'Reopen'],
  'complaint.ownWork': [
    '办理人本人不能登记客户评价或回访',
    'Whoever handled it does not record what the customer thinks of it',
  ],
  'complaint.returnVisitMissing': ['尚未回访客户', 'The customer has not been called back yet'],
  'complaint.appealOpen': ['申诉尚未决定', 'An appeal waits to be decided'],
  'complaint.formerLead': [
    '曾主办或办结该投诉，重新办理应由他人负责',
    'led or settled it before: somebody else takes it up anew',
  ],
  'survey.notOpen': ['没有待评价的答复', 'No reply waits to be rated'],
  'survey.answered': ['已经评价过了', 'This has been rated already'],
  'survey.hint': [
    '请对本次处理作出评价，评价码 {token}。',
    'Please tell us how satisfied you are; the code for it is {token}.',
  ],
  'survey.link': ['请对本次处理作出评价：{link}', 'Please tell us how satisfied you are: {link}'],
  'returnVisit.notDue': ['没有待办的回访', 'No return visit is due'],
  'returnVisit.notReached': ['未联系上客户', 'The customer was not reached'],
  'appeal.nothingDecided': ['尚无可申诉的决定', 'There is no decision to appeal against'],
  'appeal.againstThisAlready': ['对该决定已经申诉过', 'This decision has been appealed against already'],
  'appeal.over': ['申诉已经终止', 'The appeal is over'],
  'appeal.nothingReopened': ['维持原决定时无须重新办理', 'Nothing is taken up anew when the decision stands'],
  'appeal.acceptedUntil': [
    '您对投诉 {reference} 的申诉已受理，由未参与办理的领导小组成员审查，{day} 前答复您。',
    'Your appeal on complaint {reference} is accepted. Members of the leadership group who had no part in it decide by {day}.',
  ],
  'appeal.accepted': [
    '您对投诉 {reference} 的申诉已受理，由未参与办理的领导小组成员审查。',
    'Your appeal on complaint {reference} is accepted. Members of the leadership group who had no part in it decide.',
  ],
  'appeal.outOfTime': [
    '您对投诉 {reference} 的申诉已超过期限，不予受理。您仍可申请调解、仲裁或提起诉讼。',
    'Your appeal on complaint {reference} came too late. Mediation, arbitration and the courts stay open to you.',
  ],
  'appeal.told.UPHELD': [
    '您对投诉 {reference} 的申诉成立，我行将另行安排人员重新办理。{reply}',
    'Your appeal on complaint {reference} is upheld; others will handle it anew. {reply}',
  ],
  'appeal.told.PARTLY': [
    '您对投诉 {reference} 的申诉部分成立，我行将另行安排人员重新办理。{reply}',
    'Your appeal on complaint {reference} is upheld in part; others will handle it anew. {reply}',
  ],
  'appeal.told.DISMISSED': [
    '经审查，您对投诉 {reference} 的申诉，决定维持原处理决定。{reply} 如仍有异议，您可以申请调解、仲裁或提起诉讼。',
    'After your appeal the decision on complaint {reference} stands. {reply} Mediation, arbitration and the courts stay open to you.',
  ],
  'reopening.inWork': ['投诉正在办理', 'The complaint is in work'],
  'reopening.tooLate': ['已超过重新办理期限', 'The time for taking it up anew is over'],
  'reopening.handledElsewhere': ['已并入其他投诉办理', 'It is handled as a part of another'],
  'reopening.told': [
    '您的投诉 {reference} 已由我行重新办理，我们将另行安排人员调查并告知进展。',
    'Your complaint {reference} is handled anew by others, who will tell you how it goes.',
  ],
});
