import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ACCEPT,
  ACKNOWLEDGE,
  ASSIGN,
  CHANGE_LEVEL,
  CLAIM,
  COMPLAINT,
  openTestBank,
  PLAN,
  plainComplaint,
  progress,
  RAISE,
  REASSIGN,
  RECORD,
  REGISTER,
  RESOLVE,
  RESOLVE_ESCALATION,
  RETURN,
  SCREEN,
  SET_FLAGS,
  REVEAL,
  WITHDRAW,
  type Speaker,
  type TestBank,
} from '../harness/bank.js';
import { EXPORT_CASE_FILE } from '../case-filing.js';
import { REQUEST_HELP } from '../cooperating.js';
import { endingStates, endingVerbs } from './allowed-endings.js';
import { aftermathStates, aftermathVerbs } from './allowed-aftermath.js';
import { handling, takenUp } from '../handling.js';
import { uploading } from '../uploading.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
/** By the same complainant, and as grave as any of the others. */
let earlier: Made;
beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
  const { northLeader, officeClerk } = bank.staff;
  await bank.app.pool.query('update staff set manager_id = $1 where id = $2', [northLeader, officeClerk]);
  const gravest = { level: 'URGENT', riskFlags: ['REPUTATION', 'SOCIAL_IMPACT'] };
  earlier = await make.registered(gravest);
});
afterAll(() => bank.stop());

const register = async (who: Speaker, more: object = {}) =>
  (await bank.ask(who, REGISTER('id version'), { input: plainComplaint(more) })).registerComplaint as {
    id: string;
    version: number;
  };
const settle = (expectedVersion: number) => ({
  expectedVersion,
  resolutionSummary: '已当场解释清楚',
  customerConsents: true,
  categoryCode: 'FEES',
});

type Made = { id: string; version: number };
const toOutlet = () => ({ orgUnitId: bank.unit.northOutlet });
/** The referrals of complaints, by the complaint. */
const referralOf = new Map<string, string>();
/** Ways a complaint may stand when somebody looks at it. */
const states: Record<string, () => Promise<Made>> = {
  'brought by the app': () => register('app', toOutlet()),
  'registered by a teller': () => register('teller'),
  'registered by an auditor': () => register('auditor', toOutlet()),
  'major, registered by a clerk': () => register('intake', { ...toOutlet(), level: 'MAJOR' }),
  'about the leader of the outlet': () =>
    register('app', { ...toOutlet(), staffComplainedOfIds: [bank.staff.outlet, bank.staff.office] }),
  'escalated to the leaders': async () => {
    const made = await register('app', { ...toOutlet(), riskFlags: ['REPUTATION'] });
    await bank.ask('intake', CLAIM, made);
    return made;
  },
  'settled at once': async () => {
    const made = await register('intake', toOutlet());
    await bank.ask('intake', RESOLVE, { id: made.id, input: settle(made.version) });
    return made;
  },
  ...endingStates(() => ({ bank, referralOf, earlier })),
  ...aftermathStates(() => bank),
  'taken up': () => make.screened(),
  'offered to the outlet': () => make.assigned(),
  'offered to a handler': () => make.assigned(bank.staff.handler),
  'under investigation': () => make.assigned(bank.staff.office),
  'taken up, about the superior of a clerk of the desk': () =>
    make.screened({ staffComplainedOfIds: [bank.staff.northLeader] }),
  'of the past': () =>
    register('app', {
      ...toOutlet(),
      receivedAt: '2026-01-01T00:00:00Z',
      historical: { closedAt: '2026-02-01T00:00:00Z', resolutionSummary: '已处理' },
    }),
};
const viewers: NonNullable<Speaker>[] = [
  ...([
    'president',
    'director',
    'headOffice',
    'auditor',
    'northLeader',
    'office',
    'officeClerk',
    'intake',
    'handler',
  ] as const),
  ...(['reviewer', 'outlet', 'outletMember', 'teller', 'southOffice', 'admin', 'app', 'otherApp'] as const),
];
const offersOf = (row: { allowedActions: { code: string; blockedBy: string | null }[] } | null) =>
  (row?.allowedActions ?? []).filter(({ blockedBy }) => blockedBy === null).map(({ code }) => code);

