import { useQuery } from '@tanstack/react-query';
import { complaintCount } from '../complaints/complaintCount';
import { toDo } from '../complaints/useWorklists';
import { escalationCount } from '../escalations/escalationCount';
import { planCount } from '../plans/plans.provider';
import { useViewer } from '../provider/viewer';
import type { RailItem } from './railItems';

/** The counts beside the rail's items, as far as the viewer has those items. */
export function useRailCounts(items: readonly RailItem[]): Partial<Record<RailItem['name'], number>> {
  const has = (name: RailItem['name']) => items.some((item) => item.name === name);
  const open = useQuery({ ...escalationCount({ status: ['OPEN'] }), enabled: has('escalations') });
  const waiting = useQuery({ ...complaintCount(toDo), enabled: has('worklist') });
  const awaitsReceiptOf = useViewer()?.staff?.orgUnit.id ?? null;
  const toSign = useQuery({
    ...planCount({ awaitsReceiptOf }),
    enabled: has('plans') && awaitsReceiptOf !== null,
  });
  return {
    ...(open.data === undefined ? {} : { escalations: open.data.totalCount }),
    ...(waiting.data === undefined ? {} : { worklist: waiting.data.totalCount }),
    ...(toSign.data === undefined ? {} : { plans: toSign.data }),
  };
}
