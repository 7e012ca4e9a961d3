import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { request } from '../provider/client';
import { UnitChainDocument, UnitRowsDocument, type UnitRow } from './units.graphql';

const perPage = 100;

/** A line of the tree as it is shown; `more` stands for units of a level that are not read yet. */
export interface TreeLine {
  id: string;
  level: number;
  unit: UnitRow | undefined;
  parentId: string | undefined;
  isExpanded: boolean | undefined;
}

interface Chain {
  id: string;
  parent?: Chain | null;
}

const childrenQuery = (parentId: string, page: number) => ({
  queryKey: ['units', 'children', parentId, page],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (
      await request(
        UnitRowsDocument,
        { filter: { parentId }, page: { limit: perPage, offset: page * perPage } },
        signal,
      )
    ).orgUnits,
  staleTime: 60_000,
});

const rootsQuery = {
  queryKey: ['units', 'roots'],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await request(UnitRowsDocument, { filter: { kind: ['HEAD_OFFICE'] } }, signal)).orgUnits.items,
  staleTime: 60_000,
};

/** The open part of the tree, line by line: one query for each node that was opened, none for what is closed. */
export function useUnitTree(selectedId: string | undefined) {
  const roots = useQuery(rootsQuery);
  /** How many pages are shown below each open node. */
  const [open, setOpen] = useState<ReadonlyMap<string, number>>(new Map());
  const pages = [...open].flatMap(([id, count]) => Array.from({ length: count }, (_each, page) => ({ id, page })));
  const answers = useQueries({ queries: pages.map(({ id, page }) => childrenQuery(id, page)) });
  const set = useCallback(
    (id: string, count: number) =>
      setOpen((before) => {
        const after = new Map(before);
        if (count > 0) after.set(id, count);
        else after.delete(id);
        return after;
      }),
    [],
  );
  /** What is open already keeps the pages it shows. */
  const show = useCallback(
    (id: string) => setOpen((before) => (before.has(id) ? before : new Map(before).set(id, 1))),
    [],
  );
  const rootId = roots.data?.[0]?.id;
  useEffect(() => {
    if (rootId) show(rootId);
  }, [rootId, show]);
  useOpenedAlong(selectedId, show);
  const below = (id: string) => {
    const found = answers.filter((_answer, index) => pages[index]?.id === id);
    return {
      units: found.flatMap(({ data }) => data?.items ?? []),
      hasMore: found.at(-1)?.data?.pageInfo.hasNextPage ?? false,
    };
  };
  const linesOf = (units: readonly UnitRow[], level: number, parentId: string | undefined): TreeLine[] =>
    units.flatMap((unit) => {
      const isExpanded = unit.hasUnitsBelow ? open.has(unit.id) : undefined;
      const line = { id: unit.id, level, unit, parentId, isExpanded };
      if (!isExpanded) return [line];
      const { units: inner, hasMore } = below(unit.id);
      const more = {
        id: `more/${unit.id}`,
        level: level + 1,
        unit: undefined,
        parentId: unit.id,
        isExpanded: undefined,
      };
      return [line, ...linesOf(inner, level + 1, unit.id), ...(hasMore ? [more] : [])];
    });
  return {
    lines: linesOf(roots.data ?? [], 1, undefined),
    error: roots.error,
    refetch: roots.refetch,
    toggle: (id: string, isOpen: boolean) => set(id, isOpen ? 1 : 0),
    showMore: (id: string) => set(id, (open.get(id) ?? 0) + 1),
  };
}

/** Opens every node above the chosen unit. */
function useOpenedAlong(selectedId: string | undefined, show: (id: string) => void): void {
  const { data } = useQuery({
    queryKey: ['units', 'chain', selectedId],
    queryFn: async ({ signal }) => (await request(UnitChainDocument, { id: selectedId! }, signal)).orgUnit,
    enabled: selectedId !== undefined,
    staleTime: 0,
  });
  const above = idsAbove(data).join(' ');
  useEffect(() => {
    for (const id of above.split(' ').filter(Boolean)) show(id);
  }, [above, show]);
}

function idsAbove(unit: Chain | null | undefined): string[] {
  return unit?.parent ? [unit.parent.id, ...idsAbove(unit.parent)] : [];
}
