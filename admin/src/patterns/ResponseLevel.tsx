import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { fonts, radius, type, useTokens } from '../theme/tokens';

/** Response level of an emergency; the numeral stands in a serif, for a sans II looks like a pause. */
export function ResponseLevel({ level }: { level: 'I' | 'II' | 'III' }) {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component="span"
      sx={{
        ...type.body,
        display: 'inline-flex',
        alignItems: 'center',
        gap: '4px',
        height: 26,
        px: '9px',
        border: `1px solid ${tokens.ink}`,
        borderRadius: `${radius.chip}px`,
        color: tokens.ink,
        fontWeight: 600,
        whiteSpace: 'nowrap',
      }}
    >
      <Box component="span" sx={{ fontFamily: fonts.serif, fontWeight: 700, fontSize: 16 }}>
        {level}
      </Box>
      {translate('pattern.response.grade')} {translate(`pattern.response.${level}`)}
    </Box>
  );
}
