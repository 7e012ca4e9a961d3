import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { GroupPosition } from '../gql/graphql';
import { request } from '../provider/client';
import { radius, type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { AppointmentEffectDocument } from './groups.graphql';

interface EffectNoteProps {
  groupId: string;
  staffId: string;
  position: GroupPosition;
  /** The appointment is made already and is to be approved. */
  isApproval?: boolean;
}

/** What the person gains by an appointment, whose place it takes, and whether it waits; before it is made. */
export const EffectNote = ({ groupId, staffId, position, isApproval = false }: EffectNoteProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const { data } = useQuery({
    queryKey: ['groups', 'effect', groupId, staffId, position],
    queryFn: async ({ signal }) =>
      (await request(AppointmentEffectDocument, { groupId, input: { staffId, position } }, signal)).appointmentEffect,
    retry: false,
  });
  if (!data) return null;
  const ended = data.ends.filter(({ staff }) => staff.id !== staffId);
  return (
    <Box
      role="status"
      sx={{
        p: 3,
        borderRadius: `${radius.control}px`,
        backgroundColor: tokens.sunken,
        ...type.meta,
        '& ul': { pl: 4 },
      }}
    >
      <Box component="h3" sx={{ ...type.meta, fontWeight: 600 }}>
        {translate('groups.effect')}
      </Box>
      {data.gains.length === 0 ? (
        translate('groups.noGain')
      ) : (
        <ul>
          {data.gains.map(({ right, orgUnit }) => (
            <li key={`${right} ${orgUnit.name}`}>
              {translate('groups.gain', { right: word('positionRight', right), unit: orgUnit.name })}
            </li>
          ))}
        </ul>
      )}
      {ended.map(({ staff, position: place }) => (
        <Box key={staff.id} component="p" sx={{ color: tokens.warn, fontWeight: 600 }}>
          {translate('groups.ends', { name: staff.name, position: word('groupPosition', place) })}
        </Box>
      ))}
      {data.isWaiting && !isApproval ? <p>{translate('groups.willWait')}</p> : null}
    </Box>
  );
};
