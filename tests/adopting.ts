import { APPROVE_MEMBER, CREATE_UNIT, openBank, type Bank } from './org-bank.js';

const version = `id version number state preset draftedBy { username } plan { name kind orgUnit { id } }
  deskGroup { id } deskDepartment { id } policy { breachToLeadersHours } principles basis { title number issuedOn }
  duties { text orgUnit { id } }
  demands { demand { clause groupKind } group { id members { id approvedAt staff { username } } } unitNamesWithout
    vacancies { unitNames position { clause position post departmentName label } } }`;
export const ADOPT = `mutation ($input: AdoptPlanPresetInput!) { adoptPlanPreset(input: $input) { ${version} } }`;
const VERSION = `query ($id: ID!) { planVersion(id: $id) { ${version} } }`;
const SUBMIT = `mutation ($id: ID!, $input: SubmitPlanVersionInput!) { submitPlanVersion(id: $id, input: $input) { version } }`;
export const PUBLISH = `mutation ($id: ID!, $input: PublishPlanVersionInput!) {
  publishPlanVersion(id: $id, input: $input) { version state demands { vacancies { unitNames } } } }`;
const GROUP = `query ($id: ID!) { leadershipGroup(id: $id) { version members { id approvedAt } } }`;
const APPOINT = `mutation ($id: ID!, $input: AppointMemberInput!) { appointMember(groupId: $id, input: $input) { id } }`;

export interface Demand {
  demand: { clause: string; groupKind: string };
  group: { id: string; members: { id: string; staff: { username: string } }[] } | null;
  vacancies: { position: { clause: string; post: string | null; label: string }; unitNames: string[] }[];
  unitNamesWithout: string[];
}

/** A person in a group that is to be set up. */
export const has = (staffId: string, position: string, basis: string | null = null) => ({ staffId, position, basis });

/** A bank with ways to adopt presets, fill their positions and publish what came of them. */
export async function openAdoptingBank() {
  const bank = await openBank();
  return { ...bank, ...adopting(bank) };
}

function adopting({ ask, anna, bert, signIn }: Bank) {
  const groupOf = async (id: string) => (await ask(GROUP, { id }, bert)).leadershipGroup;
  const approveAll = async (groupId: string) => {
    for (const { id, approvedAt } of (await groupOf(groupId)).members)
      if (!approvedAt) await ask(APPROVE_MEMBER, { id: groupId, memberId: id }, bert);
  };
  return {
    adopt: async (input: object, caller = anna) =>
      (await ask(ADOPT, { input }, { ...caller, locale: 'zh' })).adoptPlanPreset,
    read: async (id: string) => (await ask(VERSION, { id }, { ...anna, locale: 'zh' })).planVersion,
    /** A department of a unit. */
    department: async (parentId: string, name: string, kind = 'DEPARTMENT'): Promise<string> => {
      const code = `D${departmentCount++}`;
      return (await ask(CREATE_UNIT, { input: { parentId, code, kind, name } }, anna)).createOrgUnit.id;
    },
    approveAll,
    /** Appoints somebody, approved by the other administrator. */
    async appoint(groupId: string, member: object, more: object = {}): Promise<void> {
      const { version: expectedVersion } = await groupOf(groupId);
      await ask(APPOINT, { id: groupId, input: { expectedVersion, member, ...more } }, anna);
      await approveAll(groupId);
    },
    /** Submits a draft as somebody; answers what is needed to publish it. */
    async submit(id: string, username: string) {
      const writer = { token: await signIn(username) };
      const { planVersion } = await ask(VERSION, { id }, anna);
      const input = { expectedVersion: planVersion.version };
      const { submitPlanVersion } = await ask(SUBMIT, { id, input }, writer);
      return { id, input: { expectedVersion: submitPlanVersion.version } };
    },
  };
}

let departmentCount = 0;

/** What of a preset's demands nobody holds, as `D2-三.1 LEADERSHIP_GROUP PRESIDENT`. */
export const vacant = ({ demands }: { demands: Demand[] }): string[] =>
  demands.flatMap(({ demand, vacancies }) =>
    vacancies.map(({ position: { clause, post } }) => `${clause} ${demand.groupKind} ${post}`),
  );
