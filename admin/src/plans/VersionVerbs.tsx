import { PublishDialog } from './PublishDialog';
import type { PlanVersion } from './plans.graphql';
import { ReasonDialog } from './ReasonDialog';
import { ReviseDialog } from './ReviseDialog';
import { SubmitDialog } from './SubmitDialog';

/** The verbs that a dialog asks about, by the mutation's name. */
export type VersionVerb =
  'draftPlanVersion' | 'submitPlanVersion' | 'returnPlanVersion' | 'publishPlanVersion' | 'retirePlanVersion';

/** What every dialog about a version is given. */
export interface VersionDialogProps {
  version: PlanVersion;
  /** The verb in the server's words. */
  label: string;
  onClose(): void;
}

/** The dialog of a verb. */
export const VersionVerbs = ({ verb, ...rest }: { version: PlanVersion; verb: VersionVerb; onClose(): void }) => {
  const { allowedActions, plan } = rest.version;
  const label = [...allowedActions, ...plan.allowedActions].find(({ code }) => code === verb)?.label ?? '';
  const props = { ...rest, label };
  switch (verb) {
    case 'draftPlanVersion':
      return <ReviseDialog {...props} />;
    case 'submitPlanVersion':
      return <SubmitDialog {...props} />;
    case 'publishPlanVersion':
      return <PublishDialog {...props} />;
    case 'returnPlanVersion':
    case 'retirePlanVersion':
      return <ReasonDialog {...props} verb={verb} />;
  }
};
