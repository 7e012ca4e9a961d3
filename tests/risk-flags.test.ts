import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, SCREEN, SET_FLAGS, type TestBank } from './harness/bank.js';
import { handling, takenUp, wrong, type Seen } from './handling.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
});
afterAll(() => bank.stop());

const set = async ({ id, version: expectedVersion }: Seen, riskFlags: string[]): Promise<Seen> =>
  (await bank.ask('office', SET_FLAGS, { id, input: { expectedVersion, riskFlags } })).setRiskFlags;

test('a flag that is taken away lets its escalation go, and no other', async () => {
  const marked = await set(await make.registered(), ['REPUTATION', 'SOCIAL_IMPACT']);
  expect(await make.liveTriggers(marked.id)).toEqual(['REPUTATION E3', 'SOCIAL_IMPACT E3']);
  await set(marked, ['SOCIAL_IMPACT']);
  expect(await make.liveTriggers(marked.id)).toEqual(['SOCIAL_IMPACT E3']);
});

test('a flag that was there already calls nobody again', async () => {
  const marked = await set(await make.registered(), ['LEGAL_DISPUTE']);
  const more = await set(marked, ['LEGAL_DISPUTE', 'LEGAL_VIOLATION']);
  const { escalations } = await make.read(more.id, 'escalations { trigger }');
  expect(escalations).toHaveLength(1);
});

test('money in danger lifts the level and is told as that alone', async () => {
  const { id } = await set(await make.registered(), ['FUND_SAFETY']);
  expect(await make.read(id, 'level levelHistory { to }')).toEqual({ level: 'MAJOR', levelHistory: [{ to: 'MAJOR' }] });
  expect(await make.liveTriggers(id)).toEqual(['FRAUD_OR_ACCOUNT E3']);
});

test('a category that is found wrong at screening lets its escalation go', async () => {
  const { id, version } = await make.registered({ categoryCode: 'FRAUD' });
  expect(await make.liveTriggers(id)).toEqual(['FRAUD_OR_ACCOUNT E3']);
  const input = takenUp(version, { handlingMode: 'JOINT' });
  await bank.ask('office', SCREEN, { id, input });
  expect(await make.liveTriggers(id)).toEqual([]);
});

test('the same flags, and taking MEDIA off what came by the media, are refused', async () => {
  const quiet = await make.registered();
  const told = await make.registered({ channel: 'MEDIA' });
  for (const { id, version: expectedVersion } of [quiet, told])
    expect(await make.refusal('office', SET_FLAGS, { id, input: { expectedVersion, riskFlags: [] } })).toEqual(
      wrong(['riskFlags']),
    );
});
