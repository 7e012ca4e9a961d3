import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { graphql } from '../gql';
import { LabelledField } from '../layout/LabelledField';
import { dueText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { Problem } from './Problem';
import type { Tracked } from './Track';
import { useCustomersVerb } from './useCustomersVerb';

const AppealDocument = graphql(`
  mutation Appeal($input: FileAppealInput!) {
    fileAppeal(input: $input) {
      id
    }
  }
`);

const WithdrawDocument = graphql(`
  mutation WithdrawOwnAppeal($id: ID!, $input: WithdrawAppealInput!) {
    withdrawAppeal(id: $id, input: $input) {
      id
    }
  }
`);

type Aftermath = Tracked['aftermath'];

interface TrackAppealProps {
  code: string;
  aftermath: Aftermath;
  onDone(): void;
}

/** 申诉: what became of the last one, and a new one where that is possible. */
export const TrackAppeal = ({ code, aftermath, onDone }: TrackAppealProps) => {
  const translate = useTranslate();
  const { appeal, mayAppeal } = aftermath;
  return (
    <Box component="section" sx={{ display: 'grid', gap: 3 }}>
      <h2>{translate('track.appeal')}</h2>
      {appeal ? <Standing code={code} appeal={appeal} onDone={onDone} /> : null}
      {mayAppeal ? <AppealForm code={code} closesAt={aftermath.appealClosesAt} onDone={onDone} /> : null}
    </Box>
  );
};

interface StandingProps {
  code: string;
  appeal: NonNullable<Aftermath['appeal']>;
  onDone(): void;
}

const Standing = ({ code, appeal, onDone }: StandingProps) => {
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  const { id, version, state, decision, dueAt } = appeal;
  const verb = useCustomersVerb(
    () => request(WithdrawDocument, { id, input: { expectedVersion: version, trackingCode: code } }),
    onDone,
  );
  return (
    <>
      <p>
        {translate(decision ? `track.appealDecision_${decision}` : `track.appealState_${state}`)}{' '}
        {dueAt ? translate('track.appealDue', { when: dueText(dueAt, now, locale) }) : null}
      </p>
      <Problem text={verb.problem} />
      {state === 'ACCEPTED' ? (
        <Button size="large" disabled={verb.isPending} onClick={verb.send}>
          {translate('track.withdrawAppeal')}
        </Button>
      ) : null}
    </>
  );
};

const AppealForm = ({ code, closesAt, onDone }: { code: string; closesAt: string | null; onDone(): void }) => {
  const translate = useTranslate();
  const tokens = useTokens();
  const now = useNow();
  const locale = useTimeLocale();
  const [grounds, setGrounds] = useState('');
  const verb = useCustomersVerb(
    (idempotencyKey) => request(AppealDocument, { input: { trackingCode: code, grounds, idempotencyKey } }),
    onDone,
  );
  return (
    <>
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('track.appealHint')}{' '}
        {closesAt ? translate('track.appealUntil', { when: dueText(closesAt, now, locale) }) : null}
      </Box>
      <LabelledField
        label={translate('track.grounds')}
        multiline
        minRows={3}
        value={grounds}
        onChange={({ target }) => setGrounds(target.value)}
        problem={verb.fields['grounds']}
      />
      <Problem text={verb.problem} />
      <Button variant="outlined" size="large" disabled={verb.isPending} onClick={verb.send}>
        {translate('track.fileAppeal')}
      </Button>
    </>
  );
};
