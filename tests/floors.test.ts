import { afterAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const checker = join(import.meta.dirname, '../scripts/floors.mjs');
const folder = mkdtempSync(join(tmpdir(), 'jiesu-floors-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the checker says of a tree that consists of these files. */
function problemsOf(files: Record<string, string>): string {
  const root = mkdtempSync(join(folder, 'tree-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { status, stderr } = spawnSync(process.execPath, [checker, root], { encoding: 'utf8' });
  expect(status).toBe(stderr ? 1 : 0);
  return stderr;
}

test.each([
  ['the kernel imports no slice', 'kernel/clock.ts', "import { a } from '../org/a.js';", 'must not import org'],
  [
    'a type is an import too',
    'complaints/a.ts',
    "import type { B } from '../escalations/b.js';",
    'escalations is above',
  ],
  ['a re-export is an import too', 'plans/a.ts', "export {\n  b,\n} from '../complaints/b.js';", 'complaints is above'],
  ['neighbours stay apart', 'work/a.ts', "import { b } from '../calendar/b.js';", 'neighbours'],
  ['a late import is an import too', 'work/a.ts', "await import('../plans/b.js');", 'plans is above'],
  ['the server knows no console', 'kernel/a.ts', "import x from '../../../admin/src/x.js';", 'must not import admin'],
  ['a new slice must be given a floor', 'widgets/a.ts', '', 'has no floor'],
  ['access asks no action', 'work/a.access.ts', "import { b } from './b.actions.js';", 'a file of access'],
  ['actions know no resolver', 'work/a.actions.ts', "import { b } from './b.resolver.js';", 'only schema.ts'],
  ['a noun knows no access', 'work/a.ts', "import { b } from './b.access.js';\n@Entity() class A {}", 'a file of noun'],
  ['a slice reads by no SQL', 'work/a.ts', 'const q = `\n  select id from task`;', 'SQL for a read'],
  ['nor by SQL inside a condition', 'work/a.ts', "raw('exists (select 1 from staff)')", 'SQL for a read'],
  ['nor by a query builder', 'work/a.ts', 'em.createQueryBuilder(Task)', 'kernel/read'],
])('%s', (_rule, file, text, problem) => {
  expect(problemsOf({ [`server/src/${file}`]: text })).toContain(problem);
});

test('the console imports nothing from the server and writes no colour outside its tokens', () => {
  expect(problemsOf({ 'admin/src/a.ts': "import { b } from '../../server/src/b.js';" })).toContain('schema.graphql');
  expect(problemsOf({ 'admin/src/a.tsx': "const style = { border: '1px solid #12ab3F' };" })).toContain('#12ab3F');
  expect(problemsOf({ 'admin/src/a.css': 'a { color: #fff }' })).toContain('#fff');
});

test('what points down, comments and prose are left alone', () => {
  const problems = problemsOf({
    'server/src/complaints/a.actions.ts':
      "import { b } from '../org/b.js';\nimport { c } from './c.access.js';\n// import { d } from '../escalations/d.js';",
    'server/src/complaints/c.access.ts': "const text = 'Select a complaint from the list';",
    'server/src/org/b.ts': '/* select id from staff */',
    'admin/src/theme/tokens.ts': "export const ink = '#123456';",
    'admin/src/a.ts': "const path = '#/complaints'; // was #fff",
  });
  expect(problems).toBe('');
});
