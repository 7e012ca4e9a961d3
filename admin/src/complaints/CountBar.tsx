import { Box, Button, ButtonBase, Menu, MenuItem, Paper } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ListFilter, ListOrdered } from 'lucide-react';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { ComplaintFilter } from '../gql/graphql';
import { startOfBankDay } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useViewer } from '../provider/viewer';
import { type, useTokens, type Tokens } from '../theme/tokens';
import { complaintCount } from './complaintCount';

interface Count {
  name: 'mine' | 'open' | 'overdue' | 'today' | 'REGISTERED' | 'SCREENED' | 'ASSIGNED' | 'IN_REVIEW' | 'all';
  filter: ComplaintFilter;
  colour?: keyof Tokens;
}

/** One bar of counts; each is the list with its filter. */
export const CountBar = ({ onFilters, showsFilters }: { onFilters(): void; showsFilters: boolean }) => {
  const translate = useTranslate();
  const counts = useCounts();
  return (
    <Paper sx={{ display: 'flex', alignItems: 'center', gap: 2, p: 1, minHeight: 50 }}>
      <Box
        role="group"
        aria-label={translate('worklist.counts')}
        sx={{ flex: 1, minWidth: 0, display: 'flex', overflowX: 'auto', gap: '2px' }}
      >
        {counts.map((count) => (
          <CountButton key={count.name} count={count} />
        ))}
      </Box>
      <SortMenu />
      <FilterButton onClick={onFilters} isOpen={showsFilters} />
    </Paper>
  );
};

function useCounts(): readonly Count[] {
  const staffId = useViewer()?.staff?.id;
  const today = startOfBankDay(useNow()).toISOString();
  const status = (name: 'REGISTERED' | 'SCREENED' | 'ASSIGNED' | 'IN_REVIEW'): Count => ({
    name,
    filter: { status: [name] },
  });
  return [
    { name: 'open', filter: { isOpen: true } },
    ...(staffId ? [{ name: 'mine', filter: { isOpen: true, assigneeId: staffId } } as const] : []),
    { name: 'overdue', filter: { isOpen: true, isOverdue: true }, colour: 'breach' },
    status('REGISTERED'),
    status('SCREENED'),
    status('ASSIGNED'),
    status('IN_REVIEW'),
    { name: 'today', filter: { receivedFrom: today } },
    { name: 'all', filter: {} },
  ];
}

const sameFilter = (a: object, b: object) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (filter: object) => Object.entries(filter).toSorted(([a], [b]) => a.localeCompare(b));

const CountButton = ({ count: { name, filter, colour } }: { count: Count }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const { data } = useQuery(complaintCount(filter));
  const isChosen = sameFilter(filterValues as object, filter);
  const number = data ? `${data.totalCount}${data.totalCountIsExact ? '' : '+'}` : '–';
  const isWarning = colour !== undefined && (data?.totalCount ?? 0) > 0;
  return (
    <ButtonBase aria-pressed={isChosen} onClick={() => setFilters(filter)} sx={countStyle(tokens, isChosen)}>
      <Box
        component="span"
        sx={{
          fontSize: 22,
          lineHeight: '28px',
          fontWeight: 600,
          color: isWarning && !isChosen ? tokens[colour] : 'inherit',
        }}
      >
        {number}
      </Box>
      <Box component="span" sx={{ color: isChosen ? 'inherit' : tokens.ink2, fontWeight: isChosen ? 600 : 400 }}>
        {translate(`worklist.count.${name}`)}
      </Box>
    </ButtonBase>
  );
};

const countStyle = (tokens: Tokens, isChosen: boolean) => ({
  flex: 'none',
  gap: 2,
  px: 3,
  py: '5px',
  minHeight: 40,
  borderRadius: '6px',
  whiteSpace: 'nowrap',
  alignItems: 'baseline',
  color: isChosen ? tokens.primary : tokens.ink,
  backgroundColor: isChosen ? tokens.primarySoft : 'transparent',
  ...type.body,
  '&:hover': { backgroundColor: isChosen ? tokens.primarySoft : tokens.sunken },
});

const FilterButton = ({ onClick, isOpen }: { onClick(): void; isOpen: boolean }) => {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  const count = Object.keys(filterValues as object).length;
  return (
    <Button variant="text" onClick={onClick} aria-expanded={isOpen} sx={{ flex: 'none' }}>
      <ListFilter size={16} strokeWidth={1.75} aria-hidden="true" />
      {count > 0 ? translate('filter.active', { count }) : translate('filter.open')}
    </Button>
  );
};

const sorts = ['NEXT_DUE_AT.ASC', 'RECEIVED_AT.DESC', 'RECEIVED_AT.ASC', 'LEVEL.DESC', 'REFERENCE.DESC'] as const;

const SortMenu = () => {
  const translate = useTranslate();
  const { sort, setSort } = useListContext();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const current = sorts.find((name) => name === `${sort.field}.${sort.order}`) ?? 'NEXT_DUE_AT.ASC';
  const choose = (name: (typeof sorts)[number]) => {
    const [field = '', order = 'ASC'] = name.split('.');
    setSort({ field, order: order === 'DESC' ? 'DESC' : 'ASC' });
    setAnchor(null);
  };
  return (
    <>
      <Button
        variant="text"
        aria-haspopup="menu"
        aria-label={`${translate('worklist.sort')}: ${translate(`worklist.sortBy.${current}`)}`}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ flex: 'none', color: 'text.secondary', fontWeight: 400 }}
      >
        <ListOrdered size={16} strokeWidth={1.75} aria-hidden="true" />
        <Box component="span" sx={{ display: { xs: 'none', lg: 'inline' } }}>
          {translate(`worklist.sortBy.${current}`)}
        </Box>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {sorts.map((name) => (
          <MenuItem key={name} selected={name === current} onClick={() => choose(name)}>
            {translate(`worklist.sortBy.${name}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
