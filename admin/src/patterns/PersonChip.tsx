import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { radius, type, useTokens } from '../theme/tokens';

/** A person as shown: the name and where they work. */
export interface Person {
  name: string;
  unitName?: string | null;
}

interface PersonChipProps {
  /** Null is nobody yet. */
  person: Person | null;
  /** The viewer is 您. */
  isViewer?: boolean;
}

const compoundSurnames = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '端木',
];

/** The surname of a Chinese name, or the first letter of another. */
function surname(name: string): string {
  return compoundSurnames.find((compound) => name.startsWith(compound)) ?? name.slice(0, 1).toUpperCase();
}

/** Whose it is: a square with the surname, the name, the unit. */
export function PersonChip({ person, isViewer = false }: PersonChipProps) {
  const tokens = useTokens();
  const translate = useTranslate();
  if (!person) return <Unassigned label={translate('pattern.person.unassigned')} />;
  const caption = isViewer ? translate('pattern.person.you') : person.unitName;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '7px', minWidth: 0 }}>
      <Box
        component="span"
        aria-hidden
        sx={{
          ...square,
          background: isViewer ? tokens.primarySoft : tokens.sunken,
          color: isViewer ? tokens.primary : tokens.ink2,
        }}
      >
        {surname(person.name)}
      </Box>
      <Box component="span" sx={{ ...type.body, color: tokens.ink }}>
        {person.name}
        {caption && (
          <Box component="span" sx={{ ...type.caption, ml: '4px', color: tokens.ink3 }}>
            {caption}
          </Box>
        )}
      </Box>
    </Box>
  );
}

function Unassigned({ label }: { label: string }) {
  const tokens = useTokens();
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '7px' }}>
      <Box component="span" aria-hidden sx={{ ...square, border: `1px dashed ${tokens.edge}`, color: tokens.ink2 }}>
        ?
      </Box>
      <Box component="span" sx={{ ...type.body, fontWeight: 600, color: tokens.warn }}>
        {label}
      </Box>
    </Box>
  );
}

const square = {
  ...type.caption,
  display: 'inline-grid',
  placeItems: 'center',
  flex: 'none',
  width: 24,
  height: 24,
  borderRadius: `${radius.chip}px`,
  fontWeight: 600,
} as const;
