import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../../layout/Choices';
import { dataProvider } from '../../provider/dataProvider';
import { useWord } from '../../words/useWord';
import { AcceptFields, acceptInput, noFindings } from './AcceptFields';
import { noRejection, RejectFields, rejectInput } from './RejectFields';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

/** 受理审查: taken up, classified and graded, or rejected with a reason that the customer is told. */
export const ScreenDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const word = useWord();
  const { run, fields, ...verb } = useVerb({ verb: 'screenComplaint', complaint, onClose });
  const [outcome, setOutcome] = useState<'ACCEPT' | 'REJECT'>('ACCEPT');
  const [findings, setFindings] = useState(() => noFindings(complaint.level));
  const [rejection, setRejection] = useState(noRejection);
  const isAccepting = outcome === 'ACCEPT';
  // The server names every answer that is missing at once, so it is asked whatever stands here.
  const screen = () =>
    void run(
      (expectedVersion) =>
        dataProvider.screenComplaint(complaint.id, {
          expectedVersion,
          outcome,
          ...(isAccepting ? acceptInput(findings, complaint.level) : rejectInput(rejection)),
        }),
      isAccepting ? 'verb.screenAccepted' : 'verb.screenRejected',
    );
  return (
    <VerbForm
      verb={translate('verb.screenComplaint')}
      complaint={complaint}
      {...verb}
      onSubmit={screen}
      onClose={onClose}
    >
      <Choices
        label={translate('verb.screenOutcome')}
        values={['ACCEPT', 'REJECT']}
        value={outcome}
        onChange={setOutcome}
        nameOf={(value) => word('screeningOutcome', value)}
      />
      {isAccepting ? (
        <AcceptFields value={findings} onChange={setFindings} level={complaint.level} fields={fields} />
      ) : (
        <RejectFields value={rejection} onChange={setRejection} fields={fields} />
      )}
    </VerbForm>
  );
};
