import { Box, Button, Paper, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { CodeListName } from '../gql/graphql';
import { Choices } from '../layout/Choices';
import { usePageTitle } from '../layout/usePageTitle';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { type } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { AddCodeDialog } from './AddCodeDialog';
import { CodeLine } from './CodeLine';
import { CodeEntriesDocument, type CodeRow } from './codes.graphql';

const lists: readonly CodeListName[] = ['CATEGORY', 'PRODUCT', 'REASON', 'CAUSE'];
const columns = ['code', 'nameZh', 'nameEn', 'state'] as const;

/** The lists of codes that the bank edits. */
export const CodesPage = () => {
  const translate = useTranslate();
  const word = useWord();
  const [search, setSearch] = useSearchParams();
  const list = lists.find((each) => each === search.get('list')) ?? 'CATEGORY';
  const [isAdding, setIsAdding] = useState(false);
  usePageTitle(translate('codes.title'));
  const { data, error, refetch } = useQuery({
    queryKey: ['codes', list],
    queryFn: async ({ signal }) => (await request(CodeEntriesDocument, { name: list }, signal)).codeList,
  });
  const mayEdit = data?.some(({ allowedActions }) => allowedActions.length > 0) ?? false;
  return (
    <Box sx={{ display: 'grid', gap: 3, p: { xs: 4, md: 5 }, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Box component="h1" sx={{ flex: 1, ...type.listTitle }}>
          {translate('codes.title')}
        </Box>
        {mayEdit ? (
          <Button variant="contained" onClick={() => setIsAdding(true)}>
            <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
            {translate('codes.add')}
          </Button>
        ) : null}
      </Box>
      <Choices
        label={translate('codes.list')}
        hidesLabel
        values={lists}
        value={list}
        onChange={(chosen) => setSearch({ list: chosen })}
        nameOf={(each) => word('codeList', each)}
      />
      <Box component="p" sx={type.meta}>
        {translate(mayEdit ? 'codes.note' : 'codes.readOnly')}
      </Box>
      {error ? (
        <ErrorState title={translate('codes.failed')} errorId={asApiError(error).id} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <SkeletonRows count={8} height={44} /> : null}
      {data ? (
        <Paper component="section" aria-label={word('codeList', list)} sx={{ overflow: 'hidden', minWidth: 0 }}>
          <Box
            sx={{ overflowX: 'auto', position: 'relative' }}
            tabIndex={0}
            role="region"
            aria-label={word('codeList', list)}
          >
            <Table sx={{ minWidth: 860 }}>
              <TableHead>
                <TableRow>
                  {columns.map((name) => (
                    <TableCell key={name}>{translate(`codes.${name}`)}</TableCell>
                  ))}
                  <TableCell>
                    <Box component="span" sx={visuallyHidden}>
                      {translate('codes.verbs')}
                    </Box>
                  </TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {data.map((row) => (
                  <CodeLine key={row.id} row={row} depth={depthOf(row, data)} siblings={siblingsOf(row, data)} />
                ))}
              </TableBody>
            </Table>
          </Box>
        </Paper>
      ) : null}
      {isAdding ? <AddCodeDialog list={list} entries={data ?? []} onClose={() => setIsAdding(false)} /> : null}
    </Box>
  );
};

function depthOf(row: CodeRow, rows: readonly CodeRow[]): number {
  const parent = rows.find(({ id }) => id === row.parent?.id);
  return parent ? depthOf(parent, rows) + 1 : 0;
}

const siblingsOf = (row: CodeRow, rows: readonly CodeRow[]) =>
  rows.filter(({ parent }) => parent?.id === row.parent?.id);
