import { graphql } from '../gql';
import type { LeadershipGroupFilter, OrgUnitFilter, StaffFilter } from '../gql/graphql';
import { request } from '../provider/client';
import { pageOf, required, type Reader } from '../provider/reader';
import { StaffListDocument, StaffPersonDocument } from '../staff/staff.graphql';

const OrgUnitsDocument = graphql(`
  query OrgUnits($filter: OrgUnitFilter, $page: PageInput) {
    orgUnits(filter: $filter, page: $page) {
      totalCount
      items {
        id
        name
        code
        kind
        pathNames
      }
    }
  }
`);

const OrgUnitDocument = graphql(`
  query OrgUnit($id: ID!) {
    orgUnit(id: $id) {
      id
      name
      code
      kind
      pathNames
    }
  }
`);

const GroupsDocument = graphql(`
  query Groups($filter: LeadershipGroupFilter, $page: PageInput) {
    leadershipGroups(filter: $filter, page: $page) {
      totalCount
      items {
        id
        name
        orgUnit {
          name
        }
      }
    }
  }
`);

const GroupDocument = graphql(`
  query Group($id: ID!) {
    leadershipGroup(id: $id) {
      id
      name
      orgUnit {
        name
      }
    }
  }
`);

/** Groups, for choosing one. */
export const groupReader: Reader = {
  async getList({ filter, pagination, signal }) {
    const variables = { filter: filter as LeadershipGroupFilter, page: pageOf(pagination) };
    const { leadershipGroups } = await request(GroupsDocument, variables, signal);
    return { data: leadershipGroups.items, total: leadershipGroups.totalCount };
  },
  async getOne(id, signal) {
    return required((await request(GroupDocument, { id }, signal)).leadershipGroup);
  },
};

/** Units, for choosing one. */
export const orgUnitReader: Reader = {
  async getList({ filter, pagination, signal }) {
    const { orgUnits } = await request(
      OrgUnitsDocument,
      { filter: filter as OrgUnitFilter, page: pageOf(pagination) },
      signal,
    );
    return { data: orgUnits.items, total: orgUnits.totalCount };
  },
  async getOne(id, signal) {
    return required((await request(OrgUnitDocument, { id }, signal)).orgUnit);
  },
};

/** Staff, for lists and for choosing one. */
export const staffReader: Reader = {
  async getList({ filter, pagination, signal }) {
    const { staffMembers } = await request(
      StaffListDocument,
      { filter: filter as StaffFilter, page: pageOf(pagination) },
      signal,
    );
    const { items, totalCount, totalCountIsExact } = staffMembers;
    return { data: items, total: totalCount, meta: { isExact: totalCountIsExact } };
  },
  async getOne(id, signal) {
    return required((await request(StaffPersonDocument, { id }, signal)).staffMember);
  },
};
