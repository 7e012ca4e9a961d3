import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'stepUp.ENROL': [
    '此操作需要动态口令，请先在“账户与安全”中绑定。',
    'This needs one-time codes; set them up under “Account and security” first.',
  ],
  'stepUp.CODE': ['请输入动态口令再次验证身份。', 'Enter a one-time code to confirm that it is you.'],
  'stepUp.PASSWORD': ['请输入密码再次验证身份。', 'Enter your password to confirm that it is you.'],
  'stepUp.noSession': ['只有登录的员工可以进行此操作。', 'Only a member of staff who is signed in may do this.'],
  'secondFactor.wrongCode': [
    '动态口令不正确，或已经用过；请等下一个口令。',
    'is wrong or was used before; wait for the next one',
  ],
  'secondFactor.wrongPassword': ['密码不正确', 'is wrong'],
  'secondFactor.enrolled': ['已绑定动态口令，请先解除。', 'One-time codes are set up already; remove them first.'],
  'secondFactor.notStarted': ['请先开始绑定动态口令。', 'Begin to set up one-time codes first.'],
});
