import { localStorageStore, type Store } from 'react-admin';

/** What a person chose for this screen; signing out clears everything else, such as filters. */
const kept = ['locale', 'theme', 'density', 'keys.single', 'wall.muted'] as const;

/** The browser's store; language, theme and the like outlive a sign-out. */
export function preferenceStore(): Store {
  const store = localStorageStore();
  return {
    ...store,
    reset() {
      const chosen = kept.map((key) => [key, store.getItem<unknown>(key)] as const);
      store.reset();
      for (const [key, value] of chosen) if (value !== undefined) store.setItem(key, value);
    },
  };
}
