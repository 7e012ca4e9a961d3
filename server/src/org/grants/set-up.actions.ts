import { command, type Context } from '../../kernel/context.js';
import { conflict } from '../../kernel/errors.js';
import { effectiveAdministrators } from './administrators.js';
import { foundBank } from '../units/org-unit.actions.js';
import { OrgUnit } from '../units/org-unit.js';
import { lockTree } from '../units/org-tree.js';
import { grantRole } from './role-grant.actions.js';
import { enrolStaff } from '../staff/staff.actions.js';
import type { Staff } from '../staff/staff.js';

/** Beyond these, administrators appoint each other. */
const mostByTool = 2;

/** The bank gets one of its first two administrators, and its head office if there is none; `CONFLICT` once two are active. */
export const admitAdministrator = command(
  async (ctx: Context, person: { username: string; name: string; passwordHash: string }): Promise<Staff> => {
    await lockTree(ctx);
    if ((await effectiveAdministrators(ctx)).length >= mostByTool) throw conflict('org.enoughAdministrators');
    const root =
      (await ctx.em.findOne(OrgUnit, { parent: null })) ?? (await foundBank(ctx, { code: '0000', name: '总行' }));
    // Written before the next step looks for it.
    await ctx.em.flush();
    const staff = await enrolStaff(ctx, { ...person, orgUnitId: root.id });
    await ctx.em.flush();
    await grantRole(ctx, { staffId: staff.id, role: 'ADMIN', orgUnitId: root.id, withSubtree: true });
    return staff;
  },
);
