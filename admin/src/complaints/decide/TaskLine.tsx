import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { DecisionQuery } from '../../gql/graphql';
import { LabelledField } from '../../layout/LabelledField';
import { asApiError } from '../../provider/ApiError';
import { type, useTokens } from '../../theme/tokens';
import { taskVerbs } from './decide.provider';

type Task = NonNullable<DecisionQuery['complaint']>['tasks'][number];

/** A task, and what the viewer may do with it now. */
export const TaskLine = ({ task, onDone }: { task: Task; onDone(): Promise<void> }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const notify = useNotify();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const { id, version, state, owner, dueOn, proof, allowedActions } = task;
  const may = (code: string) => allowedActions.some((action) => action.code === code && action.blockedBy === null);
  const send = async (work: () => Promise<unknown>) => {
    try {
      await work();
      setText('');
      setProblem(undefined);
      await onDone();
    } catch (thrown) {
      const { message, fields } = asApiError(thrown);
      setProblem(fields.proof ?? fields.comment);
      notify(translate(message, { _: message }), { type: 'error' });
    }
  };
  const asks = may('completeTask') ? 'proof' : may('confirmTask') ? 'missing' : null;
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 2, pt: 2, borderTop: `1px solid ${tokens.line}` }}>
      <Box>{task.text}</Box>
      <Box sx={{ color: tokens.ink2, ...type.meta }}>
        {[translate(`decide.taskState.${state}`), owner.name, dueOn, proof].filter(Boolean).join(' · ')}
      </Box>
      {asks ? (
        <LabelledField
          label={translate(`decide.${asks}`)}
          isOptional={asks === 'missing'}
          value={text}
          onChange={({ target }) => setText(target.value)}
          problem={problem}
        />
      ) : null}
      <Box sx={{ display: 'flex', gap: 2 }}>
        {may('startTask') ? (
          <Button variant="outlined" onClick={() => void send(() => taskVerbs.startTask(id, version))}>
            {labelOf(task, 'startTask')}
          </Button>
        ) : null}
        {may('completeTask') ? (
          <Button variant="outlined" onClick={() => void send(() => taskVerbs.completeTask(id, version, text.trim()))}>
            {labelOf(task, 'completeTask')}
          </Button>
        ) : null}
        {may('confirmTask') ? (
          <>
            <Button variant="outlined" onClick={() => void send(() => taskVerbs.confirmTask(id, version))}>
              {labelOf(task, 'confirmTask')}
            </Button>
            <Button onClick={() => void send(() => taskVerbs.sendBackTask(id, version, text.trim()))}>
              {translate('decide.sendBack')}
            </Button>
          </>
        ) : null}
      </Box>
    </Box>
  );
};

const labelOf = ({ allowedActions }: Task, code: string) =>
  allowedActions.find((action) => action.code === code)?.label ?? '';
