/** Languages the time texts are written in. */
export type Locale = 'zh' | 'en';

/** Anything that names an instant. */
export type Instant = string | number | Date;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The bank lives in Asia/Shanghai, which keeps no daylight saving: a fixed offset is exact. */
const bankOffset = 8 * hour;

const milliseconds = (instant: Instant) => new Date(instant).getTime();
const two = (value: number) => String(value).padStart(2, '0');

interface BankTime {
  year: number;
  month: number;
  date: number;
  weekday: number;
  hours: number;
  minutes: number;
  seconds: number;
  /** Days since 1970-01-01 in the bank's zone. */
  dayNumber: number;
}

/** The bank's wall-clock reading of an instant, whatever the browser's zone. */
export function bankTime(instant: Instant): BankTime {
  const shifted = milliseconds(instant) + bankOffset;
  const at = new Date(shifted);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: at.getUTCDay(),
    hours: at.getUTCHours(),
    minutes: at.getUTCMinutes(),
    seconds: at.getUTCSeconds(),
    dayNumber: Math.floor(shifted / day),
  };
}

/** The instant at which the bank's day of `instant` began. */
export function startOfBankDay(instant: Instant): Date {
  return new Date(bankTime(instant).dayNumber * day - bankOffset);
}

const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const nearDays: Record<Locale, Record<number, string>> = {
  zh: { [-1]: '昨天', 0: '今天', 1: '明天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};
const units = {
  zh: { days: '天', hours: '时', minutes: '分', seconds: '秒', gap: '', none: '不到1分' },
  en: { days: ' d', hours: ' h', minutes: ' min', seconds: ' s', gap: ' ', none: 'less than 1 min' },
};
const spokenUnits = {
  zh: { days: ' 天', hours: ' 小时', minutes: ' 分', gap: ' ', none: '不到 1 分钟' },
  en: { days: ' days', hours: ' hours', minutes: ' minutes', gap: ' ', none: 'less than 1 minute' },
};

/** A length as `42分`, `3时10分`, `1天3时`, `4天`: two parts at most, finer parts dropped. */
export function durationText(length: number, locale: Locale): string {
  const unit = units[locale];
  const whole = Math.floor(Math.max(0, length) / minute);
  const [days, hours, minutes] = [Math.floor(whole / 1440), Math.floor(whole / 60) % 24, whole % 60];
  if (whole === 0) return unit.none;
  if (days >= 3) return `${days}${unit.days}`;
  if (days > 0) return join([days, unit.days], [hours, unit.hours], unit.gap);
  if (hours === 0) return `${minutes}${unit.minutes}`;
  const padded = locale === 'zh' ? two(minutes) : String(minutes);
  return minutes === 0 ? `${hours}${unit.hours}` : `${hours}${unit.hours}${unit.gap}${padded}${unit.minutes}`;
}

function join([first, firstUnit]: [number, string], [second, secondUnit]: [number, string], gap: string): string {
  return second === 0 ? `${first}${firstUnit}` : `${first}${firstUnit}${gap}${second}${secondUnit}`;
}

/** The same length in words to be read aloud: `3 小时 10 分`. */
export function spokenDuration(length: number, locale: Locale): string {
  const unit = spokenUnits[locale];
  const whole = Math.floor(Math.max(0, length) / minute);
  const [days, hours, minutes] = [Math.floor(whole / 1440), Math.floor(whole / 60) % 24, whole % 60];
  const parts = [days > 0 ? `${days}${unit.days}` : '', hours > 0 ? `${hours}${unit.hours}` : ''];
  if (days < 3 && minutes > 0) parts.push(`${minutes}${unit.minutes}`);
  return parts.filter(Boolean).join(unit.gap) || unit.none;
}

/** A short span with its seconds, as `3分40秒`; from an hour on as `durationText`. */
export function spanText(length: number, locale: Locale): string {
  if (length >= hour) return durationText(length, locale);
  const unit = units[locale];
  const seconds = Math.max(0, Math.floor(length / 1000));
  if (seconds < 60) return `${seconds}${unit.seconds}`;
  return join([Math.floor(seconds / 60), unit.minutes], [seconds % 60, unit.seconds], unit.gap);
}

/** `剩 3时10分`. */
export function remainingText(length: number, locale: Locale): string {
  return locale === 'zh' ? `剩 ${durationText(length, locale)}` : `${durationText(length, locale)} left`;
}

/** `超期 42分`. */
export function overdueText(length: number, locale: Locale): string {
  return locale === 'zh' ? `超期 ${durationText(length, locale)}` : `${durationText(length, locale)} overdue`;
}

/** `暂停 1天4时`. */
export function pausedText(length: number, locale: Locale): string {
  return locale === 'zh' ? `暂停 ${durationText(length, locale)}` : `Paused ${durationText(length, locale)}`;
}

/** `14:20` at the bank. */
export function timeOfDay(instant: Instant): string {
  const { hours, minutes } = bankTime(instant);
  return `${two(hours)}:${two(minutes)}`;
}

/** The day as `今天`, `4月16日`, or with the year where it is another one. */
function dayText(instant: Instant, now: Instant, locale: Locale): string {
  const [at, today] = [bankTime(instant), bankTime(now)];
  const near = nearDays[locale][at.dayNumber - today.dayNumber];
  if (near) return near;
  const withYear = at.year !== today.year;
  if (locale === 'zh') return `${withYear ? `${at.year}年` : ''}${at.month}月${at.date}日`;
  return `${at.date} ${shortMonths[at.month - 1]}${withYear ? ` ${at.year}` : ''}`;
}

/** `今天 17:30`, `4月16日 17:30`. */
export function dayTimeText(instant: Instant, now: Instant, locale: Locale): string {
  return `${dayText(instant, now, locale)} ${timeOfDay(instant)}`;
}

/** A due time; a limit in days ends with its last day and is never shown as 00:00 of the next: `10月10日 24:00 前`. */
export function dueText(dueAt: Instant, now: Instant, locale: Locale): string {
  const due = milliseconds(dueAt);
  const endsTheDay = due === startOfBankDay(due).getTime();
  if (!endsTheDay) return dayTimeText(due, now, locale);
  const lastDay = dayText(due - 1, now, locale);
  return locale === 'zh' ? `${lastDay} 24:00 前` : `by 24:00 ${lastDay}`;
}

/** `4月14日 星期二`. */
export function dateLine(instant: Instant, locale: Locale): string {
  const { month, date, weekday } = bankTime(instant);
  const name = weekdays[locale][weekday];
  return locale === 'zh' ? `${month}月${date}日 ${name}` : `${name}, ${date} ${shortMonths[month - 1]}`;
}

/** The big countdown: `02:14`, from 100 minutes on `1:40:00`; a passed instant stays at `00:00`. */
export function countdownText(length: number): string {
  const seconds = Math.max(0, Math.ceil(length / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes < 100) return `${two(minutes)}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** The two-digit seconds of a wall clock. */
export function secondsText(instant: Instant): string {
  return two(bankTime(instant).seconds);
}
