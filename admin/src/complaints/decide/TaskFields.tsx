import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { PickRecord } from '../../org/PickRecord';
import type { TaskDraft } from './proposal';

interface TaskFieldsProps {
  value: readonly TaskDraft[];
  onChange(value: TaskDraft[]): void;
  /** What the server refused, by its names. */
  fields: Readonly<Record<string, string>>;
}

/** What is to be done once it is approved, by whom and by when. */
export const TaskFields = ({ value, onChange, fields }: TaskFieldsProps) => {
  const translate = useTranslate();
  const change = (index: number, more: Partial<TaskDraft>) =>
    onChange(value.map((task, at) => (at === index ? { ...task, ...more } : task)));
  return (
    <Box role="group" aria-label={translate('decide.tasks')} sx={{ display: 'grid', gap: 3 }}>
      {value.map((task, index) => (
        <Box key={index} sx={{ display: 'grid', gap: 2 }}>
          <LabelledField
            label={`${translate('decide.task')} ${index + 1}`}
            value={task.text}
            onChange={({ target }) => change(index, { text: target.value })}
            problem={fields[`tasks.${index}.text`]}
          />
          <PickRecord
            resource="staffMembers"
            filter={{ isActive: true }}
            label={translate('decide.owner')}
            value={task.receiverId}
            onChange={(receiverId) => change(index, { receiverId })}
            problem={fields[`tasks.${index}.receiverId`]}
          />
          <LabelledField
            label={translate('decide.dueOn')}
            type="date"
            value={task.dueOn}
            onChange={({ target }) => change(index, { dueOn: target.value })}
            problem={fields[`tasks.${index}.dueOn`]}
          />
          <Box>
            <Button onClick={() => onChange(value.filter((_task, at) => at !== index))}>
              {translate('decide.removeTask')}
            </Button>
          </Box>
        </Box>
      ))}
      <Box>
        <Button onClick={() => onChange([...value, { text: '', receiverId: undefined, dueOn: '' }])}>
          {translate('decide.addTask')}
        </Button>
      </Box>
    </Box>
  );
};
