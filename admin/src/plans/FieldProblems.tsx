import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type, useTokens } from '../theme/tokens';
import type { PlanVersion } from './plans.graphql';
import { usePlace } from './usePlace';

interface FieldProblemsProps {
  version: PlanVersion;
  /** By path, as the API names fields. */
  fields: Readonly<Record<string, string>>;
}

/** What of a version does not hold, place by place, and the way to mend it. */
export const FieldProblems = ({ version, fields }: FieldProblemsProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const placeOf = usePlace(version.policy);
  const problems = Object.entries(fields);
  if (problems.length === 0) return null;
  const mayEdit = version.allowedActions.some(({ code }) => code === 'updatePlanVersion');
  return (
    <Box role="group" aria-label={translate('plans.problems')} sx={{ color: tokens.breach, ...type.meta }}>
      <Box component="ul" sx={{ pl: 4 }}>
        {problems.map(([path, message]) => (
          <li key={path}>{translate('plans.problemAt', { place: placeOf(path), message })}</li>
        ))}
      </Box>
      {mayEdit ? <Link to={`/plans/${version.id}/edit`}>{translate('plans.mend')}</Link> : null}
    </Box>
  );
};
