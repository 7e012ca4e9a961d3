import { commandersOf } from './bank-groups.js';
import { minutesAfter } from './bank-time.js';
import type { DemoChannel, DemoComplaint, DemoStep } from './demo-types.js';
import { acknowledgement, calls } from './phrases.js';
import type { Random } from './random.js';
import { channelApp, registerAnew } from './register.js';
import { story } from './stories.js';

type Unnumbered = Omit<DemoComplaint, 'ordinal'>;

interface Moment {
  story: string;
  minutesAgo: number;
  orgUnitCode: string;
  channel: DemoChannel;
  registeredBy?: string;
  steps?: (random: Random) => DemoStep[];
}

const signedFor =
  (by: string, afterMinutes: number) =>
  (random: Random): DemoStep[] => [
    {
      action: 'acknowledgeEscalation',
      afterMinutes,
      by,
      trigger: 'SOCIAL_IMPACT',
      note: random.pick(acknowledgement),
    },
  ];

const raisedByHand =
  (by: string, afterMinutes: number) =>
  (random: Random): DemoStep[] => [
    { action: 'raiseEscalation', afterMinutes, by, level: 'E2', reason: random.pick(calls) },
  ];

// The last day as somebody finds it who opens the console now: six open escalations, one of them signed for, and
// first answers that fall due in the next minutes and hours.
const moments: readonly Moment[] = [
  { story: 'elder-fraud', minutesAgo: 2, orgUnitCode: '1112', channel: 'MOBILE_APP', registeredBy: channelApp },
  { story: 'media-fee', minutesAgo: 9, orgUnitCode: '1100', channel: 'MEDIA', registeredBy: 'office' },
  { story: 'unauthorised-transfer', minutesAgo: 38, orgUnitCode: '1100', channel: 'PHONE', registeredBy: 'intake' },
  {
    story: 'mass-pension',
    minutesAgo: 55,
    orgUnitCode: '1122',
    channel: 'PHONE',
    registeredBy: 'intake',
    steps: signedFor(commandersOf('1122')[0] as string, 6),
  },
  {
    story: 'app-login-loop',
    minutesAgo: 24 * 60 + 12,
    orgUnitCode: '1100',
    channel: 'MOBILE_APP',
    registeredBy: channelApp,
  },
  {
    story: 'mortgage-slow',
    minutesAgo: 190,
    orgUnitCode: '1120',
    channel: 'PHONE',
    registeredBy: 'intake',
    steps: raisedByHand('intake', 183),
  },
  {
    story: 'atm-swallow-card',
    minutesAgo: 24 * 60 - 7,
    orgUnitCode: '1131',
    channel: 'MOBILE_APP',
    registeredBy: channelApp,
  },
  {
    story: 'consumer-loan-rate',
    minutesAgo: 24 * 60 - 26,
    orgUnitCode: '1110',
    channel: 'PHONE',
    registeredBy: 'intake',
  },
  { story: 'pension-late', minutesAgo: 22 * 60 + 20, orgUnitCode: '2111', channel: 'ON_SITE', registeredBy: 'outlet' },
  { story: 'qr-pay-fail', minutesAgo: 21 * 60, orgUnitCode: '1100', channel: 'ONLINE', registeredBy: channelApp },
  { story: 'sms-fee', minutesAgo: 19 * 60 + 10, orgUnitCode: '1100', channel: 'MOBILE_APP', registeredBy: channelApp },
  { story: 'queue-jump-vip', minutesAgo: 5, orgUnitCode: '1121', channel: 'MOBILE_APP', registeredBy: channelApp },
  { story: 'account-frozen-control', minutesAgo: 14, orgUnitCode: '1100', channel: 'PHONE', registeredBy: 'intake' },
  { story: 'reading-glasses', minutesAgo: 27, orgUnitCode: '2111', channel: 'ON_SITE', registeredBy: 'outlet' },
];

/** The complaints whose hour is fixed relative to now. */
export function finalHours(now: Date, random: Random, used: Set<string>): Unnumbered[] {
  return moments.map(({ story: id, minutesAgo, steps, ...where }) => {
    const receivedAt = minutesAfter(now, -minutesAgo);
    const { complaint } = registerAnew({ story: story(id), receivedAt, ...where }, random, used);
    return { ...complaint, steps: steps?.(random) ?? [] };
  });
}

/** How many complaints have their hour fixed relative to now. */
export const finalHoursCount = moments.length;
