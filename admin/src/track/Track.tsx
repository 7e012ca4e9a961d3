import { Box, Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { graphql } from '../gql';
import type { TrackComplaintQuery } from '../gql/graphql';
import { LabelledField } from '../layout/LabelledField';
import { usePageTitle } from '../layout/usePageTitle';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { TrackAftermath } from './TrackAftermath';
import { TrackFrame } from './TrackFrame';
import { TrackResult } from './TrackResult';

const TrackComplaintDocument = graphql(`
  query TrackComplaint($trackingCode: String!) {
    trackComplaint(trackingCode: $trackingCode) {
      reference
      status
      channel
      receivedAt
      firstResponseDueAt
      closedAt
      messages {
        kind
        at
        text
      }
      aftermath {
        isSurveyOpen
        mayAppeal
        appealClosesAt
        promisedOn
        appeal {
          id
          version
          state
          decision
          filedAt
          dueAt
        }
      }
    }
  }
`);

/** What a customer sees of their complaint. */
export type Tracked = NonNullable<TrackComplaintQuery['trackComplaint']>;

/** What a code opened. */
interface Found {
  code: string;
  tracked: Tracked;
}

/** Where customers follow their complaint, rate the answer and appeal; the code never enters the address. */
export const Track = () => {
  const translate = useTranslate();
  const [found, setFound] = useState<Found>();
  usePageTitle(translate('track.title'));
  const readAgain = async () => {
    if (!found) return;
    const { trackComplaint } = await request(TrackComplaintDocument, { trackingCode: found.code });
    if (trackComplaint) setFound({ ...found, tracked: trackComplaint });
  };
  return (
    <TrackFrame>
      {found ? (
        <TrackResult tracked={found.tracked} onAgain={() => setFound(undefined)}>
          <TrackAftermath {...found} onDone={() => void readAgain()} />
        </TrackResult>
      ) : (
        <TrackForm onFound={setFound} />
      )}
    </TrackFrame>
  );
};

const TrackForm = ({ onFound }: { onFound(found: Found): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const { mutate, isPending } = useMutation({
    mutationFn: (trackingCode: string) => request(TrackComplaintDocument, { trackingCode }),
    onSuccess: ({ trackComplaint: tracked }, code) =>
      tracked ? onFound({ code, tracked }) : refuse(translate('track.notFound')),
    onError: (error) => refuse(explain(error)),
  });
  const refuse = (words: string) => {
    setProblem(words);
    input.current?.select();
  };
  const explain = (thrown: unknown) => {
    const error = asApiError(thrown);
    return error.code === 'NOT_FOUND' ? translate('track.notFound') : translate(error.message, { _: error.message });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = input.current?.value.trim() ?? '';
    setProblem('');
    if (code) mutate(code);
    else refuse(translate('track.codeEmpty'));
  };
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4 }}>
      <Box component="h1" sx={type.detailTitle}>
        {translate('track.title')}
      </Box>
      <LabelledField
        label={translate('track.code')}
        inputRef={input}
        problem={problem || undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="XXXX-XXXX-XXXX-XXXX"
        isTall
        sx={{ mb: 0 }}
      />
      <Button type="submit" variant="contained" size="large" disabled={isPending} sx={{ height: 48 }}>
        {translate(isPending ? 'track.searching' : 'track.submit')}
      </Button>
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('track.hint')} {translate('track.help')}
      </Box>
    </Box>
  );
};
