import { ref } from '@mikro-orm/postgresql';
import { Checks } from '../../kernel/checks.js';
import { find, record, requireVersion, type Context } from '../../kernel/context.js';
import { conflict } from '../../kernel/errors.js';
import { accessCommand } from '../sign-in/access-command.js';
import { DeskDuty } from '../groups/desk-duty.js';
import { named } from '../named.js';
import { requireAdministratorAt } from '../org.access.js';
import { idsOnPath, isWithin, pathBelow } from './org-path.js';
import { lockTree, mayStandBelow, placeAt } from './org-tree.js';
import { OrgUnit } from './org-unit.js';
import { requireStepUp } from '../second-factor/step-up.access.js';
import type { MoveOrgUnitInput } from './org-unit.input.js';

/** A unit answers to another one, with everything below it; rights follow at once, so it asks for step-up. */
export const moveOrgUnit = accessCommand(
  async (ctx: Context, id: string, input: MoveOrgUnitInput): Promise<OrgUnit> => {
    const move = await prepareMove(ctx, id, input);
    requireStepUp(ctx);
    await carryOut(ctx, move);
    const { unit, from, parent } = move;
    record(ctx, 'access.orgUnitMoved', unit, { data: { from: from.id, to: parent.id } });
    return unit;
  },
);

/** A move that nothing stands against: what moves, from where, to where. */
export interface Move {
  unit: OrgUnit;
  from: OrgUnit;
  parent: OrgUnit;
}

/** Finds both ends and refuses what may not be; nobody else changes the tree until the command ends. */
export async function prepareMove(ctx: Context, id: string, input: MoveOrgUnitInput): Promise<Move> {
  await lockTree(ctx);
  const unit = await find(ctx, OrgUnit, id);
  requireAdministratorAt(ctx, unit.path);
  requireVersion(unit, input.expectedVersion);
  if (!unit.parent) throw conflict('org.rootStays');
  const checks = new Checks();
  const parent = await named(ctx, checks, OrgUnit, input.parentId, 'parentId');
  if (parent) {
    checks.that(!isWithin(parent.path, unit.path), 'parentId', 'org.moveIntoItself');
    checks.that(mayStandBelow(unit.kind, parent.kind), 'parentId', 'org.kindMisplaced');
  }
  checks.done();
  requireAdministratorAt(ctx, parent!.path);
  await requireNoDesk(ctx, unit, parent!);
  return { unit, from: await unit.parent.loadOrFail(), parent: parent! };
}

/** Gives the unit its new place. */
export async function carryOut(ctx: Context, { unit, parent }: Move): Promise<void> {
  unit.parent = ref(parent);
  await placeAt(ctx, unit, { path: pathBelow(parent.path, unit.id), pathNames: [...parent.pathNames, unit.name] });
}

/** Refuses a move that would make people of the desk whom no second administrator has seen. */
async function requireNoDesk(ctx: Context, unit: OrgUnit, parent: OrgUnit): Promise<void> {
  if (ctx.viewer.kind === 'SYSTEM' || ctx.app.isDemo) return;
  const above = idsOnPath(parent.path).filter((id) => !idsOnPath(unit.path).includes(id));
  const duties = await ctx.em.count(DeskDuty, {
    department: { $in: above },
    $or: [{ validTo: null }, { validTo: { $gt: ctx.clock.now() } }],
  });
  if (duties) throw conflict('org.moveIntoDesk');
}
