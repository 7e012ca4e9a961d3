import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Choices } from '../../layout/Choices';
import { PickRecord } from '../../org/PickRecord';
import { type, useTokens } from '../../theme/tokens';
import type { FieldsProps } from './EditForm';

const kinds = ['OFFICE', 'CENTER', 'HANDLING_TEAM', 'PROJECT_TEAM'];

/** 投诉管理部门: the nearest office, a group, or a department. */
export const DeskFields = ({ editor: { draft, set, problemAt }, version }: FieldsProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { by, holderId } = draft.desk;
  const named = version.deskGroup ?? version.deskDepartment;
  const choose = (id: string | undefined) => set('desk', { by, holderId: id });
  const problem = problemAt('desk.holderId') ?? problemAt('desk');
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('plans.deskNote')}
      </Box>
      <Choices
        label={translate('edit.deskBy')}
        values={['nearest', 'group', 'department'] as const}
        value={by}
        onChange={(next) => set('desk', { by: next, holderId: undefined })}
        nameOf={(each) => translate(`edit.desk.${each}`)}
      />
      {by === 'nearest' ? null : (
        <Box sx={{ maxWidth: 420 }}>
          <PickRecord
            key={by}
            resource={by === 'group' ? 'leadershipGroups' : 'orgUnits'}
            filter={by === 'group' ? { kind: kinds, isActive: true } : { kind: ['DEPARTMENT'], isActive: true }}
            label={translate(`edit.desk.${by}`)}
            value={holderId}
            valueName={named?.id === holderId ? named?.name : undefined}
            onChange={choose}
            problem={problem}
          />
        </Box>
      )}
    </Box>
  );
};
