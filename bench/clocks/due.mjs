/** Clocks that are made to fall due, and what the event log says of each of them afterwards. */

/** Lets every complaint wait for its first response, for a day and more: no clock falls due unless it is told to. */
export async function letAllRun(pool) {
  await pool.query(`update complaint set status = 'REGISTERED', replied_at = null, closed_at = null`);
  await pool.query(
    `update sla_clock set state = 'RUNNING', met_at = null, started_at = now() + spread, warn_at = now() + spread + interval '18 hours',
       due_at = now() + spread + interval '24 hours', next_at = now() + spread + interval '18 hours'
     from (select id, interval '6 hours' * random() as spread from sla_clock) drawn where drawn.id = sla_clock.id`,
  );
  await pool.query(
    'create table bench_due (clock_id uuid primary key, complaint_id uuid, at timestamptz, warns boolean)',
  );
  await pool.query('vacuum analyze');
}

/**
 * Makes so many clocks due, spread evenly from `from` to `to`: each ends then, or, of those with `warnings`, every
 * second one is nearly due then. No clock is taken twice. Answers the place in the log from which to look.
 */
export async function makeDue(pool, { count, from, to, warnings = false }) {
  const { rows } = await pool.query('select coalesce(max(seq), 0) as seq from event');
  await pool.query('truncate bench_due');
  await pool.query(
    `insert into bench_due
     select id, complaint_id, $2::timestamptz + ($3::timestamptz - $2) * (row_number() over (order by random())::float8 / $1),
       $4 and random() < 0.5
     from (select id, complaint_id from sla_clock where state = 'RUNNING' and warn_at > now() + interval '12 hours'
           order by random() limit $1) chosen`,
    [count, from, to, warnings],
  );
  await pool.query(
    `update sla_clock set next_at = at, state = case when warns then 'RUNNING' else 'WARNED' end,
       warn_at = case when warns then at else at - interval '6 hours' end,
       due_at = case when warns then at + interval '6 hours' else at end
     from bench_due where clock_id = id`,
  );
  return rows[0].seq;
}

/** How many of them have not fired yet. */
export async function waiting(pool) {
  const { rows } = await pool.query(
    'select count(*)::int as count from bench_due join sla_clock on id = clock_id and next_at = at',
  );
  return rows[0].count;
}

/** What became of them by the log: throws where one has not fired exactly once, or has not said how late it was. */
export async function outcome(pool, since) {
  const { rows } = await pool.query(
    `select due.at as due_at, fired.at as fired_at, (fired.data ->> 'lateSeconds')::int as told_late,
       case when due.warns then 0 else (select count(*) from escalation
         where complaint_id = due.complaint_id and trigger = 'NO_FIRST_RESPONSE') - 1 end::int as escalations_off,
       count(*) over (partition by clock_id)::int as times
     from bench_due due left join event fired on fired.seq > $1 and fired.object_id = due.clock_id
       and fired.kind = case when due.warns then 'complaint.clockWarned' else 'complaint.clockBreached' end
     order by fired.seq`,
    [since],
  );
  const late = rows.map(({ due_at, fired_at }) => (fired_at - due_at) / 1000);
  const wrong = {
    lost: rows.filter(({ fired_at }) => fired_at === null).length,
    doubled: rows.filter(({ times }) => times !== 1).length,
    'escalated not once': rows.filter(({ escalations_off }) => escalations_off !== 0).length,
    early: late.filter((seconds) => seconds < 0).length,
    'told another lateness': rows.filter(({ told_late }, place) => told_late !== Math.floor(late[place])).length,
  };
  const mistakes = Object.entries(wrong).filter(([, count]) => count > 0);
  if (mistakes.length)
    throw new Error(`of ${rows.length} clocks: ${mistakes.map((each) => each.reverse().join(' ')).join(', ')}`);
  late.sort((a, b) => a - b);
  const at = (share) => Number(late[Math.min(late.length - 1, Math.floor(late.length * share))].toFixed(2));
  return {
    fired: rows.length,
    late: { p50: at(0.5), p99: at(0.99), most: at(1) },
    outOfOrder: rows.filter(({ due_at }, place) => place > 0 && due_at < rows[place - 1].due_at).length,
  };
}
