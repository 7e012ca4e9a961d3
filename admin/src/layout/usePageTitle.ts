import { useEffect } from 'react';
import { useTranslate } from 'react-admin';

/** Names the tab "{matter} · 接诉" while the page is shown. */
export function usePageTitle(page: string): void {
  const translate = useTranslate();
  const title = page ? translate('jiesu.pageTitle', { page }) : translate('jiesu.name');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
