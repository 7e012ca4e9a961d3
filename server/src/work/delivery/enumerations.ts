import { defineEnum } from '../../kernel/enumeration.js';

export const DeliveryChannel = defineEnum('DeliveryChannel', 'By which way a message leaves the house (发送渠道).', {
  EMAIL: 'E-mail (电子邮件).',
  SMS: 'Text message (短信).',
  IM: 'Instant message (即时消息).',
});
export type DeliveryChannel = keyof typeof DeliveryChannel;

export const DeliveryState = defineEnum('DeliveryState', 'What has become of a message (发送状态).', {
  QUEUED: 'Waits to be sent, or for an earlier message to the same recipient (待发送).',
  SENDING: 'Is being handed over now (发送中).',
  SENT: 'Was taken by the mail server or gateway (已发送).',
  FAILED: 'Could not be handed over and is tried again (重试中).',
  DEAD: 'Was given up; somebody must see to it (发送失败).',
  CANCELLED: 'Is not to be sent any more (已取消).',
});
export type DeliveryState = keyof typeof DeliveryState;

/** States in which it is still to be sent. */
export const unfinished: DeliveryState[] = ['QUEUED', 'SENDING', 'FAILED'];

export const DeliveryErrorCode = defineEnum('DeliveryErrorCode', 'Why a message could not be handed over (失败原因).', {
  UNREACHABLE: 'No connection to the server (无法连接).',
  TIMED_OUT: 'The server did not answer in time (超时).',
  TRY_LATER: 'The server asked to try again later, or had trouble of its own (对方暂不接收).',
  NOT_AUTHORIZED: 'The server did not let us in (身份验证失败).',
  REDIRECTED: 'The server pointed elsewhere, which is never followed (地址被重定向).',
  REFUSED: 'The server refused this message or its recipient for good (对方拒收).',
  UNEXPECTED: 'Something else went wrong (其他错误).',
});
export type DeliveryErrorCode = keyof typeof DeliveryErrorCode;
