import { instantOf } from '../layout/bankDay';
import type { RegisterValues } from './values';

/** A message key with its arguments. */
export interface Problem {
  key: string;
  count?: number;
}

/** What is wrong with the values, by field; the server checks the rest. */
export type Problems = Partial<Record<keyof RegisterValues, Problem>>;

const mobileDigits = 11;
const landline = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/;
const amount = /^\d{1,12}(\.\d{1,2})?$/;

/** Wrong and right in one sentence: how many digits are missing. */
export function phoneProblem(text: string): Problem | undefined {
  const phone = text.replaceAll(/\s/g, '');
  if (!phone || landline.test(phone) || /^1\d{10}$/.test(phone)) return undefined;
  if (!/^1\d+$/.test(phone)) return { key: 'register.phoneWrong' };
  const missing = mobileDigits - phone.length;
  return missing > 0 ? { key: 'register.phoneShort', count: missing } : { key: 'register.phoneLong', count: -missing };
}

/** Every problem of the form at once. */
export function check(values: RegisterValues, now: number): Problems {
  const bareAmount = values.amountInvolved.replaceAll(/[,，\s¥]/g, '');
  const received = instantOf(values.receivedAt);
  const wrong: [keyof RegisterValues, Problem | undefined | false][] = [
    ['receivedAt', received !== undefined && new Date(received).getTime() > now && { key: 'register.future' }],
    ['content', !values.content.trim() && { key: 'register.contentEmpty' }],
    ['amountInvolved', bareAmount !== '' && !amount.test(bareAmount) && { key: 'register.amountWrong' }],
    ['name', !values.anonymous && !values.name.trim() && { key: 'register.nameEmpty' }],
    ['phone', phoneProblem(values.phone)],
    [
      'representativeName',
      values.isRepresented && !values.representativeName.trim() && { key: 'ra.validation.required' },
    ],
    ['representativePhone', values.isRepresented && phoneProblem(values.representativePhone)],
    ['jointCount', values.isJoint && !(Number(values.jointCount) >= 2) && { key: 'register.jointWrong' }],
  ];
  return Object.fromEntries(wrong.filter(([, problem]) => problem)) as Problems;
}
