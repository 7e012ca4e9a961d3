/**
 * Writes the holidays and make-up workdays with which every bank begins, from the package `chinese-days`, into
 * server/src/migrations/calendar-dates.ts. Only its table of dates is read: its functions depend on the host's time zone.
 *
 *   node scripts/calendar-dates.mjs
 */
import { root, run } from './run.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [firstYear, lastYear] = [2011, 2026];
const target = 'server/src/migrations/calendar-dates.ts';
const main = createRequire(join(root, 'tests/package.json')).resolve('chinese-days');
const { holidays, workdays } = JSON.parse(readFileSync(join(main, '../chinese-days.json'), 'utf8'));

const lines = new Map();
for (const [table, kind] of [
  [holidays, 'off'],
  [workdays, 'work'],
])
  for (const [day, names] of Object.entries(table).sort()) {
    const year = Number(day.slice(0, 4));
    if (year < firstYear || year > lastYear) continue;
    const [nameEn, nameZh] = names.split(',');
    const key = `${year} ${nameZh}`;
    const line = lines.get(key) ?? { year, nameZh, nameEn, off: [], work: [] };
    line[kind].push(day.slice(5));
    lines.set(key, line);
  }

const firstDay = ({ off, work }) => [...off, ...work].sort()[0];
const rows = [...lines.values()].sort((a, b) => a.year - b.year || firstDay(a).localeCompare(firstDay(b)));
const text = rows.map(({ year, nameZh, nameEn, off, work }) =>
  JSON.stringify([year, nameZh, nameEn, off.join(' '), work.join(' ')]),
);
writeFileSync(
  join(root, target),
  `type Row = readonly [year: number, nameZh: string, nameEn: string, off: string, work: string];

/** By the State Council's notices: days off (放假) and make-up workdays (调休上班); made by scripts/calendar-dates.mjs. */
export const calendarDates: readonly Row[] = [${text.join(',')}];
`,
);
const { code, output } = await run('node', ['node_modules/prettier/bin/prettier.cjs', '--write', target]);
if (code !== 0) throw new Error(output);
