import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import { PlainTable } from '../PlainTable';
import { Cell } from './cells';
import type { StepDraft } from './draft';
import type { FieldsProps } from './EditForm';

/** 升级层级: the times of every step. */
export const StepsFields = ({ editor: { draft, set, problemAt } }: FieldsProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const change = (index: number, part: Partial<StepDraft>) =>
    set(
      'steps',
      draft.steps.map((each, at) => (at === index ? { ...each, ...part } : each)),
    );
  return (
    <>
      <PlainTable label={translate('plans.section.steps')}>
        <thead>
          <tr>
            <th scope="col">{translate('plans.step')}</th>
            <th scope="col">{translate('edit.delay')}</th>
            <th scope="col">{translate('edit.timeout')}</th>
            <th scope="col">{translate('edit.clause')}</th>
          </tr>
        </thead>
        <tbody>
          {draft.steps.map((each, index) => {
            const path = `policy.steps.${index}`;
            const cell = (field: 'delayMinutes' | 'acknowledgementTimeoutMinutes' | 'clause', label: string) => (
              <Cell
                label={`${each.step} ${translate(label)}`}
                isNumber={field !== 'clause'}
                value={each[field]}
                onChange={(value) => change(index, { [field]: value })}
                problem={problemAt(`${path}.${field}`)}
                width={130}
              />
            );
            return (
              <tr key={each.step}>
                <th scope="row">
                  {each.step} {word('escalationLevel', each.step)}
                  {problemAt(`${path}.step`) ? (
                    <Box sx={{ color: tokens.breach, ...type.caption }}>{problemAt(`${path}.step`)}</Box>
                  ) : null}
                </th>
                <td>{cell('delayMinutes', 'edit.delay')}</td>
                <td>{cell('acknowledgementTimeoutMinutes', 'edit.timeout')}</td>
                <td>{cell('clause', 'edit.clause')}</td>
              </tr>
            );
          })}
        </tbody>
      </PlainTable>
      <Box component="p" sx={{ mt: 2, color: tokens.ink2, ...type.meta }}>
        {translate('edit.stepsNote')}
      </Box>
    </>
  );
};
