import { IconButton } from '@mui/material';
import { Languages, SunMoon } from 'lucide-react';
import { useLocaleState, useTheme, useTranslate } from 'react-admin';
import { useMode } from './useMode';

/** Switches between Chinese and English. */
export const LanguageButton = () => {
  const translate = useTranslate();
  const [locale, setLocale] = useLocaleState();
  return (
    <IconButton
      aria-label={translate('bar.language')}
      title={translate('bar.language')}
      onClick={() => setLocale(locale === 'en' ? 'zh' : 'en')}
    >
      <Languages size={18} strokeWidth={1.75} />
    </IconButton>
  );
};

/** Switches between light and dark, and keeps the choice. */
export const ThemeButton = () => {
  const translate = useTranslate();
  const mode = useMode();
  const [, setTheme] = useTheme();
  const label = translate(mode === 'dark' ? 'bar.toLight' : 'bar.toDark');
  return (
    <IconButton aria-label={label} title={label} onClick={() => setTheme(mode === 'dark' ? 'light' : 'dark')}>
      <SunMoon size={18} strokeWidth={1.75} />
    </IconButton>
  );
};
