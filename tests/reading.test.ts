import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, isLeafType, isObjectType } from 'graphql';
import { readableTypes } from '../server/src/kernel/read/registry.js';
import { createSchema } from '../server/src/schema.js';
import {
  CHANGE_LEVEL,
  COMPLAINT,
  openTestBank,
  PLAN,
  plainComplaint,
  RAISE,
  REGISTER,
  RESOLVE,
  type TestBank,
} from './harness/bank.js';
import { cooperating } from './cooperating.js';
import { planning } from './plans.js';
import { caseFiling } from './case-filing.js';
import { following } from './aftermath.js';
import { answer, deciding, LOOK_BACK, passes, REPLY, REVIEW, VISIT } from './resolution.js';
import { clocking } from './clocking.js';
import { endedInEveryWay } from './endings.js';
import { uploading } from './uploading.js';

const schema = createSchema();
const fieldsOf = (typeName: string) => {
  const type = schema.getType(typeName)!;
  return 'getFields' in type ? Object.values(type.getFields()) : [];
};

describe('reading', () => {
  let bank: TestBank;
  let exportId: string;
  beforeAll(async () => {
    bank = await openTestBank();
    const input = plainComplaint({
      categoryCode: 'PHISHING',
      productCode: 'MORTGAGE',
      orgUnitId: bank.unit.northOutlet,
    });
    const { id } = (await bank.ask('intake', REGISTER(), { input })).registerComplaint;
    await bank.ask('intake', RAISE, { id });
    await clocking(() => bank).askCustomer(id);
    const { complaint } = await bank.ask('office', COMPLAINT('version'), { id });
    const change = { expectedVersion: complaint.version, level: 'URGENT', reason: '客户资金仍在流失' };
    await bank.ask('office', CHANGE_LEVEL, { id, input: change });
    const make = cooperating(bank);
    const offered = await make.assigned();
    const plan = { expectedVersion: offered.version, scope: '核实经过', leadId: bank.staff.handler };
    await bank.ask('office', PLAN, { id: offered.id, input: plan });
    await uploading(bank).send('office', offered.id);
    await endedInEveryWay(bank);
    await make.asked(await make.investigated());
    const simple = await make.registered();
    const settled = { resolutionSummary: '已说明', customerConsents: true, categoryCode: 'FEES' };
    await bank.ask('intake', RESOLVE, { id: simple.id, input: { expectedVersion: simple.version, ...settled } });
    const later = following(bank);
    const heard = { outcome: 'SATISFIED', comment: '客户满意' };
    await later.act('office', VISIT, simple.id, { expectedVersion: await later.versionOf(simple.id), ...heard });
    await later.appealed('intake', simple.id);
    await throughExecution(bank);
    const filing = caseFiling(bank);
    exportId = await filing.order('office', offered.id);
    await filing.takeOut('office', offered.id);
    await planning(bank).issue({
      basis: [{ title: '客户投诉处理管理办法' }],
      duties: [{ orgUnitId: bank.unit.northOutlet, text: '当日上报' }],
    });
  });
  afterAll(() => bank.stop());

  /** Every field of a type, objects opened one level deep. */
  const everything = (typeName: string, depth: number): string =>
    fieldsOf(typeName)
      .map(({ name, type }) => {
        const named = getNamedType(type);
        if (isLeafType(named)) return name;
        return depth > 0 && isObjectType(named) ? `${name} { ${everything(named.name, depth - 1)} }` : '';
      })
      .join(' ');

  const roots: Record<string, [who: 'office' | 'admin' | 'auditor', query: (fields: string) => string]> = {
    Complaint: ['office', (fields) => `{ complaints(page: { limit: 10 }) { items { ${fields} } } }`],
    Escalation: ['office', (fields) => `{ escalations { items { ${fields} } } }`],
    OrgUnit: ['office', (fields) => `{ orgUnits { items { ${fields} } } }`],
    Staff: ['office', (fields) => `{ staffMembers { items { ${fields} } } }`],
    LeadershipGroup: ['office', (fields) => `{ leadershipGroups { items { ${fields} } } }`],
    RoleGrant: ['admin', (fields) => `{ roleGrants { items { ${fields} } } }`],
    UserSession: ['office', (fields) => `{ sessions { items { ${fields} } } }`],
    ApiKey: ['admin', (fields) => `{ apiKeys { items { ${fields} } } }`],
    CodeListEntry: ['office', (fields) => `{ codeList(name: CATEGORY) { ${fields} } }`],
    BusinessCalendar: ['office', (fields) => `{ calendar(year: 2026) { ${fields} } }`],
    CalendarException: ['office', (fields) => `{ calendar(year: 2026) { exceptions { ${fields} } } }`],
    Handover: ['office', (fields) => `{ complaints { items { handovers { ${fields} } } } }`],
    Cooperation: ['office', (fields) => `{ complaints { items { cooperations { ${fields} } } } }`],
    Investigation: ['office', (fields) => `{ complaints { items { investigation { ${fields} } } } }`],
    Referral: ['office', (fields) => `{ complaints { items { referrals { ${fields} } } } }`],
    ComplaintHold: ['office', (fields) => `{ complaints { items { holds { ${fields} } } } }`],
    ComplaintMerge: ['office', (fields) => `{ complaints { items { mergedInto { ${fields} } duplicates { id } } } }`],
    Extension: ['office', (fields) => `{ complaints { items { extensions { ${fields} } } } }`],
    Evidence: ['office', (fields) => `{ complaints { items { evidence { ${fields} } } } }`],
    Complainant: ['office', (fields) => `{ complaints { items { complainant { ${fields} } } } }`],
    SlaClock: ['office', (fields) => `{ complaints { items { clocks { ${fields} } } } }`],
    ClockPause: [
      'office',
      (fields) => `{ complaints(page: { limit: 10 }) { items { clocks { pauses { ${fields} } } } } }`,
    ],
    ClockRevision: [
      'office',
      (fields) => `{ complaints(page: { limit: 10 }) { items { clocks { revisions { ${fields} } } } } }`,
    ],
    LevelChange: ['office', (fields) => `{ complaints { items { levelHistory { ${fields} } } } }`],
    Resolution: ['office', (fields) => `{ complaints { items { resolution { ${fields} } } } }`],
    Approval: ['office', (fields) => `{ complaints { items { resolution { approvals { ${fields} } } } } }`],
    Task: ['office', (fields) => `{ complaints(page: { limit: 10 }) { items { tasks { ${fields} } } } }`],
    Review: ['office', (fields) => `{ complaints(page: { limit: 10 }) { items { reviews { ${fields} } } } }`],
    ImprovementAction: [
      'office',
      (fields) => `{ complaints(page: { limit: 10 }) { items { reviews { improvements { ${fields} } } } } }`,
    ],
    Survey: ['office', (fields) => `{ complaints { items { surveys { ${fields} } } } }`],
    ReturnVisit: ['office', (fields) => `{ complaints { items { returnVisits { ${fields} } } } }`],
    Appeal: ['office', (fields) => `{ complaints(page: { limit: 10 }) { items { appeals { ${fields} } } } }`],
    Contact: ['office', (fields) => `{ complaints(page: { limit: 10 }) { items { contacts { ${fields} } } } }`],
    ComplaintEvent: ['office', (fields) => `{ complaints(page: { limit: 8 }) { items { events { ${fields} } } } }`],
    CaseFileExport: [
      'office',
      (fields) => `{ complaints(page: { limit: 10 }) { items { caseFileExports { ${fields} } } } }`,
    ],
    ExportJob: ['office', (fields) => `{ exportJob(id: "${exportId}") { ${fields} } }`],
    EscalationNotice: ['office', (fields) => `{ escalations { items { notices { ${fields} } } } }`],
    EscalationCause: ['office', (fields) => `{ escalations { items { causes { ${fields} } } } }`],
    AuditEntry: ['auditor', (fields) => `{ auditEntries { items { ${fields} } } }`],
    Plan: ['office', (fields) => `{ plans { items { ${fields} } } }`],
    PlanVersion: ['office', (fields) => `{ plans(page: { limit: 5 }) { items { versions { ${fields} } } } }`],
    PlanBasis: ['office', (fields) => `{ plans(page: { limit: 5 }) { items { versions { basis { ${fields} } } } } }`],
    PlanDuty: ['office', (fields) => `{ plans(page: { limit: 5 }) { items { versions { duties { ${fields} } } } } }`],
    PlanReceipt: [
      'office',
      (fields) => `{ plans(page: { limit: 5 }) { items { versions { receipts { ${fields} } } } } }`,
    ],
    GroupMember: ['office', (fields) => `{ leadershipGroups { items { members { ${fields} } } } }`],
  };

  test.each(Object.entries(roots))(
    'every field of %s can be read, and of what it names',
    async (typeName, [who, query]) => {
      const answer = await bank.ask(who, query(everything(typeName, 1)));
      expect(JSON.stringify(answer)).toContain('"id"');
    },
  );

  test('no readable type is left out', () => {
    // Nothing is sent from this bank: what is, tests/delivery.test.ts reads.
    const elsewhere = ['EscalationEvent', 'Delivery'];
    const shown = readableTypes().filter((name) => schema.getType(name) && !elsewhere.includes(name));
    expect(shown.filter((name) => !(name in roots))).toEqual([]);
  });
});

/** A complaint that has all that review, execution and looking back leave behind. */
async function throughExecution(bank: TestBank): Promise<void> {
  const make = deciding(bank);
  const tasks = [{ text: '退还手续费', receiverId: bank.staff.handler, dueOn: '2027-12-31' }];
  const { id, version } = await make.proposed({ tasks }, { level: 'MAJOR' });
  const approve = { expectedVersion: version, decision: 'APPROVE', checks: passes };
  const approved = await make.act('office', REVIEW, id, approve);
  const [task] = await make.tasksOf(id);
  await make.done('handler', task!);
  const replied = await make.act('office', REPLY, id, answer(approved.version));
  const improvements = [{ text: '修订收费提示', ownerId: bank.staff.outlet, dueOn: '2027-12-31' }];
  await make.act('office', LOOK_BACK, id, { expectedVersion: replied.version, assessment: '流程有缺口', improvements });
}
