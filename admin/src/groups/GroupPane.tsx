import { Box, Button, Chip } from '@mui/material';
import { CircleCheck, FileDown, FileUp, Plus, PowerOff, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../org/Card';
import { BlockedAction } from '../patterns/BlockedAction';
import { UnitBreadcrumb } from '../patterns/UnitBreadcrumb';
import { type, useTokens } from '../theme/tokens';
import { useListed } from '../words/useListed';
import { useWord } from '../words/useWord';
import { AppointDialog } from './AppointDialog';
import { DeactivateGroupDialog } from './DeactivateGroupDialog';
import type { Group } from './groups.graphql';
import { ImportRosterDialog } from './ImportRosterDialog';
import { MemberTable } from './MemberTable';
import { useExportRoster } from './useExportRoster';

/** One group: where it stands, who is in it, whether it can do its work. */
export const GroupPane = ({ group }: { group: Group }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  return (
    <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
      <Box sx={{ color: tokens.ink2, overflow: 'hidden' }}>
        <UnitBreadcrumb path={group.orgUnit.pathNames} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Box component="h2" sx={{ ...type.detailTitle, minWidth: 0 }}>
          {group.name}
        </Box>
        <Chip label={word('groupKind', group.kind)} />
        {group.isActive ? null : <Chip label={translate('groups.ended')} />}
        <Box sx={{ flex: 1 }} />
        <Verbs group={group} />
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 320px' },
        }}
      >
        <MemberTable group={group} />
        <Box sx={{ display: 'grid', gap: 3 }}>
          <Rules group={group} />
          <Place group={group} />
        </Box>
      </Box>
    </Box>
  );
};

const icons: Readonly<Record<string, LucideIcon>> = { appointMember: Plus, importRoster: FileUp };

const Verbs = ({ group }: { group: Group }) => {
  const translate = useTranslate();
  const [verb, setVerb] = useState<string>();
  const exportRoster = useExportRoster(group);
  const close = () => setVerb(undefined);
  return (
    <>
      <Button variant="outlined" onClick={() => void exportRoster()}>
        <FileDown size={16} strokeWidth={1.75} aria-hidden="true" />
        {translate('groups.exportRoster')}
      </Button>
      {group.allowedActions.map(({ code, label, blockedBy }) => {
        const Icon = icons[code] ?? PowerOff;
        return blockedBy ? (
          <BlockedAction key={code} label={label} reason={blockedBy} />
        ) : (
          <Button
            key={code}
            variant={code === 'appointMember' ? 'contained' : 'outlined'}
            onClick={() => setVerb(code)}
          >
            <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
            {label}
          </Button>
        );
      })}
      {verb === 'appointMember' ? <AppointDialog group={group} onClose={close} /> : null}
      {verb === 'importRoster' ? <ImportRosterDialog group={group} onClose={close} /> : null}
      {verb === 'deactivateLeadershipGroup' ? <DeactivateGroupDialog group={group} onClose={close} /> : null}
    </>
  );
};

/** Whether the group can do its work, in words. */
const Rules = ({ group: { members } }: { group: Group }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const listed = useListed();
  const inOffice = members.filter(({ approvedAt, staff }) => approvedAt !== null && staff.isActive);
  const leader = inOffice.find(({ position }) => position === 'LEADER');
  const deputies = inOffice.filter(({ position }) => position === 'DEPUTY');
  const waiting = members.filter(({ approvedAt }) => approvedAt === null);
  const gone = members.filter(({ staff }) => !staff.isActive);
  const good = (text: string) => ({ isGood: true, text });
  const bad = (text: string) => ({ isGood: false, text });
  const names = listed(deputies.map(({ staff }) => staff.name));
  const remarks = [
    leader ? good(translate('groups.hasLeader', { name: leader.staff.name })) : bad(translate('groups.noLeader')),
    names ? good(translate('groups.hasDeputies', { names })) : bad(translate('groups.noDeputy')),
    ...(waiting.length > 0 ? [bad(translate('groups.hasWaiting', { count: waiting.length }))] : []),
    ...gone.map(({ staff }) => bad(translate('groups.gone', { name: staff.name }))),
  ];
  return (
    <Card title={translate('groups.rules')}>
      <Box component="ul" sx={{ listStyle: 'none', display: 'grid', gap: 1 }}>
        {remarks.map(({ isGood, text }) => {
          const Icon = isGood ? CircleCheck : TriangleAlert;
          return (
            <Box
              component="li"
              key={text}
              sx={{ display: 'flex', gap: 2, ...(isGood ? {} : { color: tokens.warn, fontWeight: 600 }) }}
            >
              <Box
                component={Icon}
                size={16}
                strokeWidth={1.75}
                aria-hidden="true"
                sx={{ flex: 'none', mt: '3px', ...(isGood && { color: tokens.met }) }}
              />
              {text}
            </Box>
          );
        })}
      </Box>
    </Card>
  );
};

const Place = ({ group: { orgUnit, parent, leadUnit } }: { group: Group }) => {
  const translate = useTranslate();
  return (
    <Card title={translate('groups.place')}>
      <Box component="ul" sx={{ listStyle: 'none', display: 'grid', gap: 1 }}>
        <li>
          {translate('groups.worksFor')} <Link to={`/units/${orgUnit.id}`}>{orgUnit.name}</Link>
        </li>
        {parent ? (
          <li>
            {translate('groups.under')} <Link to={`/groups/${parent.id}`}>{parent.name}</Link>
          </li>
        ) : null}
        {leadUnit ? (
          <li>
            {translate('groups.ledBy')} {leadUnit.name}
          </li>
        ) : null}
        <li>
          <Link to={`/coverage?unit=${orgUnit.id}`}>{translate('groups.whoIsTold')}</Link>
        </li>
      </Box>
    </Card>
  );
};
