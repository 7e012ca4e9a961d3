/**
 * Checks the rules of docs/architecture.md that oxlint cannot express: who may import whom, no SQL for reads in
 * slices, no colours outside the console's tokens. Arrows point down only; a new slice is one word in `floors`.
 */
import { root as checkout } from './run.mjs';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = process.argv[2] ?? checkout;

/** Top to bottom. Names in one line are neighbours and do not import each other. */
const floors = [
  ['main', 'cli'],
  ['announcement'],
  ['server', 'import'],
  ['seed'],
  ['application'],
  [
    'http-api',
    'evidence-api',
    'exports-api',
    'http-server',
    'socket-api',
    'console-files',
    'security-headers',
    'metrics-page',
  ],
  ['socket-connection', 'socket-request', 'observation'],
  ['error-response', 'request', 'query-cost', 'query-plan', 'rights-calendar'],
  ['query-limits'],
  ['input-errors'],
  ['schema'],
  ['database'],
  ['embedded-postgres', 'migrations'],
  ['reports'],
  ['drills'],
  ['incidents'],
  ['escalations'],
  ['complaints'],
  ['plans'],
  ['work', 'calendar'],
  ['org'],
  ['kernel'],
  ['config', 'node-version', 'listen'],
];
const slices = floors.flat().filter((name, at, all) => at >= all.indexOf('reports') && at < all.indexOf('kernel'));
/** Inside a slice, top to bottom; a noun is a file that declares an entity or a GraphQL type or enum. */
const roles = ['resolver', 'reactions', 'actions', 'access', 'noun'];

const floorOf = (name) => floors.findIndex((names) => names.includes(name));
const problems = [];
const report = (file, line, text) => problems.push(`${file}:${line}: ${text}`);

function sources(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'dist', 'gql'].includes(entry.name) ? [] : sources(path);
    return /\.(tsx?|m?js|css)$/.test(entry.name) ? [path] : [];
  });
}

/** Comments become blanks of the same length, so that positions and line numbers stay right. */
const withoutComments = (text) =>
  text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (all, string) => (string === undefined ? all.replace(/[^\n]/g, ' ') : all),
  );
const lineAt = (text, index) => text.slice(0, index).split('\n').length;
const stringsOf = (text) => text.matchAll(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g);
const importsOf = (text) => text.matchAll(/(?:\bfrom|\bimport|\bimport\s*\()\s*(['"])([^'"\n]+)\1/g);

const placeOf = (file) => {
  const [name, ...rest] = relative('server/src', file).split('/');
  return { name: rest.length ? name : name.replace(/\.ts$/, ''), file };
};
const isNoun = (file) =>
  existsSync(join(root, file)) &&
  /@(Entity|ObjectType|InputType|Embeddable)\(|registerEnumType\(/.test(readFileSync(join(root, file), 'utf8'));
const roleOf = (file) => {
  const suffix = /[./](resolver|reactions|actions|access|input)s?\.ts$/.exec(file)?.[1];
  return suffix === 'input' || (!suffix && isNoun(file)) ? 'noun' : suffix;
};

function checkArrow(from, to, line) {
  const [above, below] = [floorOf(from.name), floorOf(to.name)];
  if (below < 0) return report(from.file, line, `${to.file} has no floor: add "${to.name}" to scripts/floors.mjs`);
  if (from.name !== to.name && below <= above)
    report(
      from.file,
      line,
      `${from.name} must not import ${to.name}: arrows point down only (${below === above ? 'these are neighbours' : `${to.name} is above`}). Let the upper one extend the type or react to the event.`,
    );
  const [role, other] = [roleOf(from.file), roleOf(to.file)];
  if (other === 'resolver' && role !== 'resolver' && !['schema', 'server', 'main'].includes(from.name))
    report(from.file, line, `only schema.ts imports resolvers, not ${from.file}`);
  else if (from.name === to.name && slices.includes(from.name) && roles.indexOf(role) > roles.indexOf(other) && other)
    report(from.file, line, `inside a slice: ${roles.join(' → ')}; a file of ${role} must not import ${to.file}`);
}

function checkServer(file) {
  const from = placeOf(file);
  const text = withoutComments(readFileSync(join(root, file), 'utf8'));
  if (floorOf(from.name) < 0) return report(file, 1, `"${from.name}" has no floor: add it to scripts/floors.mjs`);
  for (const found of importsOf(text)) {
    const [, , specifier] = found;
    if (!specifier.startsWith('.')) continue;
    const target = join(dirname(file), specifier).replace(/\.js$/, '.ts');
    if (target.startsWith('server/src/')) checkArrow(from, placeOf(target), lineAt(text, found.index));
    else if (!target.endsWith('.json')) report(file, lineAt(text, found.index), `the server must not import ${target}`);
  }
  if (!slices.includes(from.name)) return;
  for (const found of stringsOf(text))
    if (/(^.|\()\s*(select|SELECT)\s[^]*\b(from|FROM)\s/.test(found[0]))
      report(file, lineAt(text, found.index), 'SQL for a read in a slice: lists and details go through kernel/read');
  for (const found of text.matchAll(/\.(createQueryBuilder|getKysely|qb)\(|\.getConnection\(\)\s*\.execute\(/g))
    report(file, lineAt(text, found.index), `${found[0]} in a slice: lists and details go through kernel/read`);
}

function checkAdmin(file) {
  const text = withoutComments(readFileSync(join(root, file), 'utf8'));
  for (const found of importsOf(text)) {
    const target = found[2].startsWith('.') ? join(dirname(file), found[2]) : found[2];
    if (target.startsWith('@jiesu/') || (found[2].startsWith('.') && !target.startsWith('admin/')))
      report(
        file,
        lineAt(text, found.index),
        `the console must not import ${target}: the only bridge is schema.graphql`,
      );
  }
  if (file === 'admin/src/theme/tokens.ts' || !file.startsWith('admin/src/')) return;
  for (const found of file.endsWith('.css') ? [[text]] : stringsOf(text))
    for (const colour of found[0].matchAll(/#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b/gi))
      report(
        file,
        lineAt(text, (found.index ?? 0) + colour.index),
        `${colour[0]}: colours live in admin/src/theme/tokens.ts`,
      );
}

sources('server/src').forEach(checkServer);
sources('admin').forEach(checkAdmin);
if (problems.length) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
