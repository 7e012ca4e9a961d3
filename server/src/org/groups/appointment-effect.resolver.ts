import { Arg, Authorized, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { Context } from '../../kernel/context.js';
import { badInput, notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { namedRows } from '../../kernel/read/named-rows.js';
import { hasRoleAt, type Viewer } from '../../kernel/viewer.js';
import { rightsOf, rolesIn } from '../grants/rights.js';
import { mayAdministerAt } from '../org.access.js';
import { Staff } from '../staff/staff.js';
import type { OrgUnit } from '../units/org-unit.js';
import { validAt } from '../valid-at.js';
import { AppointmentEffect, AppointmentEffectInput, type PositionRight } from './appointment-effect.js';
import { DeskDuty } from './desk-duty.js';
import { deskOf } from './desk.js';
import { LeadershipGroup } from './leadership-group.js';
import { givesNothingNew, isGuarded, rivalsOf, standing } from './roster.js';

@Resolver()
export class AppointmentEffectResolver {
  @Authorized()
  @Query(() => AppointmentEffect, {
    nullable: true,
    description: 'What an appointment would change, before it is made (任命影响); for administrators of the unit.',
  })
  async appointmentEffect(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('input', () => AppointmentEffectInput, { description: 'Who, in which position.' })
    input: AppointmentEffectInput,
  ) {
    // A context of its own: the transaction only reads.
    const reader = new Context(ctx.app, ctx.viewer, ctx.locale, ctx.address);
    return reader.transaction(async () => {
      const { em, clock } = reader;
      const group = isId(groupId)
        ? await em.findOne(LeadershipGroup, { id: groupId }, { populate: ['orgUnit'] })
        : null;
      if (!group || !mayAdministerAt(ctx.viewer, group.orgUnit.$.path)) throw notFound();
      const staff = isId(input.staffId) ? await em.findOne(Staff, { id: input.staffId, isActive: true }) : null;
      if (!staff) throw badInput({ 'input.staffId': 'field.notFound' });
      const members = await standing(reader, group);
      const person = { staff, input, term: { validFrom: clock.now(), validTo: null } };
      const ends = rivalsOf(staff.id, input.position, members).map(({ id }) => id);
      const gains = await gainsOf(em, { group, unit: group.orgUnit.$, ...input }, clock.now());
      const units = await namedRows(
        ctx,
        info,
        ['gains', 'orgUnit'],
        gains.map(({ unit }) => unit.id),
      );
      return {
        gains: gains.map(({ right, unit }) => ({ right, orgUnit: units.get(unit.id) })),
        isWaiting: (await isGuarded(reader, group)) && !givesNothingNew(person, members),
        ends: [...(await namedRows(ctx, info, ['ends'], ends)).values()],
      };
    });
  }
}

/** Rights of a position that the person does not hold at the place already. */
async function gainsOf(
  em: EntityManager,
  { group, unit, staffId, position }: { group: LeadershipGroup; unit: OrgUnit } & AppointmentEffectInput,
  at: Date,
): Promise<{ right: PositionRight; unit: OrgUnit }[]> {
  const isDesk = (await deskOf(em, unit, at))?.group?.id === group.id;
  const duties = await em.find(
    DeskDuty,
    { group: group.id, planKind: 'GENERAL', ...validAt(at) },
    { populate: ['orgUnit'] },
  );
  const given = [
    ...rolesIn(group.kind, position, isDesk).map((role) => ({ right: role as PositionRight, unit })),
    ...duties.map(({ orgUnit }) => ({ right: 'DESK' as const, unit: orgUnit.$ })),
  ];
  const now: Viewer = { kind: 'STAFF', id: staffId, grants: await rightsOf(em, staffId, at) };
  return given.filter(({ right, unit: { path } }) => !hasRoleAt(now, [right], path));
}
