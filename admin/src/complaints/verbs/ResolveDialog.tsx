import { Checkbox, FormControlLabel, FormHelperText } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { useCodeList } from '../../org/useCodeList';
import { dataProvider } from '../../provider/dataProvider';
import { ChooseOne } from '../../layout/ChooseOne';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

/** 当场解决: answer a simple complaint at once, with the customer's consent. */
export const ResolveDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb(complaint, onClose);
  const categories = useCodeList('CATEGORY');
  const [categoryCode, setCategoryCode] = useState<string>();
  const [summary, setSummary] = useState('');
  const [consents, setConsents] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const resolve = () => {
    setIsChecked(true);
    if (!summary.trim() || !consents) return;
    const input = {
      resolutionSummary: summary.trim(),
      customerConsents: consents,
      ...(categoryCode ? { categoryCode } : {}),
    };
    void run(
      (expectedVersion) => dataProvider.resolveImmediately(complaint.id, { ...input, expectedVersion }),
      'verb.resolveDone',
    );
  };
  const summaryProblem =
    isChecked && !summary.trim() ? translate('verb.resolveSummaryEmpty') : fields.resolutionSummary;
  return (
    <VerbForm
      verb={translate('verb.resolveImmediately')}
      complaint={complaint}
      {...verb}
      onSubmit={resolve}
      onClose={onClose}
    >
      <LabelledField
        label={translate('verb.resolveSummary')}
        multiline
        minRows={3}
        autoFocus
        value={summary}
        onChange={(event) => setSummary(event.target.value)}
        problem={summaryProblem}
      />
      <ChooseOne
        label={translate('verb.resolveCategory')}
        values={categories.map(({ code }) => code)}
        value={categoryCode}
        onChange={setCategoryCode}
        isOptional
        none={translate('jiesu.notGiven')}
        nameOf={(code) => categories.find((each) => each.code === code)?.name ?? code}
      />
      <div>
        <FormControlLabel
          control={<Checkbox checked={consents} onChange={(_event, checked) => setConsents(checked)} />}
          label={translate('verb.resolveConsent')}
        />
        {isChecked && !consents ? <FormHelperText error>{translate('verb.resolveConsentEmpty')}</FormHelperText> : null}
      </div>
    </VerbForm>
  );
};
