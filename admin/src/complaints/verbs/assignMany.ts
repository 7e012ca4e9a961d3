import { asApiError } from '../../provider/ApiError';
import { dataProvider } from '../../provider/dataProvider';
import type { ComplaintCase, ComplaintRow } from '../complaints.graphql';
import { fetchCase } from '../useCase';

/** What became of one of several: the case as it is now, or why the server refused, as a message key or in words. */
export type Outcome = { complaint: ComplaintCase } | { problem: string };

/** Offers one complaint; whoever tries again after a lost answer finds that it is done. */
export async function assignOne(row: ComplaintRow, receiverId: string, reason: string | null): Promise<Outcome> {
  try {
    const input = { expectedVersion: row.version, receiverId, reason };
    return { complaint: await dataProvider.assignComplaint(row.id, input) };
  } catch (thrown) {
    const error = asApiError(thrown);
    const latest = await fetchCase(row.id).catch(() => undefined);
    if (latest && isWith(latest, receiverId)) return { complaint: latest };
    return { problem: Object.values(error.fields)[0] ?? error.message };
  }
}

const isWith = ({ status, assignedUnit, assignedStaff, responsible }: ComplaintCase, receiverId: string) =>
  (status === 'ASSIGNED' && [assignedUnit?.id, assignedStaff?.id].includes(receiverId)) ||
  (status === 'INVESTIGATING' && responsible?.id === receiverId);
