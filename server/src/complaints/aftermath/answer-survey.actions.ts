import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, record, type Context } from '../../kernel/context.js';
import { badInput, conflict } from '../../kernel/errors.js';
import { Staff } from '../../org/staff/staff.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import type { Complaint } from '../complaint/complaint.js';
import { speakerOf, spokenOf, type Speaker } from '../tracking/customer.js';
import { lookUp } from '../tracking/track-complaint.js';
import { surveyDigest } from '../tracking/tracking-code.js';
import type { AnswerSurveyInput } from './aftermath.input.js';
import { Survey } from './survey.js';

/**
 * The bank gets: the customer says once how satisfied they are, by the token of the message, by the tracking code, by
 * the app or on the telephone (D1-五.3(2)). The same try again has the same answer; another is `CONFLICT`.
 */
export async function answerSurvey(
  ctx: Context,
  id: string | null | undefined,
  input: AnswerSurveyInput,
): Promise<Survey> {
  const comment = checkAnswer(input);
  return answer(ctx, await askedOf(ctx, id, input), { ...input, comment });
}

/** Whose answer it is, and which survey their token opens. */
interface Asked extends Speaker {
  surveyId?: string;
}

const answer = command(
  async (ctx: Context, asked: Asked, input: AnswerSurveyInput & { comment: string | null }): Promise<Survey> => {
    const { complaint, isCustomer } = await spokenOf(ctx, asked);
    const survey = await surveyOf(ctx, complaint, asked);
    const { comment } = input;
    const requestDigest = ctx.app.cipher.digest('request', JSON.stringify(input));
    const idempotencyKey = input.idempotencyKey.trim();
    if (survey?.idempotencyKey === idempotencyKey) {
      if (survey.requestDigest !== requestDigest) throw conflict('error.keyReused');
      return survey;
    }
    if (!isCustomer) await requireVerb(ctx, complaint, 'answerSurvey');
    if (survey?.state !== 'OPEN') throw conflict(survey ? 'survey.answered' : 'survey.notOpen');
    survey.answer({ score: input.score, comment, at: ctx.clock.now() });
    survey.channel = channelOf(ctx, input, isCustomer);
    survey.recordedBy = ctx.viewer.kind === 'STAFF' ? ref(ctx.em.getReference(Staff, ctx.viewer.id!)) : null;
    Object.assign(survey, { idempotencyKey, requestDigest });
    record(ctx, 'complaint.surveyAnswered', complaint, {
      audience: 'complaints',
      objectId: survey.id,
      data: { score: input.score },
    });
    return survey;
  },
);

function checkAnswer(input: AnswerSurveyInput): string | null {
  const checks = new Checks();
  checks.number(input.score, 'score', { min: 1, max: 5 });
  const comment = checks.freeText(input.comment?.trim() || null, 'comment', { max: 1000 });
  checks.requiredText(input.idempotencyKey, 'idempotencyKey', { min: 8, max: 128 });
  checks.done();
  return comment;
}

/** By the token, else by the code or the sign-in. */
async function askedOf(
  ctx: Context,
  id: string | null | undefined,
  { token, trackingCode }: AnswerSurveyInput,
): Promise<Asked> {
  if (token == null) return speakerOf(ctx, { id, trackingCode });
  if (id != null || trackingCode != null) throw badInput({ token: 'field.oneOf' });
  const digest = surveyDigest(ctx.app.cipher, token);
  const found = await lookUp(ctx, async () =>
    digest === null ? null : ctx.app.orm.em.fork().findOne(Survey, { tokenDigest: digest }),
  );
  return { complaintId: found.complaint.id, surveyId: found.id, isCustomer: true };
}

/** The survey of the token, else the newest of the complaint. */
async function surveyOf({ em }: Context, complaint: Complaint, { surveyId }: Asked): Promise<Survey | null> {
  const where = surveyId ? { id: surveyId } : { complaint: complaint.id };
  const [survey = null] = await em.find(Survey, where, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: 1 });
  return survey;
}

function channelOf({ viewer }: Context, { channel }: AnswerSurveyInput, isCustomer: boolean): Survey['channel'] {
  if (isCustomer) return null;
  return channel ?? (viewer.kind === 'STAFF' ? 'PHONE' : null);
}
