/**
 * Keeps schema.graphql, the contract, equal to what the server serves.
 *
 *   node scripts/schema.mjs                    prints the server's schema into schema.graphql
 *   node scripts/schema.mjs --reason "why"     … and notes its breaking changes in CHANGELOG-API.md
 *   node scripts/schema.mjs --check            fails on drift, and on breaking changes that are not noted
 */
import { fail, root, run } from './run.mjs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { buildSchema, findBreakingChanges } = createRequire(join(root, 'server/package.json'))('graphql');
const [contract, changelog] = [join(root, 'schema.graphql'), join(root, 'CHANGELOG-API.md')];

const printed = await run('node', ['server/dist/cli/print-schema.js']);
if (printed.code !== 0) fail(printed.output, 'The server could not print its schema.');
const isCheck = process.argv.includes('--check');
const committed = await run('git', ['show', 'HEAD:schema.graphql']);
const breaking = committed.code
  ? [] // no repository (an unpacked archive): there is nothing to compare with
  : findBreakingChanges(buildSchema(committed.stdout), buildSchema(printed.stdout)).map((change) => change.description);
const notes = readFileSync(changelog, 'utf8');
const unnoted = breaking.filter((description) => !notes.includes(description));

if (!isCheck) {
  writeFileSync(contract, printed.stdout);
  const at = process.argv.indexOf('--reason');
  const reason = at > 0 && process.argv[at + 1];
  if (reason && unnoted.length) {
    const entry = [`- ${reason}`, ...unnoted.map((description) => `  - ${description}`)].join('\n');
    writeFileSync(changelog, `${notes.trimEnd()}\n${entry}\n`);
  } else if (unnoted.length) {
    console.log('Breaking changes, to be noted in CHANGELOG-API.md (add:  -- --reason "why"):');
    for (const description of unnoted) console.log(`  - ${description}`);
  }
} else {
  if (readFileSync(contract, 'utf8') !== printed.stdout) {
    const fresh = join(root, '.cache', 'schema.graphql');
    mkdirSync(join(fresh, '..'), { recursive: true });
    writeFileSync(fresh, printed.stdout);
    const diff = await run('git', ['diff', '--no-index', '--no-color', '--unified=1', 'schema.graphql', fresh]);
    fail(
      diff.output.split('\n').slice(4).join('\n').trimEnd(),
      'schema.graphql (-) is not what the server serves (+). Run:  npm run schema',
    );
  }
  if (unnoted.length)
    fail(
      'Breaking changes that CHANGELOG-API.md does not note:',
      ...unnoted.map((description) => `  - ${description}`),
      'Run:  npm run schema -- --reason "why"',
    );
}
