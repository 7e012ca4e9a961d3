import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { radius, type, useTokens } from '../theme/tokens';
import { visuallyHidden } from './visuallyHidden';

/** One changed field; null stands for nothing. */
export interface Change {
  /** Tells changes apart whose fields have the same name. */
  id?: string;
  field: string;
  before: string | null;
  after: string | null;
}

/** What changed: the field, the old struck out, the new with a plus on green. */
export function Diff({ changes }: { changes: readonly Change[] }) {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component="table"
      sx={{
        ...type.meta,
        borderCollapse: 'separate',
        borderSpacing: 0,
        border: `1px solid ${tokens.line}`,
        borderRadius: `${radius.control}px`,
        width: '100%',
        maxWidth: 640,
        '& td': { whiteSpace: 'pre-line' },
        '& td, & th': { textAlign: 'start', verticalAlign: 'top', px: '12px', py: '5px', fontWeight: 400 },
        '& tbody tr + tr > *': { borderTop: `1px solid ${tokens.line}` },
      }}
    >
      <Box component="thead" sx={visuallyHidden}>
        <tr>
          <th scope="col">{translate('pattern.diff.field')}</th>
          <th scope="col">{translate('pattern.diff.before')}</th>
          <th scope="col">{translate('pattern.diff.after')}</th>
        </tr>
      </Box>
      <tbody>
        {changes.map((change) => (
          <DiffRow key={change.id ?? change.field} change={change} />
        ))}
      </tbody>
    </Box>
  );
}

function DiffRow({ change: { field, before, after } }: { change: Change }) {
  const tokens = useTokens();
  return (
    <tr>
      <Box component="th" scope="row" sx={{ color: tokens.ink2, width: '26%' }}>
        {field}
      </Box>
      <td>
        {before === null ? (
          <Nothing />
        ) : (
          <Box component="del" sx={{ color: tokens.ink2 }}>
            {before}
          </Box>
        )}
      </td>
      <td>
        {after === null ? (
          <Nothing />
        ) : (
          <Box
            component="ins"
            sx={{
              px: '7px',
              borderRadius: `${radius.chip}px`,
              background: tokens.metSoft,
              color: tokens.met,
              fontWeight: 600,
              textDecoration: 'none',
            }}
          >
            + {after}
          </Box>
        )}
      </td>
    </tr>
  );
}

function Nothing() {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ color: tokens.ink3 }}>
      {translate('pattern.diff.none')}
    </Box>
  );
}
