import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isNullableType,
  isObjectType,
  isScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import { readableTypes } from '../server/src/kernel/read/registry.js';
import { createSchema } from '../server/src/schema.js';
import {
  CHANGE_LEVEL,
  COMPLAINT,
  openTestBank,
  PLAN,
  plainComplaint,
  progress,
  RAISE,
  RECORD,
  REGISTER,
  RESOLVE,
  type TestBank,
} from './harness/bank.js';
import { handling } from './handling.js';
import { planning } from './plans.js';
import { uploading } from './uploading.js';

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const ours = types.filter(
  (type) => !(isScalarType(type) && ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)),
);
const outputs = types.filter((type) => isObjectType(type) || isInterfaceType(type));
const inputs = types.filter(isInputObjectType);
type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;
const fieldsOf = (type: GraphQLNamedType): AnyField[] => ('getFields' in type ? Object.values(type.getFields()) : []);
const argsOf = (field: AnyField) => ('args' in field ? field.args : []);

describe('names and descriptions', () => {
  test('every type, field, argument and value says what it is', () => {
    const roots = new Set(['Query', 'Mutation', 'Subscription']);
    const silent = ours.flatMap((type) => [
      ...(type.description || roots.has(type.name) ? [] : [type.name]),
      ...(isEnumType(type) ? type.getValues() : [])
        .filter(({ description }) => !description)
        .map(({ name }) => `${type.name}.${name}`),
      ...fieldsOf(type).flatMap((field) => [
        ...(field.description ? [] : [`${type.name}.${field.name}`]),
        ...argsOf(field)
          .filter(({ description }) => !description)
          .map(({ name }) => `${type.name}.${field.name}(${name})`),
      ]),
    ]);
    expect(silent).toEqual([]);
  });

  test('types are PascalCase, fields camelCase, values SCREAMING_SNAKE', () => {
    const odd = ours.flatMap((type) => [
      ...(/^[A-Z][A-Za-z]*$/.test(type.name) ? [] : [type.name]),
      ...(isEnumType(type) ? type.getValues() : [])
        .map(({ name }) => name)
        .filter((name) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name)),
      ...fieldsOf(type)
        .flatMap((field) => [field, ...argsOf(field)])
        .map(({ name }) => name)
        .filter((name) => !/^[a-z][A-Za-z]*$|^sha256$/.test(name)),
    ]);
    expect(odd).toEqual([]);
  });

  test('times end in At, validity in From and To, counts in Count, claims begin as claims', () => {
    const odd = [...outputs, ...inputs].flatMap((type) =>
      fieldsOf(type)
        .filter(({ name, type: fieldType }) => {
          const { name: leaf } = getNamedType(fieldType);
          if (leaf === 'DateTimeISO') return !/At$|From$|To$|^at$/.test(name);
          if (leaf === 'Int')
            return !/Count$|^version$|^expectedVersion$|^year$|^limit$|^offset$|Minutes$|Hours$|Bytes$|^(?:count|number|line|from|to)$/.test(
            return !/Count$|^version$|^expectedVersion$|^year$|^limit$|^offset$|Minutes$|Hours$|^(?:count|number|line|from|to|score)$/.test(
              name,
            );
          return false;
        })
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(odd).toEqual([]);
  });

  test('answers name objects, not ids of objects', () => {
    const ids = outputs.flatMap((type) =>
      fieldsOf(type)
        .filter(({ name }) => /Ids?$/.test(name))
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(ids).toEqual([]);
  });

  test('the printed schema is the one that is served', () => {
    const printed = readFileSync(resolve(import.meta.dirname, '../schema.graphql'), 'utf8');
    expect(printed.trim()).toBe(printSchema(lexicographicSortSchema(schema)).trim());
  });
});

describe('shapes', () => {
  test('a mutation answers with the object that it changed', () => {
    const odd = Object.values(schema.getMutationType()!.getFields())
      .filter(({ type, name }) => name !== 'signOut' && (!isNonNullType(type) || isLeafType(getNamedType(type))))
      .map(({ name }) => name);
    expect(odd).toEqual([]);
  });

  test('a mutation takes one input beside the id of what it changes', () => {
    const odd = Object.values(schema.getMutationType()!.getFields()).flatMap(({ name, args }) =>
      args
        .filter((arg) => arg.name !== 'input' && getNamedType(arg.type).name !== 'ID')
        .map((arg) => `${name}(${arg.name})`),
    );
    expect(odd).toEqual([]);
  });

  test('a list that can grow is a page, or says how long it may be', () => {
    // Bounded by what they are: kinds of clocks, members of a group, what a position gives or a list changes, the entries that people edit.
    const bounded = new Set([
      'Complaint.clocks',
      'DeadlineExplanation.days',
      'Complaint.staffComplainedOf',
      'LeadershipGroup.members',
      'Query.codeList',
      'AppointmentEffect.gains',
      'AppointmentEffect.ends',
      'RosterImport.changes',
    ]);
    const open = outputs.flatMap((type) =>
      fieldsOf(type)
        .filter((field) => {
          const inner = isNonNullType(field.type) ? field.type.ofType : field.type;
          const isObjects = isListType(inner) && isObjectType(getNamedType(field.type));
          const isLimited =
            argsOf(field).some(({ name }) => name === 'limit') || /at most \d+/.test(field.description ?? '');
          const isPage = type.name.endsWith('Page') && field.name === 'items';
          return isObjects && !isLimited && !isPage && getNamedType(field.type).name !== 'AllowedAction';
        })
        .map(({ name }) => `${type.name}.${name}`),
    );
    const small = new Set([...bounded, 'Viewer.roles', 'Escalation.notices']);
    expect(open.filter((name) => !small.has(name))).toEqual([]);
  });

  test('lists hold no nulls', () => {
    const odd = [...outputs, ...inputs].flatMap((type) =>
      fieldsOf(type)
        .filter(({ type: fieldType }) => {
          const inner = isNonNullType(fieldType) ? fieldType.ofType : fieldType;
          return isListType(inner) && isNullableType(inner.ofType);
        })
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(odd).toEqual([]);
  });
});

describe('reading', () => {
  let bank: TestBank;
  beforeAll(async () => {
    bank = await openTestBank();
    const input = plainComplaint({
      categoryCode: 'PHISHING',
      productCode: 'MORTGAGE',
      orgUnitId: bank.unit.northOutlet,
    });
    const { id } = (await bank.ask('intake', REGISTER(), { input })).registerComplaint;
    await bank.ask('intake', RAISE, { id });
    await bank.ask('office', RECORD, { id, input: progress({ kind: 'INFO_REQUEST' }) });
    const { complaint } = await bank.ask('office', COMPLAINT('version'), { id });
    const change = { expectedVersion: complaint.version, level: 'URGENT', reason: '客户资金仍在流失' };
    await bank.ask('office', CHANGE_LEVEL, { id, input: change });
    const offered = await handling(bank).assigned();
    const plan = { expectedVersion: offered.version, scope: '核实经过', leadId: bank.staff.handler };
    await bank.ask('office', PLAN, { id: offered.id, input: plan });
    await uploading(bank).send('office', offered.id);
    const simple = await handling(bank).registered();
    const settled = { resolutionSummary: '已说明', customerConsents: true, categoryCode: 'FEES' };
    await bank.ask('intake', RESOLVE, { id: simple.id, input: { expectedVersion: simple.version, ...settled } });
    await planning(bank).issue({
      basis: [{ title: '客户投诉处理管理办法' }],
      duties: [{ orgUnitId: bank.unit.northOutlet, text: '当日上报' }],
    });
  });
  afterAll(() => bank.stop());

  /** Every field of a type, objects opened one level deep. */
  const everything = (typeName: string, depth: number): string =>
    fieldsOf(schema.getType(typeName)!)
      .map(({ name, type }) => {
        const named = getNamedType(type);
        if (isLeafType(named)) return name;
        return depth > 0 && isObjectType(named) ? `${name} { ${everything(named.name, depth - 1)} }` : '';
      })
      .join(' ');

  const roots: Record<string, [who: 'office' | 'admin' | 'auditor', query: (fields: string) => string]> = {
    Complaint: ['office', (fields) => `{ complaints { items { ${fields} } } }`],
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
    Investigation: ['office', (fields) => `{ complaints { items { investigation { ${fields} } } } }`],
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
    Survey: ['office', (fields) => `{ complaints { items { surveys { ${fields} } } } }`],
    Contact: ['office', (fields) => `{ complaints { items { contacts { ${fields} } } } }`],
    ComplaintEvent: ['office', (fields) => `{ complaints(page: { limit: 10 }) { items { events { ${fields} } } } }`],
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
    const shown = readableTypes().filter((name) => schema.getType(name) && name !== 'EscalationEvent');
    expect(shown.filter((name) => !(name in roots))).toEqual([]);
  });
});
