import { defaultPack } from '../server/src/plans/default-pack.js';
import type { HandlingRules } from '../server/src/plans/handling-rules.js';
import type { PolicyRules } from '../server/src/plans/policy-rules.js';
import type { Speaker, TestBank } from './harness/bank.js';

/** What the tests look at of a version. */
export interface Version {
  id: string;
  version: number;
  number: number;
  state: string;
  effectiveAt: string | null;
  endedAt: string | null;
  basisChanged: boolean;
  policy: PolicyRules;
  principles: string;
  basis: { title: string; number: string | null; issuedOn: string | null; source: { id: string } | null }[];
  duties: { orgUnit: { code: string }; text: string }[];
  plan: { id: string; orgUnit: { code: string } };
  receipts: { orgUnit: { code: string }; acknowledgedAt: string | null; acknowledgedBy: { username: string } | null }[];
  allowedActions: { code: string; blockedBy: string | null }[];
}

const HANDLING = `periods { clock count unit clause } staleWorkingDays reviews { level mode signOffCount clause }
  compensationWithoutReview compensationByDesk replyBy replyBeforeExecution firstHandlerKeepsGeneral appealWindowDays
  reopenWindowDays routes { categoryCode level orgUnitId groupId clause }`;
const RULES = `leastLevels { categoryCode level clause } emergencies { categoryCode riskFlag clause }
  limits { clock level count unit escalates clause } pauses { clock clause } warnShare
  steps { step delayMinutes acknowledgementTimeoutMinutes clause } quietHours { from to } breachToLeadersHours handling { ${HANDLING} } regulations`;
const VERSION = `id version number state effectiveAt endedAt basisChanged policy { ${RULES} }
  principles basis { title number issuedOn source { id } } duties { orgUnit { code } text }
  plan { id orgUnit { code } } receipts { orgUnit { code } acknowledgedAt acknowledgedBy { username } }
  allowedActions { code blockedBy }`;
export const DRAFT = `mutation ($input: DraftPlanVersionInput!) { draftPlanVersion(input: $input) { ${VERSION} } }`;
const onVersion = (verb: string, type: string) =>
  `mutation ($id: ID!, $input: ${type}!) { ${verb}(id: $id, input: $input) { ${VERSION} } }`;
export const UPDATE = onVersion('updatePlanVersion', 'UpdatePlanVersionInput');
export const SUBMIT = onVersion('submitPlanVersion', 'SubmitPlanVersionInput');
export const RETURN = onVersion('returnPlanVersion', 'EndPlanVersionInput');
export const PUBLISH = onVersion('publishPlanVersion', 'PublishPlanVersionInput');
export const RETIRE = onVersion('retirePlanVersion', 'EndPlanVersionInput');
export const ACKNOWLEDGE = onVersion('acknowledgePlan', 'AcknowledgePlanInput');
export const READ = `query ($id: ID!) { planVersion(id: $id) { ${VERSION} } }`;
const IN_FORCE = `query ($orgUnitId: ID!, $at: DateTimeISO, $kind: PlanKind) {
  planInForce(orgUnitId: $orgUnitId, at: $at, kind: $kind) { ${VERSION} } }`;
export const DIFF = `query ($fromId: ID!, $toId: ID!) {
  planVersionDiff(fromId: $fromId, toId: $toId) { path label before after } }`;

/** The default rules with one limit changed. */
export const withLimit = (clock: string, level: string, count: number): PolicyRules => ({
  ...defaultPack,
  limits: defaultPack.limits.map((each) => (each.clock === clock && each.level === level ? { ...each, count } : each)),
});

/** The default rules with others of handling. */
export const withHandling = (more: Partial<HandlingRules>): PolicyRules => ({
  ...defaultPack,
  handling: { ...defaultPack.handling, ...more },
});

/** Ways to write, submit and publish a plan of a branch: its office writes, its leader publishes. */
export function planning({ ask, unit, clock }: TestBank) {
  const seen = ({ version }: Version) => ({ expectedVersion: version });
  const draft = async (input: object = {}, who: Speaker = 'office'): Promise<Version> =>
    (await ask(who, DRAFT, { input: { orgUnitId: unit.north, name: '北分行预案', ...input } })).draftPlanVersion;
  const submit = async (version: Version, who: Speaker = 'office'): Promise<Version> =>
    (await ask(who, SUBMIT, { id: version.id, input: seen(version) })).submitPlanVersion;
  const publish = async (version: Version, input: object = {}, who: Speaker = 'northLeader'): Promise<Version> =>
    (await ask(who, PUBLISH, { id: version.id, input: { ...seen(version), ...input } })).publishPlanVersion;
  return {
    seen,
    draft,
    submit,
    publish,
    /** From the first word to what is in force. */
    issue: async (input: object = {}, publishing: object = {}) => {
      // No two versions of a plan take effect at one moment.
      clock.advance({ minutes: 1 });
      return publish(await submit(await draft(input)), publishing);
    },
    read: async (id: string, who: Speaker = 'office'): Promise<Version> => (await ask(who, READ, { id })).planVersion,
    inForce: async (orgUnitId: string, at?: Date, kind?: string): Promise<Version> =>
      (await ask('teller', IN_FORCE, { orgUnitId, at, kind })).planInForce,
  };
}
