/** Writes the figures of the last runs into docs/performance.md, between its marks, and draws docs/images/performance.svg. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { clocksReport } from './clocks/report.mjs';
import { plotOf } from './plot.mjs';

const root = join(import.meta.dirname, '..');
const resultsOf = (name) => JSON.parse(readFileSync(join(import.meta.dirname, `results/${name}.json`), 'utf8'));
const { at, seed, isQuick, machine, rows, results } = resultsOf('latest');
const reached = { list: 1.3, detail: 1.4, register: 0.8 };
const number = (value) => (value == null ? '–' : value.toLocaleString('en'));
const ratio = (value) => (value == null ? '–' : value.toFixed(2));

const cells = ({ name, lanes: { jiesu, postgraphile, limit }, ratios }) => [
  name,
  ...[jiesu, postgraphile, limit].map((lane) => number(lane?.perSecond)),
  ratio(ratios.perSecond.postgraphile),
  reached[name]
    ? `≥ ${reached[name]}: ${ratios.perSecond.postgraphile >= reached[name] ? 'reached' : 'fell short'}`
    : '',
  ...[jiesu, postgraphile, limit].map((lane) => number(lane?.serverCpu)),
  ...[jiesu, postgraphile, limit].map((lane) => number(lane?.databaseCpu)),
  ...[jiesu, postgraphile].map((lane) => (lane ? `${lane.p50} / ${lane.p99}` : '–')),
];

const head = [
  'operation',
  'Jiesu, requests/s',
  'PostGraphile',
  'limit',
  'ratio to PostGraphile',
  'wanted',
  'CPU µs a request: Jiesu',
  'PostGraphile',
  'limit',
  'PostgreSQL’s CPU µs: for Jiesu',
  'for PostGraphile',
  'for limit',
  'p50 / p99 ms: Jiesu',
  'PostGraphile',
];

const table = (some) =>
  [head, head.map(() => '---'), ...some.map(cells)].map((row) => `| ${row.join(' | ')} |`).join('\n');

const fixed = results.filter(({ isDrawn }) => !isDrawn);
const drawn = results.filter(({ isDrawn }) => isDrawn);
const load = Math.max(...results.flatMap(({ lanes }) => Object.values(lanes).map((lane) => lane.load)));
const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const compared = drawn.filter(({ ratios }) => ratios.perSecond.postgraphile != null);
const ofDrawn = (key) => ratio(middle(compared.map(({ ratios }) => ratios[key].postgraphile)));
const report = `Run of ${at.slice(0, 16).replace('T', ' ')} UTC${isQuick ? ' (`--quick`: short turns, a small database)' : ''}: ${machine.cpu}, ${machine.cores} cores shared by the load generator, the server and PostgreSQL 18, ${machine.memoryGb} GB, Node ${machine.node}, ${machine.platform}; highest load average of the machine ${load.toFixed(1)}${load > 2.5 * machine.cores ? ', so **other work ran beside it**: trust the CPU columns and the ratios, not the requests per second' : ''}. ${number(rows.complaints)} complaints, ${number(rows.events)} chained events, ${number(rows.escalations)} escalations, ${number(rows.contacts)} contacts, ${number(rows.staff)} staff, ${number(rows.units)} units.

![Requests per second relative to PostGraphile 5](images/performance.svg)

${fixed.map(({ name, title }) => `- **${name}**: ${title}`).join('\n')}

${table(fixed)}

Selections drawn at random from the schema (seed ${seed}). Those without a PostGraphile figure hold fields that only our server works out: titles, masked content, decrypted names, allowed actions; there the limit reads the columns beneath. Over the ${compared.length} others the middle ratio to PostGraphile is ${ofDrawn('perSecond')} in requests per second and ${ofDrawn('serverCpu')} in the server's processor time.

${table(drawn)}
`;

const file = join(root, 'docs/performance.md');
const sections = { figures: report, clocks: clocksReport(resultsOf('clocks')) };
const whole = Object.entries(sections).reduce(withSection, readFileSync(file, 'utf8'));
writeFileSync(file, await format(whole, { ...(await resolveConfig(file)), filepath: file }));
writeFileSync(join(root, 'docs/images/performance.svg'), plotOf(results));

function withSection(text, [name, section]) {
  const [start, end] = [`<!-- ${name}: node bench/report.mjs -->`, `<!-- end of ${name} -->`];
  if (!text.includes(start) || !text.includes(end)) throw new Error(`docs/performance.md has no place for ${name}`);
  return `${text.slice(0, text.indexOf(start) + start.length)}\n\n${section}\n${text.slice(text.indexOf(end))}`;
}
