import { useLocaleState } from 'react-admin';
import type { Locale } from './time';

/** The language of the time texts, from the console's. */
export function useTimeLocale(): Locale {
  const [locale] = useLocaleState();
  return locale === 'en' ? 'en' : 'zh';
}
