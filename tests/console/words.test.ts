import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import englishMessages from 'ra-language-english';

type Messages = Record<string, object> & { words: Record<string, Record<string, string>> };

// The console's own modules name each other as its bundler has it, which the compiler of the tests does not follow.
const provider = '../../admin/src/provider';
const { en, zh } = (await import(`${provider}/messages.js`)) as Record<'en' | 'zh', Messages>;
const { frameworkZh } = (await import(`${provider}/framework.zh.js`)) as Record<'frameworkZh', object>;

/** Every text by its dotted key. */
function texts(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([name, value]) =>
      typeof value === 'string' ? [[path + name, value] as const] : [...texts(value as object, `${path}${name}.`)],
    ),
  );
}

const keysOf = (tree: object) => [...texts(tree).keys()].toSorted();
const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g))].toSorted().join(' ');

const schema = parse(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const enums = new Map(
  schema.definitions.flatMap((each) =>
    each.kind === Kind.ENUM_TYPE_DEFINITION
      ? [[each.name.value, (each.values ?? []).map(({ name }) => name.value)] as const]
      : [],
  ),
);

/** Where the console has the labels of an enum. */
const labelled = {
  AppealDecision: 'aftermath.decisions',
  AppealState: 'aftermath.appealState',
  ReturnVisitOutcome: 'aftermath.outcomes',
  SurveyState: 'aftermath.surveyState',
  AccessSource: 'words.accessSource',
  ActorKind: 'audit.by',
  CalendarDayKind: 'words.calendarDayKind',
  Capability: 'words.capability',
  ChainFault: 'audit.fault',
  Channel: 'words.channel',
  ClockKind: 'words.clockKind',
  ClockState: 'words.clockState',
  CodeListName: 'words.codeList',
  ComplaintAwaits: 'words.awaits',
  ComplaintEventKind: 'event',
  ComplaintStatus: 'words.status',
  ComplaintSubject: 'words.subject',
  Complexity: 'words.complexity',
  ContactDirection: 'words.direction',
  ContactKind: 'words.contactKind',
  CooperationState: 'words.cooperationState',
  EscalationEventKind: 'words.escalationEvent',
  EscalationGapReason: 'words.gapReason',
  EscalationLevel: 'words.escalationLevel',
  EscalationStatus: 'words.escalationStatus',
  EscalationTrigger: 'words.trigger',
  ContactOutcome: 'words.contactOutcome',
  ExtensionDecision: 'words.extensionDecision',
  ExtensionState: 'words.extensionState',
  ReferralScope: 'words.referralScope',
  GrantState: 'words.grantState',
  GroupKind: 'words.groupKind',
  GroupPosition: 'words.groupPosition',
  HandlingMode: 'words.handlingMode',
  HandoverState: 'words.handoverState',
  Level: 'words.level',
  LimitUnit: 'words.limitUnit',
  LimitedClock: 'words.limitedClock',
  MaskedField: 'words.maskedField',
  OrgUnitKind: 'words.orgUnitKind',
  PeriodClock: 'words.periodClock',
  PlanKind: 'words.planKind',
  PlanVersionState: 'words.planVersionState',
  PositionRight: 'words.positionRight',
  Post: 'words.post',
  ReplyBy: 'words.replyBy',
  RevealReason: 'words.revealReason',
  ReviewMode: 'words.reviewMode',
  RiskFlag: 'words.riskFlag',
  Role: 'words.role',
  ScreeningOutcome: 'words.screeningOutcome',
  ApprovalDecision: 'decide.decisions',
  Remedy: 'decide.remedy',
  ResolutionKind: 'decide.kind',
  ResolutionState: 'decide.state',
  TaskState: 'decide.taskState',
  Verdict: 'decide.verdicts',
};

/** Enums that no page shows by name. */
const unshown = [
  'AuditSortField',
  'CalendarFormat',
  'CaseFileContent',
  'CaseFileFault',
  'ComplaintSortField',
  'DayReason',
  'DeliveryChannel',
  'DeliveryErrorCode',
  'DeliverySortField',
  'DeliveryState',
  'EvidenceSource',
  'ExportKind',
  'ExportState',
  'MediationOutcome',
  'ScanState',
  'EscalationSortField',
  'NoticeChannel',
  'PlanPresetCode',
  'RegulationCode',
  'RevisionReason',
  'SameComplainant',
  'SessionMode',
  'SortDirection',
  'ViewerKind',
];

test('Chinese and English have the same messages', () => {
  expect(keysOf(zh)).toEqual(keysOf(en));
});

test('no message is empty', () => {
  const empty = (tree: object) => [...texts(tree)].filter(([key, text]) => !text && !key.endsWith('.grade'));
  expect([...empty(zh), ...empty(en)]).toEqual([]);
});

test('a message of ours has the same placeholders in both languages', () => {
  const english = texts(en);
  const differing = [...texts(zh)].filter(
    ([key, text]) => !key.startsWith('ra.') && placeholders(text) !== placeholders(english.get(key) ?? ''),
  );
  expect(differing).toEqual([]);
});

test('every message of the framework is in Chinese, with no placeholder that it does not fill', () => {
  expect(keysOf(frameworkZh)).toEqual(keysOf(englishMessages));
  const english = texts(englishMessages);
  const chinese = texts(frameworkZh);
  const invented = [...chinese].filter(([key, text]) => {
    const known = placeholders(english.get(key) ?? '');
    return placeholders(text)
      .split(' ')
      .some((name) => !known.includes(name));
  });
  expect(invented).toEqual([]);
  expect([...chinese].filter(([, text]) => /[A-Za-z]{3}/.test(text.replaceAll(/%\{\w+\}/g, '')))).toEqual([]);
});

test('Chinese labels are not left in English', () => {
  const isEnglish = (text: string) => /^[\x20-\x7E]*[A-Za-z]{3}[\x20-\x7E]*$/.test(text.replaceAll(/%\{\w+\}/g, ''));
  expect([...texts(zh)].filter(([, text]) => isEnglish(text))).toEqual([]);
});

test('every value of every enum that is shown has its label in both languages', () => {
  expect([...enums.keys()].toSorted()).toEqual([...Object.keys(labelled), ...unshown].toSorted());
  const wanted = Object.entries(labelled).flatMap(([name, place]) =>
    (enums.get(name) ?? []).map((value) => `${place}.${value}`),
  );
  for (const messages of [zh, en]) {
    const known = texts(messages);
    expect(wanted.filter((key) => !known.has(key))).toEqual([]);
  }
});

test('no label is left for a value that the schema no longer has', () => {
  const lists = new Map(Object.entries(labelled).map(([name, place]) => [place, enums.get(name)]));
  for (const words of [zh.words, en.words]) {
    const orphans = Object.entries(words).flatMap(([list, labels]) =>
      Object.keys(labels)
        .filter((value) => !lists.get(`words.${list}`)?.includes(value))
        .map((value) => `${list}.${value}`),
    );
    expect(orphans).toEqual([]);
  }
});

test('two values of one enum never have the same label', () => {
  for (const words of [zh.words, en.words]) {
    for (const labels of Object.values(words)) {
      const values = Object.values(labels);
      expect(values).toEqual([...new Set(values)]);
    }
  }
});

test('the screen never says 逾期 for a clock: it is 超期; three triggers have it in their name', () => {
  const triggers = ['NO_FIRST_RESPONSE', 'PROMISE_MISSED', 'COOPERATION_OVERDUE'].map(
    (name) => `words.trigger.${name}`,
  );
  const wrong = [...texts(zh)].filter(([key, text]) => text.includes('逾期') && !triggers.includes(key));
  expect(wrong).toEqual([]);
});
