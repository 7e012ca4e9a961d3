import { defineMessages } from '../kernel/messages.js';

defineMessages({
  'escalation.tooManyUnits': [
    '该机构辖内超过 {most} 个机构，请选择下级机构。',
    'There are more than {most} units here; choose one further down.',
  ],
  'action.raiseEscalation': ['升级', 'Escalate'],
  'action.acknowledgeEscalation': ['签收', 'Acknowledge'],
  'action.resolveEscalation': ['解除升级', 'Resolve'],
  'escalation.alreadyEnded': ['升级已经结束', 'The escalation has ended'],
  'escalation.acknowledgeFirst': ['须先签收', 'It must be acknowledged first'],
  'escalation.complaintEnded': ['投诉已经终止', 'The complaint has ended'],
  'escalation.cause.FRAUD_OR_ACCOUNT': ['涉及欺诈、账户安全或资金安全', 'Fraud, account security or money in danger'],
  'escalation.cause.LEVEL_RAISED': ['等级为{level}', 'The level is {level}'],
  'escalation.cause.MEDIA': ['媒体报道', 'The media report it'],
  'escalation.cause.MAJOR_RISK': ['重大风险', 'Major risk'],
  'escalation.cause.SOCIAL_IMPACT': ['社会影响', 'Bad effect on society'],
  'escalation.cause.REPUTATION': ['声誉风险', 'Risk to the reputation'],
  'escalation.cause.NO_FIRST_RESPONSE': [
    '首次响应逾期，客户还没有得到方案或进展',
    'No plan or progress told to the customer within the limit',
  ],
  'escalation.cause.SLA_WARNING': ['处理时限临期', 'The decision is nearly due'],
  'escalation.cause.SLA_BREACH': ['处理时限超期，客户还没有得到答复', 'The decision was not told within the limit'],
  'escalation.cause.PROGRESS_MISSED': [
    '未按期沟通，客户没有得到新的进展',
    'The customer was not told again how it goes',
  ],
  'escalation.cause.LEGAL_VIOLATION': ['违法违规或法律纠纷', 'A law may have been broken, or there is a legal dispute'],
  'escalation.cause.VULNERABLE_CUSTOMER': ['特殊群体，需要照顾', 'The customer needs special care'],
  'escalation.cause.HANDOVER_REFUSED': ['多次退回，无人接收', 'Returned more than once, nobody takes it over'],
  'escalation.judgedEmergency': ['初审认定为突发事件', 'Screening judged it an emergency'],
  'escalation.cause.MANUAL': ['人工升级', 'Somebody asked for it'],
  'level.SUGGESTION': ['建议性', 'suggestion'],
  'level.GENERAL': ['一般', 'general'],
  'level.MAJOR': ['重大', 'major'],
  'level.URGENT': ['紧急', 'urgent'],
});
