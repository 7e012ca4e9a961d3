import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

import { unpackChromium } from './packaged-chromium.js';

/** A program to try, and what its environment needs beside ours. */
interface Candidate {
  path: string;
  env?: NodeJS.ProcessEnv;
}

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const quiet = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless browser: BROWSER_PATH, else the one from npm, else an installed one; throws what was tried. */
export async function launchBrowser(): Promise<Browser> {
  const chosen = process.env['BROWSER_PATH'];
  if (chosen) {
    return launch({ path: chosen }).catch((cause) => {
      throw new Error(`BROWSER_PATH=${chosen} does not start: ${firstLines(cause)}`, { cause });
    });
  }
  const tried: string[] = [];
  for (const find of [unpackChromium, ...installedBrowsers()]) {
    try {
      return await launch(await find());
    } catch (error) {
      tried.push(firstLines(error));
    }
  }
  throw new Error(
    `No browser starts. Install Chrome, Chromium or Edge, or set BROWSER_PATH. Tried:\n${tried.join('\n') || 'none'}`,
  );
}

function launch({ path, env }: Candidate): Promise<Browser> {
  const environment = Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined);
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', ...quiet],
    env: Object.fromEntries(environment) as Record<string, string>,
  });
}

function installedBrowsers(): (() => Candidate)[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const programs = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const bundles = applications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  return [...programs, ...bundles].filter((path) => existsSync(path)).map((path) => () => ({ path }));
}

function firstLines(error: unknown): string {
  const { message } = error as Error;
  return message.split('\n').slice(0, 8).join('\n');
}
