import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { deadline } from '../../server/src/calendar/deadline.js';
import { golden, seededDays } from './golden.js';

const built = join(import.meta.dirname, '../../server/dist');

/** What the built server works out on a host of that time zone; `host` proves that the zone was in force. */
function answersIn(zone: string): { host: string; answers: unknown } {
  const program = `
    import 'reflect-metadata';
    import { deadline } from '${built}/calendar/deadline.js';
    import { workingDaysOf, yearOf } from '${built}/calendar/working-days.js';
    import { calendarRows } from '${built}/migrations/calendar-rows.js';
    const days = workingDaysOf(new Set(calendarRows.map(({ day }) => yearOf(day))), calendarRows);
    const answers = JSON.parse(process.argv[1]).map(([at, limit]) => deadline(days, new Date(at), limit));
    console.log(JSON.stringify({ host: new Date(2026, 6, 1).toISOString(), answers }));`;
  const told = execFileSync('node', ['--input-type=module', '-e', program, JSON.stringify(golden)], {
    cwd: join(built, '..'),
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  return JSON.parse(told);
}

test.each([
  ['UTC', '2026-07-01T00:00:00.000Z'],
  ['Asia/Shanghai', '2026-06-30T16:00:00.000Z'],
  ['America/New_York', '2026-07-01T04:00:00.000Z'],
])('a host in %s works out the same days and the same ends', (zone, host) => {
  const expected = golden.map(([at, limit]) => deadline(seededDays, new Date(at), limit));
  expect(answersIn(zone)).toEqual({ host, answers: JSON.parse(JSON.stringify(expected)) });
});
