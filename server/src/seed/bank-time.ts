import type { Random } from './random.js';

const minute = 60_000;
const day = 24 * 60 * minute;
// The invented bank lives in Shanghai, which has had no summer time since 1991.
const offset = 8 * 60 * minute;

/** `minutes` after `at`, or before it when negative. */
export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * minute);

/** Whole minutes from one instant to another. */
export const minutesBetween = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / minute);

/** Minutes since midnight on the bank's wall clock. */
const minuteOfDay = (at: Date): number => Math.floor(((at.getTime() + offset) % day) / minute);

/** The bank's midnight at the start of the day `daysAgo` days before that of `at`. */
export function midnight(at: Date, daysAgo = 0): Date {
  const local = at.getTime() + offset;
  return new Date(local - (local % day) - offset - daysAgo * day);
}

/** Whether it is Saturday or Sunday at the bank. */
export const isWeekend = (at: Date): boolean => [0, 6].includes(new Date(at.getTime() + offset).getUTCDay());

/** Such as 6月3日. */
export function sayDay(at: Date): string {
  const local = new Date(at.getTime() + offset);
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
}

/** Such as 上午九点多. */
export function sayHour(at: Date): string {
  const hour = Math.floor(minuteOfDay(at) / 60);
  const part =
    hour < 6 ? '凌晨' : hour < 9 ? '早上' : hour < 12 ? '上午' : hour < 14 ? '中午' : hour < 18 ? '下午' : '晚上';
  return `${part}${'零一两三四五六七八九十'[hour % 12] ?? '十一'}点多`.replace('零', '十二');
}

/** The instant `minutes` after `at` if somebody is at work then, else early on the next morning shift. */
export function whenAtWork(at: Date, minutes: number, random: Random): Date {
  const then = minutesAfter(at, minutes);
  const clock = minuteOfDay(then);
  if (clock >= 8 * 60 && clock < 20 * 60 + 30) return then;
  const morning = minutesAfter(midnight(then), 8 * 60 + random.between(5, 100));
  return clock < 8 * 60 ? morning : minutesAfter(morning, 24 * 60);
}
