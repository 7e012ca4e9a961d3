import { Box, Button, ButtonBase, Menu, MenuItem, Paper } from '@mui/material';
import { ChevronDown, ListFilter, ListOrdered } from 'lucide-react';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { ComplaintFilter } from '../gql/graphql';
import { type, useTokens, type Tokens } from '../theme/tokens';
import { useListName, useWorklists, type NamedList } from './useWorklists';

interface ListProps {
  list: NamedList;
}

/** One bar of lists, each with its number: what waits for the viewer first, the rest in a menu. */
export const CountBar = ({ onFilters, showsFilters }: { onFilters(): void; showsFilters: boolean }) => {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  const lists = useWorklists();
  const isChosen = ({ filter }: NamedList) => sameFilter(filterValues as object, filter);
  const shown = lists.filter((list) => list.isAlwaysShown || (list.count ?? 0) > 0 || isChosen(list));
  const rest = lists.filter((list) => !shown.includes(list));
  return (
    <Paper sx={{ display: 'flex', alignItems: 'center', gap: 2, p: 1, minHeight: 50 }}>
      <Box
        role="group"
        aria-label={translate('worklist.counts')}
        sx={{ flex: 1, minWidth: 0, display: 'flex', overflowX: 'auto', gap: '2px' }}
      >
        {shown.map((list) => (
          <CountButton key={list.name} list={list} isChosen={isChosen(list)} />
        ))}
      </Box>
      {rest.length > 0 ? <ListMenu lists={rest} /> : null}
      <SortMenu />
      <FilterButton onClick={onFilters} isOpen={showsFilters} />
    </Paper>
  );
};

const sameFilter = (a: object, b: object) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (filter: object) => Object.entries(filter).toSorted(([a], [b]) => a.localeCompare(b));

const CountButton = ({
  list: { name, filter, colour, count, isExact },
  isChosen,
}: ListProps & { isChosen: boolean }) => {
  const tokens = useTokens();
  const nameOf = useListName();
  const { setFilters } = useListContext();
  const isWarning = colour !== undefined && (count ?? 0) > 0;
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
        {count === undefined ? '–' : `${count}${isExact ? '' : '+'}`}
      </Box>
      <Box component="span" sx={{ color: isChosen ? 'inherit' : tokens.ink2, fontWeight: isChosen ? 600 : 400 }}>
        {nameOf(name)}
      </Box>
    </ButtonBase>
  );
};

/** The lists that do not stand in the bar, with their numbers. */
const ListMenu = ({ lists }: { lists: readonly NamedList[] }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const nameOf = useListName();
  const { setFilters } = useListContext();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (filter: ComplaintFilter) => {
    setFilters(filter);
    setAnchor(null);
  };
  return (
    <>
      <Button
        variant="text"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ flex: 'none' }}
      >
        {translate('worklist.moreLists')}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {lists.map(({ name, filter, count }) => (
          <MenuItem key={name} onClick={() => choose(filter)} sx={{ gap: 4, justifyContent: 'space-between' }}>
            {nameOf(name)}
            <Box component="span" sx={{ color: tokens.ink2 }}>
              {count ?? '–'}
            </Box>
          </MenuItem>
        ))}
      </Menu>
    </>
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
