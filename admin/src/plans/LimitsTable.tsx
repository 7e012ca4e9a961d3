import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Level, LimitedClock } from '../gql/graphql';
import { LevelBadge } from '../patterns/LevelBadge';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { Clause } from './Clause';
import type { Rules } from './rules.graphql';
import { PlainTable } from './PlainTable';

/** In the order of the plans: from lightest to gravest. */
export const levels: readonly Level[] = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'];
/** What a plan sets limits for. */
export const clocks: readonly LimitedClock[] = ['FIRST_RESPONSE', 'RESOLUTION', 'PROGRESS'];

/** How long each clock may run at each level. */
export const LimitsTable = ({ limits }: { limits: Rules['limits'] }) => {
  const translate = useTranslate();
  const word = useWord();
  return (
    <PlainTable label={translate('plans.section.limits')}>
      <thead>
        <tr>
          <th scope="col">{translate('plans.level')}</th>
          {clocks.map((clock) => (
            <th scope="col" key={clock}>
              {word('limitedClock', clock)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {levels.map((level) => (
          <tr key={level}>
            <th scope="row">
              <LevelBadge level={level} />
            </th>
            {clocks.map((clock) => (
              <td key={clock}>
                <LimitText limit={limits.find((each) => each.clock === clock && each.level === level)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
};

const LimitText = ({ limit }: { limit: Rules['limits'][number] | undefined }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  if (!limit) return <>{translate('jiesu.notGiven')}</>;
  return (
    <>
      {translate(`plans.limit.${limit.unit}`, { smart_count: limit.count })} <Clause id={limit.clause} />
      {limit.escalates ? null : (
        <Box component="p" sx={{ color: tokens.ink2, ...type.caption }}>
          {translate('plans.notEscalated')}
        </Box>
      )}
    </>
  );
};
