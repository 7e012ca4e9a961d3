import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, plainComplaint, REGISTER, type TestBank } from '../harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const register = async (more: object, fields: string) =>
  (await bank.ask('intake', REGISTER(fields), { input: plainComplaint(more) })).registerComplaint;

// Taking a value out of the enums Subject or Channel, or `place` out of registerComplaint, makes this fail.
test('D3-1.1 a complaint is about a product, service, process, person or system, by e-mail or face to face', async () => {
  for (const subject of ['PRODUCT', 'SERVICE', 'PROCESS', 'STAFF', 'SYSTEM', 'OTHER'])
    expect(await register({ subject, channel: 'EMAIL' }, 'subject channel')).toEqual({ subject, channel: 'EMAIL' });
  const faceToFace = { channel: 'ON_SITE', place: '北门网点大堂' };
  expect(await register(faceToFace, 'channel place')).toEqual(faceToFace);
});

// Removing the least levels of FRAUD and ACCOUNT_SECURITY from the default pack makes this fail.
test.each(['FRAUD', 'ACCOUNT_SECURITY'])('D3-1.2a a complaint of %s is at least a major one', async (categoryCode) => {
  for (const [level, made] of [
    ['SUGGESTION', 'MAJOR'],
    ['GENERAL', 'MAJOR'],
    ['URGENT', 'URGENT'],
  ])
    expect(await register({ categoryCode, level }, 'level')).toEqual({ level: made });
});

// Another default than GENERAL in checkIntake, or dropping a seed category, makes this fail.
test('D3-1.2b poor service and inconvenience are general complaints unless somebody says more', async () => {
  for (const categoryCode of ['SERVICE_QUALITY', 'INCONVENIENCE'])
    expect(await register({ categoryCode }, 'level category { code }')).toEqual({
      level: 'GENERAL',
      category: { code: categoryCode },
    });
});
