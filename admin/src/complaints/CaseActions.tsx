import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ActionBar } from '../patterns/ActionBar';
import { useConnection } from '../provider/live';
import { type, useTokens } from '../theme/tokens';
import type { ComplaintCase } from './complaints.graphql';
import { useVerbDialog } from './verbs/VerbDialogs';
import { knownActions } from './verbs/verbs';

/** What is over may be taken up again, but nothing waits to be done. */
const over: readonly ComplaintCase['status'][] = ['CLOSED', 'REJECTED', 'REFERRED', 'WITHDRAWN'];

/** What the viewer may do with the case now, or who has it. */
export const CaseActions = ({ complaint, height }: { complaint: ComplaintCase; height?: number }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const openVerb = useVerbDialog();
  const { state } = useConnection();
  const actions = knownActions(complaint.allowedActions);
  if (actions.length === 0) {
    return (
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('complaint.noActions')} <HeldBy complaint={complaint} />
      </Box>
    );
  }
  return (
    <ActionBar
      actions={actions}
      onAction={(code) => openVerb(code, complaint)}
      blockedBy={state === 'offline' ? translate('pattern.connection.blocked') : null}
      urgent={['raiseEscalation']}
      hasMain={!over.includes(complaint.status)}
      {...(height === undefined ? {} : { height })}
    />
  );
};

const HeldBy = ({ complaint: { responsible, orgUnit } }: { complaint: ComplaintCase }) => {
  const translate = useTranslate();
  if (!responsible) return translate('complaint.heldByUnit', { unit: orgUnit.name });
  return translate('complaint.heldBy', { name: responsible.name, unit: responsible.orgUnit.name });
};
