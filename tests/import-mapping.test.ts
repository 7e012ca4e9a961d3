import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDate, readIsoDate } from '../server/src/import/dates.js';
import { readMapping, type Mapping } from '../server/src/import/mapping.js';
import { reportText, type Refusal } from '../server/src/import/report.js';
import { idempotencyKey, ordinalCounter, rowReader } from '../server/src/import/row.js';
import { fillTemplate, parseTemplate, templateMistake } from '../server/src/import/template.js';
import { codeListSeed } from '../server/src/work/code-list-seed.js';

const cells = fc.array(fc.string(), { minLength: 1, maxLength: 5 });

describe('the idempotency key of a row', () => {
  const keysOf = (rows: string[][], id = 'ledger') => {
    const ordinalOf = ordinalCounter();
    return rows.map((row) => idempotencyKey(id, row, ordinalOf(row)));
  };

  test('is the same at every run and differs between any two rows, identical ones included', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 12 }), (rows) => {
        const doubled = [...rows, ...rows];
        const keys = keysOf(doubled);
        expect(keysOf(doubled)).toEqual(keys);
        expect(new Set(keys).size).toBe(doubled.length);
        expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
      }),
    );
  });

  test('does not depend on what stands around the row', () => {
    fc.assert(
      fc.property(fc.uniqueArray(cells, { selector: (row) => JSON.stringify(row) }), (rows) => {
        expect(keysOf(rows.toReversed()).toSorted()).toEqual(keysOf(rows).toSorted());
      }),
    );
  });

  test('tells mappings and cell borders apart', () => {
    expect(keysOf([['a,b']])).not.toEqual(keysOf([['a', 'b']]));
    expect(keysOf([['a']], 'one')).not.toEqual(keysOf([['a']], 'two'));
  });
});

describe('a template', () => {
  const fill = (text: string, values: Record<string, string>) =>
    fillTemplate(parseTemplate(text), (column) => values[column] ?? '');

  test.each([
    ['{A}: {B}', { A: 'x', B: 'y' }, 'x: y'],
    ['{A}: {B}', { A: 'x' }, 'x'],
    ['{A}: {B}', { B: 'y' }, 'y'],
    ['{A}: {B}', {}, ''],
    ['{A}, {B}, {C}', { A: 'x', C: 'z' }, 'x, z'],
    ['{A}[ ({B})]', { A: 'x', B: 'y' }, 'x (y)'],
    ['{A}[ ({B})]', { A: 'x' }, 'x'],
    ['No. {A}\nCompany: {B}', { B: 'y' }, 'Company: y'],
    ['No. {A} at {B}!', { A: 'x' }, 'No. x!'],
    ['{A}[ from {B} to {C}]', { A: 'x', B: 'y' }, 'x'],
  ])('%s with %j is %j', (text, values, expected) => {
    expect(fill(text, values)).toBe(expected);
  });

  test('never leaves a separator dangling', () => {
    const value = fc.constantFrom('', 'x', 'yy');
    fc.assert(
      fc.property(value, value, value, (A, B, C) => {
        expect(fill('{A} | {B} | {C}', { A, B, C })).toBe([A, B, C].filter(Boolean).join(' | '));
      }),
    );
  });

  test('is refused with a lonely brace or bracket', () => {
    expect(['{A', 'A}', '[{A}', '{A}]', 'A', '[b]{A}', '{}'].map(templateMistake)).not.toContain(null);
    expect(['{A}', '[{A}]', 'x {A} [y {B} z]'].map(templateMistake)).toEqual([null, null, null]);
  });
});

describe('a date', () => {
  test('is read by its format in the zone of the mapping', () => {
    expect(readDate('2/5/2016', 'M/D/YYYY', '-05:00')).toBe('2016-02-05T05:00:00.000Z');
    expect(readDate('2026年3月1日 9:30', 'YYYY年M月D日 H:mm', '+08:00')).toBe('2026-03-01T01:30:00.000Z');
    expect(readIsoDate('2026-03-01', '+08:00')).toBe('2026-02-28T16:00:00.000Z');
    expect(readIsoDate('2026-03-01T12:00:00Z', '+08:00')).toBe('2026-03-01T12:00:00.000Z');
  });

  test('that does not exist or has another form is refused', () => {
    expect(() => readDate('2/30/2016', 'M/D/YYYY', '+08:00')).toThrow('does not exist');
    expect(() => readDate('2016-02-05', 'M/D/YYYY', '+08:00')).toThrow('is not a date');
    expect(() => readIsoDate('5 Feb 2016', '+08:00')).toThrow('ISO 8601');
  });

  test('written by a format is read back by it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const [day = '', time = ''] = date.toISOString().split(/[T.]/);
          expect(readDate(`${time} ${day}`, 'HH:mm:ss YYYY-MM-DD', '+00:00')).toBe(`${day}T${time}.000Z`);
        },
      ),
    );
  });
});

