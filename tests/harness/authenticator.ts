import { codeAt } from '../../server/src/org/second-factor/one-time-code.js';
import type { Answer, TestServer } from './server.js';

const START = `mutation ($password: String!) { startSecondFactor(input: { password: $password }) { secret url } }`;
export const CONFIRM = `mutation ($otp: String!) { confirmSecondFactor(input: { otp: $otp }) {
  recoveryCodes secondFactor { enrolledAt recoveryCodeCount } } }`;
export const STEP_UP = `mutation ($otp: String, $password: String) {
  stepUp(input: { otp: $otp, password: $password }) { stepUpExpiresAt } }`;

/** A telephone with an authenticator app for the person of a session; every code it tells is of a later step. */
export async function authenticatorFor(
  server: Pick<TestServer, 'request' | 'clock'>,
  token: string,
  password = 'a long enough password',
) {
  const ask = async (query: string, variables: Record<string, unknown>): Promise<Answer['data']> => {
    const { data, errors } = await server.request(query, variables, { token });
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { secret, url } = (await ask(START, { password })).startSecondFactor;
  const code = () => {
    server.clock.advance({ seconds: 30 });
    return codeAt(secret, server.clock.now());
  };
  const { recoveryCodes } = (await ask(CONFIRM, { otp: code() })).confirmSecondFactor;
  return { secret: secret as string, url: url as string, recoveryCodes: recoveryCodes as string[], code };
}
