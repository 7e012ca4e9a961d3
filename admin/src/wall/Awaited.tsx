import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { DeliveryProof } from '../patterns/DeliveryProof';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { awaited, type WallEscalation } from './urgency';

/** Who has to sign, and what is known of their having heard. */
export function Awaited({ escalation }: { escalation: WallEscalation }) {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const notices = awaited(escalation);
  const [first] = notices;
  const post = first?.staff.post ? ` ${word('post', first.staff.post)}` : '';
  const name = first ? `${first.staff.name}${post}` : translate('wall.nobody');
  const who = notices.length > 1 ? translate('wall.andOthers', { name, count: notices.length }) : name;
  return (
    <Box sx={{ textAlign: 'end', ml: 'auto', minWidth: 0 }}>
      <Box sx={{ ...type.body, lineHeight: '20px', color: tokens.ink2 }}>{translate('wall.waitingFor')}</Box>
      <Box sx={{ ...type.section, color: first ? tokens.ink : tokens.warn }}>{who}</Box>
      {first && <DeliveryProof notice={first} />}
    </Box>
  );
}
