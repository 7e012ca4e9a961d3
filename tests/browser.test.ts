import { afterEach, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { launchBrowser } from './harness/browser.js';

afterEach(() => {
  delete process.env['BROWSER_PATH'];
});

test('a browser starts and shows a page in Chinese', async () => {
  const page = '<!doctype html><meta charset="utf-8"><title>接诉</title><h1>投诉应急处置</h1>';
  const server = createServer((_, response) => response.end(page)).listen(0, '127.0.0.1');
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect([await tab.title(), await tab.textContent('h1')]).toEqual(['接诉', '投诉应急处置']);
    expect((await tab.screenshot()).length).toBeGreaterThan(1000);
  } finally {
    await browser.close();
    server.close();
  }
});

test('a BROWSER_PATH that does not start is an error, not a reason to take another browser', async () => {
  process.env['BROWSER_PATH'] = '/nowhere/chrome';
  await expect(launchBrowser()).rejects.toThrow('BROWSER_PATH=/nowhere/chrome does not start');
});
