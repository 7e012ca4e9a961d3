/** Where the bank's days begin and end; Shanghai keeps no summer time. */
export const bankTimeZone = 'Asia/Shanghai';

const dayMs = 86_400_000;
const inBank = new Intl.DateTimeFormat('en-CA', { timeZone: bankTimeZone });

/** The bank's calendar day at an instant, `2026-11-23`. */
export const bankDay = (at: Date): string => inBank.format(at);

/** The instant at which a day of the bank begins. */
export const startOfBankDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** The day so many days later, or earlier when negative. */
export const dayAfter = (day: string, days: number): string =>
  bankDay(new Date(startOfBankDay(day).getTime() + days * dayMs));

/** How many days a span has, both ends included; not positive when it ends before it begins. */
export const daysFrom = (first: string, last: string): number =>
  Math.round((startOfBankDay(last).getTime() - startOfBankDay(first).getTime()) / dayMs) + 1;

// The library for dates on the wire is not asked: it takes text from a variable, not from inside a file.
/** Whether a text is a calendar day that there is, written `2026-11-23`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const minuteInBank = new Intl.DateTimeFormat('sv-SE', {
  timeZone: bankTimeZone,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant by the bank's clock, `2026-11-23 10:00`. */
export const bankMinute = (at: Date): string => minuteInBank.format(at);
