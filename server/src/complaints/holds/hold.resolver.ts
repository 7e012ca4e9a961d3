import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kernel/context.js';
import { say } from '../../kernel/messages.js';
import type { Row } from '../../kernel/read/read.js';
import { Complaint } from '../complaint/complaint.js';
import { ComplaintHold } from './complaint-hold.js';

@Resolver(() => ComplaintHold)
export class ComplaintHoldResolver {
  @FieldResolver(() => String, { description: "Why (暂缓原因), in the caller's language." })
  reason(@Ctx() { locale }: Context, @Root() { reasonKey }: ComplaintHold) {
    return say(locale, reasonKey);
  }
}

@Resolver(() => Complaint)
export class HeldComplaintResolver {
  @FieldResolver(() => [ComplaintHold], {
    description: 'What keeps its file open, or did (暂缓结案), newest first; at most 20. None for channel apps.',
  })
  holds(@Root() complaint: Row) {
    return complaint['holds'];
  }
}
