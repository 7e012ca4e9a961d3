import { Box, ButtonBase, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useLogout, useTheme, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { clearDrafts } from '../provider/drafts';
import type { Viewer } from '../provider/viewer';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { useDensity } from './useDensity';
import { useMode } from './useMode';
import { useSingleKeys } from './useShortcuts';

/** Who is signed in, and what they may set for themselves. */
export const PersonMenu = ({ viewer }: { viewer: Viewer }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const translate = useTranslate();
  return (
    <>
      <ButtonBase
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ gap: 2, borderRadius: '5px', minHeight: 44, minWidth: 44, textAlign: 'left' }}
      >
        <Person viewer={viewer} />
        <Box component="span" sx={visuallyHidden}>
          {translate('bar.person')}
        </Box>
      </ButtonBase>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {anchor ? <PersonMenuItems onClose={() => setAnchor(null)} /> : null}
      </Menu>
    </>
  );
};

/** The name is read aloud there, and not drawn. */
const below = '@media (max-width: 899px)';

const Person = ({ viewer }: { viewer: Viewer }) => {
  const tokens = useTokens();
  const word = useWord();
  const { staff, roles } = viewer;
  const title = staff?.post ? word('post', staff.post) : roles[0] ? word('role', roles[0].role) : '';
  return (
    <>
      <Box aria-hidden="true" sx={avatarStyle(tokens)}>
        {staff?.name.slice(0, 1)}
      </Box>
      <Box component="span" sx={{ whiteSpace: 'nowrap', [below]: visuallyHidden }}>
        <Box
          component="span"
          sx={{ display: 'block', ...type.meta, lineHeight: '18px', fontWeight: 600, color: tokens.ink }}
        >
          {staff?.name}
        </Box>
        <Box component="span" sx={{ display: 'block', ...type.caption, lineHeight: '16px', color: tokens.ink2 }}>
          {title}
        </Box>
      </Box>
    </>
  );
};

const avatarStyle = (tokens: ReturnType<typeof useTokens>) => ({
  width: 30,
  height: 30,
  borderRadius: '5px',
  display: 'grid',
  placeItems: 'center',
  backgroundColor: tokens.primarySoft,
  color: tokens.primary,
  ...type.meta,
  fontWeight: 600,
});

const PersonMenuItems = ({ onClose }: { onClose(): void }) => {
  const translate = useTranslate();
  const logout = useLogout();
  const [locale, setLocale] = useLocaleState();
  const mode = useMode();
  const [, setTheme] = useTheme();
  const [density, setDensity] = useDensity();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const signOut = () => {
    clearDrafts();
    void logout();
  };
  const isCompact = density === 'compact';
  return (
    <>
      <MenuItem onClick={() => setLocale(locale === 'en' ? 'zh' : 'en')} lang={locale === 'en' ? 'zh' : 'en'}>
        {locale === 'en' ? '中文' : 'English'}
      </MenuItem>
      <MenuItem onClick={() => setTheme(mode === 'dark' ? 'light' : 'dark')}>
        {translate(mode === 'dark' ? 'bar.toLight' : 'bar.toDark')}
      </MenuItem>
      <MenuItem onClick={() => setDensity(isCompact ? 'standard' : 'compact')}>
        {translate('bar.density')} · {translate(isCompact ? 'bar.densityCompact' : 'bar.densityStandard')}
      </MenuItem>
      <MenuItem onClick={() => setSingleKeys(!singleKeys)}>
        {translate('bar.singleKeys')} · {translate(singleKeys ? 'bar.on' : 'bar.off')}
      </MenuItem>
      <MenuItem component={Link} to="/account" onClick={onClose}>
        {translate('bar.account')}
      </MenuItem>
      <MenuItem onClick={signOut}>{translate('bar.signOut')}</MenuItem>
    </>
  );
};
