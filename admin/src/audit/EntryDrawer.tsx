import { Box, Button, Drawer } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { bankMinute } from '../layout/bankDay';
import { Diff } from '../patterns/Diff';
import { secondsText } from '../patterns/time';
import { type, useTokens } from '../theme/tokens';
import type { Entry } from './audit.graphql';
import { useActorName } from './useActorName';

/** The moment of an entry to the second, as `2026-11-23 10:00:00`. */
export const momentOf = (at: string): string => `${bankMinute(at).replace('T', ' ')}:${secondsText(at)}`;

/** One entry with everything that was noted. */
export const EntryDrawer = ({ entry, onClose }: { entry: Entry | undefined; onClose(): void }) => {
  const translate = useTranslate();
  return (
    <Drawer
      anchor="right"
      open={entry !== undefined}
      onClose={onClose}
      slotProps={{
        paper: {
          sx: { width: 'min(480px, 100vw)' },
          role: 'dialog',
          'aria-label': entry ? translate('audit.entry', { seq: entry.seq }) : undefined,
        },
      }}
    >
      {entry ? <EntryFacts entry={entry} onClose={onClose} /> : null}
    </Drawer>
  );
};

const EntryFacts = ({ entry, onClose }: { entry: Entry; onClose(): void }) => {
  const translate = useTranslate();
  const actorName = useActorName();
  const { subject, details } = entry;
  const noted = new Map(details.map(({ name, value }) => [name, value ?? null]));
  const [before, after] = [noted.get('from') ?? null, noted.get('to') ?? null];
  const hasChange = noted.has('from') || noted.has('to');
  const others = details.filter(({ name }) => name !== 'from' && name !== 'to');
  return (
    <Box sx={{ display: 'grid', gap: 4, p: 5 }}>
      <Box component="h2" sx={type.listTitle}>
        {entry.kind.text}
      </Box>
      <FactList
        facts={[
          [translate('audit.time'), momentOf(entry.at)],
          [translate('audit.actor'), actorName(entry)],
          [translate('audit.about'), `${subject.name ?? ''} ${subject.type} ${subject.id}`.trim()],
          [translate('audit.place'), entry.orgUnitName ?? translate('jiesu.none')],
          [translate('audit.seq'), entry.isDrill ? `${entry.seq} · ${translate('audit.drill')}` : entry.seq],
        ]}
      />
      {hasChange ? (
        <Part title={translate('audit.changes')}>
          <Diff changes={[{ field: subject.name ?? subject.type, before, after }]} />
        </Part>
      ) : null}
      <Part title={translate('audit.details')}>
        {others.length > 0 ? (
          <FactList facts={others.map(({ name, value }) => [name, value ?? translate('jiesu.none')])} />
        ) : (
          <p>{translate('audit.noDetails')}</p>
        )}
      </Part>
      <FactList
        facts={[
          [translate('audit.previousHash'), entry.previousHash],
          [translate('audit.hash'), entry.hash],
        ]}
      />
      <Box sx={{ display: 'flex', gap: 2 }}>
        {subject.type === 'Complaint' && subject.name ? (
          <Button component={Link} to={`/complaints/${subject.id}/show`}>
            {translate('audit.openObject')}
          </Button>
        ) : null}
        <Button onClick={onClose}>{translate('audit.close')}</Button>
      </Box>
    </Box>
  );
};

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Box component="section" aria-label={title} sx={{ display: 'grid', gap: 2 }}>
    <Box component="h3" sx={type.section}>
      {title}
    </Box>
    {children}
  </Box>
);

const FactList = ({ facts }: { facts: readonly (readonly [name: string, value: string])[] }) => {
  const tokens = useTokens();
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '120px minmax(0, 1fr)', gap: '6px 16px', m: 0 }}>
      {facts.map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: tokens.ink2, ...type.meta }}>
            {name}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', ...type.meta }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
};
