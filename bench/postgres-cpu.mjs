/** Processor time of a PostgreSQL server of this machine, all of its processes together; null where there is no /proc. */
import { readdirSync, readFileSync } from 'node:fs';

const microsecondsPerTick = 10_000;

/** Finds the server behind a pool; answers with a function that reads its time in microseconds. */
export async function postgresCpu(pool) {
  const { rows } = await pool.query('select pg_backend_pid() as pid');
  const parent = statOf(rows[0].pid)?.parent;
  if (!parent) return () => null;
  return () => {
    const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const ours = processes.map(statOf).filter((stat) => stat?.parent === parent);
    // Connections that have ended count with the server that waited for them.
    return (ours.reduce((sum, { own }) => sum + own, 0) + statOf(parent).ended) * microsecondsPerTick;
  };
}

/** Fields 4 (parent), 14 and 15 (own time) and 16 and 17 (time of ended children) of /proc/…/stat. */
function statOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number);
    return { parent: fields[1], own: fields[11] + fields[12], ended: fields[13] + fields[14] };
  } catch {
    return null;
  }
}
