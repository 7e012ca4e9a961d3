import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { type, useTokens } from '../../theme/tokens';
import { ReasonField } from './ReasonField';
import { YesNo } from './YesNo';

/** Why a complaint is not taken up. */
interface Rejection {
  authentic: boolean | undefined;
  withinScope: boolean | undefined;
  reasonCode: string | undefined;
  notice: string;
}

/** Nothing said yet. */
export const noRejection: Rejection = {
  authentic: undefined,
  withinScope: undefined,
  reasonCode: undefined,
  notice: '',
};

/** The rejection as the API takes it. */
export const rejectInput = (rejection: Rejection) => ({ ...rejection, notice: rejection.notice.trim() || undefined });

interface RejectFieldsProps {
  value: Rejection;
  onChange(value: Rejection): void;
  /** What the server refused, by its names. */
  fields: Readonly<Record<string, string>>;
}

/** The two questions, the reason and what the customer is told. */
export const RejectFields = ({ value, onChange, fields }: RejectFieldsProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const set = (change: Partial<Rejection>) => onChange({ ...value, ...change });
  return (
    <>
      {(['authentic', 'withinScope'] as const).map((name) => (
        <YesNo
          key={name}
          label={translate(`verb.${name}`)}
          value={value[name]}
          onChange={(answer) => set({ [name]: answer })}
          problem={fields[name]}
        />
      ))}
      <ReasonField
        label={translate('verb.rejectReason')}
        value={value.reasonCode}
        onChange={(reasonCode) => set({ reasonCode })}
        problem={fields.reasonCode ?? fields.outcome}
      />
      <LabelledField
        label={translate('verb.rejectNotice')}
        multiline
        minRows={3}
        value={value.notice}
        onChange={(event) => set({ notice: event.target.value })}
        problem={fields.notice}
      />
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('verb.rejectHint')}
      </Box>
    </>
  );
};
