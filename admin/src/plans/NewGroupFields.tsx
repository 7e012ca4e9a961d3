import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../layout/LabelledField';
import { PickPeople } from '../org/PickPeople';
import { PickRecord } from '../org/PickRecord';
import { useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { NewGroup } from './newGroup';

interface NewGroupFieldsProps {
  title: string;
  group: NewGroup;
  onChange(group: NewGroup): void;
  onRemove(): void;
  /** By field within the group. */
  problems: Readonly<Record<string, string>>;
  isChecked: boolean;
}

/** A demanded group to set up with the draft: its leader, deputies and members. */
export const NewGroupFields = ({ title, group, onChange, onRemove, problems, isChecked }: NewGroupFieldsProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const set = (part: Partial<NewGroup>) => onChange({ ...group, ...part });
  const people = Object.entries(problems).find(([field]) => field.startsWith('members'))?.[1];
  const missing = isChecked && !group.leaderId ? translate('plans.required') : undefined;
  return (
    <Box
      component="fieldset"
      sx={{ border: `1px solid ${tokens.line}`, borderRadius: '8px', p: '10px 14px', m: 0, minWidth: 0 }}
    >
      <Box component="legend" sx={{ px: 1, fontWeight: 600 }}>
        {translate('adopt.setUp', { name: title })}
      </Box>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))' }}>
        <LabelledField
          label={translate('adopt.groupName')}
          isOptional
          value={group.name}
          onChange={({ target }) => set({ name: target.value })}
          problem={problems['name']}
        />
        {group.kind === 'PROJECT_TEAM' ? (
          <PickRecord
            resource="orgUnits"
            label={translate('adopt.leadUnit')}
            value={group.leadUnitId}
            onChange={(leadUnitId) => set({ leadUnitId })}
            problem={problems['leadUnitId']}
          />
        ) : null}
        <PickRecord
          resource="staffMembers"
          label={word('groupPosition', 'LEADER')}
          value={group.leaderId}
          onChange={(leaderId) => set({ leaderId })}
          problem={people ?? problems['kind'] ?? missing}
        />
        <PickPeople
          label={word('groupPosition', 'DEPUTY')}
          isOptional
          value={group.deputies}
          onChange={(deputies) => set({ deputies })}
        />
        <PickPeople
          label={word('groupPosition', 'MEMBER')}
          isOptional
          value={group.members}
          onChange={(members) => set({ members })}
        />
      </Box>
      <Button size="small" onClick={onRemove} sx={{ mt: 3 }}>
        {translate('adopt.notNow')}
      </Button>
    </Box>
  );
};
