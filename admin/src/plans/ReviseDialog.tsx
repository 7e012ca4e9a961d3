import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { Notice } from './Notice';
import { DraftPlanVersionDocument } from './verbs.graphql';
import type { VersionDialogProps } from './VersionVerbs';

/** 起草新版本: it begins with what is in force; a draft that is there already is named. */
export const ReviseDialog = ({ version: { plan }, label, onClose }: VersionDialogProps) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { run, fields: _fields, ...sending } = useSend(onClose);
  const open = plan.versions.find(({ state }) => state === 'DRAFT' || state === 'IN_REVIEW');
  const draft = async () => {
    const input = { orgUnitId: plan.orgUnit.id, kind: plan.kind, name: plan.name };
    void navigate(`/plans/${(await request(DraftPlanVersionDocument, { input })).draftPlanVersion.id}/edit`);
  };
  return (
    <VerbForm
      verb={label}
      complaint={{ reference: plan.name, title: plan.orgUnit.name }}
      {...sending}
      onSubmit={() => void run(draft, 'plans.drafted')}
      onClose={onClose}
    >
      {open ? (
        <Notice>
          {translate('plans.draftThere')}{' '}
          <Link to={`/plans/${open.id}`} onClick={onClose}>
            {translate('plans.number', { number: open.number })}
          </Link>
        </Notice>
      ) : null}
      <p>{translate('plans.reviseAsk')}</p>
    </VerbForm>
  );
};
