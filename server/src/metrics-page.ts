import { createServer } from 'node:http';
import { Gauge } from 'prom-client';
import type { Config } from './config.js';
import type { Application } from './kernel/application.js';
import { listen } from './listen.js';

/** Serves `/metrics` for Prometheus on a port of its own, which no customer reaches; none without `METRICS_PORT`. */
export async function startMetricsPage(
  app: Application,
  { METRICS_PORT, host }: Config,
): Promise<{ url: string; stop(): void } | null> {
  if (METRICS_PORT === undefined) return null;
  const { registry } = app.metrics;
  watch(app);
  const page = createServer(async (request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    response.setHeader('Content-Type', registry.contentType);
    response.end(await registry.metrics());
  });
  return {
    url: `${await listen(page, METRICS_PORT, host)}/metrics`,
    stop() {
      page.close();
      page.closeAllConnections();
    },
  };
}

const unsent = `select channel, state, count(*)::int as count from delivery
  where state in ('QUEUED', 'SENDING', 'FAILED', 'DEAD') group by 1, 2`;

/** What is looked up when it is asked for. */
function watch({ metrics: { registry }, pool, feed }: Application): void {
  const connections = new Gauge({
    name: 'jiesu_database_connections',
    help: 'Connections of the pool by state; requests that wait for one are counted as waiting.',
    labelNames: ['state'],
    registers: [],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  const position = new Gauge({
    name: 'jiesu_feed_position',
    help: 'Sequence of the newest event that this process knows of; one that stays behind the others hears nothing.',
    registers: [],
    collect() {
      this.set(Number(feed.position));
    },
  });
  const deliveries = new Gauge({
    name: 'jiesu_deliveries',
    help: 'Messages that are still to be sent or were given up, by channel and state.',
    labelNames: ['channel', 'state'],
    registers: [],
    async collect() {
      const { rows } = await pool.query<{ channel: string; state: string; count: number }>(unsent);
      this.reset();
      for (const { channel, state, count } of rows) this.set({ channel, state }, count);
    },
  });
  registry.registerMetric(connections);
  registry.registerMetric(position);
  // Last: what it asks the database for would else be counted as waiting.
  registry.registerMetric(deliveries);
}
