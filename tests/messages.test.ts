import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GraphQLNamedType } from 'graphql';
import { reachOf } from '../server/src/complaints/complaint/complaint.access.js';
import { messageKeys, say } from '../server/src/kernel/messages.js';
import { createSchema } from '../server/src/schema.js';

const schema = createSchema();
const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  );
const keys = messageKeys();
const slices = [...new Set(keys.map((key) => key.split('.')[0]!))];
// Kinds of events look alike but are never said to anybody.
const mention = new RegExp(`(?<!record\\(ctx, |publish\\(ctx, )'((?:${slices.join('|')})\\.[A-Za-z.]+)'`, 'g');

test('every text is there in Chinese and English, with the same places to fill in', () => {
  const placesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of keys) {
    const [zh, en] = [say('zh', key), say('en', key)];
    expect([key, zh]).toEqual([key, expect.stringMatching(/\p{Script=Han}/u)]);
    expect([key, en]).not.toEqual([key, expect.stringMatching(/\p{Script=Han}/u)]);
    expect([key, placesIn(en)]).toEqual([key, placesIn(zh)]);
  }
});

test('every key that the server says is there', () => {
  const files = sources(resolve(import.meta.dirname, '../server/src')).filter(
    (file) => !/seed|reactions|messages\.ts$/.test(file),
  );
  const known = new Set(keys);
  const said = /(?:that\(|Input\(|conflict\(|forbidden\(|unauthenticated\(|key:|blockedBy:|requireThat\(|say\()/;
  const mentioned = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => said.test(line))
      .flatMap((line) => [...line.matchAll(mention)].map(([, key]) => ({ key: key!, file }))),
  );
  expect(mentioned.length).toBeGreaterThan(60);
  const missing = mentioned.filter(({ key }) => !known.has(key));
  expect(missing).toEqual([]);
});

test('no text is left that nobody says', () => {
  const words = sources(resolve(import.meta.dirname, '../server/src'))
    .filter((file) => !file.endsWith('.messages.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  // These are put together from a code; the last belongs to a code that is documented ahead of its limits.
  const families =
    /^(?:action|level|limit|deadline\.day|caseFile|appeal\.told|task\.not|plan\.(?:not|limitMissing|reviewMissing)|escalation\.cause|audit\.kind|access\.(?:answer|own|position|role|reads))\./;
  const isSaid = (key: string) => families.test(key) || words.split(`'${key}'`).length > (isDefinedThere(key) ? 2 : 1);
  const isDefinedThere = (key: string) => words.includes(`  '${key}': [`);
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

test('every trigger, level and verb has its words', () => {
  const enumOf = (name: string) =>
    (schema.getType(name) as { getValues(): { name: string }[] } & GraphQLNamedType)
      .getValues()
      .map((value) => value.name);
  const wanted = [
    ...enumOf('EscalationTrigger').map((name) => `escalation.cause.${name}`),
    ...enumOf('Level').map((name) => `level.${name}`),
    ...[
      'claimComplaint',
      'recordContact',
      'resolveImmediately',
      'revealField',
      'raiseEscalation',
      'acknowledgeEscalation',
      'resolveEscalation',
      'approveGrant',
      'revokeRole',
    ].map((verb) => `action.${verb}`),
    ...enumOf('GroupPosition').map((name) => `access.position.${name}`),
    ...enumOf('Role')
      .filter((role) => reachOf({ role, unitId: '', path: '/', withSubtree: true }).length > 0)
      .flatMap((role) => [`access.role.${role}`, `access.reads.${role}`]),
  ];
  expect(wanted.filter((key) => !keys.includes(key))).toEqual([]);
});

test('the page of errors has a row for every message of errors and fields, and no other', () => {
  const shared = keys.filter((key) => /^(?:error|field)\./.test(key));
  const placesIn = (text: string) =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => `\`${name}\``).join(', ') || '–';
  const wanted = shared.map(
    (key) => `| \`${key}\` | ${placesIn(say('en', key))} | ${say('zh', key)} | ${say('en', key)} |`,
  );
  const page = readFileSync(resolve(import.meta.dirname, '../docs/errors.md'), 'utf8');
  const rows = page
    .split('\n')
    .filter((line) => /^\| `(?:error|field)\./.test(line))
    .map((line) => line.replaceAll(/ +/g, ' '));
  // The rows that are missing are printed as they are to be pasted.
  expect(rows).toEqual(wanted);
});
