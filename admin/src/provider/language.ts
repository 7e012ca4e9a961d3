/** The console's languages; Chinese comes first and is the fallback. */
export const languages = ['zh', 'en'] as const;

/** One of the console's languages. */
export type Language = (typeof languages)[number];

/** react-admin's own key, so that its `useStore('locale')` and we agree. */
const key = 'RaStore.locale';

function stored(): Language | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return languages.find((language) => language === value);
  } catch {
    return undefined;
  }
}

/** The chosen language, else the browser's when it is English, else Chinese. */
export function currentLanguage(): Language {
  return stored() ?? (navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh');
}
