import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subscribe } from '../harness/subscription.js';
import { until } from '../harness/until.js';
import { roles, type Role } from './branch.js';
import { documentOf, idPlacesOf, nestedFieldsWithIds, rootFields, type RootField } from './fields.js';
import { argsFor, openMatrixBank, rowOfPlace, tryEverybody, valueAt, type MatrixBank } from './matrix.js';
import { ownFields, publicFields, samples } from './samples.js';
import { readTable, rowOf, tablePath, type Places } from './table.js';

const table = readTable();
const guarded = rootFields.filter(({ name }) => !publicFields.has(name));
const judged = guarded.filter(({ name }) => !ownFields.has(name));
const named = (fields: RootField[]) => fields.map((field) => [field.name, field] as const);

let bank: MatrixBank;
beforeAll(async () => {
  bank = await openMatrixBank();
});
afterAll(() => bank.stop());

/** One sample of a field in the own branch, for whoever does not use it up. */
const unused = new Map<string, ReturnType<typeof argsFor>>();
function sampleOf(field: RootField): ReturnType<typeof argsFor> {
  const sample = unused.get(field.name) ?? argsFor(field, bank.own);
  unused.set(field.name, sample);
  return sample;
}

describe('nothing is left out', () => {
  test('every root field has a sample, and no other', () => {
    const missing = rootFields.filter(({ name }) => !samples[name]).map(({ name }) => name);
    const surplus = Object.keys(samples).filter((name) => !rootFields.some((field) => field.name === name));
    // Missing: add one line to `samples` in tests/matrix/samples.ts, with arguments that somebody of a branch may use.
    expect({ missing, surplus }).toEqual({ missing: [], surplus: [] });
  });

  test(`every field that is neither public nor about oneself has a row in ${tablePath}, and no other`, () => {
    const missing = judged.filter(({ name }) => !table.has(name)).map(({ name }) => name);
    const surplus = [...table.keys()].filter((name) => !judged.some((field) => field.name === name));
    // Missing: add a row; the test named after the field prints the one it found, which you judge.
    expect({ missing, surplus }).toEqual({ missing: [], surplus: [] });
  });

  test.each(named(guarded))('%s: its sample has an id wherever one can be given', async (_, field) => {
    const { args } = await sampleOf(field);
    const places = idPlacesOf(field);
    // Add the id to the field's line in tests/matrix/samples.ts.
    expect(places.filter((path) => typeof valueAt(args, path) !== 'string')).toEqual([]);
    // Tell `typeOfName` in tests/matrix/matrix.ts what the argument names.
    expect(places.filter((path) => !table.has(rowOfPlace(field, path)!))).toEqual([]);
  });

  test('no field below the root takes an id, for which this table has no place', () => {
    expect(nestedFieldsWithIds).toEqual([]);
  });
});

describe('a stranger', () => {
  test.each(named(guarded))('is asked to sign in by %s', async (name, field) => {
    const { args } = await sampleOf(field);
    expect([name, await codeOf(field, args)]).toEqual([name, 'UNAUTHENTICATED']);
  });

  async function codeOf(field: RootField, args: object): Promise<string | undefined> {
    const query = documentOf(field, args);
    if (field.kind === 'subscription') return (await subscribe(bank.connect(), query, { ...args }).problem()).code;
    return (await bank.own.say(null, query, args)).errors?.[0]?.extensions.code;
  }

  test('is answered by what is public', async () => {
    for (const field of rootFields.filter(({ name }) => publicFields.has(name))) {
      const { args } = await sampleOf(field);
      const { data, errors } = await bank.own.say(null, documentOf(field, args), args);
      expect([field.name, errors, data?.[field.name] == null]).toEqual([field.name, undefined, false]);
    }
  });
});

/** Fails with the row that was found, ready to be pasted where it is right. */
function expectRow(name: string, found: Record<Places, Record<Role, string>>): void {
  const expected = table.get(name);
  expect(rowOf(name, found)).toBe(expected ? rowOf(name, expected) : `a row in ${tablePath}`);
}

describe('A7, A8: who may do what, and what is not there for whom', () => {
  test.each(named(judged.filter(({ kind }) => kind !== 'subscription')))('%s', async (name, field) => {
    const leaks: string[] = [];
    const own = await tryEverybody(bank, table, field, 'own', leaks);
    const other = await tryEverybody(bank, table, field, 'other', leaks);
    expect(leaks).toEqual([]);
    expectRow(name, { own, other });
    // The proof that a refusal is one: the same call by somebody of that branch who may.
    const entitled = roles.find((role) => own[role] === '✓');
    const { args } = await argsFor(field, bank.other);
    const { data, errors } = await bank.other.say(entitled!, documentOf(field, args), args);
    expect([name, errors, data?.[name] == null]).toEqual([name, undefined, false]);
  });
});

describe('A7: who is told what', () => {
  test.each(named(rootFields.filter(({ kind }) => kind === 'subscription')))('%s', async (name, field) => {
    const found = { own: await heard('own', field), other: await heard('other', field) };
    expectRow(name, found);
  });

  /** Who of the own branch hears of something new in a branch, once somebody entitled of that branch has. */
  async function heard(place: Places, field: RootField): Promise<Record<Role, string>> {
    const { data } = await bank[place].say('DESK', '{ eventCursor }', {});
    const { args } = await argsFor(field, bank[place]);
    const variables = { ...args, after: data.eventCursor };
    const listen = (token: string) => subscribe(bank.connect({ token }), documentOf(field, variables), variables);
    const feeds = roles.map((role) => listen(bank.own.tokens[role]));
    const twin = listen(bank[place].tokens.DESK);
    const expected = roles.filter((role) => table.get(field.name)?.[place][role] === '✓');
    const hasHeard = ({ events, state }: typeof twin) => until(() => events.length || state.problems.length);
    await hasHeard(twin);
    for (const role of expected) await hasHeard(feeds[roles.indexOf(role)]!);
    const verdicts = roles.map((role, index) => {
      const { events, state } = feeds[index]!;
      return [role, events.length ? '✓' : state.problems.length ? '–' : '·'];
    });
    for (const feed of [...feeds, twin]) feed.end();
    return Object.fromEntries(verdicts) as Record<Role, string>;
  }
});
