/**
 * Fills a migrated, empty database: the demo bank by the server's own actions, then outlets, staff and complaints with
 * all that hangs on them by SQL. Every row is one that the server itself could have written: sealed where it seals,
 * chained where it chains.
 */
import { randomBytes } from 'node:crypto';
import { chain } from '../server/dist/kernel/event-log.js';
import { createApplication } from '../server/dist/application.js';
import { readConfig } from '../server/dist/config.js';
import { sealed } from '../server/dist/complaints/complainant/personal-data.js';
import { searchTokens } from '../server/dist/complaints/intake/search-tokens.js';
import { digestOf, newToken, sessionPrefix } from '../server/dist/org/sign-in/credentials.js';
// Opens every type to reads.
import '../server/dist/schema.js';
import { seedBank } from '../server/dist/seed/seed-bank.js';
import { seedCodeLists } from '../server/dist/work/seed-code-lists.js';

const outletCount = 300;
const eventBatch = 5000;

/** Fills the database; answers with what the operations need to know of it. */
export async function fill(pool, environment, complaints, log) {
  const app = await createApplication(readConfig(environment), environment.DATABASE_URL);
  try {
    log('founding the bank');
    await seedCodeLists(app);
    const { units, staff } = await seedBank(app);
    await addOutlets(pool);
    log(`writing ${complaints} complaints`);
    const complainantColumns = sealedPerson(app.cipher);
    await addComplaints(pool, app.cipher, complainantColumns, complaints);
    log('chaining their events');
    await addEvents(pool);
    await pool.query('vacuum analyze');
    return {
      branch: units.get('1100'),
      staffId: staff.get('intake'),
      complainantColumns,
      token: await signIn(pool, staff.get('office')),
      registrarToken: await signIn(pool, staff.get('intake')),
    };
  } finally {
    await app.orm.close();
  }
}

async function addOutlets(pool) {
  await pool.query(
    `insert into org_unit (id, created_at, code, name, kind, parent_id, path, path_names)
     select fresh.id, now(), 'B' || n, parent.name || n || '号网点', 'OUTLET', parent.id, parent.path || fresh.id || '/',
       parent.path_names || (parent.name || n || '号网点')
     from (select uuidv7() as id, n from generate_series(1, $1::int) n) fresh
     join (select *, row_number() over (order by code) - 1 as place, count(*) over () as total
           from org_unit where kind = 'SUB_BRANCH') parent on parent.place = n % parent.total`,
    [outletCount],
  );
  await pool.query(
    `insert into staff (id, created_at, username, name, post, org_unit_id, password_hash)
     select uuidv7(), now(), unit.code || '-' || n, '柜员' || unit.code || n,
       case n when 1 then 'OUTLET_MANAGER' else 'TELLER' end, unit.id, ''
     from org_unit unit, generate_series(1, 4) n where unit.code like 'B%'`,
  );
}

/** One invented person, sealed as the server seals. */
function sealedPerson(cipher) {
  const { sealedName, sealedPhone, sealedAddress, sealedCustomerNumber, phoneDigest } = sealed(cipher, {
    name: '方小满',
    phone: '15400000000',
    email: null,
    address: '听雨巷 8 号',
    idNumber: null,
    customerNumber: 'K0000000001',
    representative: null,
    anonymous: false,
    jointCount: 1,
    inPerson: false,
  });
  return { sealedName, sealedPhone, sealedAddress, sealedCustomerNumber, phoneDigest };
}

// Statuses as a bank has them: most cases are over, one in nine is in work.
const statuses = `(array['REGISTERED','SCREENED','ASSIGNED','INVESTIGATING','INVESTIGATING','IN_REVIEW','EXECUTING',
  'REPLIED','REPLIED','REPLIED'])[1 + n / 7 % 10]`;

