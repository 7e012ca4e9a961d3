import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Complexity, HandlingMode, Level } from '../../gql/graphql';
import { Choices } from '../../layout/Choices';
import { ChooseOne } from '../../layout/ChooseOne';
import { LabelledField } from '../../layout/LabelledField';
import { useCodeList } from '../../org/useCodeList';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import { YesNo } from './YesNo';

const levels = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'] as const satisfies readonly Level[];
const complexities = ['SIMPLE', 'COMPLEX'] as const satisfies readonly Complexity[];
const modes = ['IMMEDIATE', 'STANDARD', 'JOINT', 'EMERGENCY'] as const satisfies readonly HandlingMode[];

/** What is found when a complaint is taken up. */
interface Findings {
  authentic: boolean | undefined;
  withinScope: boolean | undefined;
  isEmergency: boolean | undefined;
  categoryCode: string | undefined;
  level: Level;
  levelReason: string;
  complexity: Complexity | undefined;
  handlingMode: HandlingMode | undefined;
}

/** Nothing answered yet; the level is as registered. */
export const noFindings = (level: Level): Findings => ({
  authentic: undefined,
  withinScope: undefined,
  isEmergency: undefined,
  categoryCode: undefined,
  level,
  levelReason: '',
  complexity: undefined,
  handlingMode: undefined,
});

/** The findings as the API takes them: a level that stays is not sent, so that category and flags may lift it. */
export function acceptInput({ level, levelReason, ...rest }: Findings, registered: Level) {
  return level === registered ? rest : { ...rest, level, levelReason: levelReason.trim() || undefined };
}

interface AcceptFieldsProps {
  value: Findings;
  onChange(value: Findings): void;
  /** As registered. */
  level: Level;
  /** What the server refused, by its names. */
  fields: Readonly<Record<string, string>>;
}

/** The questions of screening, its category and grade, and how it is to be handled. */
export const AcceptFields = ({ value, onChange, level, fields }: AcceptFieldsProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const categories = useCodeList('CATEGORY');
  const set = (change: Partial<Findings>) => onChange({ ...value, ...change });
  const question = (name: 'authentic' | 'withinScope' | 'isEmergency') => ({
    label: translate(`verb.${name}`),
    value: value[name],
    onChange: (answer: boolean) => set({ [name]: answer }),
    problem: fields[name],
  });
  return (
    <>
      <YesNo {...question('authentic')} />
      <YesNo {...question('withinScope')} />
      <ChooseOne
        label={translate('verb.resolveCategory')}
        values={categories.map(({ code }) => code)}
        value={value.categoryCode}
        onChange={(categoryCode) => set({ categoryCode })}
        none={translate('verb.screenCategoryKept')}
        nameOf={(code) => categories.find((each) => each.code === code)?.name ?? code}
        problem={fields.categoryCode}
      />
      <Choices
        label={translate('verb.screenLevel')}
        values={levels}
        value={value.level}
        onChange={(chosen) => set({ level: chosen })}
        nameOf={(each) => word('level', each)}
      />
      {fields.level ? <Problem>{fields.level}</Problem> : null}
      {value.level === level ? null : (
        <LabelledField
          label={translate('verb.levelReason')}
          value={value.levelReason}
          onChange={(event) => set({ levelReason: event.target.value })}
          problem={fields.levelReason}
        />
      )}
      <Choices
        label={translate('verb.screenComplexity')}
        values={complexities}
        value={value.complexity}
        onChange={(complexity) => set({ complexity })}
        nameOf={(each) => word('complexity', each)}
      />
      {fields.complexity ? <Problem>{fields.complexity}</Problem> : null}
      <Choices
        label={translate('verb.screenMode')}
        values={modes}
        value={value.handlingMode}
        onChange={(handlingMode) => set({ handlingMode })}
        nameOf={(each) => word('handlingMode', each)}
      />
      {fields.handlingMode ? <Problem>{fields.handlingMode}</Problem> : null}
      <YesNo {...question('isEmergency')} />
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('verb.screenHint')}
      </Box>
    </>
  );
};

const Problem = ({ children }: { children: string }) => {
  const tokens = useTokens();
  return (
    <Box role="alert" sx={{ color: tokens.breach, mt: -3, ...type.caption }}>
      {children}
    </Box>
  );
};
