import { defineMessages } from '../kernel/messages.js';

defineMessages({
  'stats.badDay': ['日期超出范围', 'is out of range'],
  'stats.badSpan': ['应为 1 到 {max} 天', 'must leave 1 to {max} days up to the last'],
});
