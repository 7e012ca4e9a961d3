import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { TrackAppeal } from './TrackAppeal';
import type { Tracked } from './Track';
import { TrackRating } from './TrackRating';
import { TrackUpload } from './TrackUpload';

interface TrackAftermathProps {
  code: string;
  tracked: Tracked;
  onDone(): void;
}

/** What the customer may do: rate the answer, appeal against it, add documents. */
export const TrackAftermath = ({ code, tracked: { aftermath, status }, onDone }: TrackAftermathProps) => {
  const translate = useTranslate();
  const [isThanked, setIsThanked] = useState(false);
  const done = () => {
    setIsThanked(true);
    onDone();
  };
  return (
    <>
      {isThanked ? (
        <Box role="status" component="p">
          {translate('track.done')}
        </Box>
      ) : null}
      {aftermath.isSurveyOpen ? <TrackRating code={code} onDone={done} /> : null}
      {aftermath.mayAppeal || aftermath.appeal ? <TrackAppeal code={code} aftermath={aftermath} onDone={done} /> : null}
      {over.some((each) => each === status) ? null : <TrackUpload code={code} />}
    </>
  );
};

/** Nothing is added to what is over. */
const over = ['CLOSED', 'REJECTED', 'WITHDRAWN', 'REFERRED'] as const;
