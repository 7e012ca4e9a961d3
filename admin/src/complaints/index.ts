import { lazyPage } from '../layout/lazyPage';

const list = lazyPage(async () => (await import('./AllComplaints')).AllComplaints);
const show = lazyPage(async () => (await import('./ComplaintShow')).ComplaintShow);

/** Complaints: lists, the case, and the verbs on it. */
export const complaints = { name: 'complaints', list, show };
