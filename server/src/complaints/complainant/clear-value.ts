import type { Cipher } from '../../kernel/encryption.js';
import type { Context } from '../../kernel/context.js';
import type { EntityClass } from '../../kernel/read/read.js';
import type { Complaint } from '../complaint/complaint.js';
import { LevelChange } from '../complaint/level-change.js';
import { Contact } from '../contact.js';
import { Evidence } from '../evidence/evidence.js';
import { clearDescription, clearName } from '../evidence/open-evidence.js';
import { Handover } from '../handling/handover.js';
import { Investigation } from '../handling/investigation.js';
import type { Complainant } from './complainant.js';
import type { MaskedField } from './field-reveal.js';
import { openRepresentative } from './personal-data.js';

/** A value behind a mask: the row that holds it, and the field of the schema that shows it masked. */
export interface ClearValue {
  field: MaskedField;
  rowId: string;
  shownAs: string;
  value: string;
}

type Opened = string | null | undefined;
/** What a row of a type shows masked: by field, what the schema calls it and how it is opened. */
type Masked<Row> = Partial<Record<MaskedField, readonly [shownAs: string, open: (row: Row, cipher: Cipher) => Opened]>>;

const sealed =
  (column: keyof Complainant & `sealed${string}`) =>
  (row: Complainant, cipher: Cipher): Opened => {
    const token = row[column];
    return token && cipher.decrypt(token);
  };
const acting = ({ sealedRepresentative }: Complainant, cipher: Cipher) =>
  sealedRepresentative ? openRepresentative(cipher, sealedRepresentative) : null;

const ofComplainant: Masked<Complainant> = {
  NAME: ['name', sealed('sealedName')],
  PHONE: ['phone', sealed('sealedPhone')],
  EMAIL: ['email', sealed('sealedEmail')],
  ADDRESS: ['address', sealed('sealedAddress')],
  ID_NUMBER: ['idNumber', sealed('sealedIdNumber')],
  CUSTOMER_NUMBER: ['customerNumber', sealed('sealedCustomerNumber')],
  REPRESENTATIVE_NAME: ['representative.name', (who, cipher) => acting(who, cipher)?.name],
  REPRESENTATIVE_PHONE: ['representative.phone', (who, cipher) => acting(who, cipher)?.phone],
};

const ofComplaint: Masked<Complaint> = {
  CONTENT: ['content', ({ content }) => content],
  CUSTOMER_DEMAND: ['customerDemand', ({ customerDemand }) => customerDemand],
  PLACE: ['place', ({ place }) => place],
  RESOLUTION_SUMMARY: ['resolutionSummary', ({ resolutionSummary }) => resolutionSummary],
};

/** Rows that hang on a complaint, and what they show masked. */
interface Kind {
  type: EntityClass;
  masked: Masked<never>;
  of(complaint: Complaint): object | null;
}

const hanging = <Row extends object>(type: EntityClass<Row>, masked: Masked<Row>): Kind => ({
  type,
  masked: masked as Masked<never>,
  of: ({ id }) => ({ complaint: id }),
});

const kinds: readonly Kind[] = [
  hanging(Contact, { CONTACT_SUMMARY: ['summary', ({ summary }) => summary] }),
  hanging(LevelChange, { LEVEL_REASON: ['reason', ({ reason }) => reason] }),
  hanging(Handover, {
    HANDOVER_REASON: ['reason', ({ reason }) => reason],
    HANDOVER_RETURN_REASON: ['returnReason', ({ returnReason }) => returnReason],
  }),
  hanging(Evidence, {
    EVIDENCE_NAME: ['name', (evidence, cipher) => clearName(cipher, evidence)],
    EVIDENCE_DESCRIPTION: ['description', (evidence, cipher) => clearDescription(cipher, evidence)],
  }),
  {
    ...hanging(Investigation, { INVESTIGATION_SCOPE: ['scope', ({ scope }) => scope] }),
    of: ({ investigation }) => investigation && { id: investigation.id },
  },
];

/** The value behind a mask; `rowId` says of which row, where there may be several. Null when it was never given. */
export async function clearValue(
  ctx: Context,
  complaint: Complaint,
  field: MaskedField,
  rowId: string | null,
): Promise<string | null> {
  const own = await ownValues(ctx, complaint);
  const kind = kinds.find(({ masked }) => field in masked);
  if (!kind) return own.find((each) => each.field === field)?.value ?? null;
  return rowId === null
    ? null
    : ((await valuesOf(ctx, complaint, kind, rowId)).find((each) => each.field === field)?.value ?? null);
}

/** Every value of a complaint that is shown masked. */
export async function clearValues(ctx: Context, complaint: Complaint): Promise<ClearValue[]> {
  const values = await ownValues(ctx, complaint);
  for (const kind of kinds) values.push(...(await valuesOf(ctx, complaint, kind)));
  return values;
}

async function ownValues(ctx: Context, complaint: Complaint): Promise<ClearValue[]> {
  const { cipher } = ctx.app;
  const who = await complaint.complainant.loadOrFail();
  return [...opened(cipher, who, ofComplainant), ...opened(cipher, complaint, ofComplaint)];
}

async function valuesOf(ctx: Context, complaint: Complaint, kind: Kind, rowId?: string): Promise<ClearValue[]> {
  const where = kind.of(complaint);
  const rows = where ? await ctx.em.find(kind.type, { $and: [where, rowId ? { id: rowId } : {}] } as never) : [];
  return (rows as { id: string }[]).flatMap((row) => opened(ctx.app.cipher, row as never, kind.masked));
}

function opened<Row extends { id: string }>(cipher: Cipher, row: Row, masked: Masked<Row>): ClearValue[] {
  return Object.entries(masked).flatMap(([field, [shownAs, open]]) => {
    const value = open(row, cipher);
    return value ? [{ field: field as MaskedField, rowId: row.id, shownAs, value }] : [];
  });
}
