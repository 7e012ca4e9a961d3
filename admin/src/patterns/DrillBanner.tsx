import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { radius, themes, type, useTokens } from '../theme/tokens';
import { hatch } from './hatch';

interface DrillBannerProps {
  /** The drill and its phase. */
  title: string;
}

/** Plum and hatched: a drill never looks real. Sticky under the top bar. */
export function DrillBanner({ title }: DrillBannerProps) {
  const tokens = useTokens();
  const translate = useTranslate();
  const plum = themes.light.drill;
  return (
    <Box
      role="note"
      sx={{
        ...type.body,
        position: 'sticky',
        top: 0,
        zIndex: 1,
        display: 'flex',
        alignItems: 'center',
        gap: '12px',
        minHeight: 38,
        pr: '14px',
        overflow: 'hidden',
        border: `1px solid ${tokens.drill}`,
        borderRadius: `${radius.control}px`,
        background: tokens.drillSoft,
        color: tokens.drill,
      }}
    >
      <Box
        component="span"
        sx={{
          alignSelf: 'stretch',
          display: 'grid',
          placeItems: 'center',
          px: '16px',
          background: hatch(plum, themes.dark.drillSoft, 10),
          color: tokens.onSolid,
          fontWeight: 600,
        }}
      >
        {translate('pattern.drill.label')}
      </Box>
      <Box component="span" sx={{ flex: 1, fontWeight: 600 }}>
        {title}
      </Box>
      <Box component="span" sx={type.meta}>
        {translate('pattern.drill.note')}
      </Box>
    </Box>
  );
}
