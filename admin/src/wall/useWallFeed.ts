import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';
import { asApiError, type ApiError } from '../provider/ApiError';
import { useNow } from '../patterns/useNow';
import { request } from '../provider/client';
import { useFeed } from '../provider/live';
import { WallCursorDocument, WallFeedDocument } from './documents';
import { readCurrent, readToday } from './readWall';
import { byUrgency, isToday, type TodayEscalation, type WallEscalation } from './urgency';
import { emptyWall, withEscalation, withReading } from './wallState';

/** Delivery proofs change without an event; a slow re-reading keeps them true. */
const rereadEvery = 60_000;
const retryAfter = 5_000;
const proofAfter = 2_000;

/** What the wall shows, live: the picture, then every change after it. */
export interface WallFeed {
  open: readonly WallEscalation[];
  acknowledged: readonly WallEscalation[];
  today: readonly TodayEscalation[];
  toldAt: number | null;
  error: ApiError | null;
  /** Reads everything anew. */
  reread: () => void;
  /** Takes in what a mutation answered. */
  tell: (escalation: WallEscalation) => void;
}

/** An escalation event, as far as the wall listens. */
export interface WallEvent {
  kind: string;
  at: string;
  escalation: WallEscalation;
}

/** Reads the position, then the lists, then follows the feed from that position: nothing is lost between. */
export function useWallFeed(onEvent: (event: WallEvent) => void): WallFeed {
  const [state, setState] = useState(emptyWall);
  const [error, setError] = useState<ApiError | null>(null);
  const [cursor, setCursor] = useState<string>();
  const tell = useCallback((changed: WallEscalation) => setState((known) => withEscalation(known, changed)), []);
  const reread = useCallback(() => {
    const startedAt = Date.now();
    void Promise.all([readCurrent(), readToday()]).then(
      ([current, today]) => {
        setError(null);
        setState((known) => withReading(known, { current, today, startedAt }));
      },
      (cause: unknown) => setError(asApiError(cause)),
    );
  }, []);
  useStart(setCursor, setError, reread);
  const rereadSoon = useSoon(reread);
  useFeed(
    WallFeedDocument,
    {},
    ({ escalationEvents: event }) => {
      tell(event.escalation);
      rereadSoon();
      if (!event.isDrill) onEvent(event);
    },
    { initialCursor: cursor, onGap: reread, skip: cursor === undefined },
  );
  useSignedOut(error);
  return { ...useSorted(state), toldAt: state.toldAt, error, reread, tell };
}

/** Reads the position and the first picture, trying until it succeeds, and then the picture every minute. */
function useStart(setCursor: (cursor: string) => void, setError: (error: ApiError) => void, reread: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const begin = async () => {
      try {
        const { eventCursor } = await request(WallCursorDocument);
        if (isOver) return;
        setCursor(eventCursor);
        reread();
        timer = setInterval(reread, rereadEvery);
      } catch (cause) {
        if (isOver) return;
        setError(asApiError(cause));
        timer = setTimeout(() => void begin(), retryAfter);
      }
    };
    void begin();
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [setCursor, setError, reread]);
}

/** A notice counts as pushed only after its event was sent, so the proof is read a moment later. */
function useSoon(reread: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(reread, proofAfter);
  };
}

/** A session that has ended leads to the sign-in page. */
function useSignedOut(error: ApiError | null): void {
  const signOut = useLogoutIfAccessDenied();
  useEffect(() => {
    if (error?.code === 'UNAUTHENTICATED') void signOut(error);
  }, [error, signOut]);
}

function useSorted({ current, today }: typeof emptyWall) {
  const now = useNow();
  return useMemo(() => {
    const all = [...current.values()].sort(byUrgency);
    return {
      open: all.filter(({ status }) => status === 'OPEN'),
      acknowledged: all.filter(({ status }) => status === 'ACKNOWLEDGED').sort(latestSigned),
      today: [...today.values()].filter(({ raisedAt }) => isToday(raisedAt, now)),
    };
  }, [current, today, now]);
}

const latestSigned = (a: WallEscalation, b: WallEscalation) =>
  (b.acknowledgedAt ?? '').localeCompare(a.acknowledgedAt ?? '');
