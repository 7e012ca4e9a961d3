import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import type { Appeal } from './aftermath.graphql';

interface WithdrawAppealDialogProps extends VerbDialogProps {
  /** As it was seen. */
  appeal: Appeal;
}

/** 撤回申诉: the customer takes it back. */
export const WithdrawAppealDialog = ({ complaint, appeal, onClose }: WithdrawAppealDialogProps) => {
  const translate = useTranslate();
  const { run, fields: _none, ...verb } = useVerb({ verb: 'withdrawAppeal', complaint, onClose });
  const withdraw = () =>
    void run(
      () => dataProvider.withdrawAppeal(appeal.id, { expectedVersion: appeal.version }),
      'aftermath.withdrawAppealDone',
    );
  return (
    <VerbForm
      verb={translate('aftermath.withdrawAppeal')}
      complaint={complaint}
      {...verb}
      onSubmit={withdraw}
      onClose={onClose}
    >
      <Box component="p">{translate('aftermath.withdrawAppealAsk')}</Box>
    </VerbForm>
  );
};
