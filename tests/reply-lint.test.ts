import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  isPlaceholder,
  lintReply,
  replyChannels,
  type AnsweredComplaint,
  type ReplyParts,
} from '../server/src/complaints/reply/reply-lint.js';
import { composeReply } from '../server/src/complaints/reply/reply-text.js';
import { channels } from './harness/bank.js';

const complaint: AnsweredComplaint = { level: 'GENERAL', channel: 'PHONE', customerDemand: '退回手续费并道歉' };
const full: ReplyParts = {
  findings: '经核查，8 月 3 日的账户管理费系重复收取，共计 36 元。',
  basis: '《本行服务收费管理办法》第十二条',
  reasons: '该账户属于免收账户管理费的类型，系统参数设置有误。',
  remedies: ['REVIEW', 'MEDIATION', 'LITIGATION'],
  answerToDemand: '已于当日退回 36 元，并由网点负责人致歉。',
};
const wrongIn = (more: ReplyParts, about: Partial<AnsweredComplaint> = {}) =>
  Object.keys(lintReply({ ...full, ...more }, { ...complaint, ...about })).toSorted();

test('a reply with every part is let through, and what it says reaches the customer with the right to appeal', () => {
  expect(lintReply(full, complaint)).toEqual({});
  const text = composeReply(full, { reference: 'TS-2026-000001', appealWindowDays: 30 });
  for (const said of [full.findings!, full.basis!, full.reasons!, full.answerToDemand!, 'TS-2026-000001', '30 日内'])
    expect(text).toContain(said);
  expect(text).toContain('申请核查、向金融纠纷调解组织申请调解、向人民法院提起诉讼');
});

test('every part that is missing is named at once', () => {
  const nothing = { findings: null, basis: ' ', reasons: null, remedies: [], answerToDemand: null };
  expect(wrongIn(nothing)).toEqual(['answerToDemand', 'basis', 'findings', 'reasons', 'remedies']);
  expect(wrongIn({ remedies: ['LITIGATION'] })).toEqual(['remedies']);
});

test('what was asked for is answered where something was asked for', () => {
  expect(wrongIn({ answerToDemand: null })).toEqual(['answerToDemand']);
  expect(wrongIn({ answerToDemand: null }, { customerDemand: null })).toEqual([]);
  expect(wrongIn({ answerToDemand: null }, { customerDemand: '  ' })).toEqual([]);
});

test('a suggestion needs what the bank makes of it, and no basis, reasons or remedies', () => {
  const about = { level: 'SUGGESTION', customerDemand: null } as const;
  expect(lintReply({ findings: '感谢您的建议，我们将在大厅增设座椅。' }, { ...complaint, ...about })).toEqual({});
  expect(Object.keys(lintReply({}, { ...complaint, ...about }))).toEqual(['findings']);
});

test('the channel is the one that the customer chose; what somebody else brought may go by any', () => {
  expect(wrongIn({ channel: 'EMAIL' })).toEqual(['channel']);
  expect(wrongIn({ channel: 'PHONE' }, { channel: 'REGULATOR' })).toEqual([]);
  expect(wrongIn({ channel: 'MOBILE_APP' }, { channel: 'ONLINE' })).toEqual([]);
  for (const channel of channels) expect(replyChannels(channel as 'PHONE').length).toBeGreaterThan(0);
});

test.each([
  '经核查，{情况}属实，特此说明。',
  '经核查，____属实，特此说明。',
  '经核查，XX 分行收费有误。',
  '同上。',
  '待补充',
  '。。。。。。。。。。。。',
])('what only holds the place of an answer is refused: %s', (findings) =>
  expect(wrongIn({ findings })).toEqual(['findings']),
);

test('a masked number is no blank', () => {
  expect(isPlaceholder('已致电尾号 138****2071 的客户说明情况。')).toBe(false);
});

test('a reason that only repeats what was found is refused', () => {
  expect(wrongIn({ reasons: ` ${full.findings!}` })).toEqual(['reasons']);
});

test('a password, or a card with its CVV, never goes into a reply', () => {
  expect(wrongIn({ findings: '经核查客户密码是 a1b2c3，已重置。' })).toEqual(['findings']);
});

const sentence = fc
  .string({ unit: fc.constantFrom(...'经核查客户反映情况属实本行已退款并致歉特此告知'), minLength: 12, maxLength: 60 })
  .filter((text) => !isPlaceholder(text));
const parts = fc.record({
  findings: sentence,
  basis: sentence,
  reasons: sentence,
  answerToDemand: sentence,
  remedies: fc
    .subarray(['MEDIATION', 'ARBITRATION', 'LITIGATION'] as const)
    .map((more) => ['REVIEW' as const, ...more]),
  channel: fc.constantFrom(...replyChannels('ON_SITE')),
});
const anyComplaint = fc.record({
  level: fc.constantFrom('GENERAL' as const, 'MAJOR' as const, 'URGENT' as const),
  channel: fc.constant('ON_SITE' as const),
  customerDemand: fc.constant('退回手续费'),
});

test('whole replies pass; taking away any one part is noticed, and named alone', () => {
  fc.assert(
    fc.property(
      parts,
      anyComplaint,
      fc.constantFrom('findings', 'basis', 'reasons', 'answerToDemand', 'remedies'),
      (reply, about, gone) => {
        fc.pre(new Set([reply.findings, reply.basis, reply.reasons, reply.answerToDemand]).size === 4);
        expect(lintReply(reply, about)).toEqual({});
        expect(Object.keys(lintReply({ ...reply, [gone]: null }, about))).toEqual([gone]);
      },
    ),
  );
});

test('whatever is sent, the answer is a list of known fields, and what passes is said to the customer in full', () => {
  const junk = fc.oneof(sentence, fc.string({ unit: 'binary', maxLength: 2200 }), fc.constant(null));
  const anyReply = fc.record({ findings: junk, basis: junk, reasons: junk, answerToDemand: junk, text: junk });
  fc.assert(
    fc.property(anyReply, anyComplaint, (reply, about) => {
      const whole: ReplyParts = { ...reply, remedies: ['REVIEW'] };
      const problems = Object.keys(lintReply(whole, about));
      for (const path of problems) expect(Object.keys(reply)).toContain(path);
      if (problems.length) return;
      const text = composeReply(whole, { reference: 'TS-2026-000001', appealWindowDays: 30 });
      const said = Object.values(reply).flatMap((part) => part?.trim() || []);
      expect(said.filter((part) => !text.includes(part))).toEqual([]);
    }),
  );
});
