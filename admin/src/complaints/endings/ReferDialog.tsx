import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../../layout/Choices';
import { LabelledField } from '../../layout/LabelledField';
import { PickRecord } from '../../org/PickRecord';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';

const scopes = ['WHOLE', 'PART'] as const;
const texts = ['body', 'legalBasis', 'documents', 'legalOpinion', 'notice'] as const;
const nothing = { body: '', legalBasis: '', documents: '', legalOpinion: '', notice: '' };

/** 移交: to a competent body by law, all of it or a part, on somebody else's legal opinion. */
export const ReferDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'referComplaint', complaint, onClose });
  const [scope, setScope] = useState<(typeof scopes)[number]>('WHOLE');
  const [said, setSaid] = useState(nothing);
  const [opinionById, setOpinionById] = useState<string>();
  const [isChecked, setIsChecked] = useState(false);
  const refer = () => {
    setIsChecked(true);
    if (!opinionById || texts.some((name) => !said[name].trim())) return;
    const documents = said.documents
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean);
    const input = { ...said, documents, scope, opinionById };
    void run(
      (expectedVersion) => dataProvider.referComplaint(complaint.id, { ...input, expectedVersion }),
      'ending.referComplaintDone',
    );
  };
  const missing = (value: string | undefined) => (isChecked && !value?.trim() ? translate('ending.empty') : undefined);
  return (
    <VerbForm
      verb={translate('ending.referComplaint')}
      complaint={complaint}
      {...verb}
      onSubmit={refer}
      onClose={onClose}
    >
      <Choices
        label={translate('ending.scope')}
        values={scopes}
        value={scope}
        onChange={setScope}
        nameOf={(value) => translate(`ending.scope_${value}`)}
      />
      {texts.map((name, index) => (
        <LabelledField
          key={name}
          label={translate(`ending.${name}`)}
          multiline={name !== 'body'}
          minRows={name === 'body' ? undefined : 2}
          autoFocus={index === 0}
          value={said[name]}
          onChange={(event) => setSaid({ ...said, [name]: event.target.value })}
          problem={missing(said[name]) ?? fields[name]}
        />
      ))}
      <PickRecord
        resource="staffMembers"
        filter={{ isActive: true }}
        label={translate('ending.opinionBy')}
        value={opinionById}
        onChange={setOpinionById}
        problem={missing(opinionById) ?? fields.opinionById}
      />
    </VerbForm>
  );
};
