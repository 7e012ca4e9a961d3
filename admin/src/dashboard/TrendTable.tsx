import { Box, Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Stats } from './dashboard.graphql';
import { complaintRows } from './rows';

/** The trend in numbers, newest first; each opens its rows. */
export const TrendTable = ({ byDay, orgUnitId }: { byDay: Stats['byDay']; orgUnitId: string | undefined }) => {
  const translate = useTranslate();
  return (
    <Box tabIndex={0} role="group" aria-label={translate('dashboard.day')} sx={{ maxHeight: 260, overflow: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('dashboard.day')}</TableCell>
            <TableCell align="right">{translate('dashboard.received')}</TableCell>
            <TableCell align="right">{translate('dashboard.concluded')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {byDay.toReversed().map(({ day, validFrom, validTo, receivedCount, concludedCount }) => (
            <TableRow key={day}>
              <TableCell component="th" scope="row">
                {day}
              </TableCell>
              <CountCell
                count={receivedCount}
                to={complaintRows({ orgUnitId, receivedFrom: validFrom, receivedTo: validTo })}
              />
              <CountCell
                count={concludedCount}
                to={complaintRows({ orgUnitId, repliedFrom: validFrom, repliedTo: validTo })}
              />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};

/** A number that opens its rows; nothing to open where there are none. */
export const CountCell = ({ count, to }: { count: number; to: string }) => (
  <TableCell align="right">
    {count > 0 ? (
      <MuiLink component={Link} to={to}>
        {count}
      </MuiLink>
    ) : (
      0
    )}
  </TableCell>
);
