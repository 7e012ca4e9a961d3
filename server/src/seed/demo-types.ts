/** Kinds of org unit, as in the schema. */
export type DemoUnitKind = 'HEAD_OFFICE' | 'PROVINCIAL_BRANCH' | 'BRANCH' | 'SUB_BRANCH' | 'OUTLET' | 'DEPARTMENT';

/** Jobs in the bank, as in the schema. */
export type DemoPost =
  | 'PRESIDENT'
  | 'VICE_PRESIDENT'
  | 'DEPARTMENT_HEAD'
  | 'OUTLET_MANAGER'
  | 'RELATIONSHIP_MANAGER'
  | 'TELLER'
  | 'SERVICE_AGENT'
  | 'RISK_OFFICER'
  | 'PRODUCT_MANAGER'
  | 'KEY_STAFF';

/** Kinds of group, as in the schema. */
export type DemoGroupKind =
  'LEADERSHIP_GROUP' | 'OFFICE' | 'CENTER' | 'WORKING_GROUP' | 'HANDLING_TEAM' | 'PROJECT_TEAM' | 'FIELD_TEAM';

/** Roles that are granted by hand; the others follow from membership in a group. */
export type DemoRole = 'ADMIN' | 'INTAKE' | 'HANDLER' | 'REVIEWER' | 'AUDITOR' | 'TRAINER';

/** Ways in which a complaint arrives, as in the schema. */
export type DemoChannel =
  'PHONE' | 'ONLINE' | 'MOBILE_APP' | 'ON_SITE' | 'LETTER' | 'EMAIL' | 'REGULATOR' | 'MEDIA' | 'OTHER';

/** Seriousness, as in the schema. */
export type DemoLevel = 'SUGGESTION' | 'GENERAL' | 'MAJOR' | 'URGENT';

/** Which side of the bank is complained of, as in the schema. */
export type DemoSubject = 'PRODUCT' | 'SERVICE' | 'PROCESS' | 'STAFF' | 'SYSTEM' | 'OTHER';

/** Risk flags, as in the schema. */
export type DemoRiskFlag =
  | 'MAJOR_RISK'
  | 'SOCIAL_IMPACT'
  | 'MEDIA'
  | 'REPUTATION'
  | 'LEGAL_VIOLATION'
  | 'LEGAL_DISPUTE'
  | 'FUND_SAFETY'
  | 'VULNERABLE';

/** Why an escalation is raised, as in the schema. */
export type DemoTrigger =
  | 'FRAUD_OR_ACCOUNT'
  | 'LEVEL_RAISED'
  | 'MEDIA'
  | 'MAJOR_RISK'
  | 'SOCIAL_IMPACT'
  | 'REPUTATION'
  | 'NO_FIRST_RESPONSE'
  | 'MANUAL';

/** A node of the invented bank's tree; a parent always stands before its children. */
export interface DemoUnit {
  code: string;
  parent?: string;
  kind: DemoUnitKind;
  name: string;
}

/** A person of the invented bank. */
export interface DemoStaff {
  /** The employee number, or one of the nine demo sign-ins. */
  username: string;
  name: string;
  post?: DemoPost;
  orgUnitCode: string;
}

/** One person's place in a group. */
export interface DemoMember {
  username: string;
  position: 'LEADER' | 'DEPUTY' | 'MEMBER';
  basis?: DemoPost;
  /** Set for a secondment (抽调): it ends so many days after seeding. */
  validForDays?: number;
}

/** A group; `parent` is the `key` of one that stands earlier in the list. */
export interface DemoGroup {
  key: string;
  kind: DemoGroupKind;
  name: string;
  orgUnitCode: string;
  parent?: string;
  leadUnitCode?: string;
  members: DemoMember[];
}

/** A role given by hand. */
export interface DemoGrant {
  username: string;
  role: DemoRole;
  orgUnitCode: string;
  withSubtree: boolean;
}

/** Who complains; the shape of the schema's ComplainantInput. */
export interface DemoComplainant {
  name?: string;
  phone?: string;
  email?: string;
  address?: string;
  idNumber?: string;
  customerNumber?: string;
  anonymous: boolean;
  representative?: { name: string; phone?: string; relation?: string };
  jointCount: number;
  inPerson: boolean;
}

/** The schema's RegisterComplaintInput without the two fields that hold database ids. */
export interface DemoComplaintInput {
  idempotencyKey: string;
  channel: DemoChannel;
  content: string;
  customerDemand?: string;
  complainant: DemoComplainant;
  receivedAt: Date;
  occurredAt?: Date;
  postedAt?: Date;
  place?: string;
  categoryCode?: string;
  productCode?: string;
  level?: DemoLevel;
  subject?: DemoSubject;
  /** Decimal text, such as 4800.00. */
  amountInvolved?: string;
  riskFlags?: DemoRiskFlag[];
  channelReference?: string;
  historical?: { closedAt: Date; resolutionSummary: string };
}

interface StepBase {
  /** Minutes after `receivedAt`. */
  afterMinutes: number;
  /** Username of who does it. */
  by: string;
}

/** Kinds of talk that the stream uses, as in the schema. */
export type DemoContactKind = 'LISTENING' | 'SOOTHING' | 'EXPLANATION' | 'PROGRESS';

/** What happens to a complaint after it was registered, one action a step. */
export type DemoStep =
  | (StepBase & { action: 'claimComplaint' })
  | (StepBase & {
      action: 'recordContact';
      kind: DemoContactKind;
      channel: DemoChannel;
      direction: 'INBOUND' | 'OUTBOUND';
      summary: string;
      outcome: 'CALM' | undefined;
    })
  | (StepBase & { action: 'resolveImmediately'; categoryCode: string; resolutionSummary: string })
  | (StepBase & { action: 'raiseEscalation'; level: 'E1' | 'E2' | 'E3'; reason: string })
  | (StepBase & { action: 'acknowledgeEscalation'; trigger: DemoTrigger; note?: string })
  /** To be skipped when the engine has ended that escalation itself because its cause is gone. */
  | (StepBase & { action: 'resolveEscalation'; trigger: DemoTrigger; resolution: string });

/** One complaint of the demo stream and all that is done about it until now. */
export interface DemoComplaint {
  /** 1 for the oldest. */
  ordinal: number;
  receivedAt: Date;
  /** When it is entered; later than `receivedAt` only for history taken over from another ledger. */
  registeredAt: Date;
  /** A username, or `channel-app` for the demo API key. */
  registeredBy: string;
  orgUnitCode: string;
  staffComplainedOf: string[];
  input: DemoComplaintInput;
  /** In order of time, none later than now. */
  steps: DemoStep[];
}
