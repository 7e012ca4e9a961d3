import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus may read of this process: counts and durations, never a person or a customer. */
export class Metrics {
  readonly registry = new Registry();
  private readonly registers = [this.registry];

  readonly requests = new Histogram({
    name: 'jiesu_request_seconds',
    help: 'Duration of GraphQL requests over HTTP, by root field and by the code of their first error.',
    labelNames: ['field', 'code'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: this.registers,
  });

  readonly sockets = new Gauge({
    name: 'jiesu_sockets',
    help: 'Open WebSockets.',
    registers: this.registers,
  });

  readonly engineSteps = new Counter({
    name: 'jiesu_engine_steps_total',
    help: 'Rows whose time had come, by sweep and by whether what was due could be done.',
    labelNames: ['sweep', 'outcome'],
    registers: this.registers,
  });

  readonly engineCycle = new Gauge({
    name: 'jiesu_engine_last_cycle_timestamp_seconds',
    help: 'When the engine last finished looking for due rows; it stands still when this process runs none.',
    registers: this.registers,
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
