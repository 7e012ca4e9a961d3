import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Facts } from '../complaints/Facts';
import type { PeriodClock } from '../gql/graphql';
import { Card } from '../org/Card';
import { LevelBadge } from '../patterns/LevelBadge';
import { useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { Clause } from './Clause';
import { levels } from './LimitsTable';
import { PlainTable } from './PlainTable';
import type { PlanVersion } from './plans.graphql';
import type { Rules } from './rules.graphql';
import { useCategoryName } from './useCategoryName';

/** Steps for which a plan sets a time, in the order of the work; a promise says its own. */
export const periodClocks = [
  'SCREENING',
  'HANDOVER',
  'FIRST_ACTION',
  'COOPERATION',
  'RETURN_VISIT',
  'APPEAL',
] as const satisfies readonly PeriodClock[];

type Handling = Rules['handling'];

/** 办理规则: time for each step, who reviews and replies, appeal, and where complaints go. */
export const HandlingRead = ({ version }: { version: PlanVersion }) => {
  const translate = useTranslate();
  const { handling } = version.policy;
  return (
    <Card title={translate('plans.section.handling')}>
      <Box sx={{ display: 'grid', gap: 4 }}>
        <section>
          <h3>{translate('handling.periods')}</h3>
          <Periods handling={handling} />
        </section>
        <section>
          <h3>{translate('handling.reviews')}</h3>
          <Reviews handling={handling} />
        </section>
        <section>
          <h3>{translate('handling.reply')}</h3>
          <Reply handling={handling} />
        </section>
        <section>
          <h3>{translate('handling.routes')}</h3>
          <Routes version={version} />
        </section>
      </Box>
    </Card>
  );
};

const Periods = ({ handling: { periods, staleWorkingDays } }: { handling: Handling }) => {
  const translate = useTranslate();
  const word = useWord();
  const limitOf = (clock: PeriodClock) => {
    const found = periods.find((each) => each.clock === clock);
    if (!found) return translate('handling.noPeriod');
    return (
      <span key={clock}>
        {translate(`plans.limit.${found.unit}`, { smart_count: found.count })} <Clause id={found.clause} />
      </span>
    );
  };
  return (
    <Spaced>
      <Facts
        width={140}
        facts={[
          ...periodClocks.map((clock) => [word('periodClock', clock), limitOf(clock)] as const),
          [translate('handling.staleWorkingDays'), translate('handling.staleAfter', { smart_count: staleWorkingDays })],
        ]}
      />
    </Spaced>
  );
};

const Reviews = ({ handling }: { handling: Handling }) => {
  const translate = useTranslate();
  const word = useWord();
  const yuan = (amount: string) => translate('handling.upTo', { amount });
  return (
    <>
      <PlainTable label={translate('handling.reviews')}>
        <thead>
          <tr>
            <th scope="col">{translate('plans.level')}</th>
            <th scope="col">{translate('handling.mode')}</th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => {
            const review = handling.reviews.find((each) => each.level === level);
            return (
              <tr key={level}>
                <th scope="row">
                  <LevelBadge level={level} />
                </th>
                <td>
                  {review ? word('reviewMode', review.mode) : translate('jiesu.notGiven')}
                  {review && review.signOffCount > 1
                    ? translate('handling.signedBy', { count: review.signOffCount })
                    : null}{' '}
                  <Clause id={review?.clause ?? null} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </PlainTable>
      <Spaced>
        <Facts
          width={140}
          facts={[
            [translate('handling.compensationWithoutReview'), yuan(handling.compensationWithoutReview)],
            [translate('handling.compensationByDesk'), yuan(handling.compensationByDesk)],
          ]}
        />
      </Spaced>
    </>
  );
};

const Reply = ({ handling }: { handling: Handling }) => {
  const translate = useTranslate();
  const word = useWord();
  const may = (is: boolean) => translate(is ? 'handling.allowed' : 'handling.notAllowed');
  const within = (count: number) => translate('handling.within', { smart_count: count });
  return (
    <Spaced>
      <Facts
        width={140}
        facts={[
          [translate('handling.replyBy'), word('replyBy', handling.replyBy)],
          [translate('handling.replyBeforeExecution'), may(handling.replyBeforeExecution)],
          [translate('handling.firstHandlerKeepsGeneral'), may(handling.firstHandlerKeepsGeneral)],
          [translate('handling.appealWindowDays'), within(handling.appealWindowDays)],
          [translate('handling.reopenWindowDays'), within(handling.reopenWindowDays)],
        ]}
      />
    </Spaced>
  );
};

const Routes = ({ version: { policy, routeUnits, routeGroups } }: { version: PlanVersion }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const nameOf = useCategoryName();
  const { routes } = policy.handling;
  const receiver = (id: string | null) => [...routeUnits, ...routeGroups].find((each) => each.id === id)?.name;
  if (routes.length === 0)
    return (
      <Box component="p" sx={{ color: tokens.ink2 }}>
        {translate('handling.noRoutes')}
      </Box>
    );
  return (
    <PlainTable label={translate('handling.routes')}>
      <thead>
        <tr>
          <th scope="col">{translate('edit.category')}</th>
          <th scope="col">{translate('plans.level')}</th>
          <th scope="col">{translate('handling.goesTo')}</th>
        </tr>
      </thead>
      <tbody>
        {routes.map(({ categoryCode, level, orgUnitId, groupId, clause }) => (
          <tr key={`${categoryCode} ${level}`}>
            <td>{categoryCode ? nameOf(categoryCode) : translate('handling.anyCategory')}</td>
            <td>{level ? <LevelBadge level={level} /> : translate('handling.anyLevel')}</td>
            <td>
              {receiver(groupId ?? orgUnitId)} <Clause id={clause} />
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
};

const Spaced = ({ children }: { children: React.ReactNode }) => <Box sx={{ mt: 2 }}>{children}</Box>;
