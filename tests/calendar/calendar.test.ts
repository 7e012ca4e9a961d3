import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { readWorkingDays } from '../../server/src/calendar/working-days.js';
import { deadline } from '../../server/src/calendar/deadline.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const FIELDS = 'version year isPublished publishedAt publishedBy { id } exceptions { day kind nameZh nameEn name }';
const CALENDAR = `query ($year: Int!) { calendar(year: $year) { ${FIELDS} allowedActions { code blockedBy } } }`;
const verb = (name: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${FIELDS} } }`;
const [IMPORT, CHANGE, CLEAR, PUBLISH] = [
  'importCalendar',
  'changeCalendarDay',
  'clearCalendarDay',
  'publishCalendar',
].map(verb) as [string, string, string, string];

type Who = Parameters<TestBank['ask']>[0];
const calendar = async (year: number, who: Who = 'admin') => (await bank.ask(who, CALENDAR, { year })).calendar;
/** Sends an input with the version of the year as it is now. */
const send = async (query: string, year: number, input: object) =>
  bank.say('admin', query, { input: { ...input, expectedVersion: (await calendar(year)).version } });
const refusedFields = async (query: string, year: number, input: object) => {
  const before = await calendar(year);
  const { errors } = await send(query, year, input);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(await calendar(year)).toEqual(before);
  return errors![0]!.extensions.fields as Record<string, string>;
};

/** A notice for 2027 that nobody has given; the dates are ours. */
const notice = (days: object[]) => JSON.stringify({ year: 2027, papers: ['https://example.com/notice'], days });
const importing = (content: string, format = 'HOLIDAY_CN') => ({ year: 2027, format, content });
const newYear = { name: '元旦', date: '2027-01-01', isOffDay: true };
const csv = (...lines: string[]) => importing(['date,kind,nameZh,nameEn', ...lines].join('\n'), 'CSV');

test('every member of staff reads the year 2026 with its holidays and make-up workdays; nobody but the head office edits', async () => {
  const { exceptions, ...year } = await calendar(2026, 'intake');
  expect(year).toMatchObject({ isPublished: true, publishedAt: null, publishedBy: null, allowedActions: [] });
  expect(exceptions).toHaveLength(39);
  expect(exceptions[0]).toEqual({
    day: '2026-01-01',
    kind: 'OFF',
    nameZh: '元旦',
    nameEn: "New Year's Day",
    name: "New Year's Day",
  });
  const codes = (await calendar(2026)).allowedActions.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(['changeCalendarDay', 'clearCalendarDay']);
  const input = { day: '2026-12-31', kind: 'OFF', nameZh: '行庆', nameEn: 'Jubilee', expectedVersion: year.version };
  expect((await bank.refusal('office', CHANGE, { input })).extensions.code).toBe('FORBIDDEN');
});

test('a year that nobody has asked for yet is there, empty and unpublished; years far off are refused', async () => {
  const [one, two] = await Promise.all([calendar(2028), calendar(2028, 'intake')]);
  expect(one).toMatchObject({ version: 1, isPublished: false, exceptions: [] });
  expect(two).toMatchObject({ version: 1, isPublished: false, exceptions: [] });
  for (const year of [2010, 2099])
    expect((await bank.refusal('admin', CALENDAR, { year })).extensions.fields).toHaveProperty('year');
});

test('a notice is imported as a whole, again and again until it is published', async () => {
  await send(IMPORT, 2027, importing(notice([{ ...newYear, name: '旧' }])));
  const sunday = { name: '国庆节、中秋节', date: '2027-10-10', isOffDay: false };
  const { data } = await send(IMPORT, 2027, importing(notice([newYear, { ...newYear, date: '2027-01-02' }, sunday])));
  expect(data.importCalendar.exceptions).toEqual([
    { day: '2027-01-01', kind: 'OFF', nameZh: '元旦', nameEn: "New Year's Day", name: "New Year's Day" },
    { day: '2027-01-02', kind: 'OFF', nameZh: '元旦', nameEn: "New Year's Day", name: "New Year's Day" },
    {
      day: '2027-10-10',
      kind: 'WORK',
      nameZh: '国庆节、中秋节',
      nameEn: 'National Day, Mid-autumn Festival',
      name: 'National Day, Mid-autumn Festival',
    },
  ]);
});

test('a CSV says the same', async () => {
  const { data } = await send(IMPORT, 2027, csv('2027-01-01,OFF,元旦,"New Year\'s Day"', '', '2027-01-03,WORK,元旦,x'));
  expect(data.importCalendar.exceptions.map(({ day, kind }: Record<string, string>) => `${day} ${kind}`)).toEqual([
    '2027-01-01 OFF',
    '2027-01-03 WORK',
  ]);
});

test('what is wrong in a file is named by its place, all at once, and nothing changes', async () => {
  const day = (date: string, isOffDay = true) => ({ name: '元旦', date, isOffDay });
  const days = [
    newYear,
    newYear,
    day('2027-02-30'),
    day('2026-12-31'),
    day('2027-01-04', false),
    { ...newYear, name: ' ' },
  ];
  expect(await refusedFields(IMPORT, 2027, importing(notice(days)))).toEqual({
    'content.days.1.date': 'is there twice',
    'content.days.2.date': 'is not a day such as 2026-10-01',
    'content.days.3.date': 'is not in 2027',
    'content.days.4.isOffDay': 'is no weekend and worked anyway',
    'content.days.5.date': 'is there twice',
    'content.days.5.name': 'is required',
  });
});

test.each([
  ['no JSON', importing('{'), ['content']],
  [
    'JSON of another shape',
    importing('{"year": 2027, "days": [{"name": 1}]}'),
    ['content.days.0.date', 'content.days.0.isOffDay', 'content.days.0.name'],
  ],
  ['a notice of another year', importing(JSON.stringify({ year: 2026, days: [newYear] })), ['content.year']],
  ['a notice without days', importing(notice([])), ['content']],
  ['a CSV with another header', importing('day,kind\n2027-01-01,OFF', 'CSV'), ['content']],
  ['a CSV that never closes its quote', csv('2027-01-01,OFF,"元旦,x'), ['content']],
  [
    'a CSV with wrong lines',
    csv('2027-01-01,OFF,元旦', '2027-13-01,HALF,元旦,x'),
    ['content.lines.2', 'content.lines.3.date', 'content.lines.3.kind'],
  ],
])('%s is refused', async (_what, input, paths) => {
  expect(Object.keys(await refusedFields(IMPORT, 2027, input)).toSorted()).toEqual(paths);
});

test('single days change and are cleared, each with the version that was seen', async () => {
  const friday = { day: '2026-12-25', kind: 'OFF', nameZh: '行庆', nameEn: 'Jubilee' };
  const { data } = await send(CHANGE, 2026, friday);
  expect(data.changeCalendarDay.exceptions).toContainEqual({ ...friday, name: 'Jubilee' });
  const { version } = await calendar(2026);
  await send(CHANGE, 2026, { ...friday, nameZh: '停业', nameEn: 'Closed' });
  const input = { ...friday, expectedVersion: version };
  expect((await bank.refusal('admin', CHANGE, { input })).extensions.code).toBe('CONFLICT');
  const cleared = (await send(CLEAR, 2026, { day: friday.day })).data.clearCalendarDay;
  expect(cleared.exceptions).toHaveLength(39);
  expect(Object.keys(await refusedFields(CLEAR, 2026, { day: friday.day }))).toEqual(['day']);
  expect(Object.keys(await refusedFields(CHANGE, 2026, { ...friday, kind: 'WORK', nameEn: '' })).toSorted()).toEqual([
    'kind',
    'nameEn',
  ]);
});

test.each(['2026-02-30', '2027-01-01T00:00', '31.12.2026', '2026-13-01'])(
  'the day %s is refused at its field, and nothing changes',
  async (day) => {
    const input = { day, kind: 'OFF', nameZh: '行庆', nameEn: 'Jubilee' };
    expect(Object.keys(await refusedFields(CHANGE, 2026, input))).toEqual(['day']);
    expect(Object.keys(await refusedFields(CLEAR, 2026, { day }))).toEqual(['day']);
  },
);

test('deadlines in 2027 are provisional by its weekdays, and final by its holidays once they are published, once', async () => {
  const friday = { count: 3, unit: 'WORKING_DAY' } as const;
  const start = new Date('2026-12-30T10:00:00+08:00');
  const found = async (draft?: number) => {
    const { dueAt, isProvisional } = deadline(await readWorkingDays(bank.app.orm.em.fork(), draft), start, friday);
    return [dueAt.toISOString(), isProvisional];
  };
  const empty = { year: 2028, expectedVersion: (await calendar(2028)).version };
  expect((await bank.refusal('admin', PUBLISH, { input: empty })).extensions.code).toBe('CONFLICT');
  await send(IMPORT, 2027, importing(notice([newYear, { name: '元旦', date: '2027-01-04', isOffDay: true }])));
  expect(await found()).toEqual(['2027-01-04T16:00:00.000Z', true]);
  expect(await found(2027)).toEqual(['2027-01-06T16:00:00.000Z', false]);
  expect((await send(PUBLISH, 2027, { year: 2027 })).data.publishCalendar).toMatchObject({
    isPublished: true,
    publishedAt: expect.any(String),
    publishedBy: { id: bank.staff.admin },
  });
  expect(await found()).toEqual(['2027-01-06T16:00:00.000Z', false]);
  const published = await calendar(2027);
  for (const [query, input] of [
    [PUBLISH, { year: 2027 }],
    [IMPORT, importing(notice([newYear]))],
  ] as const)
    expect((await send(query, 2027, input)).errors?.[0]?.extensions.code).toBe('CONFLICT');
  expect(await calendar(2027)).toEqual(published);
  await send(CLEAR, 2027, { day: '2027-01-04' });
  expect(await found()).toEqual(['2027-01-05T16:00:00.000Z', false]);
  const { rows } = await bank.app.pool.query("select data from event where kind = 'calendar.published'");
  expect(rows).toEqual([{ data: { year: 2027 } }]);
});
