import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWord } from '../../words/useWord';
import { clocks } from '../LimitsTable';
import { Cell, Tick } from './cells';
import { Line } from './Line';
import type { Draft } from './draft';
import type { FieldsProps } from './EditForm';

/** 暂停、提醒与上报: which clocks pause, when one is warned, when the leaders hear of it, when one is left in peace. */
export const RemindersFields = ({ editor: { draft, set, problemAt } }: FieldsProps) => {
  const translate = useTranslate();
  const word = useWord();
  const { reminders } = draft;
  const change = (part: Partial<Draft['reminders']>) => set('reminders', { ...reminders, ...part });
  const isPaused = (clock: string) => reminders.pauses.some((each) => each.clock === clock);
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Line name={translate('plans.pauses')} note={translate('edit.pausesNote')}>
        {clocks.map((clock) => (
          <Tick
            key={clock}
            label={word('limitedClock', clock)}
            isChosen={isPaused(clock)}
            onChange={(isChosen) =>
              change({
                pauses: isChosen
                  ? [...reminders.pauses, { clock, clause: null }]
                  : reminders.pauses.filter((each) => each.clock !== clock),
              })
            }
          />
        ))}
      </Line>
      <Line name={translate('plans.warnShare')} note={translate('edit.warnNote')}>
        <Cell
          isNumber
          label={translate('edit.warnPercent')}
          value={reminders.warnPercent}
          onChange={(warnPercent) => change({ warnPercent })}
          problem={problemAt('policy.warnShare')}
        />
        <span>%</span>
      </Line>
      <Line name={translate('plans.breachToLeaders')} note={translate('edit.leadersNote')}>
        <Cell
          isNumber
          label={translate('edit.leadersHours')}
          value={reminders.breachToLeadersHours}
          onChange={(breachToLeadersHours) => change({ breachToLeadersHours })}
          problem={problemAt('policy.breachToLeadersHours')}
        />
        <span>{word('limitUnit', 'CLOCK_HOUR')}</span>
      </Line>
      <Line name={translate('plans.quietHours')} note={translate('edit.quietNote')}>
        <Tick
          label={translate('edit.hasQuiet')}
          isChosen={reminders.isQuiet}
          onChange={(isQuiet) =>
            change({ isQuiet, ...(isQuiet && reminders.quietFrom === '24' ? { quietFrom: '21', quietTo: '8' } : {}) })
          }
        />
        {reminders.isQuiet ? (
          <>
            <Cell
              isNumber
              label={translate('edit.quietFrom')}
              value={reminders.quietFrom}
              onChange={(quietFrom) => change({ quietFrom })}
              problem={problemAt('policy.quietHours.from')}
            />
            <span>{translate('edit.to')}</span>
            <Cell
              isNumber
              label={translate('edit.quietTo')}
              value={reminders.quietTo}
              onChange={(quietTo) => change({ quietTo })}
              problem={problemAt('policy.quietHours.to')}
            />
            <span>{translate('edit.oclock')}</span>
          </>
        ) : null}
      </Line>
    </Box>
  );
};
