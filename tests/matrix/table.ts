import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { roles, type Role } from './branch.js';

/** What a caller gets: it is done or shown, it is refused, or it looks as though there were no such thing. */
export type Verdict = '✓' | '–' | '·';
/** In one's own branch, and in another one. */
export type Places = 'own' | 'other';

export const tablePath = 'docs/permissions.md';

/** The expectations of docs/permissions.md: a row a root field, a column a role, in each cell own and other branch. */
export function readTable(): Map<string, Record<Places, Record<Role, Verdict>>> {
  const text = readFileSync(resolve(import.meta.dirname, '../..', tablePath), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    rows.map((line) => {
      const [name, ...cells] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      if (cells.length !== roles.length || cells.some((cell) => !/^[✓–·]{2}$/.test(cell)))
        throw new Error(`${tablePath}: not ${roles.length} cells of two signs ✓ – ·: ${line}`);
      const column = (index: number) =>
        Object.fromEntries(roles.map((role, at) => [role, cells[at]![index]])) as Record<Role, Verdict>;
      return [name!.replaceAll('`', ''), { own: column(0), other: column(1) }];
    }),
  );
}

/** A row as it would stand in the table. */
export const rowOf = (name: string, found: Record<Places, Record<Role, string>>): string =>
  `| \`${name}\` | ${roles.map((role) => `${found.own[role]}${found.other[role]}`).join(' | ')} |`;
