import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { readChanged, type Row } from '../../kernel/read/read.js';
import { ComplaintEvent } from '../complaint/complaint-event.js';
import { Complaint } from '../complaint/complaint.js';
import { Investigation } from '../handling/investigation.js';
import { RecordReturnVisitInput, ReopenComplaintInput } from './aftermath.input.js';
import { Appeal } from './appeal.js';
import { reopenComplaint } from './reopen.actions.js';
import { recordReturnVisit } from './return-visit.actions.js';
import { ReturnVisit } from './return-visit.js';
import { Survey } from './survey.js';

const which = { description: 'Which complaint.' };

@Resolver(() => Complaint)
export class ComplaintAftermathResolver {
  @Authorized()
  @Mutation(() => Complaint, {
    description:
      'Records a call after the reply (登记回访), by intake or desk, not by who handled it; three without reaching anybody are enough.',
  })
  async recordReturnVisit(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => RecordReturnVisitInput, { description: 'What was heard.' }) input: RecordReturnVisitInput,
  ) {
    return readChanged(ctx, info, (await recordReturnVisit(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description:
      'Takes up anew what has ended (重新办理), as long as the plan lets the desk: others handle it, by new limits.',
  })
  async reopenComplaint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => ReopenComplaintInput, { description: 'Why and how.' }) input: ReopenComplaintInput,
  ) {
    return readChanged(ctx, info, (await reopenComplaint(ctx, id, input)).id);
  }

  @FieldResolver(() => [Survey], {
    description: 'How satisfied the customer is with each reply (满意度调查), newest first; at most 20.',
  })
  surveys(@Root() complaint: Row) {
    return complaint['surveys'];
  }

  @FieldResolver(() => [ReturnVisit], {
    description: 'Calls after the reply (回访记录), newest first; at most 20, none for channel apps.',
  })
  returnVisits(@Root() complaint: Row) {
    return complaint['returnVisits'];
  }

  @FieldResolver(() => [Appeal], { description: 'Appeals (申诉), newest first; at most 20.' })
  appeals(@Root() complaint: Row) {
    return complaint['appeals'];
  }

  @FieldResolver(() => [Investigation], {
    description:
      'What was looked into before it was taken up anew (历次调查方案), newest first; at most 20, none for channel apps.',
  })
  formerInvestigations(@Root() complaint: Row) {
    return complaint['formerInvestigations'];
  }
}

@Resolver(() => ComplaintEvent)
export class ComplaintEventAftermathResolver {
  @FieldResolver(() => Appeal, { nullable: true, description: 'The appeal it is about; null when about none.' })
  appeal(@Root() event: Row) {
    return event['appeal'];
  }

  @FieldResolver(() => Survey, { nullable: true, description: 'The survey it is about; null when about none.' })
  survey(@Root() event: Row) {
    return event['survey'];
  }
}
