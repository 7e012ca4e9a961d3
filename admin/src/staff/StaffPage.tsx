import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { HelpCircle, Plus, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { PersonSessions } from '../account/PersonSessions';
import { Facts } from '../complaints/Facts';
import { GrantDialog } from '../grants/GrantDialog';
import { GrantLines } from '../grants/GrantLines';
import type { GrantRow } from '../grants/grants.graphql';
import { usePageTitle } from '../layout/usePageTitle';
import { Card } from '../org/Card';
import { EmptyState } from '../patterns/EmptyState';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { useViewer } from '../provider/viewer';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { DeactivateStaffDialog } from './DeactivateStaffDialog';
import { ExplainDialog } from './ExplainDialog';
import { Memberships } from './Memberships';
import { StaffPageDocument, type StaffDetail } from './staff.graphql';

/** One person: facts, grants, groups, and why they can see what they see. */
export const StaffPage = () => {
  const translate = useTranslate();
  const { staffId = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['staff', staffId],
    queryFn: ({ signal }) => request(StaffPageDocument, { id: staffId }, signal),
  });
  usePageTitle(data?.staffMember?.name ?? translate('staff.title'));
  if (error) {
    const { code, id } = asApiError(error);
    return (
      <Box sx={{ p: 5 }}>
        {code === 'NOT_FOUND' ? (
          <EmptyState title={translate('staff.notFound')} />
        ) : (
          <ErrorState title={translate('staff.failed')} errorId={id} onRetry={() => void refetch()} />
        )}
      </Box>
    );
  }
  if (!data?.staffMember) return <SkeletonRows count={4} />;
  return <Person key={staffId} person={data.staffMember} grants={data.roleGrants.items} />;
};

interface PersonProps {
  person: StaffDetail;
  grants: readonly GrantRow[];
}

const Person = ({ person, grants }: PersonProps) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 3, p: { xs: 4, md: 5 }, minWidth: 0 }}>
      <Header person={person} grants={grants} />
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '356px minmax(0, 1fr)' },
          alignItems: 'start',
        }}
      >
        <Box sx={{ display: 'grid', gap: 3 }}>
          <About person={person} />
          <Memberships memberships={person.memberships} />
          <Card title={translate('staff.sessions')}>
            <PersonSessions staffId={person.id} />
          </Card>
        </Box>
        <Card title={translate('staff.grants')}>
          {grants.length > 0 ? <GrantLines grants={grants} hidesPerson /> : <p>{translate('staff.noGrants')}</p>}
        </Card>
      </Box>
    </Box>
  );
};

const Header = ({ person, grants }: PersonProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const viewer = useViewer();
  const [open, setOpen] = useState<'grant' | 'explain' | 'deactivate'>();
  const close = () => setOpen(undefined);
  const isSelf = viewer?.staff?.id === person.id;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
      <Box component="h1" sx={{ flex: 1, minWidth: 160, ...type.detailTitle }}>
        {person.name}
        {person.isActive ? null : (
          <Box component="span" sx={{ ml: 2, color: tokens.ink2, ...type.meta }}>
            {translate('staff.inactive')}
          </Box>
        )}
      </Box>
      <Button onClick={() => setOpen('explain')}>
        <HelpCircle size={16} strokeWidth={1.75} aria-hidden="true" />
        {translate('staff.explain')}
      </Button>
      {person.isActive && !isSelf ? (
        <>
          <Button variant="contained" onClick={() => setOpen('grant')}>
            <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
            {translate('grants.grant')}
          </Button>
          <Button onClick={() => setOpen('deactivate')}>
            <UserMinus size={16} strokeWidth={1.75} aria-hidden="true" />
            {translate('staff.deactivate')}
          </Button>
        </>
      ) : null}
      {open === 'grant' ? <GrantDialog person={person} onClose={close} /> : null}
      {open === 'explain' ? <ExplainDialog person={person} onClose={close} /> : null}
      {open === 'deactivate' ? <DeactivateStaffDialog person={person} grants={grants} onClose={close} /> : null}
    </Box>
  );
};

const About = ({ person: { username, post, orgUnit, isActive } }: { person: StaffDetail }) => {
  const translate = useTranslate();
  const word = useWord();
  return (
    <Card title={translate('staff.about')}>
      <Facts
        facts={[
          [translate('staff.username'), username],
          [translate('staff.post'), post ? word('post', post) : translate('jiesu.none')],
          [
            translate('staff.unit'),
            <Link key="unit" to={`/units/${orgUnit.id}`}>
              {orgUnit.pathNames.join(' › ')}
            </Link>,
          ],
          [translate('staff.state'), translate(isActive ? 'staff.active' : 'staff.inactive')],
        ]}
      />
    </Card>
  );
};
