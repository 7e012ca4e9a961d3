import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { PublishCalendarDocument, type CalendarYear } from './calendar.graphql';
import { ClockMoves } from './ClockMoves';

/** 发布日历: which open clocks move, then the verb. */
export const PublishDialog = ({ calendar, onClose }: { calendar: CalendarYear; onClose(): void }) => {
  const translate = useTranslate();
  const { run, fields: _fields, ...sending } = useSend(onClose);
  const { year, version: expectedVersion, exceptions } = calendar;
  const send = () => request(PublishCalendarDocument, { input: { year, expectedVersion } });
  const count = (kind: string) => exceptions.filter((each) => each.kind === kind).length;
  return (
    <VerbForm
      verb={translate('calendar.publish')}
      complaint={{ reference: translate('calendar.yearOf', { year }), title: '' }}
      {...sending}
      onSubmit={() => void run(send, 'calendar.wasPublished', { year: String(year) })}
      onClose={onClose}
    >
      <p>{translate('calendar.publishAsk', { off: count('OFF'), work: count('WORK') })}</p>
      <ClockMoves year={year} />
    </VerbForm>
  );
};
