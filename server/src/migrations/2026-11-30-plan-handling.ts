import { Migration } from '@mikro-orm/migrations';

/** How complaints are handled where a version from before says nothing of it: what was done anyway. */
const handling = {
  periods: [
    { clock: 'SCREENING', count: 1, unit: 'WORKING_DAY', clause: null },
    { clock: 'HANDOVER', count: 1, unit: 'WORKING_DAY', clause: null },
    { clock: 'FIRST_ACTION', count: 2, unit: 'CLOCK_HOUR', clause: null },
    { clock: 'COOPERATION', count: 2, unit: 'WORKING_DAY', clause: null },
    { clock: 'APPEAL', count: 15, unit: 'WORKING_DAY', clause: null },
    { clock: 'RETURN_VISIT', count: 5, unit: 'WORKING_DAY', clause: null },
  ],
  staleWorkingDays: 3,
  reviews: [
    { level: 'SUGGESTION', mode: 'NONE', signOffCount: 1, clause: null },
    { level: 'GENERAL', mode: 'NONE', signOffCount: 1, clause: null },
    { level: 'MAJOR', mode: 'DESK', signOffCount: 1, clause: null },
    { level: 'URGENT', mode: 'DESK', signOffCount: 1, clause: null },
  ],
  compensationWithoutReview: '500.00',
  compensationByDesk: '50000.00',
  replyBy: 'DESK',
  replyBeforeExecution: true,
  firstHandlerKeepsGeneral: false,
  appealWindowDays: 30,
  reopenWindowDays: 15,
  routes: [],
};

/** Every version of a plan says how complaints are handled. */
export class PlanHandling extends Migration {
  override up(): void {
    this.addSql(
      `update plan_version set policy = policy || '${JSON.stringify({ handling })}'::jsonb where policy->'handling' is null`,
    );
  }
}
