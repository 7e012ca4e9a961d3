import type { Loaded } from '@mikro-orm/core';
import { Checks, isStorable } from '../../kernel/checks.js';
import { command, Context, record } from '../../kernel/context.js';
import { notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { say } from '../../kernel/messages.js';
import { isReadable, satisfies } from '../../kernel/read/read.js';
import { heldRightsOf, type HeldRight } from '../../org/grants/rights.js';
import { isSelf, requireAdministrator, requireAdministratorAt } from '../../org/org.access.js';
import { Staff } from '../../org/staff/staff.js';
import { isWithin } from '../../org/units/org-path.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { workplaceOf } from '../cooperation/cooperation.access.js';
import { complainsOf, ownPart, reachOf, visibleTo } from '../complaint/complaint.access.js';
import { Complaint } from '../complaint/complaint.js';
import type { AccessExplanation, AccessReason, AccessSource, ExplainAccessInput } from './access-explanation.js';
import { rightText, sourceOf } from './right-text.js';

const most = 100;

/**
 * Why a person can see a complaint or a unit's complaints, or that nothing lets them: by the very conditions that
 * reads are narrowed with. For administrators of the person's unit, who learn nothing else of the complaint.
 */
export async function explainAccess(ctx: Context, input: ExplainAccessInput): Promise<AccessExplanation> {
  // Fields of a query run side by side; what this one writes down is a transaction of its own.
  return explain(new Context(ctx.app, ctx.viewer, ctx.locale, ctx.address), input);
}

const explain = command(async (ctx: Context, input: ExplainAccessInput): Promise<AccessExplanation> => {
  requireAdministrator(ctx);
  const { staffId, complaintReference, orgUnitId } = input;
  const checks = new Checks();
  const isOne = (complaintReference == null) !== (orgUnitId == null);
  for (const path of ['complaintReference', 'orgUnitId']) checks.that(isOne, path, 'field.oneOf');
  checks.done();
  const isSeen = isId(staffId) && (await isReadable(ctx, Staff, staffId));
  const staff = isSeen ? await ctx.em.findOne(Staff, staffId, { populate: ['orgUnit'] }) : null;
  if (!staff) throw notFound();
  requireAdministratorAt(ctx, staff.orgUnit.$.path);
  const rights = await heldRightsOf(ctx.em, staff.id, ctx.clock.now());
  return orgUnitId == null
    ? explainComplaint(ctx, staff, rights, complaintReference!.trim())
    : explainUnit(ctx, staff, rights, orgUnitId);
});

async function explainComplaint(ctx: Context, staff: Loaded<Staff, 'orgUnit'>, rights: HeldRight[], reference: string) {
  const complaint = isStorable(reference) ? await ctx.em.findOne(Complaint, { reference }) : null;
  if (!complaint) throw notFound();
  record(ctx, 'access.explained', staff, { objectId: complaint.id });
  const holds = (condition: object) => satisfies(ctx, Complaint, complaint.id, condition as never);
  const reasons: AccessReason[] = [];
  const grants = rights.map(({ grant }) => grant);
  const home = { unitId: staff.orgUnit.id, path: staff.orgUnit.$.path };
  const person = { id: staff.id, workplace: workplaceOf({ home, grants }) };
  for (const [part, isTheirs] of Object.entries(ownPart)) {
    if (await holds(isTheirs(person))) reasons.push(ownReason(ctx, part as keyof typeof ownPart));
  }
  for (const right of rights) {
    if (await holds({ $or: reachOf(right.grant) })) reasons.push(rightReason(ctx, right));
  }
  const mayRead = staff.isActive && (await holds(visibleTo({ kind: 'STAFF', id: staff.id, home, grants })));
  const isNamed = await holds(complainsOf(staff.id));
  // Nobody learns here that a complaint is against themselves (回避).
  const maySay = isNamed && !isSelf(ctx.viewer, staff.id);
  const why = !staff.isActive ? 'inactive' : maySay ? 'named' : mayRead ? 'complaint' : 'noComplaint';
  return answer(ctx, why, { name: staff.name, reference }, mayRead ? reasons : []);
}

async function explainUnit(ctx: Context, staff: Staff, rights: HeldRight[], orgUnitId: string) {
  const unit = isId(orgUnitId) ? await ctx.em.findOne(OrgUnit, orgUnitId) : null;
  if (!unit) throw notFound();
  record(ctx, 'access.explained', staff, { objectId: unit.id });
  const reaching = rights.filter(
    ({ grant }) =>
      reachOf(grant).length > 0 && (grant.withSubtree ? isWithin(unit.path, grant.path) : grant.unitId === unit.id),
  );
  const reasons = reaching.map((right) => rightReason(ctx, right));
  const why = !staff.isActive ? 'inactive' : reasons.length ? 'unit' : 'noUnit';
  return answer(ctx, why, { name: staff.name, unit: unit.name }, reasons);
}

function answer(
  { locale }: Context,
  why: string,
  params: Record<string, string>,
  reasons: AccessReason[],
): AccessExplanation {
  const text = say(locale, { key: `access.answer.${why}`, params });
  return { isGranted: reasons.length > 0, text, reasons: reasons.slice(0, most) };
}

const ownReason = ({ locale }: Context, source: AccessSource & keyof typeof ownPart): AccessReason => ({
  source,
  text: say(locale, `access.own.${source}`),
  validFrom: null,
  validTo: null,
});

const rightReason = (ctx: Context, right: HeldRight): AccessReason => ({
  source: sourceOf(right),
  text: rightText(ctx.locale, right),
  validFrom: right.since,
  validTo: right.until,
});
