import type { Application } from '../../kernel/application.js';
import { command, Context, record, takeDue, type Take } from '../../kernel/context.js';
import { CodedError } from '../../kernel/errors.js';
import { system, type Viewer } from '../../kernel/viewer.js';
import { staffViewer } from '../../org/sign-in/authentication.js';
import { ExportJob } from './export-job.js';
import { exporterOf } from './exporters.js';

const mostAtOnce = 4;
const heartbeatMs = 20_000;

/**
 * Writes what is asked for and throws away what has expired. A job is held for a minute at a time, so that another
 * process takes it up when the one that writes it is killed.
 */
export async function sweepExports(ctx: Context, take: Take): Promise<number> {
  const { mine, count, keys } = await takeJobs(ctx, { ...take, most: Math.min(take.most, mostAtOnce) });
  for (const key of keys) await ctx.app.files.remove(key);
  for (const job of mine) await write(ctx.app, job);
  // Less than what was offered, but there may be more.
  return count === mostAtOnce ? take.most : count;
}

type Held = Pick<ExportJob, 'id' | 'kind' | 'locale'> & { staffId: string };

const takeJobs = command(async (ctx: Context, take: Take) => {
  const due = await takeDue(ctx, ExportJob, take);
  const mine: Held[] = [];
  const keys: string[] = [];
  for (const job of due) {
    if (job.state === 'READY') job.expire();
    else if (job.begin(ctx.clock.now())) {
      mine.push({ id: job.id, kind: job.kind, locale: job.locale, staffId: job.requestedBy.id });
      continue;
    } else record(ctx, 'exportJob.failed', job);
    keys.push(...job.fileKeys);
    job.fileKeys = [];
  }
  return { mine, count: due.length, keys };
});

async function write(app: Application, { id, kind, locale, staffId }: Held): Promise<void> {
  const beat = setInterval(() => void holdOn(app, id), heartbeatMs);
  try {
    const viewer = await viewerNow(app, staffId);
    if (viewer) await exporterOf(kind).write(new Context(app, viewer, locale), id);
    else await giveUp(new Context(app, system), id);
  } catch (error) {
    const { name, code } = error as Error & { code?: string };
    app.log.error({ export: id, error: name, code }, 'an export was not written');
    // A refusal stays one; whatever else went wrong may be gone in a moment.
    await (error instanceof CodedError && error.code !== 'UNAVAILABLE' ? giveUp : postpone)(
      new Context(app, system),
      id,
    );
  } finally {
    clearInterval(beat);
  }
}

const viewerNow = async (app: Application, staffId: string): Promise<Viewer | null> =>
  (await staffViewer(app.orm.em.fork(), staffId, app.clock.now()))?.viewer ?? null;

const changeRunning = (change: (ctx: Context, job: ExportJob) => void) =>
  command(async (ctx: Context, id: string) => {
    const job = await ctx.em.findOne(ExportJob, { id, state: 'RUNNING' });
    if (job) change(ctx, job);
  });

const postpone = changeRunning((ctx, job) => job.postpone(ctx.clock.now()));
const giveUp = changeRunning((ctx, job) => {
  job.fail();
  record(ctx, 'exportJob.failed', job);
});
const stillThere = changeRunning((ctx, job) => job.holdOn(ctx.clock.now()));

async function holdOn(app: Application, id: string): Promise<void> {
  try {
    await stillThere(new Context(app, system), id);
  } catch (error) {
    app.log.warn({ export: id, error: (error as Error).name }, 'an export could not be held');
  }
}
