import { lazy } from 'react';

const list = lazy(async () => ({ default: (await import('./AllComplaints')).AllComplaints }));
const show = lazy(async () => ({ default: (await import('./ComplaintShow')).ComplaintShow }));

/** Complaints: lists, the case, and the verbs on it. */
export const complaints = { name: 'complaints', list, show };
