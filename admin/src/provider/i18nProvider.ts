import polyglotI18nProvider from 'ra-i18n-polyglot';
import { currentLanguage } from './language';
import { en, zh } from './messages';

const messages = { zh, en };

/** Both languages are in the bundle: switching needs no network. */
export const i18nProvider = polyglotI18nProvider(
  (locale) => (locale === 'en' ? messages.en : messages.zh),
  currentLanguage(),
  [
    { locale: 'zh', name: '中文' },
    { locale: 'en', name: 'English' },
  ],
  { allowMissing: false },
);
