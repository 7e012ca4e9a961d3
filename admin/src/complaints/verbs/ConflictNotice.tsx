import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Diff, type Change } from '../../patterns/Diff';
import { dayTimeText } from '../../patterns/time';
import { useNow } from '../../patterns/useNow';
import { useTimeLocale } from '../../patterns/useTimeLocale';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import type { ComplaintRow } from '../complaints.graphql';
import { useTeller } from '../useTeller';
import type { Conflict } from './conflict';

/** Who changed what since the case was seen: the sentences, then the fields. */
export const ConflictNotice = ({ conflict }: { conflict: Conflict }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  const tell = useTeller();
  const changes = useChanges(conflict);
  if (conflict.events.length === 0 && changes.length === 0) return null;
  return (
    <Box component="section" aria-label={translate('verb.changedBy')} sx={{ mt: 3, display: 'grid', gap: 2 }}>
      <Box component="h3" sx={{ ...type.meta, fontWeight: 600 }}>
        {translate('verb.changedBy')}
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', ...type.meta, '& b': { fontWeight: 600 } }}>
        {conflict.events.map(tell.event).map((event) => (
          <li key={event.id}>
            <Box component="time" dateTime={event.at} sx={{ mr: 2, color: tokens.ink3 }}>
              {dayTimeText(event.at, now, locale)}
            </Box>
            <b>{event.actorName ?? translate('pattern.timeline.system')}</b> {event.text}
          </li>
        ))}
      </Box>
      {changes.length > 0 ? <Diff changes={changes} /> : null}
    </Box>
  );
};

function useChanges({ seen, latest }: Conflict): Change[] {
  const translate = useTranslate();
  const word = useWord();
  const fields: [label: string, valueOf: (row: ComplaintRow) => string | undefined][] = [
    ['worklist.stage', ({ status }) => word('status', status)],
    ['worklist.level', ({ level }) => word('level', level)],
    ['complaint.unit', ({ orgUnit }) => orgUnit.name],
    ['complaint.responsible', ({ responsible }) => responsible?.name],
    ['complaint.firstHandler', ({ firstHandler }) => firstHandler?.name],
  ];
  return fields.flatMap(([label, valueOf]) => {
    const before = valueOf(seen) ?? null;
    const after = valueOf(latest) ?? null;
    return before === after ? [] : [{ field: translate(label), before, after }];
  });
}
