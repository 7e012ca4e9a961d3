import { Checkbox, FormControlLabel, FormHelperText } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ChooseOne } from '../../layout/ChooseOne';
import { LabelledField } from '../../layout/LabelledField';
import { useCodeList } from '../../org/useCodeList';

/** What is asked before a complaint is settled at once. */
export interface Resolution {
  summary: string;
  customerConsents: boolean;
  categoryCode: string | undefined;
}

/** Nothing said yet. */
export const noResolution: Resolution = { summary: '', customerConsents: false, categoryCode: undefined };

/** Whether it can be sent: what was done is said, and the customer agrees. */
export const isComplete = ({ summary, customerConsents }: Resolution) => summary.trim() !== '' && customerConsents;

/** Categories that are at least 重大, with all below them; nothing of these is settled at once. */
export const graveCategories: readonly string[] = ['FRAUD', 'ACCOUNT_SECURITY'];

/** The resolution as the API takes it. */
export const resolutionInput = ({ summary, customerConsents, categoryCode }: Resolution) => ({
  resolutionSummary: summary.trim(),
  customerConsents,
  ...(categoryCode ? { categoryCode } : {}),
});

interface ResolutionFieldsProps {
  value: Resolution;
  onChange(value: Resolution): void;
  /** Whether to say what is missing. */
  isChecked: boolean;
  /** What the server refused, by its names. */
  fields: Readonly<Record<string, string>>;
  /** Whether a category must be chosen; left out when there is one. */
  category?: 'optional' | 'required';
}

/** The result, the category where none is chosen yet, and the customer's consent. */
export const ResolutionFields = ({ value, onChange, isChecked, fields, category }: ResolutionFieldsProps) => {
  const translate = useTranslate();
  const { summary, customerConsents } = value;
  const summaryProblem =
    isChecked && !summary.trim() ? translate('verb.resolveSummaryEmpty') : fields.resolutionSummary;
  const consentProblem =
    isChecked && !customerConsents ? translate('verb.resolveConsentEmpty') : fields.customerConsents;
  const isCategoryMissing = isChecked && category === 'required' && !value.categoryCode;
  return (
    <>
      <LabelledField
        label={translate('verb.resolveSummary')}
        multiline
        minRows={3}
        autoFocus
        value={summary}
        onChange={(event) => onChange({ ...value, summary: event.target.value })}
        problem={summaryProblem}
      />
      {category ? (
        <Category
          value={value.categoryCode}
          onChange={(categoryCode) => onChange({ ...value, categoryCode })}
          isOptional={category === 'optional'}
          problem={isCategoryMissing ? translate('verb.resolveCategoryEmpty') : fields.categoryCode}
        />
      ) : null}
      <div>
        <FormControlLabel
          control={
            <Checkbox
              checked={customerConsents}
              onChange={(_event, checked) => onChange({ ...value, customerConsents: checked })}
            />
          }
          label={translate('verb.resolveConsent')}
        />
        {consentProblem ? <FormHelperText error>{consentProblem}</FormHelperText> : null}
      </div>
    </>
  );
};

interface CategoryProps {
  value: string | undefined;
  onChange(code: string | undefined): void;
  isOptional: boolean;
  problem: string | undefined;
}

const Category = (choice: CategoryProps) => {
  const translate = useTranslate();
  const all = useCodeList('CATEGORY');
  const categories = all.filter(
    ({ code, parent }) => ![code, parent?.code ?? ''].some((each) => graveCategories.includes(each)),
  );
  return (
    <ChooseOne
      label={translate('verb.resolveCategory')}
      values={categories.map(({ code }) => code)}
      {...choice}
      none={translate('jiesu.notGiven')}
      nameOf={(code) => categories.find((each) => each.code === code)?.name ?? code}
    />
  );
};
