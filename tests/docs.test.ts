import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const pages = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pages(path) : path.endsWith('.md') ? [path] : [];
  });
const documents = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG-API.md', ...pages('docs')];
const inside = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => !/(^|\/)(node_modules|dist)\//.test(path))
    .map((path) => `/${folder}/${path}`);
const sources = ['server', 'admin', 'tests', 'scripts', 'docs'].flatMap(inside);
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

test.each(documents)('every link of %s leads somewhere', (page) => {
  const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, target]) => target!);
  const broken = links.filter((target) => !existsSync(join(root, dirname(page), decodeURIComponent(target))));
  expect(broken).toEqual([]);
});

test.each(documents)('every file of this repository that %s names is there', (page) => {
  const text = textOf(page);
  const paths = [...text.matchAll(/`((?:server|admin|tests|scripts|docs|docker)\/[\w./-]+)`/g)]
    .map(([, path]) => path!)
    // What is built need not be there.
    .filter((path) => !/\/dist(?:\/|$)/.test(path));
  // A name without its folders must be somewhere; `x.` stands for any noun.
  const names = [...text.matchAll(/`(?!x\.)([\w./-]+\.(?:tsx?|mjs))`/g)].map(([, name]) => name!);
  const missing = [
    ...paths.filter((path) => !existsSync(join(root, path))),
    ...names.filter((name) => !sources.some((path) => path.endsWith(`/${name}`))),
  ];
  expect(missing).toEqual([]);
});

test('the glossary has a word for every value of the schema that a person reads', () => {
  const glossary = textOf('docs/glossary.md');
  const names = [
    'ComplaintStatus',
    'Level',
    'Channel',
    'RiskFlag',
    'EscalationTrigger',
    'EscalationStatus',
    'GroupKind',
  ];
  const missing = names.flatMap((name) => {
    const body = new RegExp(`^enum ${name} \\{(.*?)^\\}`, 'ms').exec(textOf('schema.graphql'))?.[1] ?? '';
    const values = [...body.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, value]) => value!);
    expect(values).not.toEqual([]);
    return values.filter((value) => !glossary.includes(`\`${value}\``));
  });
  expect(missing).toEqual([]);
});

test('the operations page has a row for every setting, and no other', () => {
  const settings = [...textOf('server/src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name!);
  const rows = [...textOf('docs/operations.md').matchAll(/^\| `([A-Z][A-Z_]+)`/gm)].map(([, name]) => name!);
  expect(settings).toContain('DATABASE_URL');
  expect(rows.toSorted()).toEqual(settings.toSorted());
});

test('the guide to the API explains every error code', () => {
  const body = /errorCodes = \[(.*?)\]/s.exec(textOf('server/src/kernel/errors.ts'))![1]!;
  const codes = [...body.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code!);
  expect(codes).toContain('CONFLICT');
  expect(codes.filter((code) => !textOf('docs/api.md').includes(`\`${code}\``))).toEqual([]);
});
