import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslate } from 'react-admin';
import { radius, type, useTokens } from '../theme/tokens';

const tabs = ['open', 'acknowledged'] as const;

/** What the phone shows: those to be signed for, or those in hand. */
export type PhoneTab = (typeof tabs)[number];

interface PhoneTabsProps extends Record<PhoneTab, number> {
  tab: PhoneTab;
  onChange: (tab: PhoneTab) => void;
}

/** Two tabs with their counts. */
export function PhoneTabs({ tab, onChange, ...counts }: PhoneTabsProps) {
  const tokens = useTokens();
  return (
    <Box role="group" sx={{ display: 'flex', p: '2px', borderRadius: `${radius.card}px`, background: tokens.sunken }}>
      {tabs.map((each) => (
        <Tab key={each} name={each} count={counts[each]} isChosen={each === tab} onChoose={() => onChange(each)} />
      ))}
    </Box>
  );
}

interface TabProps {
  name: PhoneTab;
  count: number;
  isChosen: boolean;
  onChoose: () => void;
}

function Tab({ name, count, isChosen, onChoose }: TabProps) {
  const tokens = useTokens();
  const translate = useTranslate();
  const chosen = { background: tokens.surface, color: tokens.ink, fontWeight: 600, borderColor: tokens.edge };
  return (
    <ButtonBase
      aria-pressed={isChosen}
      onClick={onChoose}
      sx={{
        ...type.body,
        flex: 1,
        minHeight: 44,
        border: '1px solid transparent',
        borderRadius: '6px',
        color: tokens.ink2,
        ...(isChosen && chosen),
      }}
    >
      {translate(`wall.tab.${name}`, { count })}
    </ButtonBase>
  );
}
