import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { BlockedAction } from '../../patterns/BlockedAction';
import { dueText } from '../../patterns/time';
import { useNow } from '../../patterns/useNow';
import { useTimeLocale } from '../../patterns/useTimeLocale';
import { useTokens } from '../../theme/tokens';
import type { ComplaintCase } from '../complaints.graphql';
import { Facts, type Fact } from '../Facts';
import type { Appeal } from './aftermath.graphql';
import { DecideAppealDialog } from './DecideAppealDialog';
import { useWhen } from './useWhen';
import { WithdrawAppealDialog } from './WithdrawAppealDialog';

const dialogs = { decideAppeal: DecideAppealDialog, withdrawAppeal: WithdrawAppealDialog };
type AppealVerb = keyof typeof dialogs;
const isKnown = (code: string): code is AppealVerb => code in dialogs;

interface AppealLineProps {
  complaint: ComplaintCase;
  appeal: Appeal;
  /** A dialog was closed, done or not. */
  onClosed(): void;
}

/** An appeal, and what the viewer may do with it now. */
export const AppealLine = ({ complaint, appeal, onClosed }: AppealLineProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const facts = useFacts(complaint, appeal);
  const [opened, setOpened] = useState<{ code: AppealVerb; seen: Appeal }>();
  const Dialog = opened && dialogs[opened.code];
  const close = () => {
    setOpened(undefined);
    onClosed();
  };
  return (
    <Box
      component="section"
      aria-label={translate('aftermath.appeal')}
      sx={{ display: 'grid', gap: 2, mt: 2, pt: 2, borderTop: `1px solid ${tokens.line}` }}
    >
      <Facts facts={facts} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {appeal.allowedActions.map(({ code, label, blockedBy }) =>
          !isKnown(code) ? null : blockedBy ? (
            <BlockedAction key={code} label={label} reason={blockedBy} />
          ) : (
            <Button key={code} variant="outlined" onClick={() => setOpened({ code, seen: appeal })}>
              {label}
            </Button>
          ),
        )}
      </Box>
      {Dialog ? <Dialog complaint={complaint} appeal={opened.seen} onClose={close} /> : null}
    </Box>
  );
};

/** What is known of it: of one that waits who decides it by when, of one that ended what it came to. */
function useFacts({ clocks }: ComplaintCase, appeal: Appeal): Fact[] {
  const translate = useTranslate();
  const when = useWhen();
  const now = useNow();
  const locale = useTimeLocale();
  const { state, decision, decidingUnit, deciders } = appeal;
  const isOpen = state === 'ACCEPTED';
  // No more than one appeal waits at a time, so the clock that still counts is its own.
  const clock = clocks.find((each) => each.kind === 'APPEAL' && each.state !== 'CANCELLED' && !each.fulfilledAt);
  return [
    [
      translate('aftermath.appeal'),
      joined(translate(`aftermath.appealState.${state}`), decision && translate(`aftermath.decisions.${decision}`)),
    ],
    [translate('aftermath.grounds'), appeal.grounds],
    [translate('aftermath.filed'), joined(when(appeal.filedAt), appeal.filedBy?.name)],
    [
      translate('aftermath.deciders'),
      isOpen ? joined(decidingUnit?.name, deciders.map(({ name }) => name).join('、')) : undefined,
    ],
    [translate('aftermath.due'), isOpen && clock ? dueText(clock.dueAt, now, locale) : undefined],
    [
      state === 'WITHDRAWN' ? translate('aftermath.ended.WITHDRAWN') : translate('aftermath.ended.DECIDED'),
      joined(when(appeal.endedAt), appeal.decidedBy?.name),
    ],
    [translate('aftermath.reasons'), appeal.reasons],
  ];
}

const joined = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');
