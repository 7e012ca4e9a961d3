import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import type { TimelineItem, TimelineKind } from './TimelineEntry';

const kinds = ['all', 'contact', 'work', 'escalation', 'change'] as const;

interface TimelineFilterProps {
  items: readonly TimelineItem[];
  /** There are more that are not read yet: the whole says "at least". */
  isPartial: boolean;
  value: TimelineKind | 'all';
  onChange: (kind: TimelineKind | 'all') => void;
}

/** The kinds of entries with their counts; one is chosen. */
export function TimelineFilter({ items, isPartial, value, onChange }: TimelineFilterProps) {
  const tokens = useTokens();
  const translate = useTranslate();
  const count = (kind: TimelineKind | 'all') => items.filter((item) => kind === 'all' || item.kind === kind).length;
  return (
    <Box
      role="group"
      aria-label={translate('pattern.timeline.filter')}
      sx={{ display: 'flex', flexWrap: 'wrap', borderBottom: `1px solid ${tokens.line}` }}
    >
      {kinds.map((kind) => (
        <Box
          key={kind}
          component="button"
          type="button"
          aria-pressed={kind === value}
          onClick={() => onChange(kind)}
          sx={{
            ...type.body,
            fontFamily: 'inherit',
            fontWeight: kind === value ? 600 : 400,
            minHeight: 36,
            px: '12px',
            border: 0,
            borderBottom: `2px solid ${kind === value ? tokens.primary : 'transparent'}`,
            mb: '-1px',
            background: 'none',
            color: kind === value ? tokens.primary : tokens.ink2,
            cursor: 'pointer',
          }}
        >
          {translate(`pattern.timeline.${kind}`)} {count(kind)}
          {isPartial && kind === 'all' ? '+' : ''}
        </Box>
      ))}
    </Box>
  );
}
