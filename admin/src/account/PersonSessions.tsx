import { Box, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { RemoveQuestion } from './SecondFactorCard';
import { SessionList } from './SessionList';

/** For administrators: the open sessions of a person, and a way out for who lost telephone and recovery codes. */
export const PersonSessions = ({ staffId }: { staffId: string }) => {
  const translate = useTranslate();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  const done = () => {
    close();
    void queries.invalidateQueries({ queryKey: ['sessions', staffId] });
  };
  return (
    <Box sx={{ display: 'grid', gap: 3, justifyItems: 'stretch' }}>
      <SessionList staffId={staffId} />
      <Box>
        <Button size="small" onClick={() => setIsAsking(true)}>
          {translate('account.resetFactor')}
        </Button>
      </Box>
      {isAsking ? (
        <RemoveQuestion staffId={staffId} title="resetTitle" hint="resetHint" onDone={done} onClose={close} />
      ) : null}
    </Box>
  );
};
