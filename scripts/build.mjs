/**
 * Builds the server (tsc), the console's typed queries (codegen) and the console (vite).
 *
 *   node scripts/build.mjs [--if-stale] [server] [codegen] [admin]
 *
 * Without names it builds all. Each output carries a stamp: a hash of everything it is made from. With --if-stale a
 * fresh output is left alone and nothing is printed, which is why `npm start` is quick the second time.
 */
import { environment, fail, root, run, seconds } from './run.mjs';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const everywhere = ['package-lock.json', 'scripts/build.mjs'];
const targets = {
  server: {
    what: 'the server',
    from: ['server/src', 'server/tsconfig.json', 'server/package.json'],
    stamp: 'server/dist/.stamp',
    build: async () => {
      const result = await run('tsc', ['-p', 'server']);
      if (result.code === 0) removeOrphans('server/dist', 'server/src');
      return result;
    },
  },
  codegen: {
    what: "the console's typed queries",
    from: ['schema.graphql', 'admin'],
    stamp: 'admin/src/gql/.stamp',
    build: () => run('graphql-codegen', ['--errors-only'], { cwd: join(root, 'admin') }),
  },
  admin: {
    what: 'the console',
    needs: 'codegen',
    from: ['schema.graphql', 'admin'],
    stamp: 'admin/dist/.stamp',
    // A NODE_ENV of the caller, such as a test run, must not make a console for development.
    build: () => {
      const env = { ...environment, NODE_ENV: 'production' };
      return run('vite', ['build', '--logLevel', 'warn'], { cwd: join(root, 'admin'), env });
    },
  },
};

function filesUnder(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (['node_modules', 'dist', 'gql', '.vite'].includes(entry.name)) return [];
    const child = join(path, entry.name);
    return entry.isDirectory() ? filesUnder(child) : entry.isFile() ? [child] : [];
  });
}

function hashOf({ from }) {
  const hash = createHash('sha256');
  for (const name of [...everywhere, ...from]) {
    const path = join(root, name);
    const files = !existsSync(path) ? [] : /\.\w+$/.test(name) ? [path] : filesUnder(path);
    for (const file of files) {
      const content = readFileSync(file);
      hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

const isFresh = (target, hash) => {
  const stamp = join(root, target.stamp);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
};

/** tsc leaves the output of deleted sources behind, where a migration or a test would still find it. */
function removeOrphans(dist, src) {
  for (const file of filesUnder(join(root, dist))) {
    const source = join(root, src, relative(join(root, dist), file).replace(/\.js(\.map)?$/, '.ts'));
    if (/\.js(\.map)?$/.test(file) && !existsSync(source)) rmSync(file);
  }
}

async function build(name, onlyIfStale) {
  const target = targets[name];
  const hash = hashOf(target);
  if (onlyIfStale && isFresh(target, hash)) return true;
  const began = performance.now();
  console.error(`Building ${target.what} …`);
  rmSync(join(root, target.stamp), { force: true });
  const { code, output } = await target.build();
  if (code !== 0) {
    console.error(`${output.trimEnd()}\nBuilding ${target.what} failed.`);
    return false;
  }
  mkdirSync(join(root, target.stamp, '..'), { recursive: true });
  writeFileSync(join(root, target.stamp), hash);
  console.error(`Built ${target.what} in ${seconds(began)}`);
  return true;
}

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Two starts at once must not write into one dist: the second waits for the first, then finds its work done. */
async function lock() {
  const path = join(root, '.cache', 'build.lock');
  mkdirSync(join(path, '..'), { recursive: true });
  for (let told = false; ;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      process.on('exit', () => rmSync(path, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(existsSync(path) && readFileSync(path, 'utf8'));
    if (holder && !isAlive(holder)) rmSync(path, { force: true });
    else if (holder && !told) console.error('Waiting for another build of this checkout …');
    told ||= holder > 0;
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = words.find((word) => !(word in targets));
if (unknown) fail(`Nothing here is called "${unknown}"; there are: ${Object.keys(targets).join(', ')}.`);
const onlyIfStale = process.argv.includes('--if-stale');
const wanted = words.length ? words : Object.keys(targets);

try {
  const stale = wanted.filter((name) => !onlyIfStale || !isFresh(targets[name], hashOf(targets[name])));
  if (stale.length) {
    await lock();
    const console_ = async () => {
      const names = stale.flatMap((name) => (targets[name].needs ? [targets[name].needs, name] : [name]));
      for (const name of new Set(names.filter((each) => each !== 'server')))
        if (!(await build(name, onlyIfStale || !wanted.includes(name)))) return false;
      return true;
    };
    const results = await Promise.all([!stale.includes('server') || build('server', onlyIfStale), console_()]);
    if (results.includes(false)) process.exitCode = 1;
  }
} catch (error) {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  fail(
    `This checkout must be built, but ${error.path} cannot be written by this user.`,
    'Build it once as its owner:  npm run build',
  );
}
