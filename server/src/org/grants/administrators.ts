import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../kernel/context.js';
import { conflict } from '../../kernel/errors.js';
import { RoleGrant } from './role-grant.js';
import { inForceAt } from './rights.js';
import { Staff } from '../staff/staff.js';

/** The grants of administrators in force, of people at work. */
export async function effectiveAdministrators(ctx: Context): Promise<RoleGrant[]> {
  // Held until the command ends, so that two administrators cannot remove each other at the same time.
  const grants = await ctx.em.find(
    RoleGrant,
    { role: 'ADMIN', ...inForceAt(ctx.clock.now()) },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  const active = await ctx.em.find(
    Staff,
    { id: { $in: grants.map(({ staff }) => staff.id) }, isActive: true },
    { fields: ['id'] },
  );
  return grants.filter(({ staff }) => active.some(({ id }) => id === staff.id));
}

/** Says `CONFLICT` when, without a grant or a person, nobody would administer the bank any more. Ask before rows are locked. */
export async function requireAnotherAdministrator(ctx: Context) {
  const administrators = await effectiveAdministrators(ctx);
  return {
    than({ staffId, grantId }: { staffId?: string; grantId?: string }): void {
      const rest = administrators.filter(({ id, staff }) => id !== grantId && staff.id !== staffId);
      if (administrators.length && !rest.length) throw conflict('org.lastAdmin');
    },
  };
}
