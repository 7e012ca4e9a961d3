import { defineMessages } from '../kernel/messages.js';

defineMessages({
  'action.claimComplaint': ['认领', 'Claim'],
  'action.recordContact': ['登记沟通', 'Record contact'],
  'action.resolveImmediately': ['当场解决', 'Resolve at once'],
  'action.revealField': ['查看明文', 'Show in clear'],
  'complaint.nothingToReveal': ['该项没有填写', 'was never given'],
  'complaint.ended': ['投诉已经终止', 'The complaint has ended'],
  'complaint.alreadyClaimed': ['已有首问责任人', 'Somebody is first handler already'],
  'complaint.alreadyDecided': ['处理决定已经答复客户', 'The customer has been told the decision already'],
  'complaint.tooGraveToResolveAtOnce': [
    '重大、紧急投诉不能当场解决',
    'A major or urgent complaint cannot be resolved at once',
  ],
  'complaint.consentNeeded': ['须经客户同意', 'The customer must agree'],
  'complaint.categoryNeeded': ['须选择投诉类别', 'A category must be chosen'],
  'complaint.tooGraveCategory': [
    '该类别至少为重大，不能当场解决',
    'This category is at least major and cannot be resolved at once',
  ],
  'complaint.timeLost': ['须为收到时间，不传即为现在', 'must be the time of receipt; leave it out to mean now'],
  'complaint.future': ['不能晚于现在', 'must not be in the future'],
  'complaint.tooOld': [
    '超过 7 天前收到的投诉，只有信函（须填寄出时间和补录原因）和历史数据可以登记',
    'Only letters (with posting date and reason) and history may be older than 7 days',
  ],
  'complaint.postedAfterReceipt': ['寄出时间不能晚于收到时间', 'must not be after receipt'],
  'complaint.postedOnlyForLetters': ['只有信函有寄出时间', 'Only a letter has a posting date'],
  'complaint.occurredAfterReceipt': ['发生时间不能晚于收到时间', 'must not be after receipt'],
  'complaint.closedBeforeReceipt': ['结案时间不能早于收到时间', 'must not be before receipt'],
  'complaint.badAmount': ['金额应为 0 到 999,999,999,999.99 元', 'must be between 0 and 999,999,999,999.99 yuan'],
  'complaint.closedUnit': ['该机构已停用', 'This unit is closed'],
  'complaint.foreignChannel': ['该密钥不能登记此渠道的投诉', 'This key may not register complaints of this channel'],
  'complaint.unknownCode': ['代码不存在或已停用', 'is not an active code'],
  'complaint.noUnit': ['须指定被投诉机构', 'The unit complained about is needed'],
  'complaint.noHistory': ['您无权导入历史数据', 'You may not bring in history'],
  'complaint.acknowledged': [
    '您的投诉已登记，编号 {reference}。我们将在 {hours} 小时内告知处理方案或进展。',
    'Your complaint is registered as {reference}. You will hear of a plan or progress within {hours} hours.',
  ],
  'complaint.appContactsInboundOnly': [
    '渠道系统只能登记客户来联系',
    'A channel app may only record what the customer says',
  ],
  'complaint.contactNotByHand': [
    '此类沟通由对应的操作生成，不能直接登记',
    'This kind is made by its own action, not recorded by hand',
  ],
  'complainant.nameNeeded': ['须填姓名，或选择不留姓名', 'A name is needed unless anonymous'],
  'complainant.contactNeeded': [
    '须填电话、邮箱或地址之一，或选择不留姓名',
    'A phone, e-mail or address is needed unless anonymous',
  ],
  'complainant.badPhone': ['电话号码不正确', 'is not a telephone number'],
  'complainant.mobileLength': ['手机号应为 11 位，现为 {count} 位', 'A mobile number has 11 digits, this has {count}'],
  'complainant.badEmail': ['邮箱地址不正确', 'is not an e-mail address'],
  'complainant.badIdNumber': ['证件号码不正确，请核对每一位', 'is not a valid id number; check each digit'],
});
