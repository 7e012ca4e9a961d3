import { lazy } from 'react';

const list = lazy(async () => ({ default: (await import('./EscalationList')).EscalationList }));

/** Escalations: who must act, and by when. */
export const escalations = { name: 'escalations', list };
