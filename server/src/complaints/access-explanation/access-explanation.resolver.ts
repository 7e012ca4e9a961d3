import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/context.js';
import { AccessExplanation, ExplainAccessInput } from './access-explanation.js';
import { explainAccess } from './explain-access.js';

@Resolver()
export class AccessExplanationResolver {
  @Authorized()
  @Query(() => AccessExplanation, {
    nullable: true,
    description:
      'Why a person can see a complaint or the complaints of a unit, or that nothing lets them (权限说明); for administrators, and each answer is audited.',
  })
  explainAccess(
    @Ctx() ctx: Context,
    @Arg('input', () => ExplainAccessInput, { description: 'Who, and what.' }) input: ExplainAccessInput,
  ) {
    return explainAccess(ctx, input);
  }
}
