import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { defineEnum } from '../../kernel/enumeration.js';
import { LocalDate } from '../../kernel/scalars.js';
import { Staff } from '../../org/staff/staff.js';
import { OrgUnit } from '../../org/units/org-unit.js';

export const TaskState = defineEnum('TaskState', 'State of a task (任务状态).', {
  PROPOSED: 'Named in something that is not approved yet (拟定).',
  PLANNED: 'Waits for its owner to begin (待开始).',
  IN_PROGRESS: 'Its owner is on it (进行中).',
  DONE: 'Done, with proof; waits for somebody else to confirm it (待确认).',
  CONFIRMED: 'Somebody other than who did it found it done (已确认).',
  CANCELLED: 'No longer to be done (已取消).',
});
export type TaskState = keyof typeof TaskState;

@ObjectType({ description: 'Something that somebody is to do by a day (任务).' })
@Entity()
@Index({ properties: ['subjectId', 'subjectKind'] })
@Index({ properties: ['owner', 'state', 'dueOn'] })
export class Task extends BaseEntity {
  /** What it belongs to; upper slices name their own. */
  @Property({ type: 'text' })
  subjectKind!: string;

  @Property({ type: 'uuid' })
  subjectId!: string;

  @Property({ type: 'text' })
  text!: string;

  @Field(() => OrgUnit, { description: 'The unit that does it (责任机构).' })
  @ManyToOne(() => OrgUnit, { ref: true })
  orgUnit!: Ref<OrgUnit>;

  @Field(() => Staff, { description: 'Who answers for it (责任人).' })
  @ManyToOne(() => Staff, { ref: true })
  owner!: Ref<Staff>;

  @Field(() => LocalDate, { description: "By the end of which of the bank's days (完成期限)." })
  @Property({ type: 'date' })
  dueOn!: string;

  @Field(() => TaskState, { description: 'State (任务状态).' })
  @Enum({ items: () => Object.values(TaskState), type: 'string', columnType: 'text' })
  state: TaskState = 'PLANNED';

  @Field(() => Date, { nullable: true, description: 'When its owner began (开始时间); null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  startedAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was done (完成时间); null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  completedAt: Date | null = null;

  @Field(() => Staff, { nullable: true, description: 'Who did it (执行人); null before.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  completedBy: Ref<Staff> | null = null;

  @Property({ type: 'text', nullable: true })
  proof: string | null = null;

  @Property({ type: 'text', nullable: true })
  deviation: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was found done (确认时间); null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  confirmedAt: Date | null = null;

  @Field(() => Staff, { nullable: true, description: 'Who found it done (确认人); null before.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  confirmedBy: Ref<Staff> | null = null;

  /** What was said when it was sent back or cancelled, the last time. */
  @Property({ type: 'text', nullable: true })
  remark: string | null = null;

  start(at: Date): void {
    this.state = 'IN_PROGRESS';
    this.startedAt = at;
  }

  complete(by: Ref<Staff>, at: Date, { proof, deviation }: Pick<Task, 'proof' | 'deviation'>): void {
    this.state = 'DONE';
    this.completedBy = by;
    this.completedAt = at;
    this.proof = proof;
    this.deviation = deviation;
  }

  confirm(by: Ref<Staff>, at: Date): void {
    this.state = 'CONFIRMED';
    this.confirmedBy = by;
    this.confirmedAt = at;
  }

  /** It was not done after all: its owner goes on. */
  sendBack(remark: string): void {
    this.state = 'IN_PROGRESS';
    this.remark = remark;
  }

  cancel(remark: string): void {
    this.state = 'CANCELLED';
    this.remark = remark;
  }
}

/** States in which it is not over. */
export const liveTaskStates: readonly TaskState[] = ['PROPOSED', 'PLANNED', 'IN_PROGRESS', 'DONE'];
