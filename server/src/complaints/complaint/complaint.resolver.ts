import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AllowedAction, allowedActions } from '../../kernel/allowed-action.js';
import { isStorable } from '../../kernel/checks.js';
import type { Context } from '../../kernel/context.js';
import { badInput } from '../../kernel/errors.js';
import { maskText } from '../../kernel/masking.js';
import { pageType, PageInput, readPage } from '../../kernel/read/page.js';
import { readChanged, readOne, type Row } from '../../kernel/read/read.js';
import { keyOf } from '../../kernel/read/selection.js';
import { EventCursor } from '../../kernel/scalars.js';
import { Staff } from '../../org/staff/staff.js';
import { idsBelow } from '../../org/units/unit-memory.js';
import { RevealedField, RevealFieldInput } from '../complainant/field-reveal.js';
import { revealField } from '../complainant/reveal-field.actions.js';
import { claimComplaint, recordContact, resolveImmediately } from './complaint.actions.js';
import { changeLevel } from './change-level.actions.js';
import { ChangeLevelInput } from './change-level.input.js';
import { ComplaintEvent } from './complaint-event.js';
import { ComplaintFilter, ComplaintSort, conditionOf, orderOf } from './complaint-filter.js';
import {
  ClaimComplaintInput,
  RecordContactInput,
  RegisterComplaintInput,
  ResolveImmediatelyInput,
} from '../intake/complaint.input.js';
import { Complaint } from './complaint.js';
import { LevelChange } from './level-change.js';
import { Handover } from '../handling/handover.js';
import { Contact } from '../contact.js';
import { registerComplaint } from '../intake/register-complaint.js';
import { SlaClock } from '../clocks/sla-clock.js';

const ComplaintPage = pageType(Complaint, 'ComplaintPage');
const longestTitle = 60;

