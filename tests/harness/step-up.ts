import { digestOf } from '../../server/src/org/sign-in/credentials.js';
import type { TestServer } from './server.js';

/** A session that has proved who it is for as long as it lasts, for tests that are about something else. */
export async function steppedUp({ app }: Pick<TestServer, 'app'>, token: string): Promise<string> {
  await app.pool.query('update user_session set step_up_expires_at = expires_at where token_digest = $1', [
    digestOf(token),
  ]);
  return token;
}
