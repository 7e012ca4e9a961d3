import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useShortcuts } from '../layout/useShortcuts';
import { ErrorState } from '../patterns/ErrorState';
import { OneTheme } from '../patterns/OneTheme';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { fonts, useTokens } from '../theme/tokens';
import { ResolveDialog } from './ResolveDialog';
import type { WallEscalation } from './urgency';
import { useSelection, type Selection } from './useSelection';
import { useWallActions, type WallActions } from './useWallActions';
import { useWallSize } from './useWallSize';
import { useWallView, type WallView } from './useWallView';
import { WallContext } from './wallContext';
import { WallDesk } from './WallDesk';
import { WallPhone } from './WallPhone';
import { WallWord } from './WallWord';

/** The escalation wall: what nobody has taken and how long until it climbs. Always dark. */
export function WallPage() {
  return (
    <OneTheme mode="dark">
      <Wall />
    </OneTheme>
  );
}

function Wall() {
  const view = useWallView();
  const { feed, wall, arrivals, announcement } = view;
  const translate = useTranslate();
  const { isPhone } = useWallSize();
  const actions = useWallActions(feed);
  const selection = useSelection(feed.open);
  const [resolving, setResolving] = useState<WallEscalation | null>(null);
  const blockedBy = wall.connection.state === 'offline' ? translate('pattern.connection.blocked') : null;
  useWallKeys({ view, selection, actions, isBlocked: blockedBy !== null });
  const context = {
    actions,
    blockedBy,
    selectedId: selection.selected?.id,
    select: selection.select,
    arrivedIds: arrivals.ids,
    askResolution: setResolving,
  };
  return (
    <WallContext value={context}>
      <DarkGround>
        {feed.error && feed.toldAt === null && <NotRead view={view} />}
        {isPhone ? <WallPhone {...view} /> : <WallDesk {...view} />}
        <Box role="alert" aria-live="assertive" sx={visuallyHidden}>
          {announcement}
        </Box>
        <WallWord word={actions.word} />
        {resolving && (
          <ResolveDialog
            escalation={resolving}
            onClose={() => setResolving(null)}
            onResolve={(resolution) => actions.resolve(resolving, resolution)}
          />
        )}
      </DarkGround>
    </WallContext>
  );
}

function NotRead({ view: { feed } }: { view: WallView }) {
  const translate = useTranslate();
  return <ErrorState title={translate('wall.loadFailed')} errorId={feed.error?.id} onRetry={feed.reread} />;
}

function DarkGround({ children }: { children: React.ReactNode }) {
  const tokens = useTokens();
  useEffect(() => {
    // Overscroll and scroll bars belong to the page behind; it must be dark too.
    const { style } = document.documentElement;
    const before = [style.background, style.colorScheme] as const;
    Object.assign(style, { background: tokens.canvas, colorScheme: 'dark' });
    return () => void Object.assign(style, { background: before[0], colorScheme: before[1] });
  }, [tokens]);
  return (
    <>
      {/* The theme behind is the viewer's own; its focus ring could not be seen on the dark wall. */}
      <GlobalStyles styles={{ 'html :focus-visible': { outlineColor: tokens.primary } }} />
      <Box
        sx={{
          minHeight: '100vh',
          background: tokens.canvas,
          color: tokens.ink,
          fontFamily: fonts.text,
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        {children}
      </Box>
    </>
  );
}

interface Keys {
  view: WallView;
  selection: Selection;
  actions: WallActions;
  isBlocked: boolean;
}

function useWallKeys({ view: { chime }, selection: { selected, move }, actions, isBlocked }: Keys): void {
  const translate = useTranslate();
  const offers = (code: string) =>
    !isBlocked && (selected?.allowedActions.some((action) => action.code === code && !action.blockedBy) ?? false);
  const previous = () => move(-1);
  const next = () => move(1);
  useShortcuts({
    ArrowUp: previous,
    ArrowLeft: previous,
    k: previous,
    ArrowDown: next,
    ArrowRight: next,
    j: next,
    a: () => void (selected && offers('acknowledgeEscalation') && actions.acknowledge(selected)),
    m: () => {
      actions.say(translate(chime.isMuted ? 'wall.soundOnSaid' : 'wall.soundOffSaid'));
      chime.toggleMute();
    },
  });
}
