import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../kernel/context.js';
import { computed, everything, nothing, readable } from '../kernel/read/registry.js';
import { AllowedAction, allowedActions, offer } from '../kernel/allowed-action.js';
import { readChanged, readList } from '../kernel/read/read.js';
import { codeFactNeeds, codeOffers, type CodeFacts } from './code-list.access.js';
import { addCode, longestList, moveCode, renameCode, restoreCode, retireCode } from './code-list.actions.js';
import { CodeListEntry, CodeListName } from './code-list-entry.js';
import { AddCodeInput, ChangeCodeInput, MoveCodeInput, RenameCodeInput } from './code-list.input.js';
import './code-list.messages.js';

readable(CodeListEntry, {
  visibleTo: ({ kind }) => (kind === 'ANONYMOUS' ? nothing : everything),
  nameableBy: () => everything,
});
computed(CodeListEntry, 'name', ['nameZh', 'nameEn']);
offer(CodeListEntry, codeFactNeeds, codeOffers);

@Resolver(() => CodeListEntry)
export class CodeListResolver {
  @Authorized()
  @Query(() => [CodeListEntry], {
    description:
      'All entries of a code list (代码表), retired ones included, in their order: each entry is followed by what lies below it.',
  })
  codeList(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('name', () => CodeListName, { description: 'Which list.' }) name: CodeListName,
  ) {
    return readList(ctx, CodeListEntry, info, {
      where: { list: name },
      orderBy: [{ field: 'position', direction: 'asc' }],
      limit: longestList,
    });
  }

  @Authorized()
  @Mutation(() => CodeListEntry, {
    description:
      'Adds an entry to a code list, last among its siblings (新增代码); for administrators of the head office.',
  })
  async addCode(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AddCodeInput, { description: 'The entry.' }) input: AddCodeInput,
  ) {
    return readChanged(ctx, info, (await addCode(ctx, input)).id);
  }

  @Authorized()
  @Mutation(() => CodeListEntry, {
    description: 'Gives an entry other names (修改代码名称); the code itself never changes.',
  })
  async renameCode(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The entry.' }) id: string,
    @Arg('input', () => RenameCodeInput, { description: 'The names.' }) input: RenameCodeInput,
  ) {
    return readChanged(ctx, info, (await renameCode(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => CodeListEntry, { description: 'Puts an entry elsewhere among its siblings (调整代码顺序).' })
  async moveCode(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The entry.' }) id: string,
    @Arg('input', () => MoveCodeInput, { description: 'Where to.' }) input: MoveCodeInput,
  ) {
    return readChanged(ctx, info, (await moveCode(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => CodeListEntry, {
    description: 'Takes an entry out of use (停用代码): refused on new complaints, still read on old ones.',
  })
  async retireCode(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The entry.' }) id: string,
    @Arg('input', () => ChangeCodeInput, { description: 'The version that was seen.' }) input: ChangeCodeInput,
  ) {
    return readChanged(ctx, info, (await retireCode(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => CodeListEntry, { description: 'Takes a retired entry back into use (恢复代码).' })
  async restoreCode(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The entry.' }) id: string,
    @Arg('input', () => ChangeCodeInput, { description: 'The version that was seen.' }) input: ChangeCodeInput,
  ) {
    return readChanged(ctx, info, (await restoreCode(ctx, id, input)).id);
  }

  @FieldResolver(() => [AllowedAction], { description: 'What the viewer may do with it now, and what only waits.' })
  allowedActions(@Ctx() ctx: Context, @Root() entry: CodeFacts) {
    return allowedActions(ctx, CodeListEntry, entry);
  }

  @FieldResolver(() => String, { description: "Name in the caller's language (名称)." })
  name(@Ctx() { locale }: Context, @Root() entry: CodeListEntry) {
    return locale === 'zh' ? entry.nameZh : entry.nameEn;
  }
}
