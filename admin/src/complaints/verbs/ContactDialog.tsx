import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../../layout/Choices';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import { contactChannels } from './contactChannels';
import { isOutcomeSaid, noOutcome, OutcomeFields, outcomeInput, type TalkOutcome } from '../endings/OutcomeFields';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

/** Those that are noted by hand; the others come from verbs of their own. */
const kinds = ['PROGRESS', 'LISTENING', 'SOOTHING', 'EXPLANATION'] as const;
const directions = ['OUTBOUND', 'INBOUND'] as const;

/** 登记沟通: note a talk with the customer. */
export const ContactDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const { run, fields, ...verb } = useVerb({ verb: 'recordContact', complaint, onClose });
  const [kind, setKind] = useState<(typeof kinds)[number]>('PROGRESS');
  const [channel, setChannel] = useState<(typeof contactChannels)[number]>('PHONE');
  const [direction, setDirection] = useState<(typeof directions)[number]>('OUTBOUND');
  const [summary, setSummary] = useState('');
  const [outcome, setOutcome] = useState<TalkOutcome>(noOutcome);
  const [isChecked, setIsChecked] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const missing = isChecked && !summary.trim() ? translate('verb.contactSummaryEmpty') : undefined;
  const record = () => {
    setIsChecked(true);
    if (!summary.trim() || !isOutcomeSaid(kind, direction, outcome)) return;
    const said = outcomeInput(kind, direction, outcome);
    const input = { kind, channel, direction, summary: summary.trim(), idempotencyKey, ...said };
    void run(
      (expectedVersion) => dataProvider.recordContact(complaint.id, { ...input, expectedVersion }),
      'verb.contactDone',
    );
  };
  return (
    <VerbForm
      verb={translate('verb.recordContact')}
      complaint={complaint}
      {...verb}
      onSubmit={record}
      onClose={onClose}
    >
      <Choices
        label={translate('verb.contactDirection')}
        values={directions}
        value={direction}
        onChange={setDirection}
        nameOf={(value) => word('direction', value)}
      />
      <Choices
        label={translate('verb.contactKind')}
        values={kinds}
        value={kind}
        onChange={setKind}
        nameOf={(value) => word('contactKind', value)}
      />
      <Choices
        label={translate('verb.contactChannel')}
        values={contactChannels}
        value={channel}
        onChange={setChannel}
        nameOf={(value) => word('channel', value)}
      />
      <LabelledField
        label={translate('verb.contactSummary')}
        multiline
        minRows={3}
        autoFocus
        value={summary}
        onChange={(event) => setSummary(event.target.value)}
        problem={missing ?? fields.summary}
      />
      <OutcomeFields
        kind={kind}
        direction={direction}
        value={outcome}
        onChange={setOutcome}
        problem={isChecked && !isOutcomeSaid(kind, direction, outcome) ? translate('ending.empty') : fields.outcome}
      />
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('verb.contactHint')}
      </Box>
    </VerbForm>
  );
};
