import type { Pool } from 'pg';

/** What is stored of a complaint, as far as the rules of its life speak of it. */
export interface Stored {
  status: string;
  hasOwner: boolean;
  offers: number;
  events: number;
  /** What has changed whenever anything of the complaint has. */
  digest: string;
  clocks: {
    kind: string;
    state: string;
    isMetInTime: boolean;
    isPending: boolean;
    escalates: boolean;
    dueAt: string;
  }[];
  nextDueAt: string | null;
  approvals: { state: string; mode: string; byProposer: boolean; signatures: number; wanted: number }[];
  selfConfirmed: number;
}

const query = `select c.status, c.responsible_id is not null as "hasOwner",
    (select count(*)::int from handover h where h.complaint_id = c.id and h.state = 'OFFERED') as offers,
    (select count(*)::int from event e where e.subject_id = c.id) as events,
    md5(c::text || coalesce((select string_agg(t::text, '' order by t.id) from task t where t.subject_id = c.id), '')
      || coalesce((select string_agg(r::text, '' order by r.id) from resolution r where r.complaint_id = c.id), '')
      || coalesce((select string_agg(k::text, '' order by k.id) from sla_clock k where k.complaint_id = c.id), '')) as digest,
    coalesce((select json_agg(json_build_object('kind', k.kind, 'state', k.state, 'isMetInTime', k.met_at <= k.due_at,
      'isPending', k.state in ('RUNNING', 'WARNED', 'PAUSED') or (k.state = 'BREACHED' and k.fulfilled_at is null),
      'escalates', k.escalates, 'dueAt', k.due_at) order by k.due_at) from sla_clock k where k.complaint_id = c.id), '[]') as clocks,
    to_json(c.next_due_at) as "nextDueAt",
    coalesce((select json_agg(json_build_object('state', r.state, 'mode', r.review_mode,
      'byProposer', r.proposed_by_id = any(r.approved_by_ids), 'signatures', cardinality(r.approved_by_ids),
      'wanted', r.sign_off_count)) from resolution r where r.complaint_id = c.id), '[]') as approvals,
    (select count(*)::int from task t where t.subject_id = c.id and t.confirmed_by_id = t.completed_by_id) as "selfConfirmed"
  from complaint c where c.id = $1`;

/** A complaint as it is stored. */
export async function stored(pool: Pool, id: string): Promise<Stored> {
  const { rows } = await pool.query<Stored>(query, [id]);
  return rows[0]!;
}

const open = ['REGISTERED', 'SCREENED', 'ASSIGNED', 'INVESTIGATING', 'IN_REVIEW', 'EXECUTING'];
const live = ['RUNNING', 'WARNED', 'PAUSED'];

/** What must hold of a complaint at any time; answers what does not. */
export function faultsOf(it: Stored): string[] {
  const faults: string[] = [];
  const claim = (holds: boolean, fault: string) => void (holds || faults.push(`${fault} in ${it.status}`));
  const pending = it.clocks.filter(({ isPending, escalates, state }) => isPending && escalates && state !== 'PAUSED');
  claim(it.hasOwner, 'nobody answers for it');
  claim(it.offers === (it.status === 'ASSIGNED' ? 1 : 0), `${it.offers} open offers`);
  if (!open.includes(it.status) && it.status !== 'REPLIED' && it.status !== 'REJECTED')
    claim(
      it.clocks.every(({ kind, state }) => kind === 'APPEAL' || !live.includes(state)),
      'a clock runs after the end',
    );
  claim(
    it.clocks.every(({ state, isMetInTime }) => state !== 'MET' || isMetInTime),
    'a clock is met too late',
  );
  if (open.includes(it.status)) {
    const resolution = it.clocks.filter(({ kind, state }) => kind === 'RESOLUTION' && state !== 'CANCELLED');
    claim(
      resolution.some(({ isPending }) => isPending),
      'nothing limits the decision',
    );
    claim(it.nextDueAt === (pending[0]?.dueAt ?? null), 'the nearest end is not that of its clocks');
  }
  for (const { state, mode, byProposer, signatures, wanted } of it.approvals) {
    claim(!byProposer, 'the proposer approved');
    claim(state !== 'APPROVED' || mode === 'NONE' || signatures === wanted, `${signatures} of ${wanted} signed`);
  }
  claim(it.selfConfirmed === 0, 'a task is confirmed by who did it');
  return faults;
}
