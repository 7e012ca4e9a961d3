import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { DemoMark } from '../layout/DemoMark';
import { Mark } from '../layout/Mark';
import { fixedTerm } from '../patterns/fixedTerm';
import { dateLine, secondsText, timeOfDay } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { useViewer } from '../provider/viewer';
import { type, useTokens } from '../theme/tokens';
import { useScopeName } from './useScopeName';

interface WallHeaderProps {
  openCount: number;
  acknowledgedCount: number;
}

/** Whose wall it is, the two counts with their lists behind them, and the time. */
export function WallHeader({ openCount, acknowledgedCount }: WallHeaderProps) {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component="header"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 28px', minHeight: 62 }}
    >
      <WallTitle />
      <Box sx={{ flex: 1 }} />
      <Count value={openCount} label={translate('wall.unacknowledged')} status="OPEN" isUrgent={openCount > 0} />
      <Count value={acknowledgedCount} label={translate('wall.acknowledged')} status="ACKNOWLEDGED" />
      <Box aria-hidden sx={{ alignSelf: 'stretch', width: '1px', background: tokens.line }} />
      <TimeOfDay />
    </Box>
  );
}

/** The mark, which leads back, the page's name, the scope, and whether all of it is invented. */
export function WallTitle() {
  const tokens = useTokens();
  const translate = useTranslate();
  const scope = useScopeName();
  const isDemo = useViewer()?.isDemo;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: '14px', color: tokens.ink }}>
      <Box component={Link} to="/" aria-label={translate('wall.back')} sx={{ display: 'grid', color: 'inherit' }}>
        <Mark size={36} hand={tokens.primary} />
      </Box>
      <Box component="h1" sx={{ ...type.sentence, m: 0 }}>
        {translate('wall.title')}
      </Box>
      {scope && (
        <Box
          component="span"
          sx={{ ...type.section, fontWeight: 400, color: tokens.ink2, display: { xs: 'none', md: 'inline' } }}
        >
          {translate('wall.scope', { unit: scope })}
        </Box>
      )}
      {isDemo && <DemoMark />}
    </Box>
  );
}

interface CountProps {
  value: number;
  label: string;
  status: 'OPEN' | 'ACKNOWLEDGED';
  isUrgent?: boolean;
}

function Count({ value, label, status, isUrgent = false }: CountProps) {
  const tokens = useTokens();
  const search = `?filter=${encodeURIComponent(JSON.stringify({ status: [status] }))}`;
  return (
    <Box
      component={Link}
      to={{ pathname: '/escalations', search }}
      sx={{
        display: 'inline-flex',
        alignItems: 'baseline',
        gap: '8px',
        textDecoration: 'none',
        color: isUrgent ? tokens.breach : tokens.ink,
      }}
    >
      <Box component="span" sx={type.kpi}>
        {value}
      </Box>
      <Box component="span" sx={{ ...type.section, fontWeight: 400, color: isUrgent ? tokens.breach : tokens.ink2 }}>
        {label}
      </Box>
    </Box>
  );
}

function TimeOfDay() {
  const tokens = useTokens();
  const locale = useTimeLocale();
  const now = useNow('second');
  return (
    <Box sx={{ textAlign: 'end' }}>
      <Box sx={type.kpi}>
        {timeOfDay(now)}{' '}
        <Box component="span" sx={{ ...type.detailTitle, color: tokens.ink2 }}>
          {secondsText(now)}
        </Box>
      </Box>
      <Box sx={{ ...type.body, ...fixedTerm, color: tokens.ink2 }}>{dateLine(now, locale)}</Box>
    </Box>
  );
}
