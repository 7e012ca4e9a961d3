import { Box, ButtonBase } from '@mui/material';
import { CircleHelp } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { NavLink, useLocation } from 'react-router-dom';
import { themes, type, useTokens, type Tokens } from '../theme/tokens';
import { Mark } from './Mark';
import type { RailItem } from './railItems';
import { useRailCounts } from './useRailCounts';

interface RailProps {
  items: readonly RailItem[];
  onHelp(): void;
}

/** Navigation: an 84 px rail at the left, a bar at the bottom below 900 px. */
export const Rail = ({ items, onHelp }: RailProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const counts = useRailCounts(items);
  return (
    <Box component="nav" aria-label={translate('rail.label')} sx={railStyle(tokens)}>
      <Box sx={{ color: tokens.onSolid, py: 1.5, display: { xs: 'none', md: 'block' } }}>
        <Mark hand={themes.dark.primary} />
      </Box>
      {items.map((item) => (
        <RailLink key={item.name} item={item} count={counts[item.name]} />
      ))}
      <Box sx={{ flex: 1, display: { xs: 'none', md: 'block' } }} />
      <ButtonBase onClick={onHelp} sx={{ ...linkStyle(tokens), display: { xs: 'none', md: 'flex' }, mb: 2 }}>
        <CircleHelp size={20} strokeWidth={1.75} aria-hidden="true" />
        {translate('rail.help')}
      </ButtonBase>
    </Box>
  );
};

const RailLink = ({ item, count }: { item: RailItem; count: number | undefined }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { pathname } = useLocation();
  const isActive = pathname === item.path || pathname.startsWith(`${item.path}/`);
  const Icon = item.icon;
  const isUrgent = item.name === 'escalations';
  return (
    <Box
      component={NavLink}
      to={item.path}
      sx={linkStyle(tokens, isActive)}
      aria-current={isActive ? 'page' : undefined}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
      <span>{translate(`rail.${item.name}`)}</span>
      {count ? (
        <Box
          component="span"
          sx={badgeStyle(tokens, isUrgent)}
          aria-label={isUrgent ? translate('rail.openEscalations', { count }) : undefined}
          role={isUrgent ? 'img' : undefined}
        >
          {count > 99 ? '99+' : count}
        </Box>
      ) : null}
    </Box>
  );
};

const railStyle = (tokens: Tokens) => ({
  position: 'fixed',
  zIndex: 20,
  display: 'flex',
  alignItems: 'center',
  backgroundColor: tokens.nav,
  flexDirection: { xs: 'row', md: 'column' },
  justifyContent: { xs: 'space-around', md: 'flex-start' },
  inset: { xs: 'auto 0 0 0', md: '0 auto 0 0' },
  width: { xs: 'auto', md: 84 },
  height: { xs: 60, md: 'auto' },
  gap: { xs: 0, md: 1 },
  borderRight: { md: `1px solid ${tokens.nav}` },
  '@media print': { display: 'none' },
});

const linkStyle = (tokens: Tokens, isActive = false) => ({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: '2px',
  width: 68,
  minHeight: 56,
  borderRadius: '6px',
  textDecoration: 'none',
  textAlign: 'center',
  color: isActive ? tokens.onSolid : tokens.navInk,
  backgroundColor: isActive ? tokens.navActive : 'transparent',
  ...type.meta,
  lineHeight: '18px',
  fontWeight: isActive ? 600 : 400,
  transition: 'background-color 120ms ease-out',
  '&:hover': { backgroundColor: tokens.navActive, color: tokens.onSolid },
  '&:focus-visible': { outline: `2px solid ${themes.dark.primary}`, outlineOffset: 1 },
  '&::before': {
    content: '""',
    position: 'absolute',
    left: { md: -8 },
    top: { xs: 0, md: 18 },
    width: { xs: 28, md: 3 },
    height: { xs: 3, md: 20 },
    backgroundColor: isActive ? themes.dark.primary : 'transparent',
  },
});

const badgeStyle = (tokens: Tokens, isUrgent: boolean) => ({
  position: 'absolute',
  top: 4,
  left: 38,
  minWidth: 20,
  height: 18,
  px: '5px',
  borderRadius: '4px',
  backgroundColor: isUrgent ? themes.light.breachSolid : themes.light.navActive,
  color: tokens.onSolid,
  ...type.caption,
  fontWeight: 600,
  textAlign: 'center',
});
