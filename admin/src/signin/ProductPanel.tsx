import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Mark } from '../layout/Mark';
import { themes, type, useTokens } from '../theme/tokens';
import { LifeRail } from './LifeRail';

/** What the product promises; only its name below 900 px. */
export const ProductPanel = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component="header"
      sx={{
        width: { md: '55%' },
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        backgroundColor: tokens.nav,
        color: tokens.onSolid,
        px: { xs: 4, md: 16 },
        py: { xs: 4, md: 11 },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <Mark size={38} hand={themes.dark.primary} />
        <Box>
          <Box sx={{ ...type.listTitle, lineHeight: '24px' }}>{translate('jiesu.name')}</Box>
          <Box sx={{ ...type.meta, color: tokens.navInk }}>{translate('jiesu.product')}</Box>
        </Box>
      </Box>
      <Box
        sx={{
          display: { xs: 'none', md: 'flex' },
          flex: 1,
          flexDirection: 'column',
          justifyContent: 'center',
          gap: 20,
        }}
      >
        <Box component="p" sx={{ fontSize: 44, lineHeight: '64px', fontWeight: 600 }}>
          {translate('signIn.promise1')}
          <br />
          {translate('signIn.promise2')}
        </Box>
        <Box>
          <LifeRail />
          <Limits />
        </Box>
      </Box>
      <Box sx={{ display: { xs: 'none', md: 'block' }, color: tokens.navInk, ...type.meta }}>
        {translate('signIn.internal')}
      </Box>
    </Box>
  );
};

const Limits = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const limits = [
    ['signIn.response', 'signIn.responseLimit'],
    ['signIn.fraud', 'signIn.fraudLimit'],
  ] as const;
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px 56px', mt: 9, ...type.meta }}>
      {limits.map(([name, limit]) => (
        <Box key={name} sx={{ display: 'flex', gap: 6 }}>
          <Box component="dt" sx={{ color: tokens.navInk }}>
            {translate(name)}
          </Box>
          <Box component="dd" sx={{ fontWeight: 600 }}>
            {translate(limit)}
          </Box>
        </Box>
      ))}
    </Box>
  );
};
