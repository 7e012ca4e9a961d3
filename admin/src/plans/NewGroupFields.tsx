import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../layout/LabelledField';
import { PickPeople, type ChosenPerson } from '../org/PickPeople';
import { PickRecord } from '../org/PickRecord';
import { radius, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { hasLeader, type NewGroup, type Seat } from './newGroup';

interface NewGroupFieldsProps {
  title: string;
  group: NewGroup;
  onChange(group: NewGroup): void;
  onRemove(): void;
  /** By field within the group. */
  problems: Readonly<Record<string, string>>;
  isChecked: boolean;
}

/** A demanded group to set up with the draft: somebody for every place that the preset demands, and whoever else. */
export const NewGroupFields = ({ title, group, onChange, onRemove, problems, isChecked }: NewGroupFieldsProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const set = (part: Partial<NewGroup>) => onChange({ ...group, ...part });
  const seatPeople = (at: number, people: readonly ChosenPerson[]) =>
    set({ seats: group.seats.map((seat, index) => (index === at ? { ...seat, people } : seat)) });
  const people = Object.entries(problems).find(([field]) => field.startsWith('members'))?.[1] ?? problems['kind'];
  const missing = isChecked && !hasLeader(group) ? translate('plans.required') : undefined;
  return (
    <Box
      component="fieldset"
      sx={{
        m: 0,
        p: '10px 14px',
        minWidth: 0,
        border: `1px solid ${tokens.line}`,
        borderRadius: `${radius.card}px`,
      }}
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
        {group.seats.map((seat, index) => (
          <SeatField
            key={`${index} ${seat.label}`}
            seat={seat}
            onChange={(chosen) => seatPeople(index, chosen)}
            problem={seat.position === 'LEADER' ? (people ?? missing) : undefined}
          />
        ))}
      </Box>
      <Button size="small" onClick={onRemove} sx={{ mt: 3 }}>
        {translate('adopt.notNow')}
      </Button>
    </Box>
  );
};

interface SeatFieldProps {
  seat: Seat;
  onChange(people: readonly ChosenPerson[]): void;
  problem: string | undefined;
}

const SeatField = ({ seat: { label, position, isMany, people }, onChange, problem }: SeatFieldProps) => {
  const translate = useTranslate();
  const word = useWord();
  if (isMany)
    return <PickPeople label={label ?? translate('adopt.others')} isOptional value={people} onChange={onChange} />;
  return (
    <PickRecord
      resource="staffMembers"
      label={label ?? word('groupPosition', position)}
      isOptional={position !== 'LEADER'}
      value={people[0]?.id}
      valueName={people[0]?.name}
      onChange={(id, choice) => onChange(id ? [{ id, name: choice?.name ?? '' }] : [])}
      problem={problem}
    />
  );
};
