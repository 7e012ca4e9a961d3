import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../../theme/tokens';
import { Statements, useRegulations } from '../Regulations';
import { Tick } from './cells';
import type { FieldsProps } from './EditForm';

/** 监管时限: which regulations run beside the plan's limits, with what they say. */
export const RegulationsFields = ({ editor: { draft, set, problemAt } }: FieldsProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { regulations } = draft;
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('edit.regulationsNote')}
      </Box>
      {useRegulations().map((regulation) => {
        const isChosen = regulations.includes(regulation.code);
        return (
          <div key={regulation.code}>
            <Tick
              label={regulation.name}
              isChosen={isChosen}
              onChange={(now) =>
                set(
                  'regulations',
                  now ? [...regulations, regulation.code] : regulations.filter((each) => each !== regulation.code),
                )
              }
            />
            {isChosen ? <Statements regulation={regulation} /> : null}
            {problemAt(`policy.regulations.${regulations.indexOf(regulation.code)}`)}
          </div>
        );
      })}
    </Box>
  );
};
