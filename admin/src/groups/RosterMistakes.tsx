import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { radius, type, useTokens } from '../theme/tokens';

/** What is wrong with a list, by line and column, as the server names it. */
export const RosterMistakes = ({ fields }: { fields: Readonly<Record<string, string>> }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const mistakes = Object.entries(fields).toSorted(([a], [b]) => lineIn(a) - lineIn(b));
  const placeOf = (path: string): string | undefined => {
    const [, line, column] = /^content\.lines\.(\d+)(?:\.(\w+))?$/.exec(path) ?? [];
    const place = line && translate('groups.rosterLine', { line });
    if (place) return column ? `${place} · ${translate(`groups.rosterColumn.${column}`)}` : place;
    const [, username] = /^content\.missing\.(.+)$/.exec(path) ?? [];
    return username && translate('groups.rosterMissing', { username });
  };
  return (
    <Box
      role="alert"
      sx={{
        p: 3,
        borderRadius: `${radius.control}px`,
        backgroundColor: tokens.breachSoft,
        color: tokens.breach,
        ...type.meta,
      }}
    >
      <Box component="h3" sx={{ ...type.meta, fontWeight: 600 }}>
        {translate('groups.rosterWrong', { count: mistakes.length })}
      </Box>
      <Box
        component="ul"
        aria-label={translate('groups.rosterWrong', { count: mistakes.length })}
        tabIndex={0}
        sx={{ m: 0, pl: 4, maxHeight: 260, overflow: 'auto' }}
      >
        {mistakes.map(([path, words]) => (
          <li key={path}>{[placeOf(path), words].filter(Boolean).join(' · ')}</li>
        ))}
      </Box>
    </Box>
  );
};

/** The line of a path; what is about the whole list comes first, who is missing from it last. */
function lineIn(path: string): number {
  const [, line] = /^content\.lines\.(\d+)/.exec(path) ?? [];
  return line ? Number(line) : path === 'content' ? 0 : Number.MAX_SAFE_INTEGER;
}
