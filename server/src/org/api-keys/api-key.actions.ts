import { ref } from '@mikro-orm/postgresql';
import { Checks } from '../../kernel/checks.js';
import { create, find, record, type Context } from '../../kernel/context.js';
import { requireOpen } from '../../kernel/errors.js';
import { accessCommand } from '../sign-in/access-command.js';
import { mayRevokeKey } from './api-key.access.js';
import { ApiKey } from './api-key.js';
import type { CreateApiKeyInput } from './api-key.input.js';
import { digestOf, keyPrefix, newToken } from '../sign-in/credentials.js';
import { actingStaff } from '../groups/roster.js';
import { named } from '../named.js';
import { requireAdministrator, requireAdministratorAt } from '../org.access.js';
import { requireStepUp } from '../second-factor/step-up.access.js';
import { OrgUnit } from '../units/org-unit.js';

const shownCharacters = 10;

/** A channel app can register complaints; the secret is told this once. */
export async function createApiKey(
  ctx: Context,
  input: CreateApiKeyInput,
): Promise<{ apiKey: ApiKey; secret: string }> {
  const secret = newToken(keyPrefix);
  return { apiKey: await addApiKey(ctx, { ...input, secret }), secret };
}

/** As `createApiKey`, with a secret that is given: for the demo bank. */
export const addApiKey = accessCommand(
  async (ctx: Context, input: CreateApiKeyInput & { secret: string }): Promise<ApiKey> => {
    requireAdministrator(ctx);
    requireStepUp(ctx);
    const checks = new Checks();
    const name = checks.requiredText(input.name, 'name', { max: 100 });
    const unit = await named(ctx, checks, OrgUnit, input.orgUnitId, 'orgUnitId');
    checks.that(input.channels.length > 0, 'channels', 'field.required');
    checks.done();
    requireAdministratorAt(ctx, unit!.path);
    const key = create(ctx, ApiKey, {
      name,
      prefix: input.secret.slice(0, shownCharacters),
      secretDigest: digestOf(input.secret),
      orgUnit: ref(unit!),
      channels: [...new Set(input.channels)],
      mayImportHistory: input.mayImportHistory,
      createdBy: actingStaff(ctx),
      revokedAt: null,
      lastUsedAt: null,
    });
    record(ctx, 'access.keyCreated', key, {
      data: { orgUnit: unit!.id, channels: key.channels, mayImportHistory: key.mayImportHistory },
    });
    return key;
  },
);

/** A channel app is shut out at once. */
export const revokeApiKey = accessCommand(async (ctx: Context, id: string): Promise<ApiKey> => {
  const key = await find(ctx, ApiKey, id);
  const orgUnit = await key.orgUnit.loadOrFail();
  requireOpen(mayRevokeKey(ctx.viewer, { revokedAt: key.revokedAt, orgUnit }), () => []);
  key.revokedAt = ctx.clock.now();
  record(ctx, 'access.keyRevoked', key);
  return key;
});
