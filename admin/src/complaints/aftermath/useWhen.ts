import { dayTimeText } from '../../patterns/time';
import { useNow } from '../../patterns/useNow';
import { useTimeLocale } from '../../patterns/useTimeLocale';

/** The words for an instant; nothing for none. */
export function useWhen(): (at: string | null | undefined) => string | undefined {
  const now = useNow();
  const locale = useTimeLocale();
  return (at) => (at ? dayTimeText(at, now, locale) : undefined);
}
