import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import { TimelineEntry, type TimelineItem, type TimelineKind } from './TimelineEntry';
import { TimelineFilter } from './TimelineFilter';

interface TimelineProps {
  /** Newest first. */
  items: readonly TimelineItem[];
  /** Loads the next thirty; left out when there are none. */
  onOlder?: (() => void) | undefined;
}

/** What happened, newest first: when, a mark, who did what. */
export function Timeline({ items, onOlder }: TimelineProps) {
  const translate = useTranslate();
  const tokens = useTokens();
  const [kind, setKind] = useState<TimelineKind | 'all'>('all');
  const shown = kind === 'all' ? items : items.filter((item) => item.kind === kind);
  return (
    <Box>
      <TimelineFilter items={items} isPartial={onOlder !== undefined} value={kind} onChange={setKind} />
      {shown.length === 0 && (
        <Box sx={{ ...type.meta, py: '12px', color: tokens.ink3 }}>{translate('pattern.timeline.empty')}</Box>
      )}
      <Box
        component="ol"
        aria-label={translate('pattern.timeline.label')}
        sx={{ m: 0, mt: '10px', p: 0, listStyle: 'none' }}
      >
        {shown.map((item, index) => (
          <TimelineEntry key={item.id} item={item} isNewest={index === 0} isLast={index === shown.length - 1} />
        ))}
      </Box>
      {onOlder && (
        <Button size="small" variant="outlined" onClick={onOlder}>
          {translate('pattern.timeline.older')}
        </Button>
      )}
    </Box>
  );
}
