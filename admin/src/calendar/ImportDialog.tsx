import { Box, Button } from '@mui/material';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import type { CalendarFormat } from '../gql/graphql';
import { Choices } from '../layout/Choices';
import { LabelledField } from '../layout/LabelledField';
import { useSend } from '../org/useSend';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { ImportCalendarDocument, type CalendarYear } from './calendar.graphql';

const formats: readonly CalendarFormat[] = ['HOLIDAY_CN', 'CSV'];

/** 导入日历: a file, or its text; the days of the year are replaced by those in it. */
export const ImportDialog = ({ calendar, onClose }: { calendar: CalendarYear; onClose(): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { run, fields, ...sending } = useSend(onClose);
  const { year, version: expectedVersion } = calendar;
  const [format, setFormat] = useState<CalendarFormat>('HOLIDAY_CN');
  const [content, setContent] = useState('');
  const read = async (file: File | undefined) => {
    if (!file) return;
    setFormat(file.name.toLowerCase().endsWith('.csv') ? 'CSV' : 'HOLIDAY_CN');
    setContent(await file.text());
  };
  const send = () => request(ImportCalendarDocument, { input: { year, format, content, expectedVersion } });
  const { content: problem, ...others } = fields;
  return (
    <VerbForm
      verb={translate('calendar.import')}
      complaint={{ reference: translate('calendar.yearOf', { year }), title: '' }}
      {...sending}
      onSubmit={() => void run(send, 'calendar.imported', { year: String(year) })}
      onClose={onClose}
    >
      <p>{translate('calendar.importNote', { year })}</p>
      <div>
        <Button
          component="label"
          variant="outlined"
          sx={{ '&:focus-within': { outline: `2px solid ${tokens.primary}` } }}
        >
          <FileUp size={16} strokeWidth={1.75} aria-hidden="true" />
          {translate('calendar.chooseFile')}
          <Box
            component="input"
            type="file"
            accept=".json,.csv,application/json,text/csv"
            onChange={({ target }: { target: HTMLInputElement }) => void read(target.files?.[0])}
            sx={visuallyHidden}
          />
        </Button>
      </div>
      <Choices
        label={translate('calendar.format')}
        values={formats}
        value={format}
        onChange={setFormat}
        nameOf={(each) => translate(`calendar.formats.${each}`)}
      />
      <LabelledField
        label={translate('calendar.content')}
        note={translate(`calendar.formatNote.${format}`)}
        multiline
        minRows={6}
        maxRows={14}
        value={content}
        onChange={({ target }) => setContent(target.value)}
        problem={problem}
      />
      <Problems fields={others} />
    </VerbForm>
  );
};

/** What the server found, line by line. */
const Problems = ({ fields }: { fields: Readonly<Record<string, string>> }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const problems = Object.entries(fields);
  // `content.lines.4.kind` of a table is counted from 1, `content.days.3.date` of JSON from 0.
  const placeOf = (field: string) => {
    const [, list, at, name = ''] = field.split('.');
    if (list === 'lines') return translate('calendar.line', { at, name });
    if (list === 'days') return translate('calendar.entry', { at: Number(at) + 1, name });
    return list ?? field;
  };
  if (problems.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={translate('calendar.problems')}
      tabIndex={0}
      sx={{ m: 0, pl: 5, maxHeight: 180, overflow: 'auto', color: tokens.breach, ...type.meta }}
    >
      {problems.map(([field, problem]) => (
        <li key={field}>
          {placeOf(field)} · {problem}
        </li>
      ))}
    </Box>
  );
};
