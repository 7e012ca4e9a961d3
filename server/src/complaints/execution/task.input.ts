import { Field, InputType, Int } from 'type-graphql';

const versionText = 'The version of the task that was seen.';

@InputType({ description: 'Beginning a task (开始任务).' })
export class StartTaskInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;
}

@InputType({ description: 'A task is done (完成任务).' })
export class CompleteTaskInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => String, { description: 'How it can be seen that it is done (完成凭据), at most 2 000 characters.' })
  proof!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What was done otherwise than approved, and why (偏离说明); absent = nothing was.',
  })
  deviation?: string | null;
}

@InputType({ description: 'Looking whether a task is done (确认任务).' })
export class ConfirmTaskInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => Boolean, { description: 'It is done (确认完成); false sends it back to its owner.' })
  isDone!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What is missing (确认意见), at most 1 000 characters; needed to send it back.',
  })
  comment?: string | null;
}

@InputType({ description: 'A task is no longer wanted (取消任务).' })
export class CancelTaskInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why (取消原因), at most 1 000 characters.' })
  reason!: string;
}
