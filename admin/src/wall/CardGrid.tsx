import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { MoreCard } from './MoreCard';
import type { WallEscalation } from './urgency';
import { useWall } from './wallContext';
import { WallCard } from './WallCard';

interface CardGridProps {
  open: readonly WallEscalation[];
  /** Cards that fit; the last place tells of the rest. */
  capacity: number;
}

/** The most urgent cards, two rows of them; one chosen among the rest takes the last card's place. */
export function CardGrid({ open, capacity }: CardGridProps) {
  const translate = useTranslate();
  const { selectedId } = useWall();
  const shown = visible(open, capacity, selectedId);
  const rest = open.filter((escalation) => !shown.includes(escalation));
  return (
    <Box
      component="section"
      aria-label={translate('wall.region')}
      sx={{
        display: 'grid',
        gap: '14px',
        minWidth: 0,
        gridTemplateColumns: `repeat(${capacity / 2}, minmax(0, 1fr))`,
        gridTemplateRows: 'repeat(2, minmax(min-content, 1fr))',
      }}
    >
      {shown.map((escalation) => (
        <WallCard key={escalation.id} escalation={escalation} />
      ))}
      {rest.length > 0 && <MoreCard escalations={rest} />}
    </Box>
  );
}

function visible(open: readonly WallEscalation[], capacity: number, selectedId: string | undefined) {
  if (open.length <= capacity) return open;
  const first = open.slice(0, capacity - 1);
  const chosen = open.find(({ id }) => id === selectedId);
  return !chosen || first.includes(chosen) ? first : [...first.slice(0, -1), chosen];
}
