import { Box, Drawer, Paper, useMediaQuery } from '@mui/material';
import { useState } from 'react';
import { ListBase, useListContext, useTranslate, type SortPayload } from 'react-admin';
import type { ComplaintFilter } from '../gql/graphql';
import { usePageTitle } from '../layout/usePageTitle';
import { useStartCursor } from '../provider/live';
import { ArrivalsButton } from './ArrivalsButton';
import { BoardHeader } from './BoardHeader';
import { CasePane } from './CasePane';
import type { ComplaintRow } from './complaints.graphql';
import { CountBar } from './CountBar';
import { FilterPanel, type PrivateFilter } from './FilterPanel';
import { Rows } from './Rows';
import { useArrivals } from './useArrivals';
import { useRowSelection } from './useRowSelection';

interface BoardProps {
  name: 'worklist' | 'complaints' | 'mine';
  /** A message key. */
  title: string;
  filter: ComplaintFilter;
  sort: SortPayload;
}

/** A list of complaints with its counts, filters and the selected case beside it. */
export const Board = ({ name, title, filter, sort }: BoardProps) => {
  const translate = useTranslate();
  const start = useStartCursor();
  const [privateFilter, setPrivateFilter] = useState<PrivateFilter>({});
  usePageTitle(translate(title));
  if (!start.isSettled) return null;
  return (
    <ListBase
      resource="complaints"
      storeKey={`complaints.${name}`}
      filter={privateFilter}
      filterDefaultValues={filter}
      sort={sort}
      perPage={10}
      disableAuthentication
    >
      <BoardBody
        name={name}
        title={translate(title)}
        cursor={start.cursor}
        privateFilter={privateFilter}
        onPrivateFilter={setPrivateFilter}
      />
    </ListBase>
  );
};

interface BoardBodyProps {
  name: BoardProps['name'];
  title: string;
  cursor: string | undefined;
  privateFilter: PrivateFilter;
  onPrivateFilter(filter: PrivateFilter): void;
}

const BoardBody = ({ name, title, cursor, privateFilter, onPrivateFilter }: BoardBodyProps) => {
  const { data = [] } = useListContext<ComplaintRow>();
  const isWide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const [showsFilters, setShowsFilters] = useState(false);
  const arrivals = useArrivals(cursor);
  const selection = useRowSelection(data, isWide);
  return (
    <Box
      sx={{
        flex: 1,
        display: 'flex',
        flexDirection: 'column',
        gap: 3,
        p: { xs: 4, md: 5 },
        pt: { md: 4 },
        pb: { md: 3 },
        minWidth: 0,
      }}
    >
      <BoardHeader title={title} name={name} />
      <CountBar onFilters={() => setShowsFilters(!showsFilters)} showsFilters={showsFilters} />
      {showsFilters ? <FilterPanel privateFilter={privateFilter} onPrivateFilter={onPrivateFilter} /> : null}
      <ArrivalsButton count={arrivals.count} onShow={arrivals.show} />
      <Box sx={{ flex: 1, display: 'flex', gap: 4, alignItems: 'stretch', minWidth: 0 }}>
        <Rows
          selection={selection}
          isSearchedPrivately={Object.keys(privateFilter).length > 0}
          onClearPrivate={() => onPrivateFilter({})}
        />
        {isWide ? <SidePane id={selection.id} /> : null}
      </Box>
      {isWide ? null : <PaneDrawer id={selection.id} onClose={selection.clear} />}
    </Box>
  );
};

const SidePane = ({ id }: { id: string | undefined }) => {
  const translate = useTranslate();
  return (
    <Paper
      component="section"
      aria-label={translate('worklist.pane')}
      sx={{
        width: 320,
        '@media (min-width: 1400px)': { width: 392 },
        flex: 'none',
        alignSelf: 'flex-start',
        position: 'sticky',
        top: 64,
        minHeight: 'min(690px, calc(100vh - 80px))',
        maxHeight: 'calc(100vh - 80px)',
        overflow: 'auto',
        display: 'flex',
        flexDirection: 'column',
      }}
    >
      <CasePane id={id} />
    </Paper>
  );
};

const PaneDrawer = ({ id, onClose }: { id: string | undefined; onClose(): void }) => {
  const translate = useTranslate();
  return (
    <Drawer
      anchor="right"
      open={id !== undefined}
      onClose={onClose}
      slotProps={{
        paper: { sx: { width: 'min(420px, 100vw)' }, role: 'dialog', 'aria-label': translate('worklist.pane') },
      }}
    >
      <CasePane id={id} onClose={onClose} />
    </Drawer>
  );
};
