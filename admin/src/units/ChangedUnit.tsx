import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Diff } from '../patterns/Diff';
import type { UnitDetail } from './units.graphql';

/** What somebody else has changed since the dialog was opened; the next try is made on it. */
export const ChangedUnit = ({ unit }: { unit: UnitDetail }) => {
  const translate = useTranslate();
  const [seen] = useState(unit);
  const fields: [label: string, valueOf: (unit: UnitDetail) => string][] = [
    ['units.name', ({ name }) => name],
    ['units.code', ({ code }) => code],
    ['units.place', ({ pathNames }) => pathNames.join(' › ')],
    ['units.state', ({ isActive }) => translate(isActive ? 'units.open' : 'units.closed')],
  ];
  const changes = fields
    .map(([label, valueOf]) => ({ field: translate(label), before: valueOf(seen), after: valueOf(unit) }))
    .filter(({ before, after }) => before !== after);
  if (seen.version === unit.version || changes.length === 0) return null;
  return (
    <section aria-label={translate('units.changed')}>
      <h3>{translate('units.changed')}</h3>
      <Diff changes={changes} />
    </section>
  );
};
