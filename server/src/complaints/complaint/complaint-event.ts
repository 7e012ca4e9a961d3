import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { defineEnum } from '../../kernel/enumeration.js';
import { EventCursor } from '../../kernel/scalars.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { Staff } from '../../org/staff/staff.js';
import { Complaint } from './complaint.js';
import { LevelChange } from './level-change.js';
import { Handover } from '../handling/handover.js';
import { Contact } from '../contact.js';
import { Resolution } from '../resolution/resolution.js';
import { Task } from '../../work/task/task.js';
import { SlaClock } from '../clocks/sla-clock.js';

@InterfaceType({
  description: 'What every event of a feed tells.',
  resolveType: (event: { __typename: string }) => event.__typename,
})
export abstract class FeedEvent {
  @Field(() => EventCursor, { description: 'Its place in the log; pass it as `after` to go on from here.' })
  cursor!: string;

  @Field(() => Date, { description: 'When it happened.' })
  at!: Date;

  @Field(() => Boolean, { description: 'Whether it belongs to a drill (演练).' })
  isDrill!: boolean;

  @Field(() => OrgUnit, { description: 'The unit that answers for the matter now (承办机构).' })
  orgUnit!: OrgUnit;
}

export const ComplaintEventKind = defineEnum('ComplaintEventKind', 'What happened to a complaint (投诉动态).', {
  REGISTERED: 'It was recorded (已登记).',
  CLAIMED: 'Somebody became its first handler (已认领).',
  CONTACT_RECORDED: 'A word with the customer was noted (已登记沟通).',
  RESOLVED_IMMEDIATELY: 'It was settled at once (已当场解决).',
  SCREENED: 'It was found genuine and taken up (已受理).',
  REJECTED: 'It was not taken up (不予受理).',
  ASSIGNED: 'It was offered to a unit or a person, or somebody took it on (已分派).',
  REASSIGNED: 'It was offered to another (已改派).',
  HANDOVER_ACCEPTED: 'The hand-over was accepted (已接收).',
  HANDOVER_RETURNED: 'The hand-over was returned (已退回).',
  INVESTIGATION_PLANNED: 'Its investigation was planned (已制定调查方案).',
  EVIDENCE_ADDED: 'A file was added that proves something (已添加证据).',
  COOPERATION_REQUESTED: 'A unit was asked to help (已请求协办).',
  COOPERATION_ANSWERED: 'A unit asked to help has answered (协办已答复).',
  COOPERATION_CANCELLED: 'Help is needed no more (已取消协办).',
  RISK_FLAGS_SET: 'Its risk flags were set (已设置风险标识).',
  WITHDRAWN: 'The complainant took it back (已撤回).',
  RESOLUTION_PROPOSED: 'A resolution was proposed (已提出处理意见).',
  RESOLUTION_APPROVED: 'Somebody approved the resolution (已审核通过).',
  RESOLUTION_RETURNED: 'The resolution was sent back (已退回方案).',
  RESOLUTION_REVISED: 'The resolution is worked on again (已修订方案).',
  MEDIATION_RECORDED: 'It was written down what a mediation came to (已登记调解结果).',
  TASK_ORDERED: 'Somebody is to do something (已下达任务).',
  TASK_STARTED: 'Somebody began a task (任务已开始).',
  TASK_COMPLETED: 'A task is done (任务已完成).',
  TASK_CONFIRMED: 'A task was found done (任务已确认).',
  TASK_SENT_BACK: 'A task was not found done (任务已退回).',
  TASK_CANCELLED: 'A task is no longer wanted (任务已取消).',
  REPLIED: 'The customer was told the decision (已答复客户).',
  REPORTED_TO_DESK: "A department's reply was reported to the desk (已报告投诉管理部门).",
  RESULT_TOLD: 'The customer was told what the promise came to (已告知结果).',
  REVIEWED: 'It was looked back on (已总结).',
  CLOSED: 'The file was closed (已结案).',
  SURVEY_ANSWERED: 'The customer said how satisfied they are (客户已评价).',
  RETURN_VISITED: 'The customer was called after the reply (已回访).',
  APPEAL_FILED: 'The customer appealed (客户已申诉).',
  APPEAL_WITHDRAWN: 'The customer took the appeal back (已撤回申诉).',
  APPEAL_DECIDED: 'The appeal was decided (申诉已决定).',
  REOPENED: 'It was taken up anew (已重新办理).',
  INFO_REQUESTED: 'The customer was asked for something (已向客户了解情况).',
  REFERRED: 'It, or a part, was handed over by law (已移交).',
  REFERRAL_RECEIVED: 'The body took what was handed over (已收到移交回执).',
  EXTENSION_REQUESTED: 'More time was asked for (已申请延期).',
  EXTENDED: 'More time was approved (已延期).',
  EXTENSION_REFUSED: 'More time was refused (延期未批准).',
  MERGED: 'It is handled as a part of another (已合并).',
  DUPLICATE_JOINED: 'Another is handled as a part of it (已并入其他投诉).',
  HELD: 'Something keeps its file open (暂缓结案).',
  RELEASED: 'What kept its file open let go (解除暂缓结案).',
  LEVEL_CHANGED: 'Its level was changed (已调整等级).',
  DELIVERY_SENT: 'A message to the customer was sent (消息已发送).',
  DELIVERY_DEAD: 'A message to the customer could not be sent and was given up (消息发送失败).',
  DELIVERY_RETRIED: 'A message that was given up is sent again (已重新发送).',
  DELIVERY_CANCELLED: 'A message to the customer is not sent any more (已取消发送).',
  CLOCK_PAUSED: 'A clock stands still, because the customer was asked for something (时限已暂停).',
  CLOCK_RESUMED: 'A clock runs on, because the customer was heard (时限已恢复).',
  CLOCK_MOVED: 'A clock ends at another time, because the working calendar changed (时限已重算).',
  CLOCK_WARNED: 'A clock is nearly due (临期).',
  CLOCK_BREACHED: 'A clock ran out (超期).',
});

