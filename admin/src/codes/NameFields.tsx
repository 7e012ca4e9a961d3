import { useTranslate } from 'react-admin';
import { LabelledField } from '../layout/LabelledField';

/** What an entry is called in both languages. */
export interface Names {
  nameZh: string;
  nameEn: string;
}

interface NameFieldsProps {
  names: Names;
  onChange(names: Names): void;
  fields: Readonly<Record<string, string>>;
}

/** The names of an entry. */
export const NameFields = ({ names, onChange, fields }: NameFieldsProps) => {
  const translate = useTranslate();
  return (
    <>
      <LabelledField
        label={translate('codes.nameZh')}
        value={names.nameZh}
        onChange={({ target }) => onChange({ ...names, nameZh: target.value })}
        problem={fields['nameZh']}
      />
      <LabelledField
        label={translate('codes.nameEn')}
        value={names.nameEn}
        onChange={({ target }) => onChange({ ...names, nameEn: target.value })}
        problem={fields['nameEn']}
      />
    </>
  );
};
