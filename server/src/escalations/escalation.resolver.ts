import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Complaint } from '../complaints/complaint/complaint.js';
import { AllowedAction, allowedActions } from '../kernel/allowed-action.js';
import type { Context } from '../kernel/context.js';
import { maskText } from '../kernel/masking.js';
import { say } from '../kernel/messages.js';
import { pageType, PageInput, readPage } from '../kernel/read/page.js';
import { readChanged, readOne, type Row } from '../kernel/read/read.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { acknowledgeEscalation, raiseEscalation, resolveEscalation } from './escalation.actions.js';
import { EscalationCause } from './escalation-cause.js';
import { conditionOf, EscalationFilter, EscalationSort, orderOf } from './escalation-filter.js';
import { AcknowledgeEscalationInput, RaiseEscalationInput, ResolveEscalationInput } from './escalation.input.js';
import { EscalationNotice } from './escalation-notice.js';
import { Escalation } from './escalation.js';

const EscalationPage = pageType(Escalation, 'EscalationPage');

type CauseNeeds = Pick<Escalation, 'trigger' | 'reason'> & {
  complaint: Pick<Complaint, 'level'>;
  askedUnit: Pick<OrgUnit, 'name'> | null;
};

@Resolver(() => Escalation)
export class EscalationResolver {
  @Authorized()
  @Query(() => EscalationPage, { description: 'Escalations that the viewer may see (升级).' })
  escalations(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => EscalationFilter, { nullable: true, description: 'What they must satisfy.' })
    filter?: EscalationFilter,
    @Arg('sort', () => EscalationSort, { nullable: true, description: 'Their order; newest first by default.' })
    sort?: EscalationSort,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part.' }) page?: PageInput,
  ) {
    return readPage(ctx, Escalation, info, { where: conditionOf(filter), orderBy: orderOf(sort), page });
  }

  @Authorized()
  @Query(() => Escalation, {
    nullable: true,
    description: 'One escalation (升级); `NOT_FOUND` when there is none or the viewer may not see it.',
  })
  escalation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ) {
    return readOne(ctx, Escalation, info, { id });
  }

  @Authorized()
  @Mutation(() => Escalation, {
    description: 'Calls those above about a complaint (升级); adds to the live one if there is one.',
  })
  async raiseEscalation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('complaintId', () => ID, { description: 'About which complaint.' }) complaintId: string,
    @Arg('input', () => RaiseEscalationInput, { description: 'Step and reason.' }) input: RaiseEscalationInput,
  ) {
    return readChanged(ctx, info, (await raiseEscalation(ctx, complaintId, input)).id);
  }

  @Authorized()
  @Mutation(() => Escalation, { description: 'Signs for an escalation and takes it on (签收); idempotent.' })
  async acknowledgeEscalation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which escalation.' }) id: string,
    @Arg('input', () => AcknowledgeEscalationInput, { nullable: true, description: 'A word on what is done.' })
    input?: AcknowledgeEscalationInput,
  ) {
    return readChanged(ctx, info, (await acknowledgeEscalation(ctx, id, input ?? null)).id);
  }

  @Authorized()
  @Mutation(() => Escalation, { description: 'Ends an escalation that was signed for (解除升级).' })
  async resolveEscalation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which escalation.' }) id: string,
    @Arg('input', () => ResolveEscalationInput, { description: 'What settled it.' }) input: ResolveEscalationInput,
  ) {
    return readChanged(ctx, info, (await resolveEscalation(ctx, id, input)).id);
  }

  @FieldResolver(() => String, {
    description: "Why, in the caller's language: the rule's words or what a person gave as reason (原因).",
  })
  cause(@Ctx() { locale }: Context, @Root() { trigger, reason, complaint, askedUnit }: CauseNeeds) {
    if (trigger === 'MANUAL' && reason) return maskText(reason);
    return say(locale, {
      key: `escalation.cause.${trigger}`,
      params: { level: say(locale, `level.${complaint.level}`), unit: askedUnit?.name ?? '' },
    });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the signer said is done; null when nothing was said.',
  })
  note(@Root() { note }: Escalation) {
    return note === null ? null : maskText(note);
  }

  @FieldResolver(() => String, { nullable: true, description: 'How it was ended; null while open.' })
  resolution(@Root() { resolution }: Escalation) {
    return resolution === null ? null : maskText(resolution);
  }

  @FieldResolver(() => OrgUnit, { description: 'The unit that answers for the complaint now (承办机构).' })
  orgUnit(@Root() escalation: Row) {
    return (escalation['complaint'] as Row)['orgUnit'];
  }

  @FieldResolver(() => [EscalationNotice], {
    description: 'Who was told, and what is known of it (通知), oldest first.',
  })
  notices(@Root() escalation: Row) {
    return escalation['notices'];
  }

  @FieldResolver(() => [EscalationCause], {
    description: 'Every time it was hit (升级原因记录), oldest first, at most 50.',
  })
  causes(@Root() escalation: Row) {
    return escalation['causes'];
  }

  @FieldResolver(() => [AllowedAction], {
    description: 'What the viewer may do with it, in the order of buttons (可办操作).',
  })
  allowedActions(@Ctx() ctx: Context, @Root() escalation: Escalation) {
    return allowedActions(ctx, Escalation, escalation);
  }
}

@Resolver(() => Complaint)
export class EscalatedComplaintResolver {
  @FieldResolver(() => [Escalation], {
    description: 'Its escalations that the viewer may see (升级), newest first, at most 50.',
  })
  escalations(@Root() complaint: Row) {
    return complaint['escalations'];
  }
}
