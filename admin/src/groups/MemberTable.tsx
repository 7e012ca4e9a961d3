import { Box, Button, Paper, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { bankDay } from '../layout/bankDay';
import { BlockedAction } from '../patterns/BlockedAction';
import { EmptyState } from '../patterns/EmptyState';
import { PersonChip } from '../patterns/PersonChip';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { Group, Member } from './groups.graphql';
import { MemberVerbDialog } from './MemberVerbDialog';

const columns = ['name', 'position', 'basis', 'term'] as const;
const rank = { LEADER: 0, DEPUTY: 1, MEMBER: 2 };

/** The people of a group by position, those who wait for approval among them. */
export const MemberTable = ({ group }: { group: Group }) => {
  const translate = useTranslate();
  const members = group.members.toSorted((a, b) => rank[a.position] - rank[b.position]);
  return (
    <Paper component="section" aria-label={translate('groups.members')} sx={{ overflow: 'hidden', minWidth: 0 }}>
      {members.length === 0 ? (
        <Box sx={{ p: 4 }}>
          <EmptyState title={translate('groups.nobody')} />
        </Box>
      ) : (
        <Box
          sx={{ overflowX: 'auto', position: 'relative' }}
          tabIndex={0}
          role="region"
          aria-label={translate('groups.members')}
        >
          <Table
            sx={{ minWidth: 720, '& th, & td:not(:last-child)': { whiteSpace: 'nowrap' }, '& td, & th': { px: 3 } }}
          >
            <TableHead>
              <TableRow>
                {columns.map((name) => (
                  <TableCell key={name}>{translate(`groups.${name}`)}</TableCell>
                ))}
                <TableCell>
                  <Box component="span" sx={visuallyHidden}>
                    {translate('groups.verbs')}
                  </Box>
                </TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {members.map((member) => (
                <MemberRow key={member.id} group={group} member={member} />
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Paper>
  );
};

const MemberRow = ({ group, member }: { group: Group; member: Member }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const isWaiting = member.approvedAt === null;
  return (
    <TableRow sx={isWaiting ? { backgroundColor: tokens.metSoft, boxShadow: `inset 3px 0 ${tokens.met}` } : undefined}>
      <TableCell>
        <PersonChip person={{ name: member.staff.name, unitName: member.staff.orgUnit.name }} />
      </TableCell>
      <TableCell sx={{ fontWeight: member.position === 'MEMBER' ? 400 : 600, whiteSpace: 'nowrap' }}>
        {word('groupPosition', member.position)}
      </TableCell>
      <TableCell>{member.basis ? word('post', member.basis) : translate('groups.inPerson')}</TableCell>
      <TableCell>
        <Term member={member} />
        {isWaiting ? (
          <Box sx={{ ...type.meta, fontWeight: 600 }}>
            {translate('groups.waiting', { name: member.appointedBy?.name ?? translate('jiesu.none') })}
          </Box>
        ) : null}
        {member.staff.isActive ? null : (
          <Box sx={{ ...type.meta, color: tokens.warn, fontWeight: 600 }}>{translate('groups.left')}</Box>
        )}
      </TableCell>
      <TableCell align="right">
        <MemberVerbs group={group} member={member} />
      </TableCell>
    </TableRow>
  );
};

const Term = ({ member: { validFrom, validTo } }: { member: Member }) => {
  const translate = useTranslate();
  const from = bankDay(validFrom);
  return <>{validTo ? translate('groups.fromTo', { from, to: bankDay(validTo) }) : from}</>;
};

const MemberVerbs = ({ group, member }: { group: Group; member: Member }) => {
  const [verb, setVerb] = useState<string>();
  const open = member.allowedActions.find(({ code }) => code === verb);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 2 }}>
      {member.allowedActions.map(({ code, label, blockedBy }) =>
        blockedBy ? (
          <BlockedAction key={code} label={label} reason={blockedBy} height={28} />
        ) : (
          <Button key={code} size="small" aria-label={`${label} ${member.staff.name}`} onClick={() => setVerb(code)}>
            {label}
          </Button>
        ),
      )}
      {open ? (
        <MemberVerbDialog group={group} member={member} action={open} onClose={() => setVerb(undefined)} />
      ) : null}
    </Box>
  );
};
