import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'complaint.messageTitle': ['关于您的投诉 {reference}', 'About your complaint {reference}'],
  'complaint.trackingHint': ['您可凭查询码 {code} 查询办理进展。', ' You can follow it with the tracking code {code}.'],
});
