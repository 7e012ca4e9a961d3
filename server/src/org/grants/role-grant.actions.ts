import { LockMode, ref } from '@mikro-orm/postgresql';
import { Checks } from '../../kernel/checks.js';
import { create, find, record, type Context } from '../../kernel/context.js';
import { isId } from '../../kernel/id.js';
import { conflict, requireThat } from '../../kernel/errors.js';
import { accessCommand } from '../sign-in/access-command.js';
import { requireAnotherAdministrator } from './administrators.js';
import { named } from '../named.js';
import { isSelf, requireAdministrator, requireAdministratorAt } from '../org.access.js';
import { requireStepUp } from '../second-factor/step-up.access.js';
import { OrgUnit } from '../units/org-unit.js';
import { RoleGrant, type Role } from './role-grant.js';
import { isPartyTo } from './role-grant.access.js';
import type { GrantRoleInput } from './role-grant.input.js';
import { Staff } from '../staff/staff.js';

/** Roles that no single administrator can hand out. */
const needsSecond = new Set<Role>(['ADMIN', 'DESK', 'MANAGER', 'AUDITOR']);
const excludes: Partial<Record<Role, Role>> = { ADMIN: 'AUDITOR', AUDITOR: 'ADMIN' };

/** A person gets a role; ADMIN, DESK, MANAGER and AUDITOR wait for `approveGrant`, outside demo mode. */
export const grantRole = accessCommand(async (ctx: Context, input: GrantRoleInput): Promise<RoleGrant> => {
  requireAdministrator(ctx);
  requireStepUp(ctx);
  const { clock, viewer } = ctx;
  requireThat(!isSelf(viewer, input.staffId), 'org.noSelfGrant');
  const validFrom = input.validFrom ?? clock.now();
  const validTo = input.validTo ?? null;
  const checks = new Checks();
  // One grant to a person at a time: two at once could otherwise pass each other.
  if (isId(input.staffId)) await ctx.em.findOne(Staff, { id: input.staffId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const staff = await named(ctx, checks, Staff, input.staffId, 'staffId');
  const unit = await named(ctx, checks, OrgUnit, input.orgUnitId, 'orgUnitId');
  checks.that(input.role !== 'CHANNEL_APP', 'role', 'org.keyRoleNotGranted');
  checks.that(validTo === null || (validTo > validFrom && validTo > clock.now()), 'validTo', 'org.endBeforeStart');
  checks.done();
  requireAdministratorAt(ctx, unit!.path);
  await requireCompatible(ctx, staff!, input);
  const isWaiting = needsSecond.has(input.role) && viewer.kind !== 'SYSTEM' && !ctx.app.isDemo;
  const grant = create(ctx, RoleGrant, {
    staff: ref(staff!),
    role: input.role,
    orgUnit: ref(unit!),
    withSubtree: input.withSubtree,
    validFrom,
    validTo,
    grantedBy: viewer.kind === 'STAFF' ? ref(ctx.em.getReference(Staff, viewer.id!)) : null,
    approvedAt: isWaiting ? null : clock.now(),
    approvedBy: null,
    revokedAt: null,
  });
  record(ctx, 'access.roleGranted', grant, {
    objectId: staff!.id,
    data: { role: input.role, orgUnit: unit!.id, isWaiting },
  });
  return grant;
});

/** A second administrator lets a grant take effect: neither who gave it nor who gets it. */
export const approveGrant = accessCommand(async (ctx: Context, id: string): Promise<RoleGrant> => {
  const grant = await find(ctx, RoleGrant, id);
  const unit = await grant.orgUnit.loadOrFail();
  requireAdministratorAt(ctx, unit.path);
  requireStepUp(ctx);
  const { viewer } = ctx;
  requireThat(!isPartyTo(viewer, grant), 'org.noSelfApproval');
  if (grant.revokedAt) throw conflict('org.grantRevoked');
  if (grant.approvedAt) throw conflict('org.grantApproved');
  grant.approvedAt = ctx.clock.now();
  grant.approvedBy = viewer.kind === 'STAFF' ? ref(ctx.em.getReference(Staff, viewer.id!)) : null;
  record(ctx, 'access.grantApproved', grant, { objectId: grant.staff.id, data: { role: grant.role } });
  return grant;
});

/** A role ends at once; `CONFLICT` for the last administrator. */
export const revokeRole = accessCommand(async (ctx: Context, id: string): Promise<RoleGrant> => {
  const anotherAdministrator = await requireAnotherAdministrator(ctx);
  const grant = await find(ctx, RoleGrant, id);
  const unit = await grant.orgUnit.loadOrFail();
  requireAdministratorAt(ctx, unit.path);
  if (grant.revokedAt) throw conflict('org.grantRevoked');
  anotherAdministrator.than({ grantId: grant.id });
  grant.revokedAt = ctx.clock.now();
  record(ctx, 'access.roleRevoked', grant, { objectId: grant.staff.id, data: { role: grant.role, orgUnit: unit.id } });
  return grant;
});

async function requireCompatible(ctx: Context, staff: Staff, { role, orgUnitId }: GrantRoleInput): Promise<void> {
  const now = ctx.clock.now();
  const standing = await ctx.em.find(RoleGrant, {
    staff: staff.id,
    revokedAt: null,
    $or: [{ validTo: null }, { validTo: { $gt: now } }],
  });
  if (standing.some((grant) => grant.role === excludes[role])) throw conflict('org.adminIsNoAuditor');
  if (standing.some((grant) => grant.role === role && grant.orgUnit.id === orgUnitId))
    throw conflict('org.grantExists');
}
