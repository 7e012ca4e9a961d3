import { Box } from '@mui/material';
import { Suspense, useRef, useState } from 'react';
import { useTranslate, type LayoutProps } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { StepUpDialog } from '../account/StepUpDialog';
import { VerbDialogs } from '../complaints/verbs/VerbDialogs';
import { OfflineStrip } from '../patterns/OfflineStrip';
import { useConnection } from '../provider/live';
import { useViewer, type Viewer } from '../provider/viewer';
import { useTokens } from '../theme/tokens';
import { Loading } from './Loading';
import { PageBoundary } from './PageBoundary';
import { Rail } from './Rail';
import { railItems, type RailItem } from './railItems';
import { ShortcutList } from './ShortcutList';
import { TopBar } from './TopBar';
import { useLiveCounts } from './useLiveCounts';
import { useShortcuts } from './useShortcuts';

/** The frame: rail, top bar, connection strip and the page. */
export const Layout = ({ children }: LayoutProps) => {
  const viewer = useViewer();
  return viewer ? <Frame viewer={viewer}>{children}</Frame> : <Loading />;
};

const Frame = ({ viewer, children }: { viewer: Viewer; children: LayoutProps['children'] }) => {
  const tokens = useTokens();
  const items = railItems(viewer);
  const [showsKeys, setShowsKeys] = useState(false);
  const connection = useConnection();
  useLiveCounts();
  useFrameKeys(items, () => setShowsKeys(true));
  return (
    <Box sx={{ minHeight: '100vh', backgroundColor: tokens.canvas, color: tokens.ink }}>
      <SkipLink />
      <Rail items={items} onHelp={() => setShowsKeys(true)} />
      <Box
        sx={{
          ml: { md: '84px' },
          pb: { xs: '60px', md: 0 },
          minHeight: '100vh',
          display: 'flex',
          flexDirection: 'column',
          '@media print': { ml: 0 },
        }}
      >
        <TopBar viewer={viewer} />
        <OfflineStrip connection={connection} />
        <Box
          component="main"
          id="content"
          tabIndex={-1}
          sx={{ flex: 1, display: 'flex', flexDirection: 'column', '&:focus': { outline: 'none' } }}
        >
          <PageBoundary>
            <Suspense fallback={<Loading />}>
              <VerbDialogs>{children}</VerbDialogs>
            </Suspense>
          </PageBoundary>
        </Box>
      </Box>
      <StepUpDialog />
      <ShortcutList open={showsKeys} onClose={() => setShowsKeys(false)} />
    </Box>
  );
};

const SkipLink = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component="a"
      href="#content"
      sx={{
        position: 'fixed',
        top: 8,
        left: 8,
        zIndex: 30,
        px: 3,
        py: 1.5,
        backgroundColor: tokens.surface,
        color: tokens.primary,
        transform: 'translateY(-200%)',
        '&:focus': { transform: 'none' },
      }}
    >
      {translate('skip')}
    </Box>
  );
};

const goWindow = 1_500;

function useFrameKeys(items: readonly RailItem[], showKeys: () => void): void {
  const navigate = useNavigate();
  const goUntil = useRef(0);
  const go = (index: number) => () => {
    const item = items[index];
    if (!item || Date.now() > goUntil.current) return false;
    goUntil.current = 0;
    return navigate(item.path);
  };
  const digits = Object.fromEntries(items.map((_item, index) => [String(index + 1), go(index)]));
  useShortcuts(
    {
      ...digits,
      '?': showKeys,
      g: () => {
        goUntil.current = Date.now() + goWindow;
      },
      n: () => void navigate('/register'),
    },
    { isFirst: true },
  );
}
