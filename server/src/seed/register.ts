import { deskLeaderOf } from './bank-groups.js';
import { demoBranchCode, holderOf, staffIn } from './bank-staff.js';
import { demoPath, demoUnit, demoUnits, isWithin } from './bank-units.js';
import { intakeOf } from './bank.js';
import { midnight, minutesAfter, sayDay, sayHour } from './bank-time.js';
import type { DemoChannel, DemoComplaint, DemoComplaintInput, DemoUnit } from './demo-types.js';
import { inventComplainant } from './people.js';
import type { Random } from './random.js';
import { tell, type Story, type StorySlots } from './story.js';

/** The registrant that stands for the demo API key. */
export const channelApp = 'channel-app';

/** A complaint before it has a number and a sequel, with what the sequel needs to know. */
export interface Registration {
  complaint: Omit<DemoComplaint, 'ordinal' | 'steps'>;
  story: Story;
  slots: StorySlots;
  handler: string;
}

/** What is fixed about a registration beforehand; the rest is left to chance. */
export interface Wish {
  story: Story;
  receivedAt: Date;
  branchCode?: string;
  orgUnitCode?: string;
  channel?: DemoChannel;
  registeredBy?: string;
}

const otherBranches = demoUnits.filter(({ kind, code }) => kind === 'BRANCH' && code !== demoBranchCode);
const unitsOf = (branchCode: string, kind: DemoUnit['kind']) =>
  demoUnits.filter((unit) => unit.kind === kind && isWithin(unit.code, branchCode));

const branchOf = (code: string) => demoPath(code).find(({ kind }) => kind === 'BRANCH')?.code ?? demoBranchCode;

function placeOf(wish: Wish, random: Random): { orgUnitCode: string; outlet: DemoUnit } {
  const anyBranch = random.chance(0.64) ? demoBranchCode : random.pick(otherBranches).code;
  const branchCode = wish.branchCode ?? anyBranch;
  const kind = wish.story.at ?? 'OUTLET';
  const orgUnitCode = wish.orgUnitCode ?? random.pick(unitsOf(branchCode, kind)).code;
  const unit = demoUnit(orgUnitCode);
  return { orgUnitCode, outlet: unit.kind === 'BRANCH' ? random.pick(unitsOf(orgUnitCode, 'OUTLET')) : unit };
}

function registrantOf(orgUnitCode: string, channel: DemoChannel, random: Random): string {
  const branchCode = branchOf(orgUnitCode);
  const isOnline = channel === 'MOBILE_APP' || channel === 'ONLINE';
  if (branchCode === demoBranchCode && isOnline) return channelApp;
  if (channel === 'MEDIA') return deskLeaderOf(orgUnitCode);
  const { kind } = demoUnit(orgUnitCode);
  if (channel === 'ON_SITE' && kind === 'OUTLET') {
    return holderOf(orgUnitCode, random.chance(0.4) ? 'OUTLET_MANAGER' : 'RELATIONSHIP_MANAGER').username;
  }
  return random.chance(0.75) ? (intakeOf(branchCode)[0] as string) : random.pick(intakeOf(branchCode));
}

function amountOf({ amount }: Story, random: Random): number | undefined {
  if (!amount) return undefined;
  const exact = random.between(...amount);
  const grain = exact >= 10_000 ? 100 : exact >= 1000 ? 50 : 1;
  return Math.max(grain, Math.round(exact / grain) * grain);
}

const sayAmount = (yuan: number) => (yuan % 10_000 === 0 ? `${yuan / 10_000}万元` : `${yuan}元`);

function occurredBefore(story: Story, toldAt: Date, few: number, random: Random): Date {
  const text = story.headline + story.body;
  if (isGrave(story)) return minutesAfter(toldAt, -random.between(15, 150));
  const passed = text.includes('{few}周') ? few * 7 : /\{few\}(天|个工作日)/.test(text) ? few + 2 : 0;
  const daysAgo = passed + random.between(0, 4);
  if (daysAgo === 0) return minutesAfter(toldAt, -random.between(25, 160));
  return minutesAfter(midnight(toldAt, daysAgo), random.between(9 * 60, 16 * 60 + 30));
}

function inputOf(wish: Wish, slots: StorySlots, channel: DemoChannel, random: Random): DemoComplaintInput {
  const { story, receivedAt } = wish;
  const isFromApp = channel === 'MOBILE_APP' && !wish.registeredBy;
  const isClassified = isGrave(story) || !isFromApp || random.chance(0.6);
  const demand = story.demand && random.chance(0.92) ? tell(story.demand, slots, random) : undefined;
  return {
    idempotencyKey: '',
    channel,
    content: `${tell(story.headline, slots, random)}\n${tell(story.body, slots, random)}`,
    ...(demand && { customerDemand: demand }),
    complainant: inventComplainant(random, channel),
    receivedAt,
    ...(isClassified && { categoryCode: story.category, subject: story.subject }),
    ...(isClassified && story.product && { productCode: story.product }),
    ...((story.level || !isFromApp) && { level: story.level ?? 'GENERAL' }),
    ...(story.riskFlags && { riskFlags: [...story.riskFlags] }),
  };
}

const isGrave = ({ level }: Story) => level === 'MAJOR' || level === 'URGENT';

/** Makes complaints up until one has words that were not yet used, and notes them in `used`. */
export function registerAnew(wish: Wish, random: Random, used: Set<string>): Registration {
  const registration = register(wish, random);
  if (used.has(registration.complaint.input.content)) return registerAnew(wish, random, used);
  used.add(registration.complaint.input.content);
  return registration;
}

/** Makes up one complaint: where, by whom, through which channel, in which words. */
function register(wish: Wish, random: Random): Registration {
  const { story, receivedAt } = wish;
  const channel = wish.channel ?? random.pick(story.channels);
  const { orgUnitCode, outlet } = placeOf(wish, random);
  const few = random.between(2, 5);
  const postedAt = channel === 'LETTER' ? minutesAfter(receivedAt, -random.between(2, 5) * 24 * 60) : undefined;
  const occurredAt = occurredBefore(story, postedAt ?? receivedAt, few, random);
  const amount = amountOf(story, random);
  const slots: StorySlots = {
    unit: outlet.name,
    day: sayDay(occurredAt),
    hour: sayHour(occurredAt),
    amount: sayAmount(amount ?? 0),
    tail: String(random.between(1000, 9999)),
    few: '零一两三四五'[few] as string,
    turn: String(random.between(0, 1)),
    wait: String(random.between(7, 18) * 5),
  };
  const registeredBy = wish.registeredBy ?? registrantOf(orgUnitCode, channel, random);
  const handler = registeredBy === channelApp ? random.pick(intakeOf(branchOf(orgUnitCode))) : registeredBy;
  const tellers = story.blamesStaff && random.chance(0.6) ? staffIn(outlet.code, 'TELLER') : [];
  const input: DemoComplaintInput = {
    ...inputOf(wish, slots, channel, random),
    ...(postedAt && { postedAt }),
    ...(random.chance(0.75) && { occurredAt }),
    ...(amount !== undefined && { amountInvolved: amount.toFixed(2) }),
    ...(channel === 'ON_SITE' && { place: `${outlet.name}营业大厅` }),
    ...(registeredBy === channelApp && { channelReference: `QD${receivedAt.getTime().toString(36).toUpperCase()}` }),
  };
  const staffComplainedOf = tellers.length > 0 ? [random.pick(tellers).username] : [];
  const complaint = { receivedAt, registeredAt: receivedAt, registeredBy, orgUnitCode, staffComplainedOf, input };
  return { complaint, story, slots, handler };
}
