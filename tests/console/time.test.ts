import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  countdownText,
  dateLine,
  dayTimeText,
  dueText,
  durationText,
  overdueText,
  pausedText,
  remainingText,
  spanText,
  spokenDuration,
  startOfBankDay,
  timeOfDay,
} from '../../admin/src/patterns/time.js';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A Tuesday, 14:20:36 at the bank. */
const now = '2026-04-14T14:20:36+08:00';

test.each([
  [42 * minute, '剩 42分', '42 min left'],
  [42 * minute + 59 * second, '剩 42分', '42 min left'],
  [3 * hour + 10 * minute, '剩 3时10分', '3 h 10 min left'],
  [3 * hour + 5 * minute, '剩 3时05分', '3 h 5 min left'],
  [2 * hour, '剩 2时', '2 h left'],
  [day - minute, '剩 23时59分', '23 h 59 min left'],
  [day, '剩 1天', '1 d left'],
  [day + 3 * hour + 40 * minute, '剩 1天3时', '1 d 3 h left'],
  [3 * day - minute, '剩 2天23时', '2 d 23 h left'],
  [3 * day, '剩 3天', '3 d left'],
  [4 * day + 20 * hour, '剩 4天', '4 d left'],
  [30 * second, '剩 不到1分', 'less than 1 min left'],
])('a remaining time of %d ms is told as %s', (length, zh, en) => {
  expect([remainingText(length, 'zh'), remainingText(length, 'en')]).toEqual([zh, en]);
});

test('a late clock says 超期 and a resting one 暂停', () => {
  expect(overdueText(42 * minute, 'zh')).toBe('超期 42分');
  expect(overdueText(20 * hour + 50 * minute, 'zh')).toBe('超期 20时50分');
  expect(overdueText(42 * minute, 'en')).toBe('42 min overdue');
  expect(pausedText(28 * hour, 'zh')).toBe('暂停 1天4时');
  expect(pausedText(28 * hour, 'en')).toBe('Paused 1 d 4 h');
});

test('a length is read aloud in full words', () => {
  expect(spokenDuration(3 * hour + 10 * minute, 'zh')).toBe('3 小时 10 分');
  expect(spokenDuration(day + 3 * hour, 'zh')).toBe('1 天 3 小时');
  expect(spokenDuration(10 * second, 'zh')).toBe('不到 1 分钟');
  expect(spokenDuration(3 * hour + 10 * minute, 'en')).toBe('3 hours 10 minutes');
});

test('a short span keeps its seconds', () => {
  expect(spanText(3 * minute + 40 * second, 'zh')).toBe('3分40秒');
  expect(spanText(2 * second, 'zh')).toBe('2秒');
  expect(spanText(8 * minute, 'zh')).toBe('8分');
  expect(spanText(2 * hour, 'zh')).toBe('2时');
  expect(spanText(3 * minute + 40 * second, 'en')).toBe('3 min 40 s');
});

test.each([
  ['2026-04-14T17:30:00+08:00', '今天 17:30', 'today 17:30'],
  ['2026-04-13T16:40:00+08:00', '昨天 16:40', 'yesterday 16:40'],
  ['2026-04-15T00:01:00+08:00', '明天 00:01', 'tomorrow 00:01'],
  ['2026-04-16T17:30:00+08:00', '4月16日 17:30', '16 Apr 17:30'],
  ['2025-12-31T23:59:00+08:00', '2025年12月31日 23:59', '31 Dec 2025 23:59'],
])('the instant %s is told as %s', (at, zh, en) => {
  expect([dayTimeText(at, now, 'zh'), dayTimeText(at, now, 'en')]).toEqual([zh, en]);
});

test('a limit in days ends at 24:00 of its last day', () => {
  expect(dueText('2026-10-10T16:00:00Z', '2026-09-30T08:00:00Z', 'zh')).toBe('10月10日 24:00 前');
  expect(dueText('2026-10-10T16:00:00Z', '2026-09-30T08:00:00Z', 'en')).toBe('by 24:00 10 Oct');
  expect(dueText('2026-04-14T16:00:00Z', now, 'zh')).toBe('今天 24:00 前');
  expect(dueText('2026-12-31T16:00:00Z', '2027-01-02T00:00:00Z', 'zh')).toBe('2026年12月31日 24:00 前');
  expect(dueText('2026-04-15T09:30:00Z', now, 'zh')).toBe('明天 17:30');
});

test('the wall counts down in minutes and seconds and stops at zero', () => {
  expect(countdownText(2 * minute + 14 * second)).toBe('02:14');
  expect(countdownText(2 * minute + 13 * second + 1)).toBe('02:14');
  expect(countdownText(60 * minute)).toBe('60:00');
  expect(countdownText(100 * minute)).toBe('1:40:00');
  expect(countdownText(-5 * second)).toBe('00:00');
});

test('the date line names the weekday', () => {
  expect(dateLine(now, 'zh')).toBe('4月14日 星期二');
  expect(dateLine(now, 'en')).toBe('Tuesday, 14 Apr');
});

const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

test('the time of day is that of Asia/Shanghai, whatever the zone of the machine', () => {
  const shanghai = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
  fc.assert(fc.property(instants, (at) => timeOfDay(at) === shanghai.format(at)));
});

test('no due time is ever shown as 00:00', () => {
  fc.assert(
    fc.property(instants, instants, (at, seen) => {
      const midnight = startOfBankDay(at);
      return [midnight, at].every(
        (due) => !dueText(due, seen, 'zh').includes(' 00:00') || due.getTime() % minute !== 0,
      );
    }),
  );
});

test('a length has at most two parts and never loses more than its finest part', () => {
  const parts = /(\d+)(天|时|分)/g;
  const sizes: Record<string, number> = { 天: day, 时: hour, 分: minute };
  fc.assert(
    fc.property(fc.integer({ min: minute, max: 400 * day }), (length) => {
      const told = [...durationText(length, 'zh').matchAll(parts)];
      const sum = told.reduce((total, [, count, unit = '']) => total + Number(count) * (sizes[unit] ?? 0), 0);
      const finest = length >= 3 * day ? day : length >= day ? hour : minute;
      return told.length <= 2 && sum <= length && length - sum < finest;
    }),
  );
});
