import type { Context } from '../../kernel/context.js';
import type { Complaint } from '../complaint/complaint.js';
import { Resolution } from './resolution.js';

/** The version of its resolution that counts; null before there is any. */
export const currentResolution = ({ em }: Context, { resolutionId }: Complaint): Promise<Resolution | null> =>
  resolutionId === null ? Promise.resolve(null) : em.findOne(Resolution, resolutionId);
