import { useEffect, useState } from 'react';

/** How long a question stays open. */
const patience = 4_000;

/** A verb that asks once: the first press asks, a second soon after does it. */
export function useConfirmed(act: () => void): { isAsking: boolean; press: () => void } {
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    if (!isAsking) return undefined;
    const timer = setTimeout(() => setAsking(false), patience);
    return () => clearTimeout(timer);
  }, [isAsking]);
  const press = () => {
    setAsking(!isAsking);
    if (isAsking) act();
  };
  return { isAsking, press };
}
