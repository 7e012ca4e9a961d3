import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { ComplaintAwaits, ComplaintFilter } from '../gql/graphql';
import { startOfBankDay } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { request } from '../provider/client';
import { useCapability, useViewer } from '../provider/viewer';
import type { Tokens } from '../theme/tokens';
import { wordsZh } from '../words/zh';
import { complaintCount } from './complaintCount';
import { WorklistsDocument } from './complaints.graphql';

/** Every list is a filter, and its number that of its rows. */
export interface NamedList {
  name: ListName;
  filter: ComplaintFilter;
  /** Undefined while it is being counted. */
  count: number | undefined;
  isExact: boolean;
  /** Stands in the bar although nothing is in it. */
  isAlwaysShown: boolean;
  colour?: keyof Tokens;
}

type ViewName = 'toDo' | 'mine' | 'unit' | 'overdue' | 'nearDue' | 'returned' | 'today' | 'open' | 'all';
type ListName = ViewName | ComplaintAwaits;

const kinds = Object.keys(wordsZh.awaits) as ComplaintAwaits[];

/** Whatever waits for the viewer. */
export const toDo: ComplaintFilter = { awaits: kinds };

/** What waits for the viewer, kind by kind; its key lies under the counts, so a change counts anew. */
export const worklistsQuery = {
  queryKey: ['complaints', 'count', 'worklists'] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await request(WorklistsDocument, {}, signal)).worklists,
};

/** All lists of the viewer, what waits for them first. */
export function useWorklists(): readonly NamedList[] {
  const waiting = useQuery(worklistsQuery).data ?? [];
  const views = useViews();
  const counted = useQueries({ queries: views.map(({ filter }) => complaintCount(filter)) });
  const lists = views.map((view, index): NamedList => {
    const { totalCount: count, totalCountIsExact: isExact = true } = counted[index]?.data ?? {};
    return { ...view, count, isExact };
  });
  const kindLists = waiting.map(({ awaits, complaintCount: count }): NamedList => ({
    name: awaits,
    filter: { awaits: [awaits] },
    count,
    isExact: true,
    isAlwaysShown: false,
  }));
  return [...lists.slice(0, 1), ...kindLists, ...lists.slice(1)];
}

type View = Pick<NamedList, 'name' | 'filter' | 'isAlwaysShown' | 'colour'>;

function useViews(): readonly View[] {
  const staff = useViewer()?.staff;
  const readsAll = useCapability('READ_COMPLAINTS');
  const today = startOfBankDay(useNow()).toISOString();
  const view = (name: ViewName, filter: ComplaintFilter, isAlwaysShown = false): View => ({
    name,
    filter,
    isAlwaysShown,
  });
  return [
    view('toDo', toDo, true),
    { ...view('overdue', { isOpen: true, isOverdue: true }, true), colour: 'breach' },
    { ...view('nearDue', { isOpen: true, isNearDue: true }, true), colour: 'warn' },
    ...(staff ? [view('mine', { isOpen: true, assigneeId: staff.id }, true)] : []),
    ...(staff && readsAll ? [view('unit', { isOpen: true, orgUnitId: staff.orgUnit.id })] : []),
    view('returned', { isReturned: true }),
    view('today', { receivedFrom: today }),
    view('open', { isOpen: true }, true),
    view('all', {}),
  ];
}

/** The name of a list in the current language. */
export function useListName(): (name: ListName) => string {
  const translate = useTranslate();
  return (name) => translate(name in wordsZh.awaits ? `words.awaits.${name}` : `worklist.count.${name}`);
}