async function addComplaints(pool, cipher, names, count) {
  const content = '在网点办理转账时被告知系统故障,等候两小时仍未办成,要求尽快处理并说明原因';
  await pool.query(
    `create table bench_case as
     select n, uuidv7() as id, uuidv7() as complainant_id, unit.id as unit_id, person.id as staff_id,
       case when n % 5 < 4 then 'CLOSED' else ${statuses} end as status,
       (array['SUGGESTION','GENERAL','GENERAL','GENERAL','GENERAL','GENERAL','MAJOR','MAJOR','URGENT'])[1 + n / 3 % 9] as level,
       (array['PHONE','ONLINE','MOBILE_APP','ON_SITE','LETTER','EMAIL'])[1 + n / 11 % 6] as channel,
       date_trunc('second', now()) - interval '730 days' * (1 - n::float8 / $1) - interval '3 days' as received_at
     from generate_series(1, $1::int) n
     join (select *, row_number() over (order by code) - 1 as place, count(*) over () as total
           from org_unit where kind = 'OUTLET') unit on unit.place = n::bigint * 7919 % unit.total
     join lateral (select id from staff where org_unit_id = unit.id order by username offset n % 4 limit 1) person on true`,
    [count],
  );
  await pool.query(
    `insert into complainant (id, created_at, sealed_name, sealed_phone, sealed_address, sealed_customer_number,
       phone_digest, anonymous, joint_count, in_person)
     select complainant_id, received_at, $1, $2, $3, $4, md5(n::text), false, 1, false from bench_case`,
    [names.sealedName, names.sealedPhone, names.sealedAddress, names.sealedCustomerNumber],
  );
  await pool.query(
    `insert into complaint (id, created_at, reference, tracking_digest, sealed_tracking_code, caller, idempotency_key,
       request_digest, status, level, channel, category_id, product_id, subject, risk_flags, content, customer_demand,
       search_tokens, received_at, occurred_at, amount_involved, org_unit_id, registered_unit_id, registered_by_id,
       first_handler_id, responsible_id, staff_complained_of_ids, complainant_id, replied_at, closed_at, next_due_at)
     select bench_case.id, received_at, 'TS-' || extract(year from received_at) || '-' || lpad(n::text, 6, '0'), 'd' || n, $1, staff_id,
       'bench-' || n, '', status, level, channel, category.id, product.id, 'SERVICE', '{}', $2, '尽快处理并书面答复',
       $3, received_at, received_at - interval '3 hours', n % 1000, unit_id, unit_id, staff_id,
       staff_id, staff_id, '{}', complainant_id,
       case when status in ('REPLIED', 'CLOSED') then received_at + interval '2 days' end,
       case when status = 'CLOSED' then received_at + interval '3 days' end, null
     from bench_case
     join (select id, row_number() over (order by code) - 1 as place, count(*) over () as total
           from code_list_entry where list = 'CATEGORY') category on category.place = n % category.total
     join (select id, row_number() over (order by code) - 1 as place, count(*) over () as total
           from code_list_entry where list = 'PRODUCT') product on product.place = n % product.total
     order by n`,
    [cipher.encrypt('BENCHCODE'), content, searchTokens(content)],
  );
  await pool.query(`select setval('complaint_reference', $1)`, [count]);
  await pool.query(
    `insert into sla_clock (id, created_at, complaint_id, kind, state, started_at, warn_at, due_at, met_at)
     select uuidv7(), received_at, id, 'FIRST_RESPONSE', 'MET', received_at, received_at + interval '18 hours',
       received_at + interval '24 hours', received_at + interval '5 hours' from bench_case`,
  );
  await pool.query(
    `insert into contact (id, created_at, complaint_id, kind, channel, direction, at, by_id, summary, is_customer_visible)
     select uuidv7(), received_at, id, (array['ACK', 'PROGRESS', 'REPLY'])[step], channel, 'OUTBOUND',
       received_at + interval '5 hours' * (step - 1), case when step > 1 then staff_id end, '已告知客户处理进展', true
     from bench_case, generate_series(1, 3) step order by n, step`,
  );
  await addEscalations(pool);
}

