import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kernel/context.js';
import { SlaClock } from '../clocks/sla-clock.js';
import { Complaint } from '../complaint/complaint.js';
import { Resolution } from '../resolution/resolution.js';
import { TrackedComplaint } from '../tracking/tracked-complaint.js';
import { isInTime, mayAppealOwn } from './appeal.access.js';
import { Appeal } from './appeal.js';
import { Survey } from './survey.js';
import { TrackedAftermath } from './tracked-aftermath.js';

@Resolver(() => TrackedComplaint)
export class TrackedAftermathResolver {
  @FieldResolver(() => TrackedAftermath, {
    description: 'What the customer may do about the answer, and what became of it (答复之后).',
  })
  async aftermath(@Ctx() ctx: Context, @Root() { id }: TrackedComplaint): Promise<TrackedAftermath> {
    const em = ctx.app.orm.em.fork();
    const complaint = await em.findOneOrFail(Complaint, { id });
    const [appeal] = await em.find(Appeal, { complaint: id }, { orderBy: { filedAt: 'desc', id: 'desc' }, limit: 1 });
    const clock = appeal && (await em.findOne(SlaClock, { complaint: id, kind: 'APPEAL', subjectId: appeal.id }));
    const resolution = complaint.resolutionId ? await em.findOne(Resolution, { id: complaint.resolutionId }) : null;
    const openAppeals = appeal?.state === 'ACCEPTED' ? [appeal] : [];
    return {
      isSurveyOpen: (await em.count(Survey, { complaint: id, state: 'OPEN' })) > 0,
      mayAppeal: isInTime(complaint, ctx.clock.now()) && mayAppealOwn({ ...complaint, openAppeals }) === 'open',
      appealClosesAt: complaint.appealClosesAt,
      promisedOn: resolution && resolution.resultToldAt === null ? resolution.promisedOn : null,
      appeal: appeal ? { ...appeal, dueAt: clock?.isPending ? clock.dueAt : null } : null,
    };
  }
}
