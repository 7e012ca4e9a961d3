import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { loadChineseFallback } from './theme/fonts';
import { styleNonce } from './theme/nonce';

const nonce = styleNonce();
const cache = createCache({ key: 'css', prepend: true, ...(nonce ? { nonce } : {}) });
const root = document.getElementById('root');

if (root) {
  createRoot(root).render(
    <CacheProvider value={cache}>
      <App />
    </CacheProvider>,
  );
}
loadChineseFallback();
