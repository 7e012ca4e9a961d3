/** What is asked of the lanes: the same question in the words of each. */
import { randomUUID } from 'node:crypto';
import { httpRequest } from '../load.mjs';
import { draw } from './draw.mjs';
import { jiesuFields, postgraphileFields, sqlFields } from './model.mjs';

const openStatuses = ['REGISTERED', 'SCREENED', 'ASSIGNED', 'INVESTIGATING', 'IN_REVIEW', 'EXECUTING'];
const levels = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'];

const row = { id: true, reference: true, status: true, level: true, channel: true, receivedAt: true, nextDueAt: true };
const named = { id: true, name: true };
const listTree = { ...row, orgUnit: named, responsible: named };
const detailTree = {
  ...row,
  content: true,
  customerDemand: true,
  occurredAt: true,
  amountInvolved: true,
  orgUnit: named,
  responsible: named,
  events: { at: true, kind: true, actor: named },
  escalations: { id: true, reference: true, trigger: true, status: true, level: true, raisedAt: true },
};

/** Every operation: fixed ones, then selections drawn at random. */
export function operationsOf(model, places, seed) {
  const fixed = [
    list(model, 'list', '25 complaints by status and unit, with unit and person', listTree, places),
    detail(model, 'detail', 'One complaint with its last 20 events and escalations', detailTree, places),
    counts(places),
    register(places),
  ];
  const drawn = draw(model, seed).map(({ kind, tree, beneath }, index) => {
    const name = `drawn ${index + 1}`;
    const title = `${kind === 'list' ? 'List' : 'One'}: ${jiesuFields(model, 'Complaint', tree)}`;
    const make = kind === 'list' ? list : detail;
    return { ...make(model, name, title, tree, places, beneath), isDrawn: true };
  });
  return [...fixed, ...drawn];
}

/** `beneath` are the columns behind fields that only our API works out; PostGraphile has no such field. */
function list(model, name, title, tree, { pages }, beneath = null) {
  const sql = sqlFields(model, 'Complaint', beneath ?? tree, 'a');
  return {
    name,
    title,
    variables: pages,
    jiesu: {
      query: `query ($status: [ComplaintStatus!], $unit: ID) { complaints(filter: { status: $status, orgUnitId: $unit }) { items { ${jiesuFields(model, 'Complaint', tree)} } } }`,
      variables: ({ status, unit }) => ({ status: [status], unit }),
    },
    postgraphile: beneath
      ? null
      : {
          query: `query ($status: String!, $unit: UUID!) { complaints: allComplaints(condition: { status: $status, orgUnitId: $unit }, orderBy: [RECEIVED_AT_DESC, ROW_ID_DESC], first: 25) { nodes { ${postgraphileFields(model, 'Complaint', tree)} } } }`,
          variables: (page) => page,
        },
    limit: {
      text: `select '{"complaints":' || coalesce(json_agg(to_json(r))::text, '[]') || '}' as json from (select ${sql.list} from
        (select * from complaint where status = $1 and org_unit_id = $2 order by received_at desc, id desc limit 25) a
        ${sql.joins} order by a.received_at desc, a.id desc) r`,
      values: ({ status, unit }) => [status, unit],
    },
  };
}

function detail(model, name, title, tree, { ids }, beneath = null) {
  const sql = sqlFields(model, 'Complaint', beneath ?? tree, 'a');
  return {
    name,
    title,
    variables: ids,
    jiesu: {
      query: `query ($id: ID!) { complaint(id: $id) { ${jiesuFields(model, 'Complaint', tree)} } }`,
      variables: (id) => ({ id }),
    },
    postgraphile: beneath
      ? null
      : {
          query: `query ($id: UUID!) { complaint: complaintByRowId(rowId: $id) { ${postgraphileFields(model, 'Complaint', tree)} } }`,
          variables: (id) => ({ id }),
        },
    limit: {
      text: `select '{"complaint":' || to_json(r)::text || '}' as json from (select ${sql.list} from (select * from complaint where id = $1) a ${sql.joins}) r`,
      values: (id) => [id],
    },
  };
}

