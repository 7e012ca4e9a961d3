import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'action.requestCooperation': ['请求协办', 'Ask for help'],
  'action.answerCooperation': ['答复协办', 'Answer request'],
  'action.cancelCooperation': ['取消协办', 'Cancel request'],
  'complaint.notToAskForHelp': [
    '投诉尚未受理或已经答复客户',
    'The complaint is not taken up yet, or its decision is told',
  ],
  'complaint.nobodyAsked': ['没有待答复的协办请求', 'No request for help waits for an answer'],
  'complaint.ownUnit': ['该机构正在承办此投诉', 'answers for the complaint itself'],
  'complaint.unknownUnit': ['没有该机构，或已停用', 'is no active unit'],
  'complaint.askedAlready': ['该机构已有待答复的协办请求', 'is asked already and has not answered'],
  'complaint.cooperationOver': ['协办请求已经答复或取消', 'The request is answered or cancelled already'],
  'complaint.notThisUnits': ['该请求由其他机构答复', 'Another unit answers this request'],
  'complaint.findingsMissing': [
    '须至少有一个协办部门，且每个协办部门都给出核查结论',
    'At least one department must be asked, and each must say what it found',
  ],
  'complaint.tooComplexToResolveAtOnce': [
    '复杂或联合调查的投诉不能当场解决',
    'A complaint that is complex or jointly investigated cannot be resolved at once',
  ],
  'complaint.dueOutOfRange': ['须为明天起一年以内的日期', 'must be a day from tomorrow to a year from now'],
});
