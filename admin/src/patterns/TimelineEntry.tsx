import Box from '@mui/material/Box';
import { BellRing, ClipboardCheck, PencilLine, PhoneCall, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import { fixedTerm } from './fixedTerm';
import { dayTimeText } from './time';
import { useNow } from './useNow';
import { useTimeLocale } from './useTimeLocale';

/** Kinds of entries, which are also the filters. */
export type TimelineKind = 'contact' | 'work' | 'escalation' | 'change';

/** One thing that happened. */
export interface TimelineItem {
  id: string;
  at: string;
  kind: TimelineKind;
  /** Who did it; null is the system. */
  actorName: string | null;
  /** What they did, to be read after the name. */
  text: string;
  note?: string | null | undefined;
  /** More below the sentence, such as a Diff. */
  body?: ReactNode;
}

const icons: Record<TimelineKind, LucideIcon> = {
  contact: PhoneCall,
  work: ClipboardCheck,
  escalation: BellRing,
  change: PencilLine,
};

interface TimelineEntryProps {
  item: TimelineItem;
  isNewest: boolean;
  isLast: boolean;
}

/** One line of the timeline. */
export function TimelineEntry({ item, isNewest, isLast }: TimelineEntryProps) {
  const tokens = useTokens();
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '92px 26px 1fr', columnGap: '10px' }}>
      <Box component="time" dateTime={item.at} sx={{ ...type.meta, ...fixedTerm, pt: '2px', color: tokens.ink3 }}>
        {dayTimeText(item.at, now, locale)}
      </Box>
      <EntryMark kind={item.kind} isNewest={isNewest} isLast={isLast} />
      <Box
        sx={{
          ...type.body,
          pt: '1px',
          pb: '16px',
          minWidth: 0,
          color: tokens.ink,
          overflowWrap: 'anywhere',
          '& b': { fontWeight: 600 },
        }}
      >
        <b>{item.actorName ?? translate('pattern.timeline.system')}</b> {item.text}
        {item.note && <Box sx={{ ...type.meta, color: tokens.ink2 }}>{item.note}</Box>}
        {item.body && <Box sx={{ mt: '6px' }}>{item.body}</Box>}
      </Box>
    </Box>
  );
}

function EntryMark({ kind, isNewest, isLast }: { kind: TimelineKind; isNewest: boolean; isLast: boolean }) {
  const tokens = useTokens();
  const Icon = icons[kind];
  const look = isNewest
    ? { background: tokens.primary, color: tokens.onPrimary, border: `1px solid ${tokens.primary}` }
    : { background: tokens.surface, color: tokens.ink2, border: `1px solid ${tokens.line}` };
  return (
    <Box aria-hidden sx={{ position: 'relative' }}>
      {!isLast && (
        <Box sx={{ position: 'absolute', top: 26, bottom: 0, left: 12, width: '1px', background: tokens.line }} />
      )}
      <Box sx={{ ...look, display: 'grid', placeItems: 'center', width: 26, height: 26, borderRadius: '50%' }}>
        <Icon size={14} strokeWidth={1.75} />
      </Box>
    </Box>
  );
}
