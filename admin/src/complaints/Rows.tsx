import { Box, Paper, Table, TableBody, TableCell, TableHead, TableRow, useMediaQuery } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import type { ComplaintFilter } from '../gql/graphql';
import { ErrorState } from '../patterns/ErrorState';
import { EmptyState } from '../patterns/EmptyState';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { useDensity } from '../layout/useDensity';
import { asApiError } from '../provider/ApiError';
import { visuallyHidden } from '../patterns/visuallyHidden';
import type { ComplaintRow } from './complaints.graphql';
import { Pager } from './Pager';
import { RowCard } from './RowCard';
import { RowLine } from './RowLine';
import type { RowSelection } from './useRowSelection';

interface RowsProps extends PrivateSearch {
  selection: RowSelection;
}

/** A search by phone or id number, which is no part of the list's own filter. */
interface PrivateSearch {
  isSearchedPrivately: boolean;
  onClearPrivate(): void;
}

/** The rows of the list, as a table, below 900 px as cards. */
export const Rows = (props: RowsProps) => (
  <Paper
    component="section"
    sx={{
      flex: 1,
      minWidth: 0,
      display: 'flex',
      flexDirection: 'column',
      overflow: 'hidden',
      alignSelf: 'flex-start',
      minHeight: { md: 480 },
    }}
  >
    <Box sx={{ flex: 1 }}>
      <RowsOrState {...props} />
    </Box>
    <Pager hasKeys />
  </Paper>
);

const RowsOrState = ({ selection, ...search }: RowsProps) => {
  const translate = useTranslate();
  const isNarrow = useMediaQuery('(max-width: 899px)', { noSsr: true });
  const [density] = useDensity();
  const { data, isPending, error, refetch } = useListContext<ComplaintRow>();
  if (error) {
    const { message, id } = asApiError(error);
    return (
      <ErrorState
        title={`${translate('worklist.failed')}：${translate(message, { _: message })}`}
        errorId={id}
        onRetry={() => void refetch()}
      />
    );
  }
  if (isPending || !data) return <SkeletonRows height={density === 'compact' ? 44 : 62} />;
  if (data.length === 0) return <NoRows {...search} />;
  return isNarrow ? (
    <CardList rows={data} selection={selection} />
  ) : (
    <RowTable rows={data} selection={selection} isCompact={density === 'compact'} />
  );
};

const NoRows = ({ isSearchedPrivately, onClearPrivate }: PrivateSearch) => {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const names = Object.keys(filterValues as object);
  const isFiltered = isSearchedPrivately || names.some((name) => name !== 'isOpen');
  const isToDo = !isSearchedPrivately && names.length === 1 && names[0] === 'awaits';
  const show = (filter: ComplaintFilter) => {
    setFilters(filter);
    onClearPrivate();
  };
  const state = isToDo ? 'emptyToDo' : isFiltered ? 'emptyFiltered' : 'empty';
  const action = isToDo
    ? { label: translate('worklist.showOpen'), onClick: () => show({ isOpen: true }) }
    : { label: translate('worklist.clearFilters'), onClick: () => show({}) };
  return (
    <Box sx={{ p: 4 }}>
      <EmptyState
        title={translate(`worklist.${state}Title`)}
        note={translate(`worklist.${state}Note`)}
        action={isFiltered ? action : undefined}
      />
    </Box>
  );
};

interface RowListProps {
  rows: readonly ComplaintRow[];
  selection: RowSelection;
}

const CardList = ({ rows, selection }: RowListProps) => (
  <Box component="ul" sx={{ listStyle: 'none' }}>
    {rows.map((row) => (
      <RowCard key={row.id} row={row} onSelect={() => selection.select(row.id)} />
    ))}
  </Box>
);

const columns = ['nearestClock', 'complaint', 'level', 'stage', 'responsible'] as const;

/** Widths in pixels; the complaint takes the rest. English words are longer. */
const widths = {
  zh: { nearestClock: 172, complaint: undefined, level: 84, stage: 98, responsible: 142, next: 110 },
  en: { nearestClock: 206, complaint: undefined, level: 118, stage: 108, responsible: 130, next: 112 },
} as const;

const RowTable = ({ rows, selection, isCompact }: RowListProps & { isCompact: boolean }) => {
  const translate = useTranslate();
  const width = widths[useTimeLocale()];
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table sx={{ tableLayout: 'fixed', minWidth: 760 }}>
        <TableHead>
          <TableRow>
            {columns.map((name) => (
              <TableCell
                key={name}
                sx={{ width: width[name], px: name === 'nearestClock' || name === 'complaint' ? 4 : 2 }}
              >
                {translate(`worklist.${name}`)}
              </TableCell>
            ))}
            <TableCell sx={{ width: width.next }}>
              <Box component="span" sx={visuallyHidden}>
                {translate('worklist.next')}
              </Box>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <RowLine
              key={row.id}
              row={row}
              isCompact={isCompact}
              isSelected={row.id === selection.id}
              onSelect={() => selection.select(row.id)}
            />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
