import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ACKNOWLEDGE,
  CLAIM,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  progress,
  RAISE,
  RECORD,
  REGISTER,
  RESOLVE,
  RESOLVE_ESCALATION,
  type Speaker,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
/** Brought by the app for the northern outlet, with an escalation to the leaders of the north. */
let complaint: { id: string; reference: string };
let escalationId: string;
beforeAll(async () => {
  bank = await openTestBank();
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet, categoryCode: 'FRAUD' });
  complaint = (await bank.ask('app', REGISTER('id reference'), { input })).registerComplaint;
  const { escalations } = await bank.ask('office', '{ escalations { items { id } } }');
  escalationId = escalations.items[0].id;
});
afterAll(() => bank.stop());

/** Who sees the complaint while it is registered, and who its escalation. */
const sight: Record<string, { complaint: boolean; escalation: boolean }> = {
  admin: { complaint: false, escalation: false },
  president: { complaint: true, escalation: true },
  vice: { complaint: true, escalation: true },
  director: { complaint: true, escalation: true },
  headOffice: { complaint: true, escalation: true },
  auditor: { complaint: true, escalation: true },
  trainer: { complaint: false, escalation: false },
  northLeader: { complaint: true, escalation: true },
  northDeputy: { complaint: true, escalation: true },
  office: { complaint: true, escalation: true },
  officeClerk: { complaint: true, escalation: true },
  intake: { complaint: true, escalation: false },
  handler: { complaint: false, escalation: false },
  reviewer: { complaint: false, escalation: false },
  outlet: { complaint: true, escalation: true },
  outletMember: { complaint: false, escalation: false },
  teller: { complaint: false, escalation: false },
  southOffice: { complaint: false, escalation: false },
  southIntake: { complaint: false, escalation: false },
  southOutlet: { complaint: false, escalation: false },
  southTeller: { complaint: false, escalation: false },
  app: { complaint: true, escalation: false },
  otherApp: { complaint: false, escalation: false },
};
const viewers = Object.keys(sight) as NonNullable<Speaker>[];

describe.each(viewers)('%s', (who) => {
  const sees = sight[who]!;

  test(`${sees.complaint ? 'sees' : 'does not see'} the complaint, in the list, in the count, by id and by number`, async () => {
    const list = await bank.ask(who, '{ complaints { totalCount items { id } } }');
    expect(list.complaints).toEqual({
      totalCount: sees.complaint ? 1 : 0,
      items: sees.complaint ? [{ id: complaint.id }] : [],
    });
    const byReference = `query ($reference: String!) { complaint(reference: $reference) { id } }`;
    for (const [query, variables] of [
      [COMPLAINT('id'), { id: complaint.id }],
      [byReference, { reference: complaint.reference }],
    ] as const) {
      const { data, errors } = await bank.say(who, query, variables);
      expect(data?.complaint ?? null).toEqual(sees.complaint ? { id: complaint.id } : null);
      expect(errors?.map(({ extensions }) => extensions.code) ?? []).toEqual(sees.complaint ? [] : ['NOT_FOUND']);
    }
  });

  test(`${sees.escalation ? 'sees' : 'does not see'} the escalation, in the list, by id and below the complaint`, async () => {
    const list = await bank.ask(who, '{ escalations { totalCount items { id complaint { id } } } }');
    expect(list.escalations.totalCount).toBe(sees.escalation ? 1 : 0);
    const { errors } = await bank.say(who, 'query ($id: ID!) { escalation(id: $id) { id } }', { id: escalationId });
    expect(errors?.map(({ extensions }) => extensions.code) ?? []).toEqual(sees.escalation ? [] : ['NOT_FOUND']);
    const nested = await bank.say(who, COMPLAINT('escalations { id }'), { id: complaint.id });
    expect(nested.data?.complaint?.escalations ?? []).toEqual(sees.escalation ? [{ id: escalationId }] : []);
  });
});

test('a stranger is asked to sign in, for the list and for one', async () => {
  for (const [query, variables] of [
    ['{ complaints { totalCount } }', {}],
    ['{ escalations { totalCount } }', {}],
    [COMPLAINT('id'), { id: complaint.id }],
    [RECORD, { id: complaint.id, input: progress() }],
    [RAISE, { id: complaint.id }],
    [ACKNOWLEDGE, { id: escalationId }],
  ] as const)
    expect((await bank.refusal(null, query, variables)).extensions.code).toBe('UNAUTHENTICATED');
});

