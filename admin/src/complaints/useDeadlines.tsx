import { useState } from 'react';
import type { ComplaintCase } from './complaints.graphql';
import { DeadlineDialog } from './DeadlineDialog';

/** Explains one of a case's clocks when asked to: `explanation` stands on the page beside them. */
export function useDeadlines(clocks: ComplaintCase['clocks']) {
  const [explainedId, explain] = useState<string>();
  const explained = clocks.find(({ id }) => id === explainedId);
  const explanation = explained ? <DeadlineDialog clock={explained} onClose={() => explain(undefined)} /> : null;
  return { explain, explanation };
}
