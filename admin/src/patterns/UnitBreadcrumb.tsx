import Box from '@mui/material/Box';
import { Building2, ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';

/** The path to a unit: at most three names, the middle folds to "…", the last is bold. */
export function UnitBreadcrumb({ path }: { path: readonly string[] }) {
  const tokens = useTokens();
  const translate = useTranslate();
  const isFolded = path.length > 3;
  const names = isFolded ? [path[0] ?? '', '…', path.at(-1) ?? ''] : path;
  const folded = isFolded ? path.slice(1, -1).join(' › ') : '';
  return (
    <Box
      component="span"
      role="group"
      aria-label={`${translate('pattern.unit.path')} ${path.join(' › ')}`}
      sx={{
        ...type.body,
        display: 'inline-flex',
        alignItems: 'center',
        gap: '6px',
        color: tokens.ink2,
        whiteSpace: 'nowrap',
      }}
    >
      <Building2 size={16} strokeWidth={1.75} aria-hidden />
      {names.map((name, index) => (
        <Fragment key={`${index} ${name}`}>
          {index > 0 && <ChevronRight size={14} strokeWidth={1.75} color={tokens.ink3} aria-hidden />}
          <UnitName name={name} isLast={index === names.length - 1} hint={name === '…' ? folded : ''} />
        </Fragment>
      ))}
    </Box>
  );
}

function UnitName({ name, isLast, hint }: { name: string; isLast: boolean; hint: string }) {
  const tokens = useTokens();
  const look = isLast ? { fontWeight: 600, color: tokens.ink } : {};
  return (
    <Box component="span" aria-hidden title={hint || undefined} sx={look}>
      {name}
    </Box>
  );
}
