import Box from '@mui/material/Box';
import { Check, X } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';

/** What is known of one notice to one person. */
export interface NoticeProof {
  pushedAt?: string | null;
  /** Left out where nobody can know it. */
  seenAt?: string | null;
  acknowledgedAt?: string | null;
}

/** Proof of delivery as far as it is known: 已推送 · 已看到 · 已签收, or × where it is missing. */
export function DeliveryProof({ notice }: { notice: NoticeProof }) {
  const { pushedAt, seenAt, acknowledgedAt } = notice;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: '12px' }}>
      <Proof isDone={Boolean(pushedAt)} done="pushed" missing="notPushed" />
      {seenAt !== undefined && <Proof isDone={Boolean(seenAt ?? acknowledgedAt)} done="seen" missing="notSeen" />}
      {acknowledgedAt && <Proof isDone done="acknowledged" missing="acknowledged" />}
    </Box>
  );
}

interface ProofProps {
  isDone: boolean;
  done: string;
  missing: string;
}

function Proof({ isDone, done, missing }: ProofProps) {
  const tokens = useTokens();
  const translate = useTranslate();
  const Mark = isDone ? Check : X;
  return (
    <Box
      component="span"
      sx={{
        ...type.caption,
        display: 'inline-flex',
        alignItems: 'center',
        gap: '5px',
        color: tokens.ink2,
        whiteSpace: 'nowrap',
      }}
    >
      <Mark size={13} strokeWidth={2} color={isDone ? tokens.met : tokens.breach} aria-hidden />
      {translate(`pattern.delivery.${isDone ? done : missing}`)}
    </Box>
  );
}
