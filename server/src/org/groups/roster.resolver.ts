import { Arg, Authorized, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Context } from '../../kernel/context.js';
import { notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { namedRows } from '../../kernel/read/named-rows.js';
import { isReadable } from '../../kernel/read/read.js';
import { LeadershipGroup } from './leadership-group.js';
import { writeRoster } from './roster-file.js';
import { importRoster, previewRoster } from './roster-import.actions.js';
import { ImportRosterInput, RosterImport } from './roster-import.js';
import { standing } from './roster.js';

const rank = { LEADER: 0, DEPUTY: 1, MEMBER: 2 };

@Resolver()
export class RosterResolver {
  @Authorized()
  @Query(() => String, {
    nullable: true,
    description:
      'The people of a group as CSV (导出名单), D9-二.1f: with a byte order mark, and safe to open in a spreadsheet. Header and words are Chinese, or codes where the caller asks for English.',
  })
  async groupRoster(
    @Ctx() ctx: Context,
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
  ): Promise<string> {
    // A context of its own: the transaction only reads.
    const reader = new Context(ctx.app, ctx.viewer, ctx.locale, ctx.address);
    return reader.transaction(async () => {
      if (!isId(groupId) || !(await isReadable(reader, LeadershipGroup, groupId))) throw notFound();
      const group = reader.em.getReference(LeadershipGroup, groupId);
      const members = await reader.em.populate(await standing(reader, group), ['staff.orgUnit']);
      const inOrder = members.toSorted((a, b) => rank[a.position] - rank[b.position] || (a.id < b.id ? -1 : 1));
      return writeRoster(inOrder, ctx.locale, ctx.clock.now());
    });
  }

  @Authorized()
  @Mutation(() => RosterImport, {
    description:
      'Makes a group what a list says (导入名单), D9-二.1f: appoints whoever is new on it, dismisses whoever is not on it, and leaves the others as they are; nothing where any line is wrong. What gives more of MANAGER or DESK waits for a second administrator.',
  })
  async importRoster(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('input', () => ImportRosterInput, { description: 'The list.' }) input: ImportRosterInput,
  ) {
    const outcome = await (input.dryRun ? previewRoster : importRoster)(ctx, groupId, input);
    return { ...outcome, group: (await namedRows(ctx, info, ['group'], [groupId])).get(groupId) };
  }
}
