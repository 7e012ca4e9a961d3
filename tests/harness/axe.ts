import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/**
 * What hinders somebody on a page as it stands, by WCAG 2.2 AA or by the named rules alone.
 * Waits first until nothing fades or slides any more: a colour on its way is nobody's contrast.
 */
export async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      const isEndless = effect?.getComputedTiming().endTime === Infinity;
      return isEndless || playState !== 'running';
    }),
  );
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(standard)).analyze();
  const at = new URL(page.url()).pathname;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${at} ${id}: ${html.slice(0, 160)}`));
}
