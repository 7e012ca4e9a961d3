import type { Application } from '../../kernel/application.js';
import { runSweeps, startEngine } from '../../kernel/engine.js';
import type { DeliveryChannel } from './enumerations.js';
import { sendersOf } from './send-deliveries.actions.js';

/** Handed over at the same time by one process and channel: as many connections as a mail server likes from one house. */
const mostAtOnce = 5;

const engines = (app: Application, only?: DeliveryChannel) =>
  Object.entries(sendersOf(app.drivers))
    .filter(([name]) => !only || name === only)
    .map(([name, sweep]) => ({ sweeps: { [`delivery.${name}`]: sweep }, options: { name, mostAtOnce } }));

/** Sends what is due again and again, each channel by an engine of its own: a slow server holds up nothing else. */
export function startSenders(app: Application, cycleMs: number): { stop(): Promise<void> } {
  const running = engines(app).map(({ sweeps, options }) => startEngine(app, sweeps, cycleMs, options));
  return {
    async stop() {
      await Promise.all(running.map((engine) => engine.stop()));
    },
  };
}

/** Sends what is due now, by every channel or by one. */
export async function runSenders(app: Application, only?: DeliveryChannel): Promise<void> {
  await Promise.all(engines(app, only).map(({ sweeps, options }) => runSweeps(app, sweeps, options)));
}
