import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'action.requestInfo': ['了解情况', 'Ask the customer'],
  'contact.onlyExplained': [
    '只有向客户解释时才填是否接受',
    'is asked only where something is explained to the customer',
  ],
  'contact.noTalk': ['此类沟通没有沟通结果', 'is not asked of this kind'],
  'contact.otherOutcome': ['该结果由对应的操作登记', 'is recorded by an action of its own'],
  'contact.nobodyAnswered': ['未联系上客户，无法得知是否接受', 'cannot be known of a customer who was not reached'],
  'contact.replyByTooFar': ['须为今天起 {days} 日内的日期', 'must be a day within {days} days from today'],
  'contact.question': [
    '{question} 请您于 {replyBy} 前回复，以便我行继续办理。',
    '{question} Please answer by {replyBy}, so that we can go on.',
  ],
  'contact.appealRights': [
    '您不接受该方案，我行将作进一步处理；收到答复后仍有异议的，您可以自收到之日起 {days} 日内向我行投诉处理领导小组提出申诉。',
    'You do not accept it, and we will look further; if you disagree with our answer, you may appeal to our leadership group within {days} days of receiving it.',
  ],
});
