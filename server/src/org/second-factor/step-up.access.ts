import type { Permission } from '../../kernel/allowed-action.js';
import type { Context } from '../../kernel/context.js';
import { forbidden, type StepUp } from '../../kernel/errors.js';

/** Message of each thing that may be missing. */
export const stepUpMessage = {
  ENROL: 'stepUp.ENROL',
  CODE: 'stepUp.CODE',
  PASSWORD: 'stepUp.PASSWORD',
} as const satisfies Record<StepUp, string>;

/**
 * What the viewer must do before an act that asks for more than a sign-in: giving rights and keys, and opening
 * personal data. Null when nothing. Without a second factor nobody may, except in the demo bank by the password.
 */
function missingStepUp({ app, viewer, clock }: Context): StepUp | null {
  if (viewer.kind === 'SYSTEM') return null;
  if (viewer.stepUpExpiresAt && viewer.stepUpExpiresAt > clock.now()) return null;
  if (viewer.hasSecondFactor) return 'CODE';
  return app.isDemo ? 'PASSWORD' : 'ENROL';
}

/**
 * What a rule leaves open as it is offered: whoever has no second factor waits for one; a proof that is merely missing
 * is asked for on the way.
 */
export function openWithStepUp(ctx: Context, permission: Permission): Permission {
  const waits = permission === 'open' && missingStepUp(ctx) === 'ENROL';
  return waits ? { blockedBy: stepUpMessage.ENROL } : permission;
}

/** Refuses with `FORBIDDEN`, and in `stepUp` what is missing, unless the viewer proved a moment ago who they are. */
export function requireStepUp(ctx: Context): void {
  const missing = missingStepUp(ctx);
  if (missing) throw forbidden(stepUpMessage[missing], { stepUp: missing });
}
