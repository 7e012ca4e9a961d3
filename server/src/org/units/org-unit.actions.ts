import { ref } from '@mikro-orm/postgresql';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { conflict } from '../../kernel/errors.js';
import { ApiKey } from '../api-keys/api-key.js';
import { LeadershipGroup } from '../groups/leadership-group.js';
import { accessCommand } from '../sign-in/access-command.js';
import { named } from '../named.js';
import { requireAdministrator, requireAdministratorAt } from '../org.access.js';
import { pathBelow } from './org-path.js';
import { lockTree, mayStandBelow, placeAt } from './org-tree.js';
import { OrgUnit } from './org-unit.js';
import type { CreateOrgUnitInput, DeactivateOrgUnitInput, UpdateOrgUnitInput } from './org-unit.input.js';
import { Staff } from '../staff/staff.js';

/** The bank gets its head office, the root of the tree; `CONFLICT` when there is one. For set-up only. */
export const foundBank = command(
  async (ctx: Context, { code, name }: { code: string; name: string }): Promise<OrgUnit> => {
    requireAdministratorAt(ctx, '/');
    if (await ctx.em.count(OrgUnit)) throw conflict('org.bankExists');
    const root = create(ctx, OrgUnit, { code, name, kind: 'HEAD_OFFICE', parent: null });
    Object.assign(root, { path: pathBelow(null, root.id), pathNames: [name] });
    record(ctx, 'orgUnit.created', root);
    return root;
  },
);

/** A unit can own complaints, staff and groups; whoever has rights at a unit above has them here at once. */
export const createOrgUnit = accessCommand(async (ctx: Context, input: CreateOrgUnitInput): Promise<OrgUnit> => {
  requireAdministrator(ctx);
  await lockTree(ctx);
  const checks = new Checks();
  const parent = await named(ctx, checks, OrgUnit, input.parentId, 'parentId');
  const names = await namesOf(ctx, checks, input);
  if (parent) checks.that(mayStandBelow(input.kind, parent.kind), 'kind', 'org.kindMisplaced');
  checks.done();
  requireAdministratorAt(ctx, parent!.path);
  const unit = create(ctx, OrgUnit, { ...names, kind: input.kind, parent: ref(parent!) });
  Object.assign(unit, { path: pathBelow(parent!.path, unit.id), pathNames: [...parent!.pathNames, unit.name] });
  record(ctx, 'orgUnit.created', unit);
  return unit;
});

/** A unit carries another name or number. */
export const updateOrgUnit = command(async (ctx: Context, id: string, input: UpdateOrgUnitInput): Promise<OrgUnit> => {
  await lockTree(ctx);
  const unit = await find(ctx, OrgUnit, id);
  requireAdministratorAt(ctx, unit.path);
  requireVersion(unit, input.expectedVersion);
  const checks = new Checks();
  const names = await namesOf(ctx, checks, { name: input.name ?? unit.name, code: input.code ?? unit.code }, unit);
  checks.done();
  const changed = (['name', 'code'] as const).filter((field) => unit[field] !== names[field]);
  Object.assign(unit, names);
  if (changed.includes('name'))
    await placeAt(ctx, unit, { path: unit.path, pathNames: [...unit.pathNames.slice(0, -1), unit.name] });
  record(ctx, 'orgUnit.updated', unit, { data: { fields: changed } });
  return unit;
});

/** A unit is closed and keeps its history; `CONFLICT` while anything in it is still at work. */
export const deactivateOrgUnit = command(
  async (ctx: Context, id: string, input: DeactivateOrgUnitInput): Promise<OrgUnit> => {
    await lockTree(ctx);
    const unit = await find(ctx, OrgUnit, id);
    requireAdministratorAt(ctx, unit.path);
    requireVersion(unit, input.expectedVersion);
    if (!unit.parent) throw conflict('org.rootStays');
    if (!unit.isActive) throw conflict('org.unitInactive');
    if (await ctx.em.count(OrgUnit, { parent: unit, isActive: true })) throw conflict('org.unitHasChildren');
    if (await ctx.em.count(Staff, { orgUnit: unit, isActive: true })) throw conflict('org.unitHasStaff');
    if (await ctx.em.count(LeadershipGroup, { orgUnit: unit, isActive: true })) throw conflict('org.unitHasGroups');
    if (await ctx.em.count(ApiKey, { orgUnit: unit, revokedAt: null })) throw conflict('org.unitHasKeys');
    unit.isActive = false;
    record(ctx, 'orgUnit.deactivated', unit);
    return unit;
  },
);

async function namesOf(ctx: Context, checks: Checks, input: { name: string; code: string }, unit?: OrgUnit) {
  const code = checks.requiredText(input.code, 'code', { max: 32 });
  const name = checks.requiredText(input.name, 'name', { max: 100 });
  if (!checks.isWrong('code')) {
    const holder = await ctx.em.findOne(OrgUnit, { code });
    checks.that(holder === null || holder.id === unit?.id, 'code', 'org.codeTaken');
  }
  return { code, name };
}