describe('a mapping', () => {
  const header = ['Date', 'Closed', 'Way', 'Text', 'Result', 'Kind'];
  const good = {
    id: 'ledger',
    columns: {
      channel: 'Way',
      content: 'Text',
      receivedAt: 'Date',
      'historical.closedAt': 'Closed',
      'historical.resolutionSummary': 'Result',
    },
    values: { Way: { call: 'PHONE', '*': 'OTHER' } },
    categories: [{ column: 'Kind', is: ['scam'], code: 'FRAUD' }],
    constants: { 'complainant.anonymous': true, categoryCode: 'OTHER' },
  };
  const read = (mapping: unknown, isLive = false) => readMapping(JSON.stringify(mapping), { header, isLive });

  test('without mistakes makes rows into inputs', () => {
    const toInput = rowReader(read(good).mapping as Mapping, header, false);
    expect(toInput(['2026-01-02', '2026-01-05', 'call', ' Lost card ', 'New card', 'scam'], 'k')).toEqual({
      mistakes: {},
      input: {
        idempotencyKey: 'k',
        channel: 'PHONE',
        content: 'Lost card',
        receivedAt: '2026-01-01T16:00:00.000Z',
        categoryCode: 'FRAUD',
        complainant: { anonymous: true },
        historical: { closedAt: '2026-01-04T16:00:00.000Z', resolutionSummary: 'New card' },
      },
    });
  });

  test('leaves the past out of a live import', () => {
    const toInput = rowReader(read(good, true).mapping as Mapping, header, true);
    expect(toInput(['2026-01-02', '2026-01-05', 'pigeon', 'Lost card', 'New card', ''], 'k').input).toEqual({
      idempotencyKey: 'k',
      channel: 'OTHER',
      content: 'Lost card',
      categoryCode: 'OTHER',
      complainant: { anonymous: true },
    });
  });

  test('names every wrong cell of a row at once', () => {
    const strict = { ...good, values: { Way: { call: 'PHONE' } } };
    const toInput = rowReader(read(strict).mapping as Mapping, header, false);
    const { mistakes } = toInput(['yesterday', '', 'pigeon', '', 'x', ''], 'k');
    expect(Object.keys(mistakes).sort()).toEqual(['channel', 'content', 'historical.closedAt', 'receivedAt']);
  });

  test('names all its mistakes at once, those of wrong parts and those across parts', () => {
    const { mapping, mistakes } = read({
      id: 'two words',
      colums: {},
      offset: 'CST',
      constants: { level: 'HUGE', nonsense: 1 },
      columns: { channel: 'Way', receivedAt: 'Day' },
      templates: { content: '{Text', place: '{Town}' },
      values: { Way: { call: 'TELEPHONE' }, Kind: { a: 'b' } },
      dates: { Day: 'D/M' },
      categories: [{ column: 'Kind', code: 'FRAUD' }],
    });
    expect(mapping).toBeUndefined();
    expect(mistakes.map(({ path }) => path).sort()).toEqual(
      [
        'id',
        'colums',
        'offset',
        'constants → level',
        'constants → nonsense',
        'columns → receivedAt',
        'templates → content',
        'templates → place',
        'values → Way → call',
        'values → Kind',
        'dates → Day',
        'categories → 0 → is',
        'historical.closedAt',
        'historical.resolutionSummary',
      ].sort(),
    );
  });

  test('that is no JSON object is refused', () => {
    expect(readMapping('{', { header, isLive: false }).mistakes).toHaveLength(1);
    expect(read([]).mistakes).toHaveLength(1);
    expect(read(null).mistakes).toHaveLength(1);
  });

  test('of the shipped example fits the shipped code lists', async () => {
    const text = await readFile(new URL('../docs/examples/cfpb.json', import.meta.url), 'utf8');
    const columns = [
      ...['Date received', 'Product', 'Sub-product', 'Issue', 'Sub-issue', 'Company', 'State', 'ZIP code'],
      ...['Submitted via', 'Date sent to company', 'Company response to consumer', 'Timely response?'],
      'Consumer disputed?',
    ];
    const { mapping, mistakes } = readMapping(text, { header: columns, isLive: false });
    expect(mistakes).toEqual([]);
    const has = (list: string) => (code: string) =>
      codeListSeed.some((entry) => entry.list === list && entry.code === code);
    expect(mapping?.categories.map(({ code }) => code).filter((code) => !has('CATEGORY')(code))).toEqual([]);
    expect(Object.values(mapping?.values['Product'] ?? {}).filter((code) => !has('PRODUCT')(code))).toEqual([]);
  });
});

test('the report lists every wrong field by line and quotes what needs it', () => {
  const refusals: Refusal[] = [
    { line: 7, code: 'CONFLICT', message: 'used, "before"', fields: {} },
    { line: 2, code: 'BAD_USER_INPUT', message: 'wrong', fields: { channel: 'a', 'complainant.phone': 'b' } },
  ];
  expect(reportText(refusals).split('\r\n')).toEqual([
    'line,code,field,reason',
    '2,BAD_USER_INPUT,channel,a',
    '2,BAD_USER_INPUT,complainant.phone,b',
    '7,CONFLICT,,"used, ""before"""',
    '',
  ]);
});
