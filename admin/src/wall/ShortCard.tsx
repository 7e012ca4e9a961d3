import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslate } from 'react-admin';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { CardFrame } from './CardFrame';
import { CardHeading } from './CardHeading';
import { Countdown, NextStep } from './Countdown';
import type { WallEscalation } from './urgency';
import { useWall } from './wallContext';

/** A folded card of the phone; a tap unfolds it. */
export function ShortCard({ escalation }: { escalation: WallEscalation }) {
  const { select } = useWall();
  const translate = useTranslate();
  return (
    <CardFrame escalation={escalation} isSelected={false}>
      <CardHeading escalation={escalation} end={<Countdown escalation={escalation} isSmall />} />
      <NextStep escalation={escalation} />
      <ButtonBase
        onClick={() => select(escalation.id)}
        aria-expanded={false}
        sx={{ position: 'absolute', inset: 0, borderRadius: 'inherit' }}
      >
        <Box component="span" sx={visuallyHidden}>
          {translate('wall.unfold', { title: escalation.complaint.title })}
        </Box>
      </ButtonBase>
    </CardFrame>
  );
}
