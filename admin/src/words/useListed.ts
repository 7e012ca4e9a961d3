import { useTimeLocale } from '../patterns/useTimeLocale';

/** Joins names as the current language lists them. */
export function useListed(): (names: readonly string[]) => string {
  const separator = useTimeLocale() === 'zh' ? '、' : ', ';
  return (names) => names.join(separator);
}
