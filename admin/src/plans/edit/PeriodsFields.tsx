import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { LimitUnit } from '../../gql/graphql';
import { useWord } from '../../words/useWord';
import { PlainTable } from '../PlainTable';
import { Cell, PickCell, Tick } from './cells';
import { periodsSet, type PeriodDraft } from './handlingDraft';
import type { HandlingProps } from './HandlingFields';
import { Line } from './Line';

/** Of what a limit is counted. */
export const limitUnits: readonly LimitUnit[] = ['CLOCK_HOUR', 'WORKING_DAY', 'NATURAL_DAY'];

/** 环节时限: which steps have a clock, and how long it runs. */
export const PeriodsFields = ({ handling, change, problemAt }: HandlingProps) => {
  const translate = useTranslate();
  const word = useWord();
  const told = periodsSet(handling);
  const set = (clock: PeriodDraft['clock'], part: Partial<PeriodDraft>) =>
    change({ periods: handling.periods.map((each) => (each.clock === clock ? { ...each, ...part } : each)) });
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <PlainTable label={translate('handling.periods')}>
        <thead>
          <tr>
            <th scope="col">{translate('handling.period')}</th>
            <th scope="col">{translate('edit.count')}</th>
            <th scope="col">{translate('edit.unit')}</th>
            <th scope="col">{translate('edit.clause')}</th>
          </tr>
        </thead>
        <tbody>
          {handling.periods.map((period) => {
            const { clock, isSet, count, unit, clause } = period;
            const name = word('periodClock', clock);
            const path = `periods.${told.indexOf(period)}`;
            return (
              <tr key={clock}>
                <th scope="row">
                  <Tick label={name} isChosen={isSet} onChange={(now) => set(clock, { isSet: now })} />
                </th>
                {isSet ? (
                  <>
                    <td>
                      <Cell
                        isNumber
                        label={`${name} ${translate('edit.count')}`}
                        value={count}
                        onChange={(value) => set(clock, { count: value })}
                        problem={problemAt(`${path}.count`) ?? problemAt(`${path}.clock`)}
                      />
                    </td>
                    <td>
                      <PickCell
                        label={`${name} ${translate('edit.unit')}`}
                        values={limitUnits}
                        value={unit}
                        onChange={(value) => set(clock, { unit: value })}
                        nameOf={(each) => word('limitUnit', each)}
                        width={150}
                      />
                    </td>
                    <td>
                      <Cell
                        label={`${name} ${translate('edit.clause')}`}
                        value={clause}
                        onChange={(value) => set(clock, { clause: value })}
                        problem={problemAt(`${path}.clause`)}
                        width={130}
                      />
                    </td>
                  </>
                ) : (
                  <td colSpan={3}>{translate('handling.noPeriod')}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </PlainTable>
      <Line name={translate('handling.staleWorkingDays')} note={translate('handling.note.staleWorkingDays')}>
        <Cell
          isNumber
          label={`${translate('handling.staleWorkingDays')}${translate('handling.inWorkingDays')}`}
          value={handling.staleWorkingDays}
          onChange={(staleWorkingDays) => change({ staleWorkingDays })}
          problem={problemAt('staleWorkingDays')}
        />
        <span>{word('limitUnit', 'WORKING_DAY')}</span>
      </Line>
    </Box>
  );
};
