import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'export.listWatermark': [
    '{who} 导出，个人信息已脱敏，不得外传',
    'Taken out by {who}; personal values are masked; pass it to nobody',
  ],
  'export.listName': ['投诉清单-{at}', 'complaints-{at}'],
});
