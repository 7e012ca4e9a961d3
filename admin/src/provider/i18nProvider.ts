import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import { currentLanguage } from './language';
import { en, zh } from './messages';

const messages = { zh, en };

const polyglot = polyglotI18nProvider(
  (locale) => (locale === 'en' ? messages.en : messages.zh),
  currentLanguage(),
  [
    { locale: 'zh', name: '中文' },
    { locale: 'en', name: 'English' },
  ],
  { allowMissing: false },
);

/** Screen readers choose their voice by it. */
function tellLanguage(locale: string): void {
  document.documentElement.lang = locale === 'en' ? 'en' : 'zh-CN';
}

tellLanguage(currentLanguage());

/** Both languages are in the bundle: switching needs no network. */
export const i18nProvider: I18nProvider = {
  ...polyglot,
  changeLocale: (locale) => {
    tellLanguage(locale);
    return polyglot.changeLocale(locale);
  },
};
