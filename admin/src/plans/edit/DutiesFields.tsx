import { Box, Button } from '@mui/material';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { PickRecord } from '../../org/PickRecord';
import { type, useTokens } from '../../theme/tokens';
import { AddButton, RemoveButton } from './cells';
import type { DutyDraft } from './draft';
import { nextKey } from './rows';
import type { FieldsProps } from './EditForm';

/** 职责分工: read as lines, each opened to be changed; what is wrong is open. */
export const DutiesFields = ({ editor: { draft, set, problemAt }, version }: FieldsProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const [open, setOpen] = useState<readonly number[]>([]);
  const { duties } = draft;
  const change = (key: number, part: Partial<DutyDraft>) =>
    set(
      'duties',
      duties.map((each) => (each.key === key ? { ...each, ...part } : each)),
    );
  const add = () => {
    const key = nextKey();
    setOpen([...open, key]);
    set('duties', [...duties, { key, unitId: version.plan.orgUnit.id, unitName: version.plan.orgUnit.name, text: '' }]);
  };
  return (
    <>
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('edit.dutiesNote')}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none' }}>
        {duties.map((duty, index) => {
          const unit = problemAt(`duties.${index}.orgUnitId`);
          const text = problemAt(`duties.${index}.text`);
          const name = translate('edit.duty', { number: index + 1 });
          return (
            <Box
              component="li"
              key={duty.key}
              sx={{
                display: 'flex',
                flexWrap: { xs: 'wrap', md: 'nowrap' },
                alignItems: 'flex-start',
                gap: 2,
                py: 2,
                borderBottom: `1px solid ${tokens.line}`,
              }}
            >
              {open.includes(duty.key) || unit || text ? (
                <DutyFields
                  duty={duty}
                  name={name}
                  planUnitId={version.plan.orgUnit.id}
                  problems={{ unit, text }}
                  onChange={(part) => change(duty.key, part)}
                />
              ) : (
                <Box component="p" sx={{ flex: 1, minWidth: 0 }}>
                  <b>{duty.unitName}</b> {duty.text}
                </Box>
              )}
              <Box sx={{ display: 'flex', flex: 'none', gap: 2, ml: 'auto' }}>
                {open.includes(duty.key) ? null : (
                  <Button
                    size="small"
                    aria-label={`${translate('edit.change')} ${name}`}
                    onClick={() => setOpen([...open, duty.key])}
                  >
                    <Pencil size={15} strokeWidth={1.75} aria-hidden="true" />
                    {translate('edit.change')}
                  </Button>
                )}
                <RemoveButton
                  name={name}
                  onClick={() =>
                    set(
                      'duties',
                      duties.filter(({ key }) => key !== duty.key),
                    )
                  }
                />
              </Box>
            </Box>
          );
        })}
      </Box>
      <AddButton label={translate('edit.addDuty')} onClick={add} />
    </>
  );
};

interface DutyFieldsProps {
  duty: DutyDraft;
  name: string;
  planUnitId: string;
  problems: Readonly<Record<'unit' | 'text', string | undefined>>;
  onChange(part: Partial<DutyDraft>): void;
}

const DutyFields = ({ duty, name, planUnitId, problems, onChange }: DutyFieldsProps) => {
  const translate = useTranslate();
  return (
    <Box
      role="group"
      aria-label={name}
      sx={{
        flex: 1,
        minWidth: 0,
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '240px minmax(0, 1fr)' },
      }}
    >
      <PickRecord
        resource="orgUnits"
        filter={{ underId: planUnitId, isActive: true }}
        label={translate('edit.dutyUnit')}
        value={duty.unitId}
        valueName={duty.unitName}
        onChange={(unitId, choice) => onChange({ unitId, unitName: choice?.name ?? '' })}
        problem={problems.unit}
      />
      <LabelledField
        label={translate('edit.dutyText')}
        multiline
        minRows={2}
        value={duty.text}
        onChange={({ target }) => onChange({ text: target.value })}
        problem={problems.text}
      />
    </Box>
  );
};
