import { ref } from '@mikro-orm/core';
import { create, type Context } from '../../kernel/context.js';
import type { Complaint } from '../complaint/complaint.js';
import type { Contact } from '../contact.js';
import { newTrackingCode, surveyDigest } from '../tracking/tracking-code.js';
import { Survey } from './survey.js';

/** Asks the customer how satisfied they are with a reply: one survey for each, by a token that nobody can guess (D1-五.3(2)). */
export function openSurvey(ctx: Context, complaint: Complaint, contact: Contact): Survey {
  const { cipher } = ctx.app;
  const token = newTrackingCode();
  return create(ctx, Survey, {
    complaint: ref(complaint),
    contact: ref(contact),
    tokenDigest: surveyDigest(cipher, token)!,
    sealedToken: cipher.encrypt(token),
  });
}
