import { Box, useMediaQuery } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ConnectionMark } from '../patterns/ConnectionMark';
import { UnitBreadcrumb } from '../patterns/UnitBreadcrumb';
import { useConnection } from '../provider/live';
import type { Viewer } from '../provider/viewer';
import { useTokens } from '../theme/tokens';
import { DemoMark } from './DemoMark';
import { PersonMenu } from './PersonMenu';
import { LanguageButton, ThemeButton } from './Preferences';
import { SearchBox } from './SearchBox';

/** Scope, search, connection, language, theme and person; scope, connection and person below 900 px. */
export const TopBar = ({ viewer }: { viewer: Viewer }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const connection = useConnection();
  return (
    <Box component="header" aria-label={translate('bar.label')} sx={barStyle(tokens)}>
      <Box sx={{ minWidth: 0, flex: 1, display: 'flex', alignItems: 'center', gap: 3 }}>
        <Scope viewer={viewer} />
        {viewer.isDemo ? <DemoMark /> : null}
      </Box>
      <SearchBox />
      <ConnectionMark state={connection.state} />
      <Box sx={{ display: { xs: 'none', md: 'flex' } }}>
        <LanguageButton />
        <ThemeButton />
      </Box>
      <PersonMenu viewer={viewer} />
    </Box>
  );
};

/** The viewer's unit with those above it, on a narrow screen the unit alone. */
const Scope = ({ viewer: { staff } }: { viewer: Viewer }) => {
  const isNarrow = useMediaQuery('(max-width: 899px)', { noSsr: true });
  if (!staff) return null;
  const { pathNames, name } = staff.orgUnit;
  return (
    <Box sx={{ minWidth: 0, overflow: 'hidden' }}>
      <UnitBreadcrumb path={isNarrow ? [name] : pathNames} />
    </Box>
  );
};

const barStyle = (tokens: ReturnType<typeof useTokens>) => ({
  position: 'sticky',
  top: 0,
  zIndex: 15,
  height: 52,
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  gap: { xs: 2, md: 3 },
  px: { xs: 4, md: 5 },
  backgroundColor: tokens.surface,
  borderBottom: `1px solid ${tokens.line}`,
  '@media print': { display: 'none' },
});
