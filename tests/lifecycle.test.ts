import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { life } from '../server/src/complaints/complaint/life.js';
import { ComplaintStatus } from '../server/src/complaints/enumerations.js';

const page = readFileSync(resolve(import.meta.dirname, '../docs/lifecycle.md'), 'utf8');
const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const states = Object.keys(ComplaintStatus);

// `→` leads on, `●` is done and stays. Paste what the failure shows where it is right.
test('the page about the life of a complaint has the table that the server goes by', () => {
  const written = page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map(cellsOf);
  const rows = Object.entries(life).map(([verb, { from, to }]) => [
    `\`${verb}\``,
    ...states.map((state) => ((from as readonly string[]).includes(state) ? (to.length ? '→' : '●') : '')),
    to.map((state) => `\`${state}\``).join(', '),
  ]);
  expect(written).toEqual(rows);
});

test('its columns are all states there are', () => {
  const header = page.split('\n').find((line) => line.startsWith('| verb'))!;
  expect(cellsOf(header).slice(1, -1)).toEqual(states);
});