const to = (version: number) => ({ expectedVersion: version, receiverId: bank.unit.northOutlet });
const ACTIONS = 'version allowedActions { code label blockedBy }';
const verbs: Record<string, (id: string, version: number) => [string, object]> = {
  claimComplaint: (id, version) => [CLAIM, { id, version }],
  recordContact: (id) => [RECORD, { id, input: progress({ direction: 'INBOUND' }) }],
  resolveImmediately: (id, version) => [RESOLVE, { id, input: settle(version) }],
  changeLevel: (id, version) => [
    CHANGE_LEVEL,
    { id, input: { expectedVersion: version, level: 'URGENT', reason: '影响扩大' } },
  ],
  screenComplaint: (id, version) => [
    SCREEN,
    { id, input: takenUp(version, { handlingMode: 'JOINT', complexity: 'COMPLEX' }) },
  ],
  assignComplaint: (id, version) => [ASSIGN, { id, input: to(version) }],
  reassignComplaint: (id, version) => [REASSIGN, { id, input: { ...to(version), reason: '分派有误' } }],
  acceptHandover: (id, version) => [ACCEPT, { id, input: { expectedVersion: version } }],
  returnHandover: (id, version) => [RETURN, { id, input: { expectedVersion: version, reasonCode: 'OTHER' } }],
  planInvestigation: (id, version) => [
    PLAN,
    { id, input: { expectedVersion: version, scope: '核实经过', leadId: bank.staff.handler } },
  ],
  requestCooperation: (id, version) => [
    REQUEST_HELP,
    { id, input: { expectedVersion: version, orgUnitId: bank.unit.south, question: '请协助核实' } },
  ],
  setRiskFlags: (id, version) => [SET_FLAGS, { id, input: { expectedVersion: version, riskFlags: ['SOCIAL_IMPACT'] } }],
  withdrawComplaint: (id, version) => [
    WITHDRAW,
    { id, input: { expectedVersion: version, channel: 'PHONE', proof: '客户来电撤回，已核对身份' } },
  ],
  addEvidence: (id) => [UPLOAD, { id }],
  exportCaseFile: (id) => [EXPORT_CASE_FILE, { id, input: { reason: 'INVESTIGATE' } }],
  ...endingVerbs(() => ({ bank, referralOf, earlier })),
  ...aftermathVerbs,
  revealField: (id) => [REVEAL, { id, input: { field: 'CONTENT', reason: 'INVESTIGATE' } }],
  downloadEvidence: (complaintId) => [DOWNLOAD, { complaintId, input: { evidenceId, reason: 'INVESTIGATE' } }],
  raiseEscalation: (id) => [RAISE, { id }],
};
const escalationVerbs: Record<string, (id: string, version: number) => [string, object]> = {
  acknowledgeEscalation: (id) => [ACKNOWLEDGE, { id }],
  resolveEscalation: (id, version) => [RESOLVE_ESCALATION, { id, version }],
};

/** In place of a mutation: the verb is done by an upload. */
const UPLOAD = 'POST /evidence';

const DOWNLOAD = `mutation ($complaintId: ID!, $input: DownloadEvidenceInput!) {
  downloadEvidence(complaintId: $complaintId, input: $input) { url } }`;
const evidenceId = '01a209d2-0000-7000-8000-00000000e01d';

/** Hangs a file on a complaint, of which nobody reads the bytes. */
const hang = (complaintId: string) =>
  bank.app.pool.query(
    `insert into evidence (id, created_at, complaint_id, sealed_name, type, size_bytes, sha256, source, collected_at, scan_state, file_key, caller, idempotency_key, request_digest)
      values ($1, now(), $2, '', '', 1, '', 'OTHER', now(), 'CLEAN', '', $2, '', '') on conflict (id) do update set complaint_id = $2`,
    [evidenceId, complaintId],
  );

async function codesOf(who: Speaker, query: string, variables: object): Promise<string[]> {
  if (query === DOWNLOAD) await hang((variables as { complaintId: string }).complaintId);
  if (query !== UPLOAD) return (await bank.say(who, query, variables)).errors?.map(codeIn) ?? [];
  const { code } = await uploading(bank).send(who, (variables as Made).id);
  return code ? [code] : [];
}
const codeIn = ({ extensions }: { extensions: { code: string } }) => extensions.code;

async function accepted(who: Speaker, [query, variables]: [string, object]): Promise<boolean> {
  const codes = await codesOf(who, query, variables);
  expect(['FORBIDDEN', 'CONFLICT', 'NOT_FOUND', undefined]).toContain(codes[0]);
  return codes.length === 0;
}

