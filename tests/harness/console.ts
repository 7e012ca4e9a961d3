import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { expect } from '@jest/globals';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { ManualClock } from '../../server/src/kernel/clock.js';
import { openTestBank, type PersonName } from './bank.js';
import { launchBrowser } from './browser.js';
import type { TestServerOptions } from './server.js';
import { until } from './until.js';

const root = resolve(import.meta.dirname, '../..');
export const password = 'a long enough password';

/** How somebody comes to the console. */
export interface Visit extends BrowserContextOptions {
  /** Nobody is signed in without a name. */
  as?: PersonName;
  path?: string;
  /** Another way to the same server. */
  by?: string;
  /** The browser's own time, which then moves only as the test says. */
  now?: Date;
}

const desk = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } as const;
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** Waits until it can be seen. */
export const appears = (what: Locator): Promise<void> => what.waitFor();

/** Waits until it is gone. */
export const vanishes = (what: Locator): Promise<void> => what.waitFor({ state: 'detached' });

/** Waits until a look finds what is expected; shows the difference when it does not come. */
export async function eventually<T>(look: () => T | Promise<T>, expected: T): Promise<void> {
  let seen: T | undefined;
  const isThere = async () => isDeepStrictEqual((seen = await look()), expected);
  await until(isThere).catch(() => expect(seen).toEqual(expected));
}

/** Builds the console unless it is built from these very sources. */
export async function buildConsole(): Promise<void> {
  await promisify(execFile)(process.execPath, [resolve(root, 'scripts/build.mjs'), '--if-stale', 'admin']);
  if (!existsSync(resolve(root, 'admin/dist/index.html'))) throw new Error('admin/dist is missing: npm run build');
}

/** A bank on a server of its own, at the present time, and a real browser before its console. */
export async function openConsole(options: TestServerOptions = {}) {
  const built = buildConsole();
  const [bank, browser] = await Promise.all([
    openTestBank({ clock: new ManualClock(new Date()), ...options }),
    launchBrowser(),
    built,
  ]);
  const troubles: string[] = [];
  return {
    ...bank,
    browser,
    /** A browser of somebody's own, signed in if named, at a page of the console. */
    async visit({ as, path = '/', by = bank.url, now, ...look }: Visit = {}): Promise<Page> {
      const context = await browser.newContext({ ...desk, baseURL: by, ...look });
      context.setDefaultTimeout(45_000);
      if (as) {
        const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }';
        const variables = { input: { username: as, password, mode: 'COOKIE' } };
        const answer = await context.request.post('/graphql', { data: { query, variables } });
        if (!answer.ok()) throw new Error(`${as} cannot sign in: ${await answer.text()}`);
      }
      const page = await context.newPage();
      listen(page, by, troubles);
      if (now) await page.clock.install({ time: now });
      await page.goto(path);
      return page;
    },
    /** Closes every page, and fails where one did what no page may: errors, blocked content, words to another host. */
    async leave() {
      await Promise.all(browser.contexts().map((context) => context.close()));
      expect(troubles.splice(0)).toEqual([]);
    },
    async stop() {
      await browser.close();
      await bank.stop();
    },
  };
}

export type Console = Awaited<ReturnType<typeof openConsole>>;

/** Lost lines, and refusals of the API, are the browser's own words; a file that is missing is ours. */
const isOfTheLine = (text: string, source: string) =>
  /^WebSocket connection to|net::ERR_/.test(text) ||
  (text.startsWith('Failed to load resource') && /\/(graphql|readyz)$/.test(source));

function listen(page: Page, url: string, troubles: string[]): void {
  const at = () => new URL(page.url()).pathname;
  page.on('pageerror', ({ message }) => troubles.push(`${at()} error: ${message}`));
  page.on('console', (message) => {
    const isBad = message.type() === 'error' || message.type() === 'warning';
    const { url: source } = message.location();
    if (isBad && !isOfTheLine(message.text(), source))
      troubles.push(`${at()} ${message.type()}: ${message.text()} ${source}`);
  });
  page.on('request', (request) => {
    const target = new URL(request.url());
    const isOurs = target.origin === url || target.protocol === 'data:' || target.protocol === 'blob:';
    if (!isOurs) troubles.push(`${at()} asks ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== new URL(url).host) troubles.push(`${at()} opens ${socket.url()}`);
  });
}