/** The grave ones were brought to those above; those in work are signed for. */
async function addEscalations(pool) {
  await pool.query(
    `insert into escalation (id, created_at, reference, trigger, status, level, complaint_id, raised_at,
       acknowledged_by_id, acknowledged_at, resolved_by_id, resolved_at, resolution)
     select uuidv7(), received_at, 'SJ-' || extract(year from received_at) || '-' || lpad((row_number() over (order by n))::text, 6, '0'),
       trigger, case when status in ('REPLIED', 'CLOSED') then 'RESOLVED' else 'ACKNOWLEDGED' end, level_to, id, received_at,
       staff_id, received_at + interval '10 minutes',
       case when status in ('REPLIED', 'CLOSED') then staff_id end,
       case when status in ('REPLIED', 'CLOSED') then received_at + interval '2 days' end,
       case when status in ('REPLIED', 'CLOSED') then '已妥善处理' end
     from bench_case, (values ('LEVEL_RAISED', 'E2', 1), ('MANUAL', 'E3', 4)) cause (trigger, level_to, every)
     where level in ('MAJOR', 'URGENT') and n % every = 0 order by n`,
  );
  await pool.query(`select setval('escalation_reference', (select greatest(count(*), 1) from escalation))`);
}

/** Three to four events a complaint, one in a hundred has a long story; chained as the server chains. */
async function addEvents(pool) {
  const { rows: head } = await pool.query('select seq, hash from event order by seq desc limit 1');
  let last = head[0] ?? null;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `declare story cursor for
       select received_at + interval '5 hours' * (step - 1) as at, staff_id, id,
         case step when 1 then 'complaint.registered' else 'complaint.contactRecorded' end as kind, channel, level,
         'TS-' || extract(year from received_at) || '-' || lpad(n::text, 6, '0') as reference
       from bench_case, lateral generate_series(1, case when n % 100 = 0 then 30 else 3 + n % 2 end) step order by n, step`,
    );
    for (;;) {
      const { rows } = await client.query(`fetch ${eventBatch} from story`);
      if (!rows.length) break;
      const events = chain(last, rows.map(eventOf));
      await insertEvents(client, events);
      last = events.at(-1);
    }
    await client.query('commit');
  } finally {
    client.release();
  }
  await pool.query('drop table bench_case');
}

const eventOf = ({ at, staff_id, id, kind, channel, level, reference }) => ({
  at,
  kind,
  actorKind: 'STAFF',
  actorId: staff_id,
  subjectType: 'Complaint',
  subjectId: id,
  objectId: null,
  audience: 'complaints',
  isDrill: false,
  data: { reference, channel, level },
});

async function insertEvents(client, events) {
  const column = (name) => events.map((event) => event[name]);
  await client.query(
    `insert into event (seq, at, kind, actor_kind, actor_id, subject_type, subject_id, audience, is_drill, data, previous_hash, hash)
     select seq, at, kind, 'STAFF', actor_id, 'Complaint', subject_id, 'complaints', false, data, previous_hash, hash
     from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::uuid[], $5::uuid[], $6::jsonb[], $7::text[], $8::text[])
       as e (seq, at, kind, actor_id, subject_id, data, previous_hash, hash)`,
    [
      column('seq'),
      column('at'),
      column('kind'),
      column('actorId'),
      column('subjectId'),
      events.map(({ data }) => JSON.stringify(data)),
      column('previousHash'),
      column('hash'),
    ],
  );
}

async function signIn(pool, staffId) {
  const token = newToken(sessionPrefix);
  await pool.query(
    `insert into user_session (id, created_at, staff_id, token_digest, expires_at, last_used_at)
     values (uuidv7(), now(), $1, $2, now() + interval '1 day', now())`,
    [staffId, digestOf(token)],
  );
  return token;
}

/** The settings of a bank's own server on this database, with keys made for it. */
export function settings(databaseUrl, dataDir) {
  return {
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '10',
    JIESU_DATA_DIR: dataDir,
    DATA_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    INDEX_KEY: randomBytes(32).toString('base64'),
    HOST: '127.0.0.1',
    // The limits are kept, and out of the way.
    RATE_LIMIT_STAFF: '999999/999999',
  };
}
