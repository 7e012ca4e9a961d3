import { useEffect, useRef, useState } from 'react';
import { useConnection, type Connection } from '../provider/live';
import type { WallEvent } from './useWallFeed';

/** A time the wall was cut off, and what it missed. */
export interface Gap {
  from: Date;
  to: Date;
  count: number;
}

/** The connection, the last gap until the reader has seen it, and the ear for what is caught up. */
export interface WallConnection {
  connection: Connection;
  gap: Gap | null;
  listen: (event: WallEvent) => void;
}

const isNews = ({ kind }: WallEvent) => kind === 'RAISED' || kind === 'ADVANCED' || kind === 'REOPENED';

/** What was missed is replayed at once after the reconnection; what comes later is news. */
const catchUp = 3_000;

/** Counts the escalations that happened while the wall was cut off and came in afterwards. */
export function useGap(): WallConnection {
  const connection = useConnection();
  const { state, since } = connection;
  const missed = useRef(new Set<string>());
  const [count, setCount] = useState(0);
  const [to, setTo] = useState<Date | null>(null);
  useEffect(() => {
    if (state === 'offline') missed.current.clear();
    const timer = setTimeout(() => {
      setTo(state === 'recovered' ? new Date() : null);
      if (state === 'offline') setCount(0);
    });
    return () => clearTimeout(timer);
  }, [state]);
  const listen = (event: WallEvent) => {
    const isReplayed = state !== 'live' && (!to || Date.now() - to.getTime() < catchUp);
    if (!isReplayed || !isNews(event)) return;
    missed.current.add(event.escalation.id);
    setCount(missed.current.size);
  };
  const gap = state === 'recovered' && since && to ? { from: since, to, count } : null;
  return { connection, gap, listen };
}
