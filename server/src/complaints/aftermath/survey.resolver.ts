import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { maskText } from '../../kernel/masking.js';
import { readChanged } from '../../kernel/read/read.js';
import { AnswerSurveyInput } from './aftermath.input.js';
import { answerSurvey } from './answer-survey.actions.js';
import { Survey } from './survey.js';

@Resolver(() => Survey)
export class SurveyResolver {
  @Mutation(() => Survey, {
    description:
      'Says how satisfied the customer is with the last reply (评价), once: by the customer with the token of the message or the code, by the app that registered the complaint, or by staff on the telephone who did not handle it.',
  })
  async answerSurvey(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true, description: 'Which complaint; absent with a token or code.' })
    id: string | null | undefined,
    @Arg('input', () => AnswerSurveyInput, { description: 'The answer.' }) input: AnswerSurveyInput,
  ) {
    return readChanged(ctx, info, (await answerSurvey(ctx, id, input)).id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the customer wrote (评价内容), masked; null when nothing.',
  })
  comment(@Root() { comment }: Survey) {
    return comment === null ? null : maskText(comment);
  }
}
