import { Box, Button } from '@mui/material';
import { Languages, SunMoon } from 'lucide-react';
import { useLocaleState, useTheme, useTranslate } from 'react-admin';
import { useMode } from '../layout/useMode';
import { usePageTitle } from '../layout/usePageTitle';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { type, useTokens } from '../theme/tokens';
import { ProductPanel } from './ProductPanel';
import { SignInForm } from './SignInForm';

/** Enter, and understand the product. */
export const SignIn = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  usePageTitle(translate('signIn.title'));
  return (
    <Box
      sx={{
        minHeight: '100vh',
        display: 'flex',
        flexDirection: { xs: 'column', md: 'row' },
        backgroundColor: tokens.surface,
        color: tokens.ink,
      }}
    >
      <ProductPanel />
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', px: { xs: 4, md: 10 }, py: 5 }}>
        <Choices />
        <Box
          component="main"
          sx={{ flex: 1, display: 'grid', placeItems: { xs: 'start stretch', md: 'center' }, py: { xs: 4, md: 5 } }}
        >
          <SignInForm />
        </Box>
        <Footer />
      </Box>
    </Box>
  );
};

const Choices = () => {
  const translate = useTranslate();
  const [locale, setLocale] = useLocaleState();
  const mode = useMode();
  const [, setTheme] = useTheme();
  return (
    <Box
      component="section"
      aria-label={translate('bar.label')}
      sx={{ display: 'flex', justifyContent: 'flex-end', gap: 3 }}
    >
      <Button
        variant="text"
        onClick={() => setLocale(locale === 'en' ? 'zh' : 'en')}
        sx={{ color: 'text.secondary', fontWeight: 400 }}
      >
        <Languages size={16} strokeWidth={1.75} aria-hidden="true" />
        中文 / English
      </Button>
      <Button
        variant="text"
        onClick={() => setTheme(mode === 'dark' ? 'light' : 'dark')}
        sx={{ color: 'text.secondary', fontWeight: 400 }}
      >
        <SunMoon size={16} strokeWidth={1.75} aria-hidden="true" />
        <Box component="span" sx={visuallyHidden}>
          {translate('bar.theme')}
        </Box>
        {translate(mode === 'dark' ? 'bar.themeDark' : 'bar.themeLight')}
      </Button>
    </Box>
  );
};

const Footer = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component="footer"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        justifyContent: 'space-between',
        gap: 2,
        color: tokens.ink2,
        ...type.meta,
      }}
    >
      <span>{translate('signIn.forgotten')}</span>
      <span>
        {translate('signIn.customers')} <a href="/track">{translate('signIn.track')}</a>
      </span>
    </Box>
  );
};
