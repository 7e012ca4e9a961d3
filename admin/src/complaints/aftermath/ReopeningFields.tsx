import { useTranslate } from 'react-admin';
import type { Level } from '../../gql/graphql';
import { ChooseOne } from '../../layout/ChooseOne';
import { useCodeList } from '../../org/useCodeList';
import { useWord } from '../../words/useWord';

const levels = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'] as const satisfies readonly Level[];

/** What is set anew when a complaint is taken up again; nothing chosen stays as it is. */
interface Reopening {
  categoryCode: string | undefined;
  level: Level | undefined;
}

/** Everything stays as it is. */
export const asBefore: Reopening = { categoryCode: undefined, level: undefined };

interface ReopeningFieldsProps {
  value: Reopening;
  onChange(value: Reopening): void;
  /** What the server refused, by its names. */
  fields: Readonly<Record<string, string>>;
  /** Before the names, such as `reopening.`. */
  path?: string;
}

/** Category and level of a complaint that is taken up again, where they are to be others. */
export const ReopeningFields = ({ value, onChange, fields, path = '' }: ReopeningFieldsProps) => {
  const translate = useTranslate();
  const word = useWord();
  const categories = useCodeList('CATEGORY');
  return (
    <>
      <ChooseOne
        label={translate('aftermath.category')}
        isOptional
        values={categories.map(({ code }) => code)}
        value={value.categoryCode}
        onChange={(categoryCode) => onChange({ ...value, categoryCode })}
        none={translate('aftermath.categoryKept')}
        nameOf={(code) => categories.find((each) => each.code === code)?.name ?? code}
        problem={fields[`${path}categoryCode`]}
      />
      <ChooseOne
        label={translate('aftermath.level')}
        isOptional
        values={levels}
        value={value.level}
        onChange={(level) => onChange({ ...value, level })}
        none={translate('aftermath.levelKept')}
        nameOf={(level) => word('level', level)}
        problem={fields[`${path}level`]}
      />
    </>
  );
};
