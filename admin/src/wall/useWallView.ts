import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useWord } from '../words/useWord';
import { useArrivals, type Arrivals } from './useArrivals';
import { useChime, type Chime } from './useChime';
import { useGap, type WallConnection } from './useGap';
import { useNotification, type DesktopNotices } from './useNotification';
import { useWallFeed, type WallFeed } from './useWallFeed';

/** What both layouts of the wall draw. */
export interface WallView {
  feed: WallFeed;
  wall: WallConnection;
  arrivals: Arrivals;
  /** The newest card in words, for screen readers and the desktop. */
  announcement: string;
  chime: Chime;
  notices: DesktopNotices;
}

/** The wall's data, its sound and its announcements. */
export function useWallView(): WallView {
  const translate = useTranslate();
  const wall = useGap();
  const feed = useWallFeed(wall.listen);
  const arrivals = useArrivals(feed.open, feed.toldAt !== null);
  const announcement = useAnnouncement(arrivals);
  const chime = useChime(feed.open.length > 0 ? (arrivals.newest?.id ?? '') : null);
  const notices = useNotification(translate('wall.title'), announcement);
  const { state } = wall.connection;
  const { reread } = feed;
  useEffect(() => {
    if (state === 'recovered') reread();
  }, [state, reread]);
  useBadge(feed.open.length);
  return { feed, wall, arrivals, announcement, chime, notices };
}

function useAnnouncement({ newest }: Arrivals): string {
  const translate = useTranslate();
  const word = useWord();
  if (!newest) return '';
  return translate('wall.newCard', {
    trigger: word('trigger', newest.trigger),
    level: word('level', newest.complaint.level),
    title: newest.complaint.title,
    unit: newest.orgUnit.name,
  });
}

/** The count in the tab's title, seen from another tab. */
function useBadge(count: number): void {
  const title = useTranslate()('wall.pageTitle');
  useEffect(() => {
    document.title = count > 0 ? `(${count}) ${title}` : title;
  }, [count, title]);
}
