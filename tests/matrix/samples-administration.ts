import { member, seen, type Sample } from './sample.js';

/** What administrators do: one line each, as in `samples`. */
export const administration: Record<string, Sample> = {
  // Units and people
  createOrgUnit: (at) => ({ input: { parentId: at.branchId, code: at.next(), kind: 'OUTLET', name: '新网点' } }),
  updateOrgUnit: async (at) => at.unit().then((it) => ({ id: it.id, input: { ...seen(it), name: '改名网点' } })),
  moveOrgUnit: async (at) => {
    const [it, { unitId }] = [await at.unit(), await at.group('LEADERSHIP_GROUP')];
    return { id: it.id, input: { ...seen(it), parentId: unitId } };
  },
  previewOrgUnitMove: async (at) => {
    const [it, { unitId }] = [await at.unit(), await at.group('LEADERSHIP_GROUP')];
    return { id: it.id, input: { ...seen(it), parentId: unitId } };
  },
  deactivateOrgUnit: async (at) => at.unit().then((it) => ({ id: it.id, input: seen(it) })),
  createStaff: (at) => ({
    input: { username: at.next(), name: '新员工', orgUnitId: at.branchId, password: at.password },
  }),
  deactivateStaff: async (at) => at.staff().then((it) => ({ id: it.id, input: seen(it) })),

  // Code lists
  addCode: async (at) => ({
    input: {
      list: 'REASON',
      code: `CODE_${at.next()}`,
      nameZh: '新代码',
      nameEn: 'New',
      parentId: (await at.code()).id,
    },
  }),
  renameCode: async (at) => at.code().then((it) => ({ id: it.id, input: { ...seen(it), nameEn: 'Other' } })),
  moveCode: async (at) => {
    const [before, it] = [await at.code(), await at.code()];
    return { id: it.id, input: { ...seen(it), beforeId: before.id } };
  },
  retireCode: async (at) => at.code().then((it) => ({ id: it.id, input: seen(it) })),
  restoreCode: async (at) => at.code({ isRetired: true }).then((it) => ({ id: it.id, input: seen(it) })),

  // Calendar
  importCalendar: async (at) => {
    const content = 'date,kind,nameZh,nameEn\n2027-01-01,OFF,元旦,New Year';
    return { input: { year: 2027, format: 'CSV', content, ...seen(await at.calendar(2027)) } };
  },
  changeCalendarDay: async (at) => ({
    input: { day: '2026-12-31', kind: 'OFF', nameZh: '行庆', nameEn: 'Jubilee', ...seen(await at.calendar(2026)) },
  }),
  clearCalendarDay: async (at) =>
    at.holiday('2026-12-30').then((it) => ({ input: { day: '2026-12-30', ...seen(it) } })),
  publishCalendar: async (at) => at.draft(2028).then((it) => ({ input: { year: 2028, ...seen(it) } })),

  // Rights
  explainAccess: async (at) => ({ input: { staffId: (await at.staff()).id, orgUnitId: at.branchId } }),
  grantRole: async (at) => ({ input: { staffId: (await at.staff()).id, role: 'INTAKE', orgUnitId: at.branchId } }),
  approveGrant: async (at) => ({ id: (await at.grant()).id }),
  revokeRole: async (at) => ({ id: (await at.grant()).id }),
  createApiKey: (at) => ({ input: { name: at.next(), orgUnitId: at.branchId, channels: ['ONLINE'] } }),
  revokeApiKey: async (at) => ({ id: (await at.key()).id }),

  // Groups
  createLeadershipGroup: async (at) => {
    const { id: parentId, unitId: orgUnitId } = await at.group('LEADERSHIP_GROUP');
    const members = [{ ...(await member(at)), position: 'LEADER' }];
    const leadUnitId = (await at.department()).id;
    return { input: { kind: 'PROJECT_TEAM', name: at.next(), orgUnitId, parentId, leadUnitId, members } };
  },
  appointMember: async (at) =>
    at.group().then(async (it) => ({ groupId: it.id, input: { ...seen(it), member: await member(at) } })),
  importRoster: async (at) => {
    const it = await at.group();
    const { username } = await at.staff();
    return { groupId: it.id, input: { ...seen(it), content: `username,position\n${username},LEADER` } };
  },
  approveMember: async (at) =>
    at.group('LEADERSHIP_GROUP', true).then(({ id, memberId }) => ({ groupId: id, memberId })),
  dismissMember: async (at) => at.group().then(({ id, memberId }) => ({ groupId: id, memberId })),
  deactivateLeadershipGroup: async (at) => at.group().then((it) => ({ id: it.id, input: seen(it) })),
};
