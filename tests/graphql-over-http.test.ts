import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditServer, type AuditResult } from 'graphql-http';
import { openLiveBank, type LiveBank } from './harness/live-bank.js';

let bank: LiveBank;
let results: AuditResult[];

beforeAll(async () => {
  bank = await openLiveBank();
  const token = await bank.signIn('leader');
  // Some audits ask for the schema, which is told to those who are signed in.
  const fetchFn = (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` } });
  results = await auditServer({ url: `${bank.url}/graphql`, fetchFn });
});
afterAll(() => bank.stop());

const reasons = (status: string) =>
  results.flatMap((result) =>
    result.status === status && 'reason' in result ? [`${result.name}: ${result.reason}`] : [],
  );

test('the audits of GraphQL over HTTP find no error', () => {
  expect(results).toHaveLength(61);
  expect(reasons('error')).toEqual([]);
});

test('at least 55 of the 61 audits are passed, the rest are recommendations', () => {
  const passed = results.filter(({ status }) => status === 'ok').length;
  expect({ passed, remarks: passed < 55 ? [...reasons('warn'), ...reasons('notice')] : [] }).toEqual({
    passed: expect.any(Number),
    remarks: [],
  });
});
