import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { themes, type, useTokens } from '../theme/tokens';

const { primary, warn, breach } = themes.dark;

const stations = [
  { name: 'register', at: 0, mark: 'ring' },
  { name: 'accept', at: 22, mark: 'ring' },
  { name: 'progress', at: 40, mark: 'ring' },
  { name: 'now', at: 60, mark: 'dot' },
  { name: 'warn', at: 75, mark: 'tick', colour: warn },
  { name: 'due', at: 100, mark: 'end', colour: breach },
] as const;

/** The life of a complaint as a deadline rail; the panel it stands on is dark in both themes. */
export const LifeRail = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component="ol"
      aria-label={translate('signIn.life')}
      sx={{ position: 'relative', height: 96, maxWidth: 596, mr: 12, listStyle: 'none' }}
    >
      <Box
        aria-hidden="true"
        sx={{
          position: 'absolute',
          top: 41,
          left: 0,
          right: 0,
          height: 6,
          borderRadius: '3px',
          backgroundColor: tokens.navActive,
        }}
      />
      <Box
        aria-hidden="true"
        sx={{
          position: 'absolute',
          top: 41,
          left: 0,
          width: '60%',
          height: 6,
          borderRadius: '3px',
          backgroundColor: primary,
        }}
      />
      {stations.map((station) => (
        <Station key={station.name} {...station} />
      ))}
    </Box>
  );
};

type StationProps = (typeof stations)[number] & { colour?: string };

const Station = ({ name, at, mark, colour }: StationProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const isFirst = at === 0;
  return (
    <Box component="li" sx={{ position: 'absolute', left: `${at}%`, top: 0, height: '100%', width: 0 }}>
      <Label isFirst={isFirst} sx={{ top: 0, ...type.section, color: colour ?? tokens.onSolid }}>
        {translate(`signIn.${name}`)}
      </Label>
      <Box aria-hidden="true" sx={markStyle(mark, colour, tokens)} />
      <Label isFirst={isFirst} sx={{ top: 74, ...type.meta, color: tokens.navInk }}>
        {translate(`signIn.${name}Note`)}
      </Label>
    </Box>
  );
};

const Label = ({ isFirst, sx, children }: { isFirst: boolean; sx: object; children: string }) => (
  <Box
    component="span"
    sx={{
      position: 'absolute',
      whiteSpace: 'nowrap',
      left: 0,
      transform: isFirst ? 'none' : 'translateX(-50%)',
      ...sx,
    }}
  >
    {children}
  </Box>
);

function markStyle(mark: StationProps['mark'], colour: string | undefined, tokens: ReturnType<typeof useTokens>) {
  const base = { position: 'absolute', transform: 'translate(-50%, -50%)', top: 44, left: 0 } as const;
  if (mark === 'tick') return { ...base, width: 3, height: 24, backgroundColor: colour };
  if (mark === 'end') return { ...base, width: 4, height: 32, backgroundColor: colour };
  const isDot = mark === 'dot';
  return {
    ...base,
    left: isDot ? 0 : 8,
    width: isDot ? 22 : 19,
    height: isDot ? 22 : 19,
    borderRadius: '50%',
    border: isDot ? 0 : `4px solid ${primary}`,
    backgroundColor: isDot ? tokens.onSolid : tokens.nav,
  };
}
