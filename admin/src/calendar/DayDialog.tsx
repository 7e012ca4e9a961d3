import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { Choices } from '../layout/Choices';
import { LabelledField } from '../layout/LabelledField';
import { useSend } from '../org/useSend';
import { dateLine } from '../patterns/time';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { request } from '../provider/client';
import { useWord } from '../words/useWord';
import { ChangeCalendarDayDocument, ClearCalendarDayDocument, type CalendarYear } from './calendar.graphql';
import { noonOf, weekdayOf } from './days';
import { PublishedNote } from './PublishedNote';

interface DayDialogProps {
  calendar: CalendarYear;
  day: string;
  onClose(): void;
}

const rules = ['NONE', 'OFF', 'WORK'] as const;

/** 修改日期: off, worked, or as its weekday says. */
export const DayDialog = ({ calendar, day, onClose }: DayDialogProps) => {
  const translate = useTranslate();
  const word = useWord();
  const locale = useTimeLocale();
  const { run, fields, ...sending } = useSend(onClose);
  const { version: expectedVersion } = calendar;
  const rule = calendar.exceptions.find((each) => each.day === day);
  const [kind, setKind] = useState<(typeof rules)[number]>(rule?.kind ?? 'NONE');
  const [names, setNames] = useState({ nameZh: rule?.nameZh ?? '', nameEn: rule?.nameEn ?? '' });
  const isWeekend = weekdayOf(day) > 4;
  const send = (): Promise<unknown> =>
    kind === 'NONE'
      ? request(ClearCalendarDayDocument, { input: { expectedVersion, day } })
      : request(ChangeCalendarDayDocument, { input: { expectedVersion, day, kind, ...names } });
  const submit = () => (kind === 'NONE' && !rule ? onClose() : void run(send, 'calendar.changed', { day }));
  return (
    <VerbForm
      verb={translate('calendar.change')}
      complaint={{ reference: day, title: dateLine(noonOf(day), locale) }}
      {...sending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choices
        label={translate('calendar.rule')}
        values={rules}
        value={kind}
        onChange={setKind}
        nameOf={(each) =>
          each === 'NONE'
            ? translate(isWeekend ? 'calendar.asWeekend' : 'calendar.asWeekday')
            : word('calendarDayKind', each)
        }
      />
      {kind === 'NONE' ? null : (
        <>
          {(['nameZh', 'nameEn'] as const).map((name) => (
            <LabelledField
              key={name}
              label={translate(`calendar.${name}`)}
              value={names[name]}
              onChange={({ target }) => setNames({ ...names, [name]: target.value })}
              problem={fields[name]}
            />
          ))}
        </>
      )}
      <PublishedNote calendar={calendar} />
    </VerbForm>
  );
};
