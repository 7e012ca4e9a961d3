import { createLeadershipGroup } from '../../server/src/org/groups/leadership-group.actions.js';
import type { Context } from '../../server/src/kernel/context.js';
import { APPEAL } from '../aftermath.js';
import { COMPLAINT, freshKey } from '../harness/bank.js';

interface Standing {
  id: string;
  version: number;
}

interface Parts {
  replied(): Promise<Standing>;
  // As `done` of the branch, for the one who acts here.
  // oxlint-disable-next-line typescript/no-explicit-any
  done(who: 'CHANNEL_APP', query: string, variables: object): Promise<any>;
  ctx: Context;
  branchId: string;
  leaderId: string;
}

/** New things of a branch that follow a reply; who holds MANAGER leads the group that decides its appeals. */
export function aftermathOf({ replied, done, ctx, branchId, leaderId }: Parts) {
  let group: Promise<unknown> | undefined;
  const answered = async (): Promise<Standing & { trackingCode: string }> => {
    const it = await replied();
    const { trackingCode } = (await done('CHANNEL_APP', COMPLAINT('trackingCode'), { id: it.id })).complaint;
    return { ...it, trackingCode };
  };
  /** An appeal against a reply, which waits. */
  const appealed = async (): Promise<Standing & { trackingCode: string }> => {
    const members = [{ staffId: leaderId, position: 'LEADER' as const }];
    const named = { name: '领导小组', orgUnitId: branchId, members };
    await (group ??= createLeadershipGroup(ctx, { kind: 'LEADERSHIP_GROUP', ...named }));
    const { id, trackingCode } = await answered();
    const input = { grounds: '处理结果有误', idempotencyKey: freshKey() };
    const { fileAppeal } = await done('CHANNEL_APP', APPEAL, { id, input });
    return { id: fileAppeal.id, version: fileAppeal.version, trackingCode };
  };
  return { answered, appealed };
}