test.each(Object.keys(states))('a complaint %s: offered is what is accepted, for everybody', async (state) => {
  let { id } = await states[state]!();
  for (const who of viewers) {
    const read = async () => (await bank.say(who, COMPLAINT(ACTIONS), { id })).data.complaint;
    let complaint = await read();
    for (const [code, verb] of Object.entries(verbs)) {
      const isOffered = offersOf(complaint).includes(code);
      const isAccepted = await accepted(who, verb(id, complaint?.version ?? 1));
      expect({ who, code, isOffered }).toEqual({ who, code, isOffered: isAccepted });
      // What was refused has changed nothing: the next tries the same one.
      if (!isAccepted) continue;
      ({ id } = await states[state]!());
      complaint = await read();
    }
  }
});

test('an escalation: offered is what is accepted, for everybody, unsigned and signed', async () => {
  const READ = `query ($id: ID!) { escalation(id: $id) { status ${ACTIONS} } }`;
  for (const isSigned of [false, true])
    for (const who of viewers)
      for (const [code, verb] of Object.entries(escalationVerbs)) {
        const complaint = await register('app', { ...toOutlet(), riskFlags: ['REPUTATION'] });
        const { escalations } = (await bank.ask('office', COMPLAINT('escalations { id }'), complaint)).complaint;
        const id = escalations[0].id;
        if (isSigned) await bank.ask('office', ACKNOWLEDGE, { id });
        const { data } = await bank.say(who, READ, { id });
        const isAccepted = await accepted(who, verb(id, data.escalation?.version ?? 1));
        // Signing again is accepted and changes nothing, so it is offered once.
        const isRepeat = isSigned && code === 'acknowledgeEscalation';
        const isOffered = offersOf(data.escalation).includes(code);
        expect({ who, code, isSigned, isOffered }).toEqual({ who, code, isSigned, isOffered: isAccepted && !isRepeat });
      }
});

test('what waits for something is named with the reason, in the caller’s language', async () => {
  const { id } = await register('office', { level: 'MAJOR' });
  const zh = await bank.ask('office', COMPLAINT(ACTIONS), { id }, { locale: 'zh' });
  const blocked = { code: 'resolveImmediately', label: '当场解决', blockedBy: '重大、紧急投诉不能当场解决' };
  expect(zh.complaint.allowedActions).toContainEqual(blocked);
  const en = await bank.ask('office', COMPLAINT(ACTIONS), { id });
  expect(en.complaint.allowedActions).toContainEqual({
    code: 'resolveImmediately',
    label: 'Resolve at once',
    blockedBy: 'A major or urgent complaint cannot be resolved at once',
  });
});

test('a wrong state is CONFLICT and says what may be done instead', async () => {
  const { id, version } = await register('office', { categoryCode: 'FEES' });
  await bank.ask('office', RESOLVE, { id, input: settle(version) });
  const again = await bank.refusal('office', RESOLVE, { id, input: settle(version + 1) });
  const allowedActions = [
    'reviewComplaint',
    'fileAppeal',
    'reopenComplaint',
    'recordContact',
    'addEvidence',
    'revealField',
    'exportCaseFile',
    'downloadEvidence',
    'raiseEscalation',
  ];
  expect(again.extensions).toMatchObject({ code: 'CONFLICT', allowedActions });
});

test('a stale version is CONFLICT', async () => {
  const { id, version } = await register('office', { categoryCode: 'FEES' });
  await bank.ask('office', RESOLVE, { id, input: settle(version) }).catch(() => undefined);
  const stale = await bank.refusal('office', RECORD, { id, input: progress({ expectedVersion: version - 1 }) });
  expect(stale.extensions.code).toBe('CONFLICT');
});

test('a contact with a key is recorded once, and the key takes no other words', async () => {
  const { id } = await register('office');
  const input = progress({ idempotencyKey: `contact-${id}` });
  const talk = async () => (await bank.ask('office', COMPLAINT('contacts { kind }'), { id })).complaint.contacts;
  await Promise.all([1, 2, 3].map(() => bank.ask('office', RECORD, { id, input })));
  expect((await talk()).map(({ kind }: { kind: string }) => kind)).toEqual(['PROGRESS', 'ACK']);
  const other = await bank.refusal('office', RECORD, { id, input: { ...input, summary: '另一句话' } });
  expect(other.extensions.code).toBe('CONFLICT');
});
