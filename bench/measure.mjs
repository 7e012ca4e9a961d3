/** Rounds in which every lane gets its turn, so that whatever else the machine does falls on all of them. */
import { loadavg } from 'node:os';
import { Connection, drive } from './load.mjs';

const connectionCount = 16;
const plans = {
  fixed: { rounds: 7, milliseconds: 1200 },
  drawn: { rounds: 3, milliseconds: 800 },
  quick: { rounds: 3, milliseconds: 400 },
};
const warmUpMilliseconds = 800;

export async function measure(operations, lanes, requestFor, postgresTime, { isQuick, log }) {
  const results = [];
  for (const operation of operations) {
    const plan = isQuick ? plans.quick : operation.isDrawn ? plans.drawn : plans.fixed;
    const taking = lanes.filter(({ name }) => operation[name]);
    const rounds = Object.fromEntries(taking.map(({ name }) => [name, []]));
    for (const lane of taking) await turn(operation, lane, requestFor, postgresTime, warmUpMilliseconds);
    for (let round = 0; round < plan.rounds; round++) {
      // Each lane goes first as often as last.
      for (let place = 0; place < taking.length; place++) {
        const lane = taking[(place + round) % taking.length];
        rounds[lane.name].push(await turn(operation, lane, requestFor, postgresTime, plan.milliseconds));
      }
    }
    const result = {
      name: operation.name,
      title: operation.title,
      isDrawn: Boolean(operation.isDrawn),
      ...summary(rounds),
    };
    results.push(result);
    log(lineOf(result));
  }
  return results;
}

async function turn(operation, lane, requestFor, postgresTime, milliseconds) {
  const connections = await Promise.all(Array.from({ length: connectionCount }, () => Connection.open(lane.port)));
  try {
    const requests = operation.variables?.map((variables) => requestFor(operation, lane.name, variables));
    let sent = 0;
    const next = requests
      ? () => requests[sent++ % requests.length]
      : () => requestFor(operation, lane.name, operation.make());
    const before = { lane: await lane.usage(), postgres: postgresTime() };
    const { count, seconds, latencies } = await drive(connections, next, milliseconds);
    const after = { lane: await lane.usage(), postgres: postgresTime() };
    latencies.sort((a, b) => a - b);
    return {
      perSecond: count / seconds,
      serverCpu: (after.lane.cpu - before.lane.cpu) / count,
      databaseCpu: before.postgres === null ? null : (after.postgres - before.postgres) / count,
      p50: latencies[Math.floor(count * 0.5)],
      p99: latencies[Math.floor(count * 0.99)],
      memory: after.lane.memory,
      load: loadavg()[0],
    };
  } finally {
    for (const connection of connections) connection.close();
  }
}

/** Medians of each lane; ratios are medians of ratios within a round. */
function summary(rounds) {
  const lanes = Object.fromEntries(
    Object.entries(rounds).map(([name, turns]) => [
      name,
      Object.fromEntries(Object.keys(turns[0]).map((key) => [key, rounded(median(turns.map((each) => each[key])))])),
    ]),
  );
  const ratio = (to, key) =>
    rounds[to] && rounded(median(rounds.jiesu.map((each, round) => each[key] / rounds[to][round][key])));
  const ratios = (key) => ({ postgraphile: ratio('postgraphile', key) ?? null, limit: ratio('limit', key) });
  return { lanes, ratios: { perSecond: ratios('perSecond'), serverCpu: ratios('serverCpu') } };
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const rounded = (value) => (value === null ? null : value < 100 ? Number(value.toPrecision(3)) : Math.round(value));

function lineOf({ name, lanes, ratios }) {
  const each = Object.entries(lanes).map(
    ([lane, { perSecond, serverCpu }]) => `${lane} ${perSecond}/s ${serverCpu} µs`,
  );
  return `${name.padEnd(10)} ${each.join(' · ')} · ratio to PostGraphile ${ratios.perSecond.postgraphile ?? '–'}`;
}