/** What each viewer is told who tries a verb with a version that nobody has seen, so that nothing changes. */
const refused: Record<string, Record<string, string>> = {
  // In nobody's reach but seen: FORBIDDEN; theirs to do, but stale or in the wrong state: CONFLICT.
  president: { claim: 'FORBIDDEN', resolve: 'FORBIDDEN', resolveEscalation: 'CONFLICT' },
  director: { claim: 'FORBIDDEN', resolve: 'FORBIDDEN', resolveEscalation: 'CONFLICT' },
  headOffice: { claim: 'CONFLICT', resolve: 'CONFLICT', resolveEscalation: 'CONFLICT' },
  auditor: { claim: 'FORBIDDEN', resolve: 'FORBIDDEN', resolveEscalation: 'FORBIDDEN' },
  northLeader: { claim: 'FORBIDDEN', resolve: 'FORBIDDEN', resolveEscalation: 'CONFLICT' },
  office: { claim: 'CONFLICT', resolve: 'CONFLICT', resolveEscalation: 'CONFLICT' },
  intake: { claim: 'CONFLICT', resolve: 'FORBIDDEN', resolveEscalation: 'NOT_FOUND' },
  outlet: { claim: 'CONFLICT', resolve: 'FORBIDDEN', resolveEscalation: 'CONFLICT' },
  app: { claim: 'FORBIDDEN', resolve: 'FORBIDDEN', resolveEscalation: 'NOT_FOUND' },
};

const leaders = new Set(['vice', 'northDeputy']);

test.each(viewers)('%s is refused what is not theirs, by the right code', async (who) => {
  const stale = 999_999;
  const resolution = { expectedVersion: stale, resolutionSummary: '已处理', customerConsents: true };
  const tries = {
    claim: [CLAIM, { id: complaint.id, version: stale }],
    resolve: [RESOLVE, { id: complaint.id, input: resolution }],
    resolveEscalation: [RESOLVE_ESCALATION, { id: escalationId, version: stale }],
  } as const;
  const expected = refused[who] ?? (sight[who]!.complaint ? refused[leaders.has(who) ? 'president' : 'office'] : null);
  for (const [verb, [query, variables]] of Object.entries(tries)) {
    const wanted = expected?.[verb] ?? 'NOT_FOUND';
    expect([verb, (await bank.refusal(who, query, variables)).extensions.code]).toEqual([verb, wanted]);
  }
});

test.each([
  ['recordContact', RECORD, ['auditor', 'president']],
  ['raiseEscalation', RAISE, ['auditor', 'app']],
  ['acknowledgeEscalation', ACKNOWLEDGE, ['auditor']],
] as const)('%s is FORBIDDEN to those who only look on', async (verb, query, onlookers) => {
  for (const who of onlookers) {
    const id = verb === 'acknowledgeEscalation' ? escalationId : complaint.id;
    expect((await bank.refusal(who, query, { id, input: progress() })).extensions.code).toBe('FORBIDDEN');
  }
});

test('whoever was told of it may note a word with the customer', async () => {
  const answer = await bank.ask('northLeader', RECORD, { id: complaint.id, input: progress({ kind: 'SOOTHING' }) });
  expect(answer.recordContact.id).toBe(complaint.id);
});

test('outside their reach every verb is NOT_FOUND', async () => {
  for (const who of ['teller', 'southOffice', 'southOutlet', 'admin', 'trainer', 'otherApp'] as const)
    for (const [query, id] of [
      [RECORD, complaint.id],
      [RAISE, complaint.id],
      [ACKNOWLEDGE, escalationId],
    ] as const)
      expect([who, (await bank.refusal(who, query, { id, input: progress() })).extensions.code]).toEqual([
        who,
        'NOT_FOUND',
      ]);
});

test('an id that is none, or of another noun, is NOT_FOUND', async () => {
  for (const id of ['nonsense', escalationId, '', '\0', "' or 1=1"])
    expect((await bank.refusal('office', COMPLAINT('id'), { id })).extensions.code).toBe('NOT_FOUND');
  expect((await bank.refusal('office', RECORD, { id: escalationId, input: progress() })).extensions.code).toBe(
    'NOT_FOUND',
  );
});
