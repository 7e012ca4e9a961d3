import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LevelBadge } from '../../patterns/LevelBadge';
import { useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import { PlainTable } from '../PlainTable';
import { Cell, PickCell } from './cells';
import type { ReviewDraft } from './handlingDraft';
import type { HandlingProps } from './HandlingFields';
import { Line } from './Line';

const modes = ['NONE', 'DESK', 'GROUP'] as const;

/** 审核与赔偿: who approves a resolution at each level, and up to which amount. */
export const ReviewsFields = ({ handling, change, problemAt }: HandlingProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const set = (index: number, part: Partial<ReviewDraft>) =>
    change({ reviews: handling.reviews.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {problemAt('reviews') ? (
        <Box role="alert" sx={{ color: tokens.breach }}>
          {problemAt('reviews')}
        </Box>
      ) : null}
      <PlainTable label={translate('handling.reviews')}>
        <thead>
          <tr>
            <th scope="col">{translate('plans.level')}</th>
            <th scope="col">{translate('handling.mode')}</th>
            <th scope="col">{translate('handling.signOffs')}</th>
            <th scope="col">{translate('edit.clause')}</th>
          </tr>
        </thead>
        <tbody>
          {handling.reviews.map(({ level, mode, signOffCount, clause }, index) => {
            const name = `${translate('handling.mode')} ${word('level', level)}`;
            const path = `reviews.${index}`;
            return (
              <tr key={level}>
                <th scope="row">
                  <LevelBadge level={level} />
                </th>
                <td>
                  <PickCell
                    label={name}
                    values={modes}
                    value={mode}
                    onChange={(value) =>
                      set(index, { mode: value, ...(value === 'NONE' ? { signOffCount: '1' } : {}) })
                    }
                    nameOf={(each) => word('reviewMode', each)}
                    problem={problemAt(`${path}.level`)}
                    width={220}
                  />
                </td>
                <td>
                  {mode === 'NONE' ? (
                    translate('jiesu.none')
                  ) : (
                    <Cell
                      isNumber
                      label={`${name} ${translate('handling.signOffs')}`}
                      value={signOffCount}
                      onChange={(value) => set(index, { signOffCount: value })}
                      problem={problemAt(`${path}.signOffCount`)}
                    />
                  )}
                </td>
                <td>
                  <Cell
                    label={`${name} ${translate('edit.clause')}`}
                    value={clause}
                    onChange={(value) => set(index, { clause: value })}
                    problem={problemAt(`${path}.clause`)}
                    width={130}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </PlainTable>
      {(['compensationWithoutReview', 'compensationByDesk'] as const).map((field) => (
        <Line key={field} name={translate(`handling.${field}`)} note={translate(`handling.note.${field}`)}>
          <Cell
            label={`${translate(`handling.${field}`)}${translate('handling.inYuan')}`}
            value={handling[field]}
            onChange={(value) => change({ [field]: value })}
            problem={problemAt(field)}
            width={150}
          />
          <span>{translate('handling.yuan')}</span>
        </Line>
      ))}
    </Box>
  );
};
