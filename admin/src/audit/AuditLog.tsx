import { Box, Button, Link, Paper, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { usePageTitle } from '../layout/usePageTitle';
import { EmptyState } from '../patterns/EmptyState';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { asApiError } from '../provider/ApiError';
import { type, useTokens } from '../theme/tokens';
import type { Entry } from './audit.graphql';
import { AuditFilters } from './AuditFilters';
import { EntryDrawer, momentOf } from './EntryDrawer';
import { useActorName } from './useActorName';
import { useAuditFilter, useEntries } from './useEntries';
import { Verify } from './Verify';

/** Who did what, when, to which row; and whether all of it is still as it was written. */
export const AuditLog = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const [filter, change] = useAuditFilter();
  const [opened, setOpened] = useState<Entry>();
  usePageTitle(translate('audit.title'));
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3, p: { xs: 4, md: 5 } }}>
      <Box>
        <Box component="h1" sx={type.listTitle}>
          {translate('audit.title')}
        </Box>
        <Box component="p" sx={{ color: tokens.ink2 }}>
          {translate('audit.note')}
        </Box>
      </Box>
      <Verify />
      <AuditFilters filter={filter} change={change} />
      <Paper component="section" aria-label={translate('audit.title')} sx={{ overflow: 'hidden', minWidth: 0 }}>
        <Entries filter={filter} onOpen={setOpened} />
      </Paper>
      <EntryDrawer entry={opened} onClose={() => setOpened(undefined)} />
    </Box>
  );
};

interface EntriesProps {
  filter: ReturnType<typeof useAuditFilter>[0];
  onOpen(entry: Entry): void;
}

const Entries = ({ filter, onOpen }: EntriesProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEntries(filter);
  if (error) {
    const { message, id } = asApiError(error);
    return (
      <ErrorState
        title={`${translate('audit.failed')}：${translate(message, { _: message })}`}
        errorId={id}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <SkeletonRows />;
  const entries = data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) {
    return (
      <Box sx={{ p: 4 }}>
        <EmptyState title={translate('audit.emptyTitle')} note={translate('audit.emptyNote')} />
      </Box>
    );
  }
  return (
    <>
      <EntryTable entries={entries} onOpen={onOpen} />
      <Box sx={{ p: 3, textAlign: 'center', color: tokens.ink2 }}>
        {hasNextPage ? (
          <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
            {translate('audit.more')}
          </Button>
        ) : (
          translate('audit.end')
        )}
      </Box>
    </>
  );
};

const columns = ['time', 'kind', 'actor', 'about', 'place', 'seq', 'hash'] as const;

const EntryTable = ({ entries, onOpen }: { entries: readonly Entry[]; onOpen(entry: Entry): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const actorName = useActorName();
  return (
    <Box tabIndex={0} role="group" aria-label={translate('audit.title')} sx={{ overflowX: 'auto' }}>
      <Table size="small" sx={{ minWidth: 900 }}>
        <TableHead>
          <TableRow>
            {columns.map((name) => (
              <TableCell key={name}>{translate(`audit.${name}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {entries.map((entry) => (
            <TableRow key={entry.seq}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{momentOf(entry.at)}</TableCell>
              <TableCell>
                <Link component="button" type="button" onClick={() => onOpen(entry)} sx={{ textAlign: 'start' }}>
                  {entry.kind.text}
                </Link>
              </TableCell>
              <TableCell>{actorName(entry)}</TableCell>
              <TableCell>{entry.subject.name ?? entry.subject.type}</TableCell>
              <TableCell>{entry.orgUnitName ?? ''}</TableCell>
              <TableCell>{entry.seq}</TableCell>
              <TableCell sx={{ color: tokens.ink2, ...type.caption }}>{entry.hash.slice(0, 12)}…</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
