import { graphql } from '../gql';
import type { OrgUnitFilter, StaffFilter } from '../gql/graphql';
import { ApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { pageOf, required, type Reader } from '../provider/reader';

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

const StaffMembersDocument = graphql(`
  query StaffMembers($filter: StaffFilter, $page: PageInput) {
    staffMembers(filter: $filter, page: $page) {
      totalCount
      items {
        id
        name
        username
        orgUnit {
          id
          name
        }
      }
    }
  }
`);

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

/** Staff, for choosing one. */
export const staffReader: Reader = {
  async getList({ filter, pagination, signal }) {
    const { staffMembers } = await request(
      StaffMembersDocument,
      { filter: filter as StaffFilter, page: pageOf(pagination) },
      signal,
    );
    return { data: staffMembers.items, total: staffMembers.totalCount };
  },
  getOne() {
    return Promise.reject(new ApiError('NOT_FOUND', ''));
  },
};
