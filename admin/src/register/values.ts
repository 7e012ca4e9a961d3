import type { RegisterComplaintInput } from '../gql/graphql';
import { instantOf } from '../layout/bankDay';
import type { ChosenPerson } from '../org/PickPeople';

type Channel = RegisterComplaintInput['channel'];
type Level = NonNullable<RegisterComplaintInput['level']>;
type Subject = NonNullable<RegisterComplaintInput['subject']>;
type RiskFlag = NonNullable<RegisterComplaintInput['riskFlags']>[number];

/** What the clerk has filled in; times as the fields hold them. */
export interface RegisterValues {
  channel: Channel;
  /** Empty means now. */
  receivedAt: string;
  orgUnitId: string;
  occurredAt: string;
  postedAt: string;
  lateReason: string;
  place: string;
  channelReference: string;
  content: string;
  customerDemand: string;
  amountInvolved: string;
  name: string;
  phone: string;
  email: string;
  address: string;
  idNumber: string;
  customerNumber: string;
  inPerson: boolean;
  anonymous: boolean;
  isRepresented: boolean;
  representativeName: string;
  representativePhone: string;
  relation: string;
  isJoint: boolean;
  jointCount: string;
  categoryCode: string;
  productCode: string;
  subject: Subject | '';
  level: Level;
  riskFlags: RiskFlag[];
  staffComplainedOf: ChosenPerson[];
}

/** A walk-in at the counter, received now, at the clerk's own unit. */
export const emptyValues: RegisterValues = {
  channel: 'ON_SITE',
  receivedAt: '',
  orgUnitId: '',
  occurredAt: '',
  postedAt: '',
  lateReason: '',
  place: '',
  channelReference: '',
  content: '',
  customerDemand: '',
  amountInvolved: '',
  name: '',
  phone: '',
  email: '',
  address: '',
  idNumber: '',
  customerNumber: '',
  inPerson: true,
  anonymous: false,
  isRepresented: false,
  representativeName: '',
  representativePhone: '',
  relation: '',
  isJoint: false,
  jointCount: '2',
  categoryCode: '',
  productCode: '',
  subject: '',
  level: 'GENERAL',
  riskFlags: [],
  staffComplainedOf: [],
};

/** Whether anything differs from an empty form. */
export const isFilledIn = (values: RegisterValues) =>
  (Object.keys(emptyValues) as (keyof RegisterValues)[]).some(
    (name) => JSON.stringify(values[name]) !== JSON.stringify(emptyValues[name]),
  );

const personal = [
  'name',
  'phone',
  'email',
  'address',
  'idNumber',
  'customerNumber',
  'representativeName',
  'representativePhone',
  'relation',
] as const satisfies readonly (keyof RegisterValues)[];

/** The values without anything that says who the customer is. */
export function withoutPersonal(values: RegisterValues): RegisterValues {
  return { ...values, ...Object.fromEntries(personal.map((name) => [name, ''])) };
}

const given = (text: string) => text.trim() || undefined;

/** The values as the API takes them; what was left empty is left out. */
export function inputOf(values: RegisterValues, idempotencyKey: string): RegisterComplaintInput {
  return {
    idempotencyKey,
    channel: values.channel,
    content: values.content.trim(),
    complainant: complainantOf(values),
    customerDemand: given(values.customerDemand),
    receivedAt: instantOf(values.receivedAt),
    occurredAt: instantOf(values.occurredAt),
    postedAt: values.channel === 'LETTER' ? instantOf(values.postedAt) : undefined,
    lateReason: values.channel === 'LETTER' ? given(values.lateReason) : undefined,
    place: given(values.place),
    channelReference: given(values.channelReference),
    orgUnitId: given(values.orgUnitId),
    categoryCode: given(values.categoryCode),
    productCode: given(values.productCode),
    subject: values.subject || undefined,
    level: values.level,
    amountInvolved: given(values.amountInvolved.replaceAll(/[,，\s¥]/g, '')),
    riskFlags: values.riskFlags,
    staffComplainedOfIds: values.staffComplainedOf.map(({ id }) => id),
  };
}

function complainantOf(values: RegisterValues): RegisterComplaintInput['complainant'] {
  const named = values.anonymous ? {} : { name: given(values.name) };
  const representative = values.isRepresented
    ? {
        name: values.representativeName.trim(),
        phone: given(values.representativePhone),
        relation: given(values.relation),
      }
    : undefined;
  return {
    ...named,
    phone: given(values.phone.replaceAll(/[\s-]/g, '')),
    email: given(values.email),
    address: given(values.address),
    idNumber: given(values.idNumber),
    customerNumber: given(values.customerNumber),
    anonymous: values.anonymous,
    inPerson: values.inPerson,
    jointCount: values.isJoint ? Number(values.jointCount) : 1,
    representative,
  };
}

/** The field that an error of the API belongs to, such as `complainant.phone`. */
export function fieldOf(path: string): keyof RegisterValues | undefined {
  const bare = path.replace(/^input\./, '');
  if (bare.startsWith('complainant.representative.')) return representativeFields[bare.split('.')[2] ?? ''];
  if (bare.startsWith('staffComplainedOfIds')) return 'staffComplainedOf';
  const name = bare.replace(/^complainant\./, '').split('.')[0] ?? '';
  return name in emptyValues ? (name as keyof RegisterValues) : undefined;
}

const representativeFields: Readonly<Record<string, keyof RegisterValues>> = {
  name: 'representativeName',
  phone: 'representativePhone',
  relation: 'relation',
};
