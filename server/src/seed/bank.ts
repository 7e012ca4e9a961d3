import { demoGroups } from './bank-groups.js';
import { demoBranchCode, demoSignIns, demoStaff, holderOf } from './bank-staff.js';
import { demoUnits } from './bank-units.js';
import type { DemoChannel, DemoGrant, DemoGroup, DemoStaff, DemoUnit } from './demo-types.js';

/** The whole invented bank, ready to be written row by row in the order of the lists. */
export interface DemoBank {
  name: string;
  units: readonly DemoUnit[];
  staff: readonly DemoStaff[];
  groups: readonly DemoGroup[];
  grants: readonly DemoGrant[];
  /** Those of `staff` who may sign in to the demo with its shared password. */
  signIns: readonly DemoStaff[];
  apiKey: { name: string; orgUnitCode: string; channels: readonly DemoChannel[] };
}

const agentsOf = (code: string) => [
  holderOf(`${code}-KHFW`, 'SERVICE_AGENT', 0),
  holderOf(`${code}-KHFW`, 'SERVICE_AGENT', 1),
];

/** Who registers and answers for a branch: the first agents of its customer service department. */
export const intakeOf = (branchCode: string): string[] => agentsOf(branchCode).map(({ username }) => username);

const otherBranches = demoUnits.filter(({ kind, code }) => kind === 'BRANCH' && code !== demoBranchCode);

const grant = (username: string, role: DemoGrant['role'], orgUnitCode: string): DemoGrant => ({
  username,
  role,
  orgUnitCode,
  withSubtree: true,
});

const grants: DemoGrant[] = [
  grant('admin', 'ADMIN', '0000'),
  // A second administrator, because the last one cannot be removed and a grant wants another's approval.
  grant(holderOf('0000-XXKJ', 'DEPARTMENT_HEAD').username, 'ADMIN', '0000'),
  grant('auditor', 'AUDITOR', '0000'),
  grant('trainer', 'TRAINER', '0000'),
  grant('handler', 'HANDLER', demoBranchCode),
  grant('reviewer', 'REVIEWER', demoBranchCode),
  ...intakeOf(demoBranchCode).map((username) => grant(username, 'INTAKE', demoBranchCode)),
  ...otherBranches.flatMap(({ code }) => [
    ...intakeOf(code).map((username) => grant(username, 'INTAKE', code)),
    grant(holderOf(`${code}-KHFW`, 'KEY_STAFF').username, 'HANDLER', code),
    grant(holderOf(`${code}-YYGL`, 'DEPARTMENT_HEAD').username, 'REVIEWER', code),
  ]),
];

/** The demo bank: an invented bank of some eighty units and two hundred people. */
export const demoBank: DemoBank = {
  name: '澜江银行',
  units: demoUnits,
  staff: demoStaff,
  groups: demoGroups,
  grants,
  signIns: demoSignIns,
  apiKey: {
    name: '渠道整合平台(演示)',
    orgUnitCode: demoBranchCode,
    channels: ['PHONE', 'ONLINE', 'MOBILE_APP', 'ON_SITE', 'LETTER', 'EMAIL', 'REGULATOR', 'MEDIA', 'OTHER'],
  },
};
