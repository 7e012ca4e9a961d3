import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Level, RiskFlag } from '../../gql/graphql';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import { wordsZh } from '../../words/zh';
import { levels } from '../LimitsTable';
import { AddButton, PickCell, RemoveButton } from './cells';
import { ClauseCell } from './ClauseCell';
import type { Draft } from './draft';
import type { FieldsProps } from './EditForm';
import { nextKey } from './rows';
import { useCategories } from './useCategories';

const flags = Object.keys(wordsZh.riskFlag) as RiskFlag[];

/** 等级与应急情形: which categories force a level, and what means an emergency. */
export const ClassesFields = ({ editor }: FieldsProps) => {
  const translate = useTranslate();
  const change = (part: Partial<Draft['classes']>) => editor.set('classes', { ...editor.draft.classes, ...part });
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <div>
        <h3>{translate('plans.leastLevels')}</h3>
        <Note>{translate('edit.leastLevelsNote')}</Note>
        <LeastLevels editor={editor} change={change} />
      </div>
      <div>
        <h3>{translate('plans.emergencies')}</h3>
        <Note>{translate('edit.emergenciesNote')}</Note>
        <Emergencies editor={editor} change={change} />
      </div>
    </Box>
  );
};

interface PartProps extends Pick<FieldsProps, 'editor'> {
  change(part: Partial<Draft['classes']>): void;
}

const LeastLevels = ({ editor: { draft, problemAt }, change }: PartProps) => {
  const translate = useTranslate();
  const word = useWord();
  const categories = useCategories();
  const { leastLevels } = draft.classes;
  const set = (key: number, part: object) =>
    change({ leastLevels: leastLevels.map((each) => (each.key === key ? { ...each, ...part } : each)) });
  return (
    <>
      {leastLevels.map(({ key, categoryCode, level, clause }, index) => {
        const path = `policy.leastLevels.${index}`;
        const name = `${translate('plans.leastLevels')} ${translate('plans.item', { number: index + 1 })}`;
        return (
          <Line key={key}>
            <PickCell
              label={`${name} ${translate('edit.category')}`}
              {...categories(categoryCode)}
              onChange={(code) => set(key, { categoryCode: code })}
              problem={problemAt(`${path}.categoryCode`)}
              width={220}
            />
            <PickCell<Level>
              label={`${name} ${translate('plans.level')}`}
              values={levels}
              value={level}
              onChange={(next) => set(key, { level: next })}
              nameOf={(each) => translate('edit.atLeast', { level: word('level', each) })}
              width={150}
            />
            <ClauseCell name={name} value={clause} onChange={(next) => set(key, { clause: next })} />
            <RemoveButton
              name={name}
              onClick={() => change({ leastLevels: leastLevels.filter((each) => each.key !== key) })}
            />
          </Line>
        );
      })}
      <AddButton
        label={translate('edit.addLeastLevel')}
        onClick={() =>
          change({
            leastLevels: [...leastLevels, { key: nextKey(), categoryCode: undefined, level: 'MAJOR', clause: '' }],
          })
        }
      />
    </>
  );
};

const Emergencies = ({ editor: { draft, problemAt }, change }: PartProps) => {
  const translate = useTranslate();
  const word = useWord();
  const categories = useCategories();
  const { emergencies } = draft.classes;
  const set = (key: number, part: object) =>
    change({ emergencies: emergencies.map((each) => (each.key === key ? { ...each, ...part } : each)) });
  return (
    <>
      {emergencies.map(({ key, by, categoryCode, riskFlag, clause }, index) => {
        const path = `policy.emergencies.${index}`;
        const name = `${translate('edit.emergency')} ${translate('plans.item', { number: index + 1 })}`;
        const problem = problemAt(path) ?? problemAt(`${path}.categoryCode`);
        return (
          <Line key={key}>
            <PickCell
              label={`${name} ${translate('plans.kind')}`}
              values={['category', 'flag'] as const}
              value={by}
              onChange={(next) => set(key, { by: next })}
              nameOf={(each) => translate(`edit.by.${each}`)}
              width={130}
            />
            {by === 'flag' ? (
              <PickCell<RiskFlag>
                label={`${name} ${translate('edit.by.flag')}`}
                values={flags}
                value={riskFlag}
                onChange={(next) => set(key, { riskFlag: next })}
                nameOf={(each) => word('riskFlag', each)}
                problem={problem}
                width={220}
              />
            ) : (
              <PickCell
                label={`${name} ${translate('edit.category')}`}
                {...categories(categoryCode)}
                onChange={(code) => set(key, { categoryCode: code })}
                problem={problem}
                width={220}
              />
            )}
            <ClauseCell name={name} value={clause} onChange={(next) => set(key, { clause: next })} />
            <RemoveButton
              name={name}
              onClick={() => change({ emergencies: emergencies.filter((each) => each.key !== key) })}
            />
          </Line>
        );
      })}
      <AddButton
        label={translate('edit.addEmergency')}
        onClick={() =>
          change({
            emergencies: [
              ...emergencies,
              { key: nextKey(), by: 'category', categoryCode: undefined, riskFlag: undefined, clause: '' },
            ],
          })
        }
      />
    </>
  );
};

const Line = ({ children }: { children: React.ReactNode }) => (
  <Box
    sx={{
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: 2,
      mt: 2,
      pb: { xs: 2, md: 0 },
      borderBottom: { xs: '1px solid', md: 0 },
      borderColor: 'divider',
    }}
  >
    {children}
  </Box>
);

const Note = ({ children }: { children: string }) => {
  const tokens = useTokens();
  return (
    <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
      {children}
    </Box>
  );
};
