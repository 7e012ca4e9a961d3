import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AllowedAction, allowedActions } from '../../kernel/allowed-action.js';
import type { Context } from '../../kernel/context.js';
import { maskText } from '../../kernel/masking.js';
import { readChanged, type Row } from '../../kernel/read/read.js';
import { Task } from '../../work/task/task.js';
import { Complaint } from '../complaint/complaint.js';
import { cancelTask, completeTask, confirmTask, startTask } from './task.actions.js';
import { CancelTaskInput, CompleteTaskInput, ConfirmTaskInput, StartTaskInput } from './task.input.js';

const which = { description: 'Which task.' };

@Resolver(() => Task)
export class TaskResolver {
  @Authorized()
  @Mutation(() => Task, { description: 'Begins a task of an approved resolution (开始任务); by its owner.' })
  async startTask(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => StartTaskInput, { description: 'The version seen.' }) input: StartTaskInput,
  ) {
    return readChanged(ctx, info, (await startTask(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Task, { description: 'Says that a task is done, with proof (完成任务); by its owner.' })
  async completeTask(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => CompleteTaskInput, { description: 'The proof.' }) input: CompleteTaskInput,
  ) {
    return readChanged(ctx, info, (await completeTask(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Task, {
    description:
      'Confirms that a task is done, or sends it back (确认任务); by a supervisor who neither did it nor leads.',
  })
  async confirmTask(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => ConfirmTaskInput, { description: 'What was found.' }) input: ConfirmTaskInput,
  ) {
    return readChanged(ctx, info, (await confirmTask(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Task, { description: 'Ends a task that is no longer wanted (取消任务); by the lead or the desk.' })
  async cancelTask(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => CancelTaskInput, { description: 'Why.' }) input: CancelTaskInput,
  ) {
    return readChanged(ctx, info, (await cancelTask(ctx, id, input)).id);
  }

  @FieldResolver(() => String, { description: 'What is to be done (任务内容), masked.' })
  text(@Root() { text }: Task) {
    return maskText(text);
  }

  @FieldResolver(() => String, { nullable: true, description: 'How it can be seen (完成凭据), masked; null before.' })
  proof(@Root() { proof }: Task) {
    return proof === null ? null : maskText(proof);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was done otherwise than approved (偏离说明), masked; null when nothing was.',
  })
  deviation(@Root() { deviation }: Task) {
    return deviation === null ? null : maskText(deviation);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was said when it was sent back or cancelled last (意见), masked; null when it was not.',
  })
  remark(@Root() { remark }: Task) {
    return remark === null ? null : maskText(remark);
  }

  @FieldResolver(() => [AllowedAction], { description: 'What the viewer may do with it (可办操作).' })
  allowedActions(@Ctx() ctx: Context, @Root() task: Task) {
    return allowedActions(ctx, Task, task);
  }
}

@Resolver(() => Complaint)
export class ComplaintTasksResolver {
  @FieldResolver(() => [Task], { description: 'What is to be done about it (执行任务), oldest first; at most 100.' })
  tasks(@Root() complaint: Row) {
    return complaint['tasks'];
  }
}
