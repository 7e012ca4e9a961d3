import type { Application } from './application.js';
import { Context } from './context.js';
import { system } from './viewer.js';

/** Takes one due row, if there is one, and does what is due; answers its id, or null when nothing is. */
export type Sweep = (ctx: Context, skip: readonly string[]) => Promise<string | null>;

const mostPerCycle = 500;

/** Looks for due rows again and again. Rows hold the timers, so a restart or a second engine neither loses nor doubles a step. */
export function startEngine(
  app: Application,
  sweeps: Readonly<Record<string, Sweep>>,
  cycleMs: number,
): { stop(): Promise<void> } {
  let isStopping = false;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  const cycle = () => {
    running = runSweeps(app, sweeps, () => isStopping).finally(() => {
      app.metrics.engineCycle.setToCurrentTime();
      if (!isStopping) timer = setTimeout(cycle, cycleMs).unref();
    });
  };
  if (cycleMs) cycle();
  return {
    async stop() {
      isStopping = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}

/** One cycle: every sweep until nothing is due. A row that fails is left for the next cycle and does not hold up the others. */
export async function runSweeps(
  app: Application,
  sweeps: Readonly<Record<string, Sweep>>,
  isStopping = () => false,
): Promise<void> {
  for (const [name, sweep] of Object.entries(sweeps)) {
    const failed: string[] = [];
    for (let count = 0; count < mostPerCycle && !isStopping(); count++) {
      const ctx = new Context(app, system);
      try {
        if ((await sweep(ctx, failed)) === null) break;
        app.metrics.engineSteps.inc({ sweep: name, outcome: 'done' });
      } catch (error) {
        app.metrics.engineSteps.inc({ sweep: name, outcome: 'failed' });
        app.log.error(
          { sweep: name, error: (error as Error).name, code: (error as { code?: string }).code },
          'sweep failed',
        );
        const { dueId } = ctx;
        if (!dueId) break;
        failed.push(dueId);
      }
    }
  }
}
