import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useConnection } from '../provider/live';
import type { ComplaintRow } from './complaints.graphql';
import { useVerbDialog } from './verbs/VerbDialogs';
import { knownActions } from './verbs/verbs';

/** The row's one button: the first verb the server allows, else a look at the case. */
export const NextStep = ({ row, isSelected }: { row: ComplaintRow; isSelected: boolean }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const openVerb = useVerbDialog();
  const { state } = useConnection();
  const possible = state === 'offline' ? [] : knownActions(row.allowedActions);
  const next = possible.find(({ blockedBy }) => !blockedBy);
  const act = () => (next ? openVerb(next.code, row) : void navigate(`/complaints/${row.id}/show`));
  return (
    <Button
      variant={isSelected && next ? 'contained' : 'outlined'}
      size="small"
      onClick={(event) => {
        event.stopPropagation();
        act();
      }}
      sx={{ fontWeight: isSelected ? 600 : 400, height: 'auto', minHeight: 28 }}
    >
      {next?.label ?? translate('worklist.view')}
    </Button>
  );
};