@Resolver(() => Complaint)
export class ComplaintResolver {
  @Authorized()
  @Query(() => ComplaintPage, { description: 'Complaints that the viewer may see (投诉).' })
  async complaints(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => ComplaintFilter, { nullable: true, description: 'What they must satisfy.' })
    filter?: ComplaintFilter,
    @Arg('sort', () => ComplaintSort, { nullable: true, description: 'Their order; newest receipt first by default.' })
    sort?: ComplaintSort,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part.' }) page?: PageInput,
  ) {
    const where = conditionOf(ctx, filter, await idsBelow(ctx.app, filter?.orgUnitId));
    return readPage(ctx, Complaint, info, { where, orderBy: orderOf(sort), page });
  }

  @Authorized()
  @Query(() => Complaint, {
    nullable: true,
    description:
      'One complaint (投诉), by exactly one of its id and its reference; `NOT_FOUND` when there is none or the viewer may not see it.',
  })
  complaint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id?: string,
    @Arg('reference', () => String, { nullable: true, description: 'Its number, such as `TS-2026-000123` (投诉编号).' })
    reference?: string,
  ) {
    if ((id == null) === (reference == null)) throw badInput({ id: 'field.oneOf' });
    return readOne(ctx, Complaint, info, id != null ? { id } : { reference: isStorable(reference!) ? reference! : [] });
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Records a complaint (登记); a retry with the same key and body answers with the same one.',
  })
  async registerComplaint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RegisterComplaintInput, { description: 'The complaint.' }) input: RegisterComplaintInput,
  ) {
    const { complaint, isRetry } = await registerComplaint(ctx, input);
    // A retry comes later: by then the registrar may have lost sight of it, or be complained of.
    return isRetry ? readOne(ctx, Complaint, info, { id: complaint.id }) : readChanged(ctx, info, complaint.id);
  }

  @Authorized()
  @Mutation(() => Complaint, { description: 'Becomes first handler of what an app registered (认领).' })
  async claimComplaint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which complaint.' }) id: string,
    @Arg('input', () => ClaimComplaintInput, { description: 'The version seen.' }) input: ClaimComplaintInput,
  ) {
    return readChanged(ctx, info, (await claimComplaint(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Notes a word with the customer (登记沟通); an outbound PROGRESS meets the first-response clock.',
  })
  async recordContact(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which complaint.' }) id: string,
    @Arg('input', () => RecordContactInput, { description: 'What was said.' }) input: RecordContactInput,
  ) {
    return readChanged(ctx, info, (await recordContact(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, { description: 'Answers a simple complaint at once, with consent (当场解决).' })
  async resolveImmediately(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which complaint.' }) id: string,
    @Arg('input', () => ResolveImmediatelyInput, { description: 'What was done.' }) input: ResolveImmediatelyInput,
  ) {
    return readChanged(ctx, info, (await resolveImmediately(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description:
      'Changes the level (调整等级): its clocks are reckoned anew from their start, and what they said is kept.',
  })
  async changeLevel(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which complaint.' }) id: string,
    @Arg('input', () => ChangeLevelInput, { description: 'To which level, and why.' }) input: ChangeLevelInput,
  ) {
    return readChanged(ctx, info, (await changeLevel(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => RevealedField, {
    description:
      'Shows one masked value in clear (查看明文), for a reason that is kept; asks for `stepUp`, 20 in an hour.',
  })
  revealField(
    @Ctx() ctx: Context,
    @Arg('complaintId', () => ID, { description: 'Of which complaint.' }) complaintId: string,
    @Arg('input', () => RevealFieldInput, { description: 'Which value, and what for.' }) input: RevealFieldInput,
  ) {
    return revealField(ctx, complaintId, input);
  }

  @FieldResolver(() => String, {
    description: 'What was said (投诉内容); numbers of cards, ids and phones are masked.',
  })
  content(@Root() { content }: Complaint) {
    return maskText(content);
  }

  @FieldResolver(() => String, { description: 'First line of the content, for lists (摘要); masked.' })
  title(@Root() { content }: Complaint) {
    const line = [
      ...maskText(content)
        .trim()
        .split(/[\r\n]/, 1)[0]!,
    ];
    return line.length > longestTitle ? `${line.slice(0, longestTitle - 1).join('')}…` : line.join('');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the complainant asks for (诉求), masked; null when not said.',
  })
  customerDemand(@Root() { customerDemand }: Complaint) {
    return customerDemand === null ? null : maskText(customerDemand);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where it happened or was raised (地点); null when not said.',
  })
  place(@Root() { place }: Complaint) {
    return place === null ? null : maskText(place);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What came of it (处理结果), masked; null before.' })
  resolutionSummary(@Root() { resolutionSummary }: Complaint) {
    return resolutionSummary === null ? null : maskText(resolutionSummary);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The complainant's key to follow the case (查询码); only for who registered it, null for others.",
  })
  trackingCode(@Ctx() { viewer, app }: Context, @Root() complaint: Complaint) {
    const registrar = viewer.kind === 'API_KEY' ? complaint.registeredByKey : complaint.registeredBy;
    return registrar && registrar.id === viewer.id ? app.cipher.decrypt(complaint.sealedTrackingCode) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether a clock has run out and is not fulfilled (超期).' })
  isOverdue(@Ctx() { clock }: Context, @Root() { nextDueAt }: Complaint) {
    return nextDueAt !== null && new Date(nextDueAt) <= clock.now();
  }

  @FieldResolver(() => [Staff], { description: 'Staff complained of (被投诉人员); they take no part in handling.' })
  staffComplainedOf(@Root() complaint: Row) {
    return complaint['staffComplainedOf'];
  }

  @FieldResolver(() => [SlaClock], { description: 'Its clocks (时限), earliest end first.' })
  clocks(@Root() complaint: Row) {
    return complaint['clocks'];
  }

  @FieldResolver(() => [Handover], { description: 'Its hand-overs (交接记录), newest first; at most 20.' })
  handovers(@Root() complaint: Row) {
    return complaint['handovers'];
  }

  @FieldResolver(() => [LevelChange], { description: 'Changes of its level (等级调整记录), newest first; at most 20.' })
  levelHistory(@Root() complaint: Row) {
    return complaint['levelHistory'];
  }

  @FieldResolver(() => [Contact], { description: 'Words with the customer (沟通记录), newest first.' })
  contacts(
    @Info() info: GraphQLResolveInfo,
    @Root() complaint: Row,
    @Arg('limit', () => Int, { defaultValue: 30, description: 'How many, 1 to 100.' }) limit: number,
  ) {
    checkLimit(limit);
    return complaint[keyOf(info)];
  }

  @FieldResolver(() => [ComplaintEvent], { description: 'What happened to it (动态), newest first.' })
  events(
    @Info() info: GraphQLResolveInfo,
    @Root() complaint: Row,
    @Arg('limit', () => Int, { defaultValue: 30, description: 'How many, 1 to 100.' }) limit: number,
    @Arg('before', () => EventCursor, { nullable: true, description: 'Only those before this cursor.' })
    _before?: string,
  ) {
    checkLimit(limit);
    return complaint[keyOf(info)];
  }

  @FieldResolver(() => [AllowedAction], {
    description: 'What the viewer may do with it, in the order of buttons (可办操作).',
  })
  allowedActions(@Ctx() ctx: Context, @Root() complaint: Complaint) {
    return allowedActions(ctx, Complaint, complaint);
  }
}

function checkLimit(limit: number): void {
  if (limit < 1 || limit > 100) throw badInput({ limit: { key: 'field.outOfRange', params: { min: 1, max: 100 } } });
}
