import Box from '@mui/material/Box';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { radius, useTokens } from '../theme/tokens';
import { CardGrid } from './CardGrid';
import { InHandList } from './InHandList';
import { TodayByHour } from './TodayByHour';
import type { WallView } from './useWallView';
import { useWallSize } from './useWallSize';
import { WallEmpty } from './WallEmpty';
import { WallFooter } from './WallFooter';
import { WallHeader } from './WallHeader';
import { WallStrip } from './WallStrip';

/** The wall on a screen: cards at the left, what is in hand and today at the right. */
export function WallDesk(view: WallView) {
  const { feed, wall, chime, notices } = view;
  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', gap: '12px', p: '14px 24px 10px' }}
    >
      <WallHeader openCount={feed.open.length} acknowledgedCount={feed.acknowledged.length} />
      <WallStrip wall={wall} toldAt={feed.toldAt} />
      <Box
        sx={{ flex: 1, display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 1fr) clamp(300px, 26%, 420px)' }}
      >
        <Cards feed={feed} />
        <Aside feed={feed} />
      </Box>
      <WallFooter chime={chime} notices={notices} state={wall.connection.state} />
    </Box>
  );
}

function Cards({ feed }: Pick<WallView, 'feed'>) {
  const { capacity } = useWallSize();
  if (feed.toldAt === null) return <SkeletonRows count={4} />;
  if (feed.open.length === 0) return <WallEmpty today={feed.today} />;
  return <CardGrid open={feed.open} capacity={capacity} />;
}

/** Takes its height from the cards: a long list scrolls instead of stretching the wall. */
function Aside({ feed }: Pick<WallView, 'feed'>) {
  const tokens = useTokens();
  return (
    <Box component="aside" sx={{ position: 'relative', minHeight: 440 }}>
      <Box
        sx={{
          position: 'absolute',
          inset: 0,
          display: 'flex',
          flexDirection: 'column',
          p: '16px 18px',
          border: `1px solid ${tokens.line}`,
          borderRadius: `${radius.wallCard}px`,
          background: tokens.surface,
        }}
      >
        <InHandList acknowledged={feed.acknowledged} />
        <Box sx={{ flex: 1, minHeight: 16 }} />
        <TodayByHour today={feed.today} />
      </Box>
    </Box>
  );
}
