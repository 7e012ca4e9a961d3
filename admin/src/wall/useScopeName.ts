import { useViewer } from '../provider/viewer';

/** The unit whose escalations the viewer sees: that of the managing role, else their own. */
export function useScopeName(): string | undefined {
  const viewer = useViewer();
  const managing =
    viewer?.roles.find(({ role }) => role === 'MANAGER') ?? viewer?.roles.find(({ role }) => role === 'DESK');
  return managing?.orgUnit.name ?? viewer?.staff?.orgUnit.name;
}
