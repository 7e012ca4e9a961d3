import type { DataProvider, Identifier, RaRecord } from 'react-admin';
import { complaintReader, complaintVerbs } from '../complaints/complaints.provider';
import { escalationReader, escalationVerbs } from '../escalations/escalations.provider';
import { grantReader } from '../grants/grants.provider';
import { planReader } from '../plans/plans.provider';
import { groupReader, orgUnitReader, staffReader } from '../org/org.provider';
import type { Reader } from './reader';
import { publish, subscribe, unsubscribe } from './topics';

const readers: Readonly<Record<string, Reader>> = {
  complaints: complaintReader,
  escalations: escalationReader,
  orgUnits: orgUnitReader,
  staffMembers: staffReader,
  roleGrants: grantReader,
  leadershipGroups: groupReader,
  plans: planReader,
};

function readerOf(resource: string): Reader {
  const reader = readers[resource];
  if (!reader) throw new Error(`No reader for ${resource}`);
  return reader;
}

/** There is no generic writing: every change is a verb with a name. */
const refuse = (): Promise<never> => Promise.reject(new Error('Changes go through the verbs of the API'));

const getOne = async (resource: string, id: Identifier, signal?: AbortSignal): Promise<RaRecord> =>
  readerOf(resource).getOne(String(id), signal);

const readProvider = {
  supportAbortSignal: true,
  getList: (resource, { filter, sort, pagination, signal }) =>
    readerOf(resource).getList({ filter: filter ?? {}, sort, pagination, signal }),
  getOne: async (resource, { id, signal }) => ({ data: await getOne(resource, id, signal) }),
  getMany: async (resource, { ids, signal }) => ({
    data: await Promise.all(ids.map((id) => getOne(resource, id, signal))),
  }),
  getManyReference: (resource, { target, id, filter, sort, pagination, signal }) =>
    readerOf(resource).getList({ filter: { ...filter, [target]: id }, sort, pagination, signal }),
  create: refuse,
  update: refuse,
  updateMany: refuse,
  delete: refuse,
  deleteMany: refuse,
} as DataProvider;

/** Reading for react-admin, the API's verbs by their names, and the live topics in the shape ra-realtime has them. */
export const dataProvider = Object.assign(readProvider, {
  ...complaintVerbs,
  ...escalationVerbs,
  subscribe: (topic: string, callback: Parameters<typeof subscribe>[2]) => subscribe(readers, topic, callback),
  unsubscribe,
  publish,
});
