import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBank, SIGN_IN, type Bank } from '../org-bank.js';

let bank: Bank;
beforeAll(async () => void (bank = await openBank()));
afterAll(() => bank.stop());

const wrong = 'a wrong password of some length';
const rounds = 24;
const trySignIn = (username: string) => bank.refusal(SIGN_IN, { username, password: wrong });
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

test('A15: an unknown name, a wrong password and a name that has left are refused in the same words', async () => {
  await bank.hire('known', bank.east);
  const id = await bank.hire('gone', bank.east);
  await bank.app.pool.query('update staff set is_active = false where id = $1', [id]);
  const known = await trySignIn('known');
  expect(known).toMatchObject({ code: 'UNAUTHENTICATED', fields: {} });
  expect(await trySignIn('nobody')).toEqual(known);
  expect(await trySignIn('gone')).toEqual(known);
});

test('A15: an unknown name takes as long as a wrong password', async () => {
  const took = async (name: string) => {
    const began = performance.now();
    await trySignIn(name);
    return performance.now() - began;
  };
  const times: { known: number; unknown: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    // Three tries a name stay below the limit; by turns, so that a busy moment meets both.
    const at = Math.floor(round / 3);
    if (round % 3 === 0) await bank.hire(`timed${at}`, bank.east);
    const isKnownFirst = round % 2 === 0;
    const first = await took(isKnownFirst ? `timed${at}` : `untimed${at}`);
    const second = await took(isKnownFirst ? `untimed${at}` : `timed${at}`);
    times.push(isKnownFirst ? { known: first, unknown: second } : { known: second, unknown: first });
    // The limit by address must not mix with what is measured.
    bank.clock.advance({ minutes: 1 });
  }
  const usual = median(times.map(({ known }) => known));
  const difference = median(times.map(({ known, unknown }) => known - unknown));
  // Without the decoy hash an unknown name is answered in a tenth of the time.
  expect(Math.abs(difference)).toBeLessThan(usual / 3);
});

test('A15: a tracking code that is nobody’s and one that is malformed are refused alike', async () => {
  const track = 'query ($code: String!) { trackComplaint(trackingCode: $code) { reference } }';
  const answers = [];
  for (const code of ['AAAA-BBBB-CCCC-DDDD', 'x', '', '0', '%', "' or 1=1 --"])
    answers.push(await bank.request(track, { code }));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});
