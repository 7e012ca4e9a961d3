import type { Staff } from '../../org/staff/staff.js';
import type { Complaint } from '../complaint/complaint.js';

/** Whether somebody takes no part (回避): complained of, or working under a person complained of. */
export const isRecused = ({ staffComplainedOfIds }: Complaint, { id, manager }: Staff): boolean =>
  staffComplainedOfIds.includes(id) || (manager !== null && staffComplainedOfIds.includes(manager.id));
