import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Manifest = {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
type Lockfile = {
  packages: Record<string, { hasInstallScript?: boolean; optionalDependencies?: Record<string, string> }>;
};

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const manifests = ['package.json', 'server/package.json', 'admin/package.json', 'tests/package.json'];
const direct = manifests.flatMap((path) => {
  const manifest = JSON.parse(read(path)) as Manifest;
  return Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  }).map(([name, version]) => ({ path, name, version }));
});
const lines = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)`\s*\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|$/gm)];
const documented = new Set(lines.filter(([, , why, licence]) => why && licence).map(([, name]) => name));
const lockfile = JSON.parse(read('package-lock.json')) as Lockfile;
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('every dependency is pinned to one exact version', () => {
  expect(direct.filter(({ version }) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('every dependency has its line in docs/dependencies.md with a reason and a licence', () => {
  expect(direct.filter(({ name }) => !documented.has(name))).toEqual([]);
});

test('docs/dependencies.md names nothing that is gone', () => {
  const known = new Set([...direct.map(({ name }) => name), ...Object.keys(lockfile.packages).map(nameOf)]);
  expect([...documented].filter((name) => !known.has(name ?? ''))).toEqual([]);
});

test('every package with an install script is listed, and its script refused', () => {
  const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
  const scripted = Object.entries(lockfile.packages).filter(([, entry]) => entry.hasInstallScript);
  const names = scripted.map(([path]) => nameOf(path)).sort();
  expect(Object.keys(allowScripts).sort()).toEqual(names);
  expect(Object.values(allowScripts).every((allowed) => !allowed)).toBe(true);
  expect(names.filter((name) => !documented.has(name))).toEqual([]);
});

test('the lockfile holds the optional packages of every platform', () => {
  const locked = new Set(Object.keys(lockfile.packages).map(nameOf));
  const wanted = Object.values(lockfile.packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
});
