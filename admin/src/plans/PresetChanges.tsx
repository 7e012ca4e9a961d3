import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Card } from '../org/Card';
import { type, useTokens } from '../theme/tokens';
import type { Preset } from './adopt.graphql';
import { Clause } from './Clause';
import { PlainTable } from './PlainTable';

/** What a preset has and the default rules have not, each with the clauses that it follows. */
export const PresetChanges = ({ preset: { differences } }: { preset: Preset }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Card title={translate('adopt.changes', { count: differences.length })}>
      <PlainTable label={translate('adopt.says')}>
        <thead>
          <tr>
            <th scope="col">{translate('adopt.subject')}</th>
            <th scope="col">{translate('adopt.says')}</th>
            <th scope="col">{translate('adopt.clauses')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ label, value, clauses, isOwn }) => (
            <tr key={`${label} ${value} ${clauses.join()}`}>
              <Box component="th" scope="row" sx={{ minWidth: 120, maxWidth: 260 }}>
                {label}
              </Box>
              <Box component="td" sx={{ minWidth: 180 }}>
                {value}
                {isOwn ? (
                  <Box component="p" sx={{ color: tokens.ink2, ...type.caption }}>
                    {translate('adopt.isOwn')}
                  </Box>
                ) : null}
              </Box>
              <td>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                  {clauses.map((id) => (
                    <Clause key={id} id={id} />
                  ))}
                </Box>
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </Card>
  );
};
