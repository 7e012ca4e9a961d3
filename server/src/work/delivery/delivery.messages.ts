import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'action.retryDelivery': ['重新发送', 'Send again'],
  'action.cancelDelivery': ['不再发送', 'Do not send'],
  'delivery.notGivenUp': ['该消息未发送失败，无需重新发送', 'This message was not given up'],
  'delivery.beingSent': ['正在发送，请稍后重试', 'It is being sent; try again in a moment'],
  'delivery.over': ['该消息已发送或已取消', 'This message was sent or cancelled already'],
});
