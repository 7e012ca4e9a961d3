import '@fontsource/ibm-plex-sans/latin-400.css';
import '@fontsource/ibm-plex-sans/latin-500.css';
import '@fontsource/ibm-plex-sans/latin-600.css';

/** The Chinese fallback, last in the list: a browser fetches its files only where no installed font has the glyph. */
export function loadChineseFallback(): void {
  void import('@fontsource-variable/noto-sans-sc');
}
