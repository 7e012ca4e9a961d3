import { Box, Button, Paper, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { ListBase, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Pager } from '../complaints/Pager';
import { ListFound } from '../layout/ListFound';
import { usePageTitle } from '../layout/usePageTitle';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { CreateStaffDialog } from './CreateStaffDialog';
import type { StaffRow } from './staff.graphql';
import { StaffFilters } from './StaffFilters';

/** Who works for the bank, found by name, unit, role or post. */
export const StaffList = () => {
  const translate = useTranslate();
  usePageTitle(translate('staff.title'));
  return (
    <ListBase resource="staffMembers" filterDefaultValues={{ isActive: true }} perPage={25} disableAuthentication>
      <Box sx={{ display: 'grid', gap: 3, p: { xs: 4, md: 5 }, minWidth: 0 }}>
        <Header />
        <StaffFilters />
        <Paper component="section" aria-label={translate('staff.list')} sx={{ overflow: 'hidden' }}>
          <Found />
          <Pager />
        </Paper>
      </Box>
    </ListBase>
  );
};

const Header = () => {
  const translate = useTranslate();
  const [isCreating, setIsCreating] = useState(false);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
      <Box component="h1" sx={{ flex: 1, ...type.listTitle }}>
        {translate('staff.title')}
      </Box>
      <Button variant="contained" onClick={() => setIsCreating(true)}>
        <UserPlus size={16} strokeWidth={1.75} aria-hidden="true" />
        {translate('staff.create')}
      </Button>
      {isCreating ? <CreateStaffDialog onClose={() => setIsCreating(false)} /> : null}
    </Box>
  );
};

const Found = () => {
  const translate = useTranslate();
  return (
    <ListFound<StaffRow>
      failed={translate('staff.failed')}
      empty={translate('staff.empty')}
      emptyNote={translate('staff.emptyNote')}
      rows={6}
    >
      {(people) => <Rows people={people} />}
    </ListFound>
  );
};

const Rows = ({ people }: { people: readonly StaffRow[] }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table sx={{ minWidth: 560 }}>
        <TableHead>
          <TableRow>
            {['name', 'username', 'post', 'unit', 'state'].map((name) => (
              <TableCell key={name}>{translate(`staff.${name}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {people.map(({ id, name, username, post, orgUnit, isActive }) => (
            <TableRow key={id} hover>
              <TableCell>
                <Link to={`/staff/${id}`} style={{ fontWeight: 600 }}>
                  {name}
                </Link>
              </TableCell>
              <TableCell>{username}</TableCell>
              <TableCell>{post ? word('post', post) : translate('jiesu.none')}</TableCell>
              <TableCell>
                {orgUnit.name}
                <Box component="span" sx={{ display: 'block', color: tokens.ink3, ...type.caption }}>
                  {orgUnit.pathNames.slice(0, -1).join(' › ')}
                </Box>
              </TableCell>
              <TableCell>{translate(isActive ? 'staff.active' : 'staff.inactive')}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
