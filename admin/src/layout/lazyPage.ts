import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { isAnyFormChanged } from './changedForms';

const reloadedKey = 'jiesu.reloadedAt';
const reloadPauseMilliseconds = 60_000;

/**
 * A page with a file of its own. After a rebuild an open tab asks for a file that is gone: it is then loaded anew, once,
 * and not while something typed would be lost.
 */
export function lazyPage<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch (error) {
      if (!(await reloadOnce())) throw error;
      // The page waits as it is until the new one takes its place.
      return new Promise<never>(() => {});
    }
  });
}

async function reloadOnce(): Promise<boolean> {
  if (!mayReload() || !(await isServed()) || !mayReload()) return false;
  sessionStorage.setItem(reloadedKey, String(Date.now()));
  location.reload();
  return true;
}

const mayReload = () =>
  !isAnyFormChanged() && Date.now() - Number(sessionStorage.getItem(reloadedKey)) > reloadPauseMilliseconds;

/** Without the server the reloaded page would be the browser's own error. */
const isServed = () =>
  fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
