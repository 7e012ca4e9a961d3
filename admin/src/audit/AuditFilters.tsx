import { Box, Button, Paper } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { AuditFilter } from '../gql/graphql';
import { ChooseMany } from '../layout/ChooseMany';
import { DayField } from '../layout/DayField';
import { LabelledField } from '../layout/LabelledField';
import { PickRecord } from '../org/PickRecord';
import { request } from '../provider/client';
import { AuditKindsDocument } from './audit.graphql';

interface AuditFiltersProps {
  filter: AuditFilter;
  /** Null empties all. */
  change(part: Partial<AuditFilter> | null): void;
}

/** By time, person, kind, object and unit; each takes effect at once. */
export const AuditFilters = ({ filter, change }: AuditFiltersProps) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { data: kinds = [] } = useQuery({
    queryKey: ['auditKinds', locale],
    queryFn: async ({ signal }) => (await request(AuditKindsDocument, {}, signal)).auditKinds,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [object, setObject] = useState(filter.object ?? '');
  const search = () => change({ object: object.trim() });
  return (
    <Paper
      component="section"
      aria-label={translate('audit.filters')}
      sx={{
        p: 4,
        display: 'grid',
        gap: 3,
        gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))',
        alignItems: 'end',
      }}
    >
      <DayField
        label={translate('audit.from')}
        value={filter.occurredFrom ?? undefined}
        onChange={(occurredFrom) => change({ occurredFrom })}
      />
      <DayField
        label={translate('audit.to')}
        value={filter.occurredTo ?? undefined}
        isEnd
        onChange={(occurredTo) => change({ occurredTo })}
      />
      <PickRecord
        resource="staffMembers"
        label={translate('audit.actor')}
        value={filter.actorId ?? undefined}
        onChange={(actorId) => change({ actorId })}
      />
      <ChooseMany
        label={translate('audit.kind')}
        values={kinds.map(({ code }) => code)}
        chosen={kinds.length > 0 ? (filter.kind ?? []) : []}
        onChange={(kind) => change({ kind })}
        nameOf={(code) => kinds.find((kind) => kind.code === code)?.text ?? code}
      />
      <LabelledField
        label={translate('audit.object')}
        type="search"
        value={object}
        placeholder="TS-2026-000123"
        onChange={({ target }) => setObject(target.value)}
        onBlur={search}
        onKeyDown={({ key }) => key === 'Enter' && search()}
      />
      <PickRecord
        resource="orgUnits"
        label={translate('audit.unit')}
        value={filter.orgUnitId ?? undefined}
        onChange={(orgUnitId) => change({ orgUnitId })}
      />
      <Box>
        <Button
          onClick={() => {
            setObject('');
            change(null);
          }}
        >
          {translate('audit.clear')}
        </Button>
      </Box>
    </Paper>
  );
};
