import { Box, Button, IconButton, TableCell, TableRow } from '@mui/material';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { bankDay } from '../layout/bankDay';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { MoveCodeDocument, type CodeRow } from './codes.graphql';
import { RenameCodeDialog } from './RenameCodeDialog';
import { UseCodeDialog } from './UseCodeDialog';

interface CodeLineProps {
  row: CodeRow;
  /** How far below the top of the tree. */
  depth: number;
  /** Entries below the same one, this one included, in their order. */
  siblings: readonly CodeRow[];
}

/** One entry: its names, since when, and the verbs on it; arrows move it among its siblings. */
export const CodeLine = ({ row, depth, siblings }: CodeLineProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const quiet = row.isActive ? {} : { color: tokens.ink3 };
  const state = row.retiredAt
    ? translate('codes.retiredOn', { day: bankDay(row.retiredAt) })
    : translate('codes.since', { day: bankDay(row.createdAt) });
  return (
    <TableRow sx={{ '& > td': { height: 44, ...quiet } }}>
      <TableCell>
        <Box component="code" sx={{ pl: depth * 5, ...type.meta }}>
          {row.code}
        </Box>
      </TableCell>
      <TableCell lang="zh" sx={{ fontWeight: depth === 0 ? 600 : 400 }}>
        {row.nameZh}
      </TableCell>
      <TableCell lang="en">{row.nameEn}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap', ...type.meta }}>{state}</TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        <Verbs row={row} siblings={siblings} />
      </TableCell>
    </TableRow>
  );
};

const Verbs = ({ row, siblings }: Omit<CodeLineProps, 'depth'>) => {
  const [verb, setVerb] = useState<string>();
  const close = () => setVerb(undefined);
  return (
    <Box sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
      {row.allowedActions.map(({ code, label }) =>
        code === 'moveCode' ? (
          <Arrows key={code} row={row} siblings={siblings} />
        ) : (
          <Button key={code} size="small" aria-label={`${label} ${row.code}`} onClick={() => setVerb(code)}>
            {label}
          </Button>
        ),
      )}
      {verb === 'renameCode' ? <RenameCodeDialog row={row} onClose={close} /> : null}
      {verb === 'retireCode' || verb === 'restoreCode' ? <UseCodeDialog row={row} verb={verb} onClose={close} /> : null}
    </Box>
  );
};

const Arrows = ({ row, siblings }: Omit<CodeLineProps, 'depth'>) => {
  const translate = useTranslate();
  const { run, isSending } = useSend(() => undefined);
  const at = siblings.findIndex(({ id }) => id === row.id);
  const [up, down] = [siblings[at - 1], siblings[at + 1]];
  const move = (before: CodeRow | undefined) => {
    const input = { expectedVersion: row.version, beforeId: before?.id };
    void run(() => request(MoveCodeDocument, { id: row.id, input }), 'codes.moved', { code: row.code });
  };
  return (
    <>
      <IconButton
        aria-label={translate('codes.up', { code: row.code })}
        disabled={isSending || !up}
        onClick={() => move(up)}
      >
        <ArrowUp size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <IconButton
        aria-label={translate('codes.down', { code: row.code })}
        disabled={isSending || !down}
        onClick={() => move(siblings[at + 2])}
      >
        <ArrowDown size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </>
  );
};
