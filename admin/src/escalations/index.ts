import { lazyPage } from '../layout/lazyPage';

const list = lazyPage(async () => (await import('./EscalationList')).EscalationList);

/** Escalations: who must act, and by when. */
export const escalations = { name: 'escalations', list };
