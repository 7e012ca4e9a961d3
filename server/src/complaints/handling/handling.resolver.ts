import { Arg, Authorized, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { readChanged } from '../../kernel/read/read.js';
import { Complaint } from '../complaint/complaint.js';
import { acceptHandover, assignComplaint, reassignComplaint, returnHandover } from './handover.actions.js';
import {
  AcceptHandoverInput,
  AssignComplaintInput,
  PlanInvestigationInput,
  ReassignComplaintInput,
  ReturnHandoverInput,
  SetRiskFlagsInput,
  WithdrawComplaintInput,
  ScreenComplaintInput,
} from './handling.input.js';
import { planInvestigation } from './investigation.actions.js';
import { setRiskFlags } from './risk-flags.actions.js';
import { withdrawComplaint } from './withdraw.actions.js';
import { screenComplaint } from './screen.actions.js';

const which = { description: 'Which complaint.' };

@Resolver(() => Complaint)
export class HandlingResolver {
  @Authorized()
  @Mutation(() => Complaint, {
    description:
      'Takes a complaint up, classified and graded, or refuses it with a reason (受理 / 不予受理); by the desk.',
  })
  async screenComplaint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => ScreenComplaintInput, { description: 'What was found.' }) input: ScreenComplaintInput,
  ) {
    return readChanged(ctx, info, (await screenComplaint(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description:
      'Offers a complaint to a unit or a person (分派); they answer for it once they accept. Oneself begins at once.',
  })
  async assignComplaint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => AssignComplaintInput, { description: 'To whom.' }) input: AssignComplaintInput,
  ) {
    return readChanged(ctx, info, (await assignComplaint(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description:
      'Takes a complaint back and offers it to another (改派); whoever had accepted it answers for it until then.',
  })
  async reassignComplaint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => ReassignComplaintInput, { description: 'To whom, and why.' }) input: ReassignComplaintInput,
  ) {
    return readChanged(ctx, info, (await reassignComplaint(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Takes over what is offered (接收): the viewer answers for it from now on.',
  })
  async acceptHandover(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => AcceptHandoverInput, { description: 'The version seen.' }) input: AcceptHandoverInput,
  ) {
    return readChanged(ctx, info, (await acceptHandover(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Refuses what is offered, with a reason (退回); the second return calls the desk.',
  })
  async returnHandover(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => ReturnHandoverInput, { description: 'Why.' }) input: ReturnHandoverInput,
  ) {
    return readChanged(ctx, info, (await returnHandover(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Sets what is looked into and who leads it (制定调查方案); once more to change either.',
  })
  async planInvestigation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => PlanInvestigationInput, { description: 'The plan.' }) input: PlanInvestigationInput,
  ) {
    return readChanged(ctx, info, (await planInvestigation(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description:
      'Marks what makes a complaint dangerous (设置风险标识): what is new calls those above, what is gone lets go.',
  })
  async setRiskFlags(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => SetRiskFlagsInput, { description: 'The flags.' }) input: SetRiskFlagsInput,
  ) {
    return readChanged(ctx, info, (await setRiskFlags(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Records that the complainant takes it back (撤回): it ends the day that is received.',
  })
  async withdrawComplaint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => WithdrawComplaintInput, { description: 'What they said.' }) input: WithdrawComplaintInput,
  ) {
    return readChanged(ctx, info, (await withdrawComplaint(ctx, id, input)).id);
  }
}
