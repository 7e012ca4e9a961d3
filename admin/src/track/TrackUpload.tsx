import { Box, Button, LinearProgress } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useUploads } from '../complaints/evidence/useUploads';
import { type, useTokens } from '../theme/tokens';

/** 补充材料: files of the customer, who proves by the code whose they are. */
export const TrackUpload = ({ code }: { code: string }) => {
  const translate = useTranslate();
  const tokens = useTokens();
  const input = useRef<HTMLInputElement>(null);
  const [count, setCount] = useState(0);
  const { uploads, send } = useUploads({ trackingCode: code }, () => setCount((before) => before + 1));
  return (
    <Box component="section" sx={{ display: 'grid', gap: 3 }}>
      <h2>{translate('track.upload')}</h2>
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('track.uploadHint')}
      </Box>
      <Button size="large" variant="outlined" onClick={() => input.current?.click()}>
        {translate('track.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={translate('track.choose')}
        onChange={({ target }) => {
          for (const file of target.files ?? []) send(file, 'CUSTOMER');
          target.value = '';
        }}
      />
      {count ? (
        <Box role="status" component="p">
          {translate('track.uploaded', { count })}
        </Box>
      ) : null}
      {uploads.map(({ key, name, percent, problem }) => (
        <Box key={key}>
          <Box sx={{ overflowWrap: 'anywhere' }}>{name}</Box>
          {problem === undefined ? (
            <LinearProgress variant="determinate" value={percent} aria-label={name} />
          ) : (
            <Box role="alert" sx={{ color: tokens.breach, ...type.meta }}>
              {problem || translate('track.broken')}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
};
