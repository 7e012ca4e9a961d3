import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { type, useTokens } from '../../theme/tokens';
import { usePlansAbove } from '../usePlansAbove';
import { AddButton, RemoveButton } from './cells';
import type { BasisDraft } from './draft';
import { nextKey } from './rows';
import type { FieldsProps } from './EditForm';

/** 制定依据: documents, and the versions in force of units above. */
export const BasisFields = ({ editor: { draft, set, problemAt }, version }: FieldsProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { basis } = draft;
  const above = usePlansAbove(version);
  const unnamed = above.filter(({ id }) => !basis.some(({ planVersionId }) => planVersionId === id));
  const change = (key: number, part: Partial<BasisDraft>) =>
    set(
      'basis',
      basis.map((each) => (each.key === key ? { ...each, ...part } : each)),
    );
  const add = (part: Partial<BasisDraft>) =>
    set('basis', [
      ...basis,
      { key: nextKey(), title: '', number: '', issuedOn: '', planVersionId: undefined, ...part },
    ]);
  return (
    <>
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('edit.basisNote')}
      </Box>
      {problemAt('basis')}
      {basis.map((document, index) => {
        const { key, planVersionId } = document;
        const name = translate('edit.document', { number: index + 1 });
        return (
          <Box
            key={key}
            role="group"
            aria-label={name}
            sx={{
              display: 'grid',
              gap: 3,
              py: 3,
              alignItems: 'start',
              borderBottom: `1px solid ${tokens.line}`,
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 200px 160px auto' },
            }}
          >
            <LabelledField
              label={translate(planVersionId ? 'edit.planAbove' : 'edit.documentTitle')}
              value={document.title}
              onChange={({ target }) => change(key, { title: target.value })}
              problem={problemAt(`basis.${index}.title`) ?? problemAt(`basis.${index}.planVersionId`)}
            />
            <LabelledField
              label={translate('edit.documentNumber')}
              isOptional
              value={document.number}
              onChange={({ target }) => change(key, { number: target.value })}
              problem={problemAt(`basis.${index}.number`)}
            />
            <LabelledField
              label={translate('edit.issuedOn')}
              isOptional
              type="date"
              value={document.issuedOn}
              onChange={({ target }) => change(key, { issuedOn: target.value })}
              problem={problemAt(`basis.${index}.issuedOn`)}
            />
            <Box sx={{ pt: { md: 6 } }}>
              <RemoveButton
                name={name}
                onClick={() =>
                  set(
                    'basis',
                    basis.filter((each) => each.key !== key),
                  )
                }
              />
            </Box>
          </Box>
        );
      })}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <AddButton label={translate('edit.addDocument')} onClick={() => add({})} />
        {unnamed.map(({ id, number, plan }) => (
          <AddButton
            key={id}
            label={translate('edit.addAbove', { unit: plan.orgUnit.name, name: plan.name, number })}
            onClick={() => add({ title: plan.name, planVersionId: id })}
          />
        ))}
      </Box>
    </>
  );
};
