import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ManualClock } from '../../server/src/kernel/clock.js';
import { seed } from '../../server/src/seed/seed.js';
import { launchBrowser } from '../harness/browser.js';
import { buildConsole } from '../harness/console.js';
import { startTestServer, type TestServer } from '../harness/server.js';
import { until } from '../harness/until.js';

let server: TestServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ isDemo: true, clock: new ManualClock(new Date()) }),
    launchBrowser(),
    buildConsole(),
  ]);
  await seed(server.app, () => undefined);
  page = await browser.newPage({ baseURL: server.url });
  page.setDefaultTimeout(30_000);
  await page.goto('/graphiql');
  // The editor is large: a busy machine needs its time.
  await page.getByRole('tab', { name: 'Register', exact: true }).waitFor({ timeout: 120_000 });
}, 180_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** How the answer of each tab begins on the demo bank as it stands, nothing typed; the editor draws only the lines in sight. */
const answers: [tab: string, answer: RegExp][] = [
  ['Register', /"reference": "TS-\d{4}-\d{6}"/],
  ['Track', /"trackComplaint": \{ "reference": "TS-/],
  ['List', /"complaints": \{ "items": \[ \{ "id"/],
  ['Feed', /"cursor": "\w+"/],
  ['Codes', /"codeList": \[ \{ "code"/],
  ['Escalations', /"escalations": \{ "items": \[ \{ "id"/],
  ['Acknowledge', /"acknowledgedAt": "20/],
  ['SignIn', /"token": "jses_/],
];

test.each(answers)('the example %s runs on the demo bank as it stands', async (tab, answer) => {
  await page.getByRole('tab', { name: tab, exact: true }).click();
  const [run, stop] = [/^Execute query/, /^Stop query/].map((name) => page.getByRole('button', { name }));
  const shown = async () => (await page.locator('.graphiql-response').innerText()).replaceAll(/\s+/g, ' ');
  // The explorer takes a moment to learn the name of the operation in a tab that was just opened.
  const isAnswered = async () => {
    if (await run!.isVisible()) await run!.click();
    return until(async () => answer.test(await shown()), 3000).catch(() => false);
  };
  await until(isAnswered, 30_000).catch(() => undefined);
  expect(await shown()).toMatch(answer);
  if (await stop!.isVisible()) await stop!.click();
});

test('there is no tab without a test', async () => {
  expect(await page.getByRole('tab').allInnerTexts()).toEqual(answers.map(([tab]) => tab));
});
