import type { Limit } from '../../calendar/limit.js';
import { say, type Locale } from '../../kernel/messages.js';

/** `24 小时`, `3 working days`. */
export const limitText = (locale: Locale, { count, unit }: Limit): string =>
  say(locale, { key: `limit.${unit}`, params: { count } });
