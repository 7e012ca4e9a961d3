import { Arg, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../kernel/context.js';
import { computed, everything, nothing, readable } from '../kernel/read/registry.js';
import { readList } from '../kernel/read/read.js';
import { CodeListEntry, CodeListName } from './code-list-entry.js';

readable(CodeListEntry, {
  visibleTo: ({ kind }) => (kind === 'ANONYMOUS' ? nothing : everything),
  nameableBy: () => everything,
});
computed(CodeListEntry, 'name', ['nameZh', 'nameEn']);

// A code list is edited by hand and stays small; this cap only keeps a mistake from becoming a flood.
const longestList = 1000;

@Resolver(() => CodeListEntry)
export class CodeListResolver {
  @Authorized()
  @Query(() => [CodeListEntry], {
    description: 'All entries of a code list (代码表), inactive ones included, by code.',
  })
  codeList(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('name', () => CodeListName, { description: 'Which list.' }) name: CodeListName,
  ) {
    return readList(ctx, CodeListEntry, info, {
      where: { list: name },
      orderBy: [{ field: 'path', direction: 'asc' }],
      limit: longestList,
    });
  }

  @FieldResolver(() => String, { description: "Name in the caller's language (名称)." })
  name(@Ctx() { locale }: Context, @Root() entry: CodeListEntry) {
    return locale === 'zh' ? entry.nameZh : entry.nameEn;
  }
}
