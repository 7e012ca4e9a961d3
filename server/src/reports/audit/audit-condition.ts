import { Complaint } from '../../complaints/complaint/complaint.js';
import { Escalation } from '../../escalations/escalation.js';
import { Checks } from '../../kernel/checks.js';
import type { Context } from '../../kernel/context.js';
import { isId } from '../../kernel/id.js';
import { nothing, type Condition } from '../../kernel/read/registry.js';
import { unitOrBelow } from '../../org/units/subtree.js';
import { concerning } from './audit.access.js';
import type { AuditFilter } from './audit-filter.js';

const mostKinds = 100;

/** The filter as a condition; `BAD_USER_INPUT` for texts that cannot be searched. */
export async function conditionOf(ctx: Context, filter: AuditFilter | null | undefined): Promise<Condition> {
  if (!filter) return {};
  const checks = new Checks();
  for (const name of ['actorId', 'object', 'orgUnitId'] as const)
    checks.text(filter[name], `filter.${name}`, { max: 60 });
  checks.number(filter.kind?.length, 'filter.kind', { min: 1, max: mostKinds });
  for (const kind of filter.kind ?? []) checks.text(kind, 'filter.kind', { max: 60 });
  checks.done();
  const parts: Condition[] = [];
  if (filter.occurredFrom) parts.push({ at: { $gte: filter.occurredFrom } });
  if (filter.occurredTo) parts.push({ at: { $lt: filter.occurredTo } });
  if (filter.actorId) parts.push({ actorId: filter.actorId });
  if (filter.kind) parts.push({ kind: filter.kind });
  if (filter.object) parts.push(await about(ctx, filter.object.trim()));
  if (filter.orgUnitId) parts.push(concerning(unitOrBelow(filter.orgUnitId)));
  return { $and: parts };
}

// Numbers become ids first, which the log is indexed by.
async function about(ctx: Context, object: string): Promise<Condition> {
  const id = isId(object) ? object : await idOf(ctx, object.toUpperCase());
  return id ? { $or: [{ subjectId: id }, { objectId: id }] } : nothing;
}

async function idOf(ctx: Context, reference: string): Promise<string | undefined> {
  const em = ctx.app.orm.em.fork();
  const fields = { fields: ['id'] as const };
  const [complaint, escalation] = [
    await em.findOne(Complaint, { reference }, fields),
    await em.findOne(Escalation, { reference }, fields),
  ];
  return complaint?.id ?? escalation?.id;
}
