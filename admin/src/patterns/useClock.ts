import { useTranslate } from 'react-admin';
import { useWord } from '../words/useWord';
import { clockText, clockTime, elapsedShare, spokenClock, stateAt, warnShare, type ClockValue } from './clock';
import { useNow } from './useNow';
import { useTimeLocale } from './useTimeLocale';

/** Everything a clock mark draws and says at this minute. */
export function useClock(clock: ClockValue) {
  const now = useNow();
  const locale = useTimeLocale();
  const word = useWord();
  const translate = useTranslate();
  const words = { MET: word('clockState', 'MET'), CANCELLED: word('clockState', 'CANCELLED') };
  const kind = clock.kind && word('clockKind', clock.kind);
  const spoken = spokenClock(clock, now, locale, words);
  return {
    kind,
    state: stateAt(clock, now),
    share: elapsedShare(clock, now),
    warnAt: warnShare(clock),
    text: clockText(clock, now, locale, words),
    time: clockTime(clock, now, locale),
    spoken: kind ? translate('pattern.clock.spoken', { kind, spoken }) : spoken,
  };
}
