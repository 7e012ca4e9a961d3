import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../kernel/context.js';
import { counterOf } from './one-time-code.js';
import { recoveryDigest } from './recovery-code.js';
import { SecondFactor } from './second-factor.js';

/** A person's one-time codes, held until the command ends; null when they have set up none. */
export async function heldSecondFactor(ctx: Context, staffId: string): Promise<SecondFactor | null> {
  return ctx.em.findOne(SecondFactor, { staff: staffId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** Uses up a one-time code; false when it is wrong, or it or a later one was used before. */
export function takeOneTimeCode(ctx: Context, factor: SecondFactor, code: string): boolean {
  const counter = counterOf(ctx.app.cipher.decrypt(factor.sealedSecret), code.replace(/\s/g, ''), ctx.clock.now());
  if (counter === null || counter <= factor.lastCounter) return false;
  factor.lastCounter = counter;
  return true;
}

/** Uses up a one-time code or a recovery code; false when it is neither, or was used before. */
export function takeCode(ctx: Context, factor: SecondFactor, code: string): boolean {
  if (/^[\d\s]*$/.test(code)) return takeOneTimeCode(ctx, factor, code);
  const digest = recoveryDigest(ctx.app.cipher, factor.staff.id, code);
  if (!factor.recoveryDigests.includes(digest)) return false;
  factor.recoveryDigests = factor.recoveryDigests.filter((each) => each !== digest);
  return true;
}
