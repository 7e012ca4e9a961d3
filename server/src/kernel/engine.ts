import type { Application } from './application.js';
import { Context, type Take } from './context.js';
import { system } from './viewer.js';

/** Takes some due rows and does what is due, in one transaction; answers how many they were. */
export type Sweep = (ctx: Context, take: Take) => Promise<number>;

/** What tells engines apart in the metrics, and how many rows one takes at a time. */
export interface EngineOptions {
  name?: string;
  mostAtOnce?: number;
}

/** Rows in one transaction: what is read and written for many at once costs a fraction for each. */
const usually = 25;
/** Transactions of one sweep before the next has its turn. */
const mostPerTurn = 10;

/** Looks for due rows again and again. Rows hold the timers, so a restart or a second engine neither loses nor doubles a step. */
export function startEngine(
  app: Application,
  sweeps: Readonly<Record<string, Sweep>>,
  cycleMs: number,
  options: EngineOptions = {},
): { stop(): Promise<void> } {
  let isStopping = false;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  const cycle = () => {
    running = runSweeps(app, sweeps, options, () => isStopping).finally(() => {
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

/** One cycle: the sweeps in turn until nothing is due. A row that fails is left for the next cycle and does not hold up the others. */
export async function runSweeps(
  app: Application,
  sweeps: Readonly<Record<string, Sweep>>,
  { name: engine = 'timers', mostAtOnce = usually }: EngineOptions = {},
  isStopping = () => false,
): Promise<void> {
  const queues = Object.entries(sweeps).map(([name, sweep]) => new Queue(app, name, sweep, mostAtOnce));
  for (let isBusy = true; isBusy && !isStopping();) {
    isBusy = false;
    for (const queue of queues) if (await queue.turn(isStopping)) isBusy = true;
    app.metrics.engineCycle.setToCurrentTime({ engine });
  }
}

/** The due rows of one sweep during a cycle. */
class Queue {
  private readonly failed: string[] = [];
  /** Rows to take one by one, because together with others they failed. */
  private singly = 0;

  constructor(
    private readonly app: Application,
    private readonly name: string,
    private readonly sweep: Sweep,
    private readonly mostAtOnce: number,
  ) {}

  /** Some transactions; answers whether more may be due. */
  async turn(isStopping: () => boolean): Promise<boolean> {
    for (let count = 0; count < mostPerTurn && !isStopping(); count++) {
      if (!(await this.step())) return false;
    }
    return true;
  }

  /** One transaction; answers whether more may be due. */
  private async step(): Promise<boolean> {
    const ctx = new Context(this.app, system);
    const { engineSteps } = this.app.metrics;
    const most = this.singly ? 1 : this.mostAtOnce;
    try {
      const done = await this.sweep(ctx, { most, skip: this.failed });
      engineSteps.inc({ sweep: this.name, outcome: 'done' }, done);
      if (this.singly) this.singly--;
      return done === most;
    } catch (error) {
      const { dueIds } = ctx;
      if (dueIds.length > 1) {
        this.singly = dueIds.length;
        return true;
      }
      engineSteps.inc({ sweep: this.name, outcome: 'failed' });
      const { name, code } = error as { name: string; code?: string };
      this.app.log.error({ sweep: this.name, error: name, code }, 'sweep failed');
      this.failed.push(...dueIds);
      if (this.singly) this.singly--;
      return dueIds.length > 0;
    }
  }
}
