import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { bankDay, bankMinute } from '../layout/bankDay';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { type, useTokens } from '../theme/tokens';
import { useListed } from '../words/useListed';
import { useWord } from '../words/useWord';
import type { KeyRow } from './keys.graphql';
import { RevokeKeyDialog } from './RevokeKeyDialog';

const columns = ['name', 'prefix', 'unit', 'channels', 'lastUsed', 'made'] as const;

/** Keys as rows; the secret itself is nowhere any more. */
export const KeyTable = ({ keys }: { keys: readonly KeyRow[] }) => {
  const translate = useTranslate();
  return (
    <Box
      sx={{ overflowX: 'auto', position: 'relative' }}
      tabIndex={0}
      role="region"
      aria-label={translate('keysPage.title')}
    >
      <Table sx={{ minWidth: 920 }}>
        <TableHead>
          <TableRow>
            {columns.map((name) => (
              <TableCell key={name}>{translate(`keysPage.${name}`)}</TableCell>
            ))}
            <TableCell>
              <Box component="span" sx={visuallyHidden}>
                {translate('keysPage.verbs')}
              </Box>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {keys.map((key) => (
            <Row key={key.id} row={key} />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};

const Row = ({ row }: { row: KeyRow }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const listed = useListed();
  const [isRevoking, setIsRevoking] = useState(false);
  const { name, prefix, orgUnit, channels, lastUsedAt, revokedAt, createdAt, createdBy, mayImportHistory } = row;
  const caption = { color: tokens.ink3, ...type.caption };
  return (
    <TableRow>
      <TableCell sx={{ fontWeight: 600 }}>
        {name}
        {mayImportHistory ? <Box sx={caption}>{translate('keysPage.mayImport')}</Box> : null}
      </TableCell>
      <TableCell>
        <code>{prefix}…</code>
      </TableCell>
      <TableCell>
        {orgUnit.name}
        <Box sx={caption}>{orgUnit.pathNames.slice(0, -1).join(' › ')}</Box>
      </TableCell>
      <TableCell>{listed(channels.map((channel) => word('channel', channel)))}</TableCell>
      <TableCell>{lastUsedAt ? bankMinute(lastUsedAt).replace('T', ' ') : translate('keysPage.neverUsed')}</TableCell>
      <TableCell>
        {bankDay(createdAt)}
        <Box sx={caption}>{createdBy?.name ?? translate('keysPage.bySetUp')}</Box>
      </TableCell>
      <TableCell align="right">
        {revokedAt ? translate('keysPage.revokedOn', { day: bankDay(revokedAt) }) : null}
        {row.allowedActions.map(({ code, label }) => (
          <Button key={code} size="small" aria-label={`${label} ${name}`} onClick={() => setIsRevoking(true)}>
            {label}
          </Button>
        ))}
        {isRevoking ? <RevokeKeyDialog row={row} onClose={() => setIsRevoking(false)} /> : null}
      </TableCell>
    </TableRow>
  );
};
