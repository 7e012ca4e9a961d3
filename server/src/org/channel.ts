import { defineEnum } from '../kernel/enumeration.js';

export const Channel = defineEnum('Channel', 'How a complaint comes in (投诉渠道).', {
  PHONE: 'Telephone (电话).',
  ONLINE: 'Website, internet bank or official account (网络).',
  MOBILE_APP: 'Mobile banking app (手机银行).',
  ON_SITE: 'Face to face, at a counter or elsewhere (现场).',
  LETTER: 'Letter (信函); keeps its posting date.',
  EMAIL: 'E-mail (电子邮件).',
  REGULATOR: 'Forwarded by a regulator (监管转办).',
  MEDIA: 'Found in or brought by the media (媒体); sets the risk flag MEDIA.',
  OTHER: 'Any other way (其他).',
});
export type Channel = keyof typeof Channel;
