import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../layout/Choices';
import { LabelledField } from '../layout/LabelledField';
import { PickRecord } from '../org/PickRecord';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { ExplanationText } from './ExplanationText';
import { ExplainAccessDocument, type Explanation, type StaffDetail } from './staff.graphql';

/** 为什么能看到: asked of one complaint or of one unit; each answer is audited. */
export const ExplainDialog = ({ person, onClose }: { person: StaffDetail; onClose(): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const id = useId();
  const [by, setBy] = useState<'complaint' | 'unit'>('complaint');
  const [reference, setReference] = useState('');
  const [orgUnitId, setOrgUnitId] = useState<string | undefined>(person.orgUnit.id);
  const [answer, setAnswer] = useState<Explanation | null>();
  const [problem, setProblem] = useState<string>();
  const about = by === 'complaint' ? { complaintReference: reference.trim() } : { orgUnitId };
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setAnswer(undefined);
    if (!Object.values(about)[0]) return setProblem(translate('units.required'));
    try {
      setProblem(undefined);
      setAnswer((await request(ExplainAccessDocument, { input: { staffId: person.id, ...about } })).explainAccess);
    } catch (thrown) {
      const { code, message } = asApiError(thrown);
      setProblem(code === 'NOT_FOUND' ? translate('staff.explainNotFound') : translate(message, { _: message }));
    }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth>
      <form noValidate onSubmit={(event) => void ask(event)}>
        <DialogTitle id={id}>{translate('staff.explain')}</DialogTitle>
        <DialogContent>
          <Box component="p" sx={{ color: tokens.ink2, ...type.meta, mb: 4 }}>
            {person.username} · {person.name} · {translate('staff.explainNote')}
          </Box>
          <Box sx={{ display: 'grid', gap: 4 }}>
            <Choices
              label={translate('staff.explainBy')}
              values={['complaint', 'unit']}
              value={by}
              onChange={(value) => {
                setBy(value);
                setAnswer(undefined);
                setProblem(undefined);
              }}
              nameOf={(value) => translate(`staff.by_${value}`)}
            />
            {by === 'complaint' ? (
              <LabelledField
                label={translate('staff.reference')}
                placeholder="TS-2026-000123"
                value={reference}
                onChange={({ target }) => setReference(target.value)}
                problem={problem}
              />
            ) : (
              <PickRecord
                resource="orgUnits"
                label={translate('staff.unit')}
                value={orgUnitId}
                onChange={setOrgUnitId}
                problem={problem}
              />
            )}
            <div aria-live="polite">{answer ? <ExplanationText answer={answer} /> : null}</div>
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('jiesu.close')}</Button>
          <Button type="submit" variant="contained">
            {translate('staff.ask')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
