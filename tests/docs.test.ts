import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const pages = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pages(path) : path.endsWith('.md') ? [path] : [];
  });
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG-API.md', ...pages('docs')];
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

test.each(documents)('every link of %s leads somewhere', (page) => {
  const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, target]) => target!);
  const broken = links.filter((target) => !existsSync(join(root, dirname(page), decodeURIComponent(target))));
  expect(broken).toEqual([]);
});

test.each(documents)('every file of this repository that %s names is there', (page) => {
  const named = [...textOf(page).matchAll(/`((?:server|admin|tests|scripts|docs|docker)\/[\w./-]+)`/g)];
  const missing = named.map(([, path]) => path!).filter((path) => !existsSync(join(root, path)));
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