/** What people and apps do, as it is recorded: all of the story but what happens to clocks. */
export const deeds: readonly string[] = Object.keys(ComplaintEventKind)
  .filter((kind) => !kind.startsWith('CLOCK_'))
  .map((kind) => `complaint.${kind.toLowerCase().replace(/_./g, ([, letter]) => letter!.toUpperCase())}`);

export const ActorKind = defineEnum('ActorKind', 'Who acted.', {
  STAFF: 'A person (员工).',
  API_KEY: 'A channel app (渠道系统).',
  SYSTEM: 'A timer or a rule (系统).',
  ANONYMOUS: 'Somebody not signed in (未登录).',
});

@ObjectType({ implements: FeedEvent, description: 'Something happened to a complaint (投诉动态).' })
export class ComplaintEvent extends FeedEvent {
  @Field(() => Staff, { nullable: true, description: 'Who acted; null for an app or the system.' })
  actor!: Staff | null;

  @Field(() => Complaint, { description: 'The complaint, as it is now.' })
  complaint!: Complaint;

  @Field(() => Contact, { nullable: true, description: 'The talk it is about; null when about none.' })
  contact!: Contact | null;

  @Field(() => SlaClock, { nullable: true, description: 'The clock it is about; null when about none.' })
  clock!: SlaClock | null;

  @Field(() => LevelChange, { nullable: true, description: 'The change of level it is about; null when about none.' })
  levelChange!: LevelChange | null;

  @Field(() => Resolution, {
    nullable: true,
    description: 'The resolution it is about; null when about none, and for channel apps.',
  })
  resolution!: Resolution | null;

  @Field(() => Task, {
    nullable: true,
    description: 'The task it is about; null when about none, and for channel apps.',
  })
  task!: Task | null;

  @Field(() => Handover, { nullable: true, description: 'The hand-over it is about; null when about none.' })
  handover!: Handover | null;
}
