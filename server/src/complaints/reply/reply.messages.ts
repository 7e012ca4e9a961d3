import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'reply.placeholder': ['还有未填写的内容，请写完整', 'still holds blanks or stands for another text; write it out'],
  'reply.sameAsAnother': ['与其他部分内容相同，请分别说明', 'says the same as another part; say what belongs here'],
  'reply.reviewIsOpen': ['须告知客户可以申请核查', 'must name the review, which is always open to the customer'],
  'reply.otherChannel': ['须通过客户来诉的渠道答复', "must be the customer's channel"],
  'reply.opening': [
    '您好！您的投诉 {reference} 已有处理结果，现答复如下：',
    'This is our answer to your complaint {reference}:',
  ],

  'reply.findings': ['核查情况：{text}', 'What we found: {text}'],
  'reply.basis': ['处理依据：{text}', 'By which rule: {text}'],
  'reply.reasons': ['处理理由：{text}', 'Why: {text}'],
  'reply.demand': ['对您诉求的答复：{text}', 'What you asked for: {text}'],
  'reply.appeal': [
    '如对本答复不满意，您可以自收到之日起 {days} 日内向我行投诉处理领导小组提出申诉。',
    'If you do not agree, you may appeal to our leadership group within {days} days of receiving this.',
  ],
  'reply.remedies': ['您还可以：{text}。', 'You may also: {text}.'],
  'reply.review': ['向我行上级机构申请核查', 'ask our superior unit to look into it again'],
  'reply.mediation': ['向金融纠纷调解组织申请调解', 'ask a body for financial disputes to mediate'],
  'reply.arbitration': ['依照合同约定申请仲裁', 'go to arbitration where your contract provides for it'],
  'reply.litigation': ['向人民法院提起诉讼', 'go to court'],
});
