import { useTranslate } from 'react-admin';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { spokenDuration } from '../patterns/time';
import { useWord } from '../words/useWord';
import { Clause } from './Clause';
import type { Rules } from './rules.graphql';
import { PlainTable } from './PlainTable';

/** The ladder: who is told, how long they may keep silent, when what they signed for opens again. */
export const StepsTable = ({ steps }: { steps: Rules['steps'] }) => {
  const translate = useTranslate();
  const word = useWord();
  const locale = useTimeLocale();
  const span = (minutes: number) => spokenDuration(minutes * 60_000, locale);
  return (
    <PlainTable label={translate('plans.section.steps')}>
      <thead>
        <tr>
          <th scope="col">{translate('plans.step')}</th>
          <th scope="col">{translate('plans.delay')}</th>
          <th scope="col">{translate('plans.timeout')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ step, delayMinutes, acknowledgementTimeoutMinutes, clause }) => (
          <tr key={step}>
            <th scope="row">
              {step} {word('escalationLevel', step)}
            </th>
            <td>
              {span(delayMinutes)} <Clause id={clause} />
            </td>
            <td>{span(acknowledgementTimeoutMinutes)}</td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
};