/** The cases in work of one unit by status and level: our dashboard, which counts much else besides, and 24 counts. */
function counts({ units }) {
  const cells = openStatuses.flatMap((status) => levels.map((level) => ({ status, level })));
  const each = (write) => cells.map((cell, index) => write(cell, `c${index}`)).join(' ');
  const byCell = (data) =>
    Object.fromEntries(cells.map(({ status, level }, index) => [`${status} ${level}`, data[`c${index}`].totalCount]));
  const byRow = ({ complaintStats }) => {
    const found = Object.fromEntries(cells.map(({ status, level }) => [`${status} ${level}`, 0]));
    for (const { status, level, openCount } of complaintStats.byStatusAndLevel) found[`${status} ${level}`] = openCount;
    return found;
  };
  return {
    name: 'counts',
    title:
      'Cases in work of one unit by status × level: our dashboard `complaintStats`, whose other numbers are counted too; 24 counts with PostGraphile; one statement',
    variables: units,
    jiesu: {
      query: `query ($unit: ID) { complaintStats(input: { orgUnitId: $unit }) { byStatusAndLevel { status level openCount } } }`,
      variables: (unit) => ({ unit }),
      meaning: byRow,
    },
    postgraphile: {
      query: `query ($unit: UUID!) { ${each(({ status, level }, alias) => `${alias}: allComplaints(condition: { status: "${status}", level: "${level}", orgUnitId: $unit }) { totalCount }`)} }`,
      variables: (unit) => ({ unit }),
      meaning: byCell,
    },
    limit: {
      text: `select json_object_agg('c' || cell - 1, json_build_object('totalCount', found))::text as json from (
        select cell, count(complaint.id) as found from unnest($2::text[], $3::text[]) with ordinality wanted (status, level, cell)
        left join complaint on org_unit_id = $1 and complaint.status = wanted.status and complaint.level = wanted.level group by cell) c`,
      values: (unit) => [unit, cells.map(({ status }) => status), cells.map(({ level }) => level)],
      meaning: byCell,
    },
  };
}

const content = '柜面办理取款时多次排队无人受理,要求说明原因';

/** Four rows and, with us, the checks, the seals, the duty person and the chained event. */
function register({ units, staffId, complainantColumns }) {
  let number = 0;
  const fresh = () => ({ id: randomUUID(), unit: units[number++ % units.length], at: new Date().toISOString() });
  const rows = ({ id, unit, at }) => ({
    complainant: { id, createdAt: at, ...complainantColumns, anonymous: false, jointCount: 1, inPerson: false },
    complaint: {
      id,
      createdAt: at,
      reference: id,
      trackingDigest: id,
      sealedTrackingCode: complainantColumns.sealedName,
      caller: staffId,
      idempotencyKey: id,
      requestDigest: id,
      status: 'REGISTERED',
      level: 'GENERAL',
      channel: 'PHONE',
      riskFlags: [],
      content,
      searchTokens: [],
      receivedAt: at,
      orgUnitId: unit,
      registeredUnitId: unit,
      registeredById: staffId,
      firstHandlerId: staffId,
      responsibleId: staffId,
      staffComplainedOfIds: [],
      complainantId: id,
    },
    slaClock: {
      id,
      createdAt: at,
      complaintId: id,
      kind: 'FIRST_RESPONSE',
      state: 'RUNNING',
      startedAt: at,
      warnAt: at,
      dueAt: at,
    },
    contact: {
      id,
      createdAt: at,
      complaintId: id,
      kind: 'ACK',
      channel: 'PHONE',
      direction: 'OUTBOUND',
      at,
      summary: content,
      isCustomerVisible: true,
    },
  });
  const types = ['Complainant', 'Complaint', 'SlaClock', 'Contact'];
  const field = (type) => type[0].toLowerCase() + type.slice(1);
  const withRowId = ({ id, ...rest }) => ({ rowId: id, ...rest });
  return {
    name: 'register',
    title: 'Register a complaint',
    isWrite: true,
    make: fresh,
    jiesu: {
      query: `mutation ($input: RegisterComplaintInput!) { registerComplaint(input: $input) { id reference } }`,
      variables: ({ id, unit }) => ({
        input: {
          idempotencyKey: id,
          channel: 'PHONE',
          content,
          orgUnitId: unit,
          complainant: { name: '方小满', phone: '15400000000', address: '听雨巷 8 号', customerNumber: 'K0000000001' },
        },
      }),
    },
    postgraphile: {
      query: `mutation (${types.map((type) => `$${field(type)}: ${type}Input!`).join(', ')}) { ${types.map((type) => `create${type}(input: { ${field(type)}: $${field(type)} }) { ${field(type)} { rowId } }`).join(' ')} }`,
      variables: (each) =>
        Object.fromEntries(Object.entries(rows(each)).map(([name, value]) => [name, withRowId(value)])),
    },
    limit: {
      text: insertOf(rows(fresh())),
      values: (each) => Object.values(rows(each)).flatMap((row) => Object.values(row)),
    },
  };
}

function insertOf(rows) {
  let place = 0;
  const inserts = Object.entries(rows).map(([name, row]) => {
    const columns = Object.keys(row).map(snakeCase);
    return `${snakeCase(name)}_row as (insert into ${snakeCase(name)} (${columns.join(', ')}) values (${columns.map(() => `$${++place}`).join(', ')}) returning id)`;
  });
  return `with ${inserts.join(', ')} select json_build_object('id', id)::text as json from complaint_row`;
}
const snakeCase = (name) => name.replace(/[A-Z]/g, '_$&').toLowerCase();

/** The bytes of a request to a lane. */
export function requestOf(operation, lane, variables, token) {
  const asked = operation[lane];
  if (lane === 'limit') return httpRequest({ operation: operation.name, values: asked.values(variables) });
  const headers = lane === 'jiesu' ? { Authorization: `Bearer ${token}` } : {};
  return httpRequest({ query: asked.query, variables: asked.variables(variables) }, headers);
}
