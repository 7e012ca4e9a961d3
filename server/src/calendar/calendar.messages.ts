import { defineMessages } from '../kernel/messages.js';

defineMessages({
  'action.importCalendar': ['导入日历', 'Import'],
  'action.changeCalendarDay': ['修改日期', 'Change a day'],
  'action.clearCalendarDay': ['恢复为平常日', 'Clear a day'],
  'action.publishCalendar': ['发布日历', 'Publish'],
  'calendar.isPublished': [
    '该年日历已发布，只能逐日修改。',
    'The calendar of this year is published; only single days can be changed.',
  ],
  'calendar.empty': [
    '该年日历尚无节假日，请先导入或填写。',
    'The calendar of this year has no holidays yet; import or enter them first.',
  ],
  'calendar.badDate': ['不是有效日期，格式为 2026-10-01', 'is not a day such as 2026-10-01'],
  'calendar.otherYear': ['不在 {year} 年', 'is not in {year}'],
  'calendar.twice': ['该日期重复', 'is there twice'],
  'calendar.notWeekend': ['不是周末，本来就上班', 'is no weekend and worked anyway'],
  'calendar.noException': ['该日没有例外', 'has no rule of its own'],
  'calendar.badJson': ['不是 holiday-cn 格式的 JSON', 'is not JSON in the form of holiday-cn'],
  'calendar.badCsv': ['不是有效的 CSV', 'is not valid CSV'],
  'calendar.badHeader': ['第一行应为 {header}', 'must begin with the line {header}'],
  'calendar.badColumns': ['应有 {most} 列', 'must have {most} columns'],
  'calendar.badKind': ['应为 OFF（放假）或 WORK（调休上班）', 'must be OFF or WORK'],
  'calendar.tooMany': ['最多 {most} 天', 'has more than {most} days'],
});
