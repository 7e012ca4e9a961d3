import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LevelBadge } from '../../patterns/LevelBadge';
import { useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import { clocks } from '../LimitsTable';
import { PlainTable } from '../PlainTable';
import { Cell, PickCell, Tick } from './cells';
import type { LimitDraft } from './draft';
import type { FieldsProps } from './EditForm';
import { limitUnits } from './PeriodsFields';

/** 时限: one for every clock and level. */
export const LimitsFields = ({ editor }: FieldsProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const { draft, set, problemAt } = editor;
  const change = (index: number, part: Partial<LimitDraft>) =>
    set(
      'limits',
      draft.limits.map((each, at) => (at === index ? { ...each, ...part } : each)),
    );
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      {problemAt('policy.limits') ? (
        <Box role="alert" sx={{ color: tokens.breach }}>
          {problemAt('policy.limits')}
        </Box>
      ) : null}
      {clocks.map((clock) => (
        <div key={clock}>
          <h3>{word('limitedClock', clock)}</h3>
          <PlainTable label={word('limitedClock', clock)}>
            <thead>
              <tr>
                <th scope="col">{translate('plans.level')}</th>
                <th scope="col">{translate('edit.count')}</th>
                <th scope="col">{translate('edit.unit')}</th>
                <th scope="col">{translate('edit.onBreach')}</th>
                <th scope="col">{translate('edit.clause')}</th>
              </tr>
            </thead>
            <tbody>
              {draft.limits.map((limit, index) => {
                if (limit.clock !== clock) return null;
                const name = `${word('limitedClock', clock)} ${word('level', limit.level)}`;
                const path = `policy.limits.${index}`;
                return (
                  <tr key={limit.level}>
                    <th scope="row">
                      <LevelBadge level={limit.level} />
                    </th>
                    <td>
                      <Cell
                        isNumber
                        label={`${name} ${translate('edit.count')}`}
                        value={limit.count}
                        onChange={(count) => change(index, { count })}
                        problem={problemAt(`${path}.count`) ?? problemAt(`${path}.level`)}
                      />
                    </td>
                    <td>
                      <PickCell
                        label={`${name} ${translate('edit.unit')}`}
                        values={limitUnits}
                        value={limit.unit}
                        onChange={(unit) => change(index, { unit })}
                        nameOf={(unit) => word('limitUnit', unit)}
                        width={150}
                      />
                    </td>
                    <td>
                      <Tick
                        label={translate('edit.escalates')}
                        spoken={`${name} ${translate('edit.escalates')}`}
                        isChosen={limit.escalates}
                        onChange={(escalates) => change(index, { escalates })}
                      />
                    </td>
                    <td>
                      <Cell
                        label={`${name} ${translate('edit.clause')}`}
                        value={limit.clause}
                        onChange={(clause) => change(index, { clause })}
                        problem={problemAt(`${path}.clause`)}
                        width={130}
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </PlainTable>
        </div>
      ))}
    </Box>
  );
};
