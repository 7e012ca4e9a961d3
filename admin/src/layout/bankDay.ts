import { bankTime } from '../patterns/time';

const two = (value: number) => String(value).padStart(2, '0');

/** The bank's day of an instant, as a date field holds it. */
export function bankDay(instant: string): string {
  const { year, month, date } = bankTime(instant);
  return `${year}-${two(month)}-${two(date)}`;
}

/** The bank's day and minute of an instant, as a date and time field holds them. */
export function bankMinute(instant: string | number): string {
  const { hours, minutes } = bankTime(instant);
  return `${bankDay(new Date(instant).toISOString())}T${two(hours)}:${two(minutes)}`;
}

/** The instant a date (its beginning) or a date and time field means at the bank. */
export function instantOf(value: string): string | undefined {
  if (!value) return undefined;
  const withTime = value.includes('T') ? value : `${value}T00:00`;
  const instant = new Date(`${withTime}:00+08:00`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

/** The last instant of a date at the bank. */
export function endOfDay(value: string): string | undefined {
  const instant = value ? new Date(`${value}T23:59:59.999+08:00`) : undefined;
  return instant && !Number.isNaN(instant.getTime()) ? instant.toISOString() : undefined;
}
