import { useEffect, useState } from 'react';
import { useNow } from '../../patterns/useNow';

const shownMs = 60_000;

/** A clear value for a minute, in this component's memory only; gone earlier when the tab is hidden. */
export function useClearValue() {
  const [shown, setShown] = useState<{ value: string; until: number }>();
  useEffect(() => {
    if (!shown) return undefined;
    const hide = () => setShown(undefined);
    const timer = setTimeout(hide, shown.until - Date.now());
    const onHidden = () => document.hidden && hide();
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, [shown]);
  const show = (value: string) => setShown({ value, until: Date.now() + shownMs });
  return { shown, show, hide: () => setShown(undefined) };
}

/** Whole seconds until an instant, counted down. */
export function useSecondsUntil(instant: number): number {
  return Math.max(0, Math.ceil((instant - useNow('second')) / 1000));
}
