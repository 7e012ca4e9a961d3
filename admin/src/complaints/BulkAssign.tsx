import { Box, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../layout/Choices';
import { LabelledField } from '../layout/LabelledField';
import { PickRecord } from '../org/PickRecord';
import { request } from '../provider/client';
import { useConnection } from '../provider/live';
import { type, useTokens } from '../theme/tokens';
import { ComplaintsDocument, type ComplaintRow } from './complaints.graphql';
import { replaceCase } from './replaceComplaint';
import { assignOne, type Outcome } from './verbs/assignMany';
import { worklistsQuery } from './useWorklists';

const most = 100;

const assignable = {
  queryKey: ['complaints', 'count', 'assignable'],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const variables = {
      filter: { awaits: ['ASSIGNMENT' as const] },
      sort: { field: 'NEXT_DUE_AT' as const, direction: 'ASC' as const },
      page: { limit: most },
    };
    return (await request(ComplaintsDocument, variables, signal)).complaints.items;
  },
};

/** The way to offer several complaints to one receiver, where at least two wait for that. */
export const BulkAssign = () => {
  const translate = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const { data = [] } = useQuery(worklistsQuery);
  const waiting = data.find(({ awaits }) => awaits === 'ASSIGNMENT')?.complaintCount ?? 0;
  return (
    <>
      {waiting > 1 ? <Button onClick={() => setIsOpen(true)}>{translate('worklist.assignMany')}</Button> : null}
      {isOpen ? <BulkAssignDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  );
};

const BulkAssignDialog = ({ onClose }: { onClose(): void }) => {
  const translate = useTranslate();
  const id = useId();
  const queries = useQueryClient();
  const { state } = useConnection();
  // Read once: what is listed must not move while it is being chosen from.
  const { data: rows = [] } = useQuery({ ...assignable, queryKey: [...assignable.queryKey, id], staleTime: Infinity });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({});
  const [kind, setKind] = useState<'unit' | 'person'>('unit');
  const [receiverId, setReceiverId] = useState<string>();
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const isDone = (row: ComplaintRow) => 'complaint' in (outcomes[row.id] ?? {});
  const wanted = rows.filter((row) => chosen.has(row.id) && !isDone(row));
  const send = async () => {
    setIsChecked(true);
    if (!receiverId || wanted.length === 0) return;
    setIsSending(true);
    for (const row of wanted) {
      const outcome = await assignOne(row, receiverId, reason.trim() || null);
      if ('complaint' in outcome) replaceCase(queries, outcome.complaint);
      setOutcomes((before) => ({ ...before, [row.id]: outcome }));
    }
    setIsSending(false);
  };
  return (
    <Dialog open onClose={isSending ? undefined : onClose} aria-labelledby={id} fullWidth>
      <DialogTitle id={id}>{translate('worklist.assignMany')}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 4 }}>
          <RowChoice rows={rows} chosen={chosen} onChange={setChosen} outcomes={outcomes} isSending={isSending} />
          <Choices
            label={translate('verb.receiverKind')}
            values={['unit', 'person']}
            value={kind}
            onChange={(next) => {
              setKind(next);
              setReceiverId(undefined);
            }}
            nameOf={(each) => translate(`verb.receiver_${each}`)}
          />
          <PickRecord
            key={kind}
            resource={kind === 'unit' ? 'orgUnits' : 'staffMembers'}
            filter={{ isActive: true }}
            label={translate('verb.receiver')}
            value={receiverId}
            onChange={setReceiverId}
            problem={isChecked && !receiverId ? translate('verb.receiverEmpty') : undefined}
          />
          <LabelledField
            label={translate('verb.assignReason')}
            isOptional
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={isSending}>
          {translate('jiesu.close')}
        </Button>
        <Button
          variant="contained"
          disabled={isSending || wanted.length === 0 || state === 'offline'}
          onClick={() => void send()}
        >
          {translate(isSending ? 'verb.sending' : 'worklist.assignCount', { count: wanted.length })}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

interface RowChoiceProps {
  rows: readonly ComplaintRow[];
  chosen: ReadonlySet<string>;
  onChange(chosen: ReadonlySet<string>): void;
  outcomes: Readonly<Record<string, Outcome>>;
  isSending: boolean;
}

/** Which ones, and beside each what became of it. */
const RowChoice = ({ rows, chosen, onChange, outcomes, isSending }: RowChoiceProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  const all = rows.length > 0 && rows.every(({ id }) => chosen.has(id));
  return (
    <Box component="ul" aria-label={translate('worklist.assignWhich')} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      <li>
        <Box component="label" sx={{ fontWeight: 600 }}>
          <Checkbox
            size="small"
            checked={all}
            disabled={isSending}
            onChange={() => onChange(new Set(all ? [] : rows.map(({ id }) => id)))}
          />
          {translate('worklist.assignAll', { count: rows.length })}
        </Box>
      </li>
      {rows.map((row) => {
        const outcome = outcomes[row.id];
        const isDone = outcome !== undefined && 'complaint' in outcome;
        return (
          <li key={row.id}>
            <label>
              <Checkbox
                size="small"
                checked={chosen.has(row.id)}
                disabled={isSending || isDone}
                onChange={() => toggle(row.id)}
              />
              {row.reference} · {row.title}
            </label>
            {outcome ? (
              <Box role="status" sx={{ pl: 8, color: isDone ? tokens.met : tokens.breach, ...type.caption }}>
                {isDone
                  ? translate('verb.assignDone', { reference: row.reference })
                  : 'problem' in outcome && translate(outcome.problem, { _: outcome.problem })}
              </Box>
            ) : null}
          </li>
        );
      })}
    </Box>
  );
};
