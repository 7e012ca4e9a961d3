/** Whether every lane gives the same answer: a fast wrong one would count for nothing. */
import assert from 'node:assert/strict';
import { Connection } from './load.mjs';

/** Units, pages and cases that the operations ask for; all of them are within sight of whoever asks. */
export async function readPlaces(pool, { branch, staffId, complainantColumns }) {
  const { rows: units } = await pool.query(
    `select id from org_unit where kind = 'OUTLET' and path like '%' || $1 || '%' order by code limit 20`,
    [branch],
  );
  const ids = units.map(({ id }) => id);
  const { rows: pages } = await pool.query(
    `select status, org_unit_id as unit from complaint where org_unit_id = any($1) group by 1, 2 having count(*) >= 25 order by 2, 1`,
    [ids],
  );
  const { rows: cases } = await pool.query(
    `select id from complaint where org_unit_id = any($1) and idempotency_key like 'bench-%00' order by id limit 200`,
    [ids],
  );
  return { units: ids, pages, ids: cases.map(({ id }) => id), staffId, complainantColumns };
}

/** Asks every lane the same and throws where answers differ. */
export async function compare(operation, lanes, requestFor) {
  const samples = operation.variables.filter((_, index) => index % Math.ceil(operation.variables.length / 5) === 0);
  for (const variables of samples) {
    const answers = [];
    for (const lane of lanes) {
      if (!operation[lane.name] || (!operation.postgraphile && lane.name !== 'jiesu')) continue;
      const connection = await Connection.open(lane.port);
      const { status, body } = await connection.send(requestFor(lane.name, variables));
      connection.close();
      const { data, errors } = JSON.parse(body.toString());
      if (status !== 200 || errors) throw new Error(`${operation.name}: ${lane.name} answers ${status} ${body}`);
      const { meaning = normal } = operation[lane.name];
      answers.push({ lane: lane.name, data: meaning(data) });
    }
    for (const { lane, data } of answers.slice(1))
      assert.deepEqual(data, answers[0].data, `${operation.name}: ${lane} answers otherwise than ${answers[0].lane}`);
  }
}

/** The same value in the words of each lane: lists without their wrapping, times as numbers, kinds of event by name. */
function normal(value) {
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value === 'string') return word(value);
  if (value === null || typeof value !== 'object') return value;
  const wrapped = value.items ?? value.nodes;
  if (wrapped) return normal(wrapped);
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([name, inner]) => [name, normal(inner)]),
  );
}

function word(text) {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return Date.parse(text);
  if (!text.startsWith('complaint.')) return text;
  return text.slice('complaint.'.length).replace(/[A-Z]/g, '_$&').toUpperCase();
}
