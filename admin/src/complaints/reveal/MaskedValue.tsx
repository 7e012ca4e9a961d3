import { Box, ButtonBase } from '@mui/material';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { MaskedField } from '../../gql/graphql';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import type { ComplaintCase } from '../complaints.graphql';
import { RevealDialog } from './RevealDialog';
import { useClearValue, useSecondsUntil } from './useClearValue';

interface MaskedValueProps {
  complaint: Pick<ComplaintCase, 'id' | 'allowedActions'>;
  field: MaskedField;
  /** The row that holds it, where that is none of the complaint's own. */
  rowId?: string;
  /** As the server shows it. */
  masked: string;
}

/** A masked value, and an eye for whoever may see it in clear: for a reason, and for a minute. */
export const MaskedValue = ({ complaint, field, rowId, masked }: MaskedValueProps) => {
  const [isAsking, setIsAsking] = useState(false);
  const { shown, show, hide } = useClearValue();
  const mayReveal = masked.includes('*') && complaint.allowedActions.some(({ code }) => code === 'revealField');
  if (!mayReveal) return masked;
  return (
    <>
      {shown ? <span>{shown.value}</span> : <Mask text={masked} isText={!wholes.has(field)} />}
      <EyeButton field={field} isShown={shown !== undefined} onClick={() => (shown ? hide() : setIsAsking(true))} />
      {shown ? <SecondsLeft until={shown.until} /> : null}
      {isAsking ? (
        <RevealDialog
          complaintId={complaint.id}
          what={{ field, rowId }}
          onShow={show}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
};

/** Hidden as a whole and so underlined; in all others, which are free text, only numbers are. */
const wholes: ReadonlySet<MaskedField> = new Set([
  'NAME',
  'PHONE',
  'EMAIL',
  'ADDRESS',
  'ID_NUMBER',
  'CUSTOMER_NUMBER',
  'REPRESENTATIVE_NAME',
  'REPRESENTATIVE_PHONE',
]);

const Mask = ({ text, isText }: { text: string; isText: boolean }) => {
  const tokens = useTokens();
  return (
    <Box component="span" sx={isText ? undefined : { borderBottom: `1px dashed ${tokens.edge}` }}>
      {text}
    </Box>
  );
};

interface EyeButtonProps {
  field: MaskedField;
  isShown: boolean;
  onClick(): void;
}

const EyeButton = ({ field, isShown, onClick }: EyeButtonProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const Icon = isShown ? EyeOff : Eye;
  return (
    <ButtonBase
      aria-label={translate(isShown ? 'reveal.hide' : 'reveal.show', { field: word('maskedField', field) })}
      onClick={onClick}
      sx={{ ml: 1, p: '4px', borderRadius: '4px', color: tokens.ink2, verticalAlign: 'middle' }}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
    </ButtonBase>
  );
};

const SecondsLeft = ({ until }: { until: number }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box component="span" role="timer" sx={{ ml: 1, color: tokens.ink2, whiteSpace: 'nowrap', ...type.caption }}>
      {translate('reveal.secondsLeft', { count: useSecondsUntil(until) })}
    </Box>
  );
};
