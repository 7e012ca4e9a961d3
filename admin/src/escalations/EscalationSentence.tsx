import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { request } from '../provider/client';
import { useWord } from '../words/useWord';
import { EscalationsDocument } from './escalations.graphql';

const nearest = {
  queryKey: ['escalations', 'count', 'nearest'],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const variables = {
      filter: { status: ['OPEN'] },
      sort: { field: 'NEXT_AT', direction: 'ASC' },
      page: { limit: 1 },
    } as const;
    return (
      await request(EscalationsDocument, { ...variables, filter: { status: [...variables.filter.status] } }, signal)
    ).escalations;
  },
};

/** How many wait, and when the nearest climbs. */
export const EscalationSentence = () => {
  const translate = useTranslate();
  const word = useWord();
  const locale = useTimeLocale();
  const now = useNow();
  const { data } = useQuery(nearest);
  if (!data) return null;
  const [first] = data.items;
  if (!first) return translate('escalations.calm');
  const next =
    first.nextAt && first.nextLevel
      ? translate('escalations.nextStep', {
          when: dayTimeText(first.nextAt, now, locale),
          level: `${first.nextLevel} ${word('escalationLevel', first.nextLevel)}`,
        })
      : translate('escalations.noStep');
  return translate('escalations.sentence', { count: data.totalCount, next });
};
