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
/** What the policy of the page refused. */
const blocked: string[] = [];
beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ isDemo: true, clock: new ManualClock(new Date()) }),
    launchBrowser(),
    buildConsole(),
  ]);
  await seed(server.app, () => undefined);
  page = await browser.newPage({ baseURL: server.url });
  page.setDefaultTimeout(30_000);
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) blocked.push(message.text());
  });
  await page.goto('/graphiql');
  // The editor is large: a busy machine needs its time.
  await tabNamed('Register').waitFor({ timeout: 300_000 });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** By its title: the name of a tab has the words of its closing button in it. */
const tabNamed = (name: string) => page.getByTitle(name, { exact: true });

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
  await tabNamed(tab).click();
  const [run, stop] = [/^Execute query/, /^Stop query/].map((name) => page.getByRole('button', { name }));
  const shown = async () => (await page.locator('.graphiql-response').innerText()).replaceAll(/\s+/g, ' ');
  // The explorer takes a moment to learn the operation of a tab that was just opened, and sends the one before.
  const isAnswered = async () => {
    if (await run!.isVisible()) await run!.click();
    return until(async () => answer.test(await shown()), 1000).catch(() => false);
  };
  await until(isAnswered, 45_000).catch(() => undefined);
  expect(await shown()).toMatch(answer);
  if (await stop!.isVisible()) await stop!.click();
});

test('there is no tab without a test', async () => {
  expect(await page.locator('.graphiql-tab-button').allInnerTexts()).toEqual(answers.map(([tab]) => tab));
});

test('the policy of the page blocks nothing that the explorer needs', () => {
  expect(blocked).toEqual([]);
});

test('the demo bank has plans in force, one in review and one begun from a preset', async () => {
  const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
  const input = { username: 'leader', password: 'jiesu-demo', mode: 'TOKEN' };
  const { token } = (await server.request(SIGN_IN, { input })).data.signIn;
  const PLANS = '{ plans { items { kind versions { state isInForce preset receipts { acknowledgedAt } } } } }';
  const { items } = (await server.request(PLANS, {}, { token })).data.plans;
  const versions = items.flatMap((plan: { versions: object[] }) => plan.versions);
  const inForce = versions.filter(({ isInForce }: { isInForce: boolean }) => isInForce);
  expect(inForce).toHaveLength(3);
  const receipts = inForce.flatMap((version: { receipts: { acknowledgedAt: string | null }[] }) => version.receipts);
  expect(
    new Set(receipts.map(({ acknowledgedAt }: { acknowledgedAt: string | null }) => acknowledgedAt === null)),
  ).toEqual(new Set([true, false]));
  expect(versions).toContainEqual(expect.objectContaining({ state: 'IN_REVIEW' }));
  expect(versions).toContainEqual(expect.objectContaining({ state: 'DRAFT', preset: 'D8' }));
});
