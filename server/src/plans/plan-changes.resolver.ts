import { Arg, Authorized, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../kernel/context.js';
import { readChanged } from '../kernel/read/read.js';
import { draftPlanVersion, updatePlanVersion } from './plan-draft.actions.js';
import { publishPlanVersion, retirePlanVersion, returnPlanVersion, submitPlanVersion } from './plan-life.actions.js';
import { acknowledgePlan } from './plan-receipt.actions.js';
import {
  AcknowledgePlanInput,
  DraftPlanVersionInput,
  EndPlanVersionInput,
  PublishPlanVersionInput,
  SubmitPlanVersionInput,
  UpdatePlanVersionInput,
} from './plan.input.js';
import { PlanVersion } from './plan-version.js';

@Resolver()
export class PlanChangesResolver {
  @Authorized()
  @Mutation(() => PlanVersion, {
    description:
      'Begins a new version of a plan (起草预案版本), with what is in force where nothing else is said; for the desk and the leaders of the unit, never for administrators.',
  })
  async draftPlanVersion(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DraftPlanVersionInput, { description: 'The draft.' }) input: DraftPlanVersionInput,
  ) {
    return readChanged(ctx, info, (await draftPlanVersion(ctx, input)).id);
  }

  @Authorized()
  @Mutation(() => PlanVersion, {
    description: 'Changes a draft (修改草稿); whoever writes in it does not publish it.',
  })
  async updatePlanVersion(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The version.' }) id: string,
    @Arg('input', () => UpdatePlanVersionInput, { description: 'What it is to say.' }) input: UpdatePlanVersionInput,
  ) {
    return readChanged(ctx, info, (await updatePlanVersion(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => PlanVersion, {
    description:
      'Sends a draft to the leadership group (提交审核), once its rules are whole and somebody stands on every step.',
  })
  async submitPlanVersion(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The version.' }) id: string,
    @Arg('input', () => SubmitPlanVersionInput, { description: 'The version that was seen.' })
    input: SubmitPlanVersionInput,
  ) {
    return readChanged(ctx, info, (await submitPlanVersion(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => PlanVersion, {
    description: 'Sends a version back to its writers (退回修改).',
  })
  async returnPlanVersion(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The version.' }) id: string,
    @Arg('input', () => EndPlanVersionInput, { description: 'Why.' }) input: EndPlanVersionInput,
  ) {
    return readChanged(ctx, info, (await returnPlanVersion(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => PlanVersion, {
    description:
      'Publishes a version (发布), D2-三.2(1): the review by a member of the leadership group who neither wrote nor submitted it. The former version is superseded when this one takes effect; the desk it names has its rights from then on.',
  })
  async publishPlanVersion(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The version.' }) id: string,
    @Arg('input', () => PublishPlanVersionInput, { description: 'From when.' }) input: PublishPlanVersionInput,
  ) {
    return readChanged(ctx, info, (await publishPlanVersion(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => PlanVersion, {
    description: 'Ends a version without another one (废止): the plan of the unit above is in force again.',
  })
  async retirePlanVersion(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The version.' }) id: string,
    @Arg('input', () => EndPlanVersionInput, { description: 'Why.' }) input: EndPlanVersionInput,
  ) {
    return readChanged(ctx, info, (await retirePlanVersion(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => PlanVersion, {
    description:
      'A unit that has duties under a version confirms that it has read it (签收), D8-三.3; by anybody who works there or leads it.',
  })
  async acknowledgePlan(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The version.' }) id: string,
    @Arg('input', () => AcknowledgePlanInput, { description: 'For which unit.' }) input: AcknowledgePlanInput,
  ) {
    return readChanged(ctx, info, (await acknowledgePlan(ctx, id, input)).id);
  }
}
