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
    help: 'When an engine last finished looking for due rows; it stands still when this process runs none. `timers` is that of deadlines, the others send by one channel each.',
    labelNames: ['engine'],
    registers: this.registers,
  });

  readonly deliveries = new Counter({
    name: 'jiesu_delivery_attempts_total',
    help: 'Tries to hand over a message, by channel and by what became of it: SENT or why not.',
    labelNames: ['channel', 'outcome'],
    registers: this.registers,
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
