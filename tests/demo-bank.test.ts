import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { triggerOf } from '../server/src/seed/aftermath.js';
import { outletsWithoutTeam } from '../server/src/seed/bank-groups.js';
import { isWithin } from '../server/src/seed/bank-units.js';
import { demoBank } from '../server/src/seed/bank.js';
import { complaintStream } from '../server/src/seed/complaint-stream.js';
import type { DemoComplaint } from '../server/src/seed/demo-types.js';
import { idCheckCharacter } from '../server/src/seed/people.js';
import { seriousStories, stories } from '../server/src/seed/stories.js';
import { codeListSeed } from '../server/src/work/code-list-seed.js';

const { units, staff, groups, grants, signIns, apiKey } = demoBank;
const codes = new Set(units.map(({ code }) => code));
const usernames = new Set(staff.map(({ username }) => username));
const someMoment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }).map((at) => new Date(at));
const hours = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 3_600_000;

describe('the demo bank', () => {
  test('has units of all six kinds, each with its own code and a parent that stands before it', () => {
    expect(units.length).toBeGreaterThanOrEqual(60);
    expect(codes.size).toBe(units.length);
    expect(new Set(units.map(({ kind }) => kind)).size).toBe(6);
    units.forEach(({ parent }, index) => {
      const above = units.findIndex(({ code }) => code === parent);
      expect(index === 0 ? parent === undefined : above >= 0 && above < index).toBe(true);
    });
  });

  test('employs at least 120 people in units that exist', () => {
    expect(staff.length).toBeGreaterThanOrEqual(120);
    expect(usernames.size).toBe(staff.length);
    expect(staff.filter(({ orgUnitCode }) => !codes.has(orgUnitCode))).toEqual([]);
    expect(new Set(staff.map(({ name }) => name)).size).toBe(staff.length);
  });

  test('has groups of all seven kinds, each with one leader and people who exist', () => {
    expect(new Set(groups.map(({ kind }) => kind)).size).toBe(7);
    for (const { key, members, orgUnitCode } of groups) {
      expect([key, members.filter(({ position }) => position === 'LEADER').length]).toEqual([key, 1]);
      expect(members.filter(({ username }) => !usernames.has(username))).toEqual([]);
      expect(new Set(members.map(({ username }) => username)).size).toBe(members.length);
      expect(codes.has(orgUnitCode)).toBe(true);
    }
    const superiors = groups.flatMap(({ parent }) => groups.filter(({ key }) => key === parent));
    expect(new Set(superiors.map(({ kind }) => kind))).toEqual(new Set(['LEADERSHIP_GROUP']));
    expect(superiors).toHaveLength(groups.filter(({ parent }) => parent).length);
  });

  test('leads the working group by a deputy of the leadership group and the head of customer service', () => {
    const working = groups.find(({ kind }) => kind === 'WORKING_GROUP');
    const leadership = groups.find(({ key }) => key === working?.parent);
    const inPosition = (position: string) => working?.members.find((member) => member.position === position)?.username;
    const chief = leadership?.members.find(({ username }) => username === inPosition('LEADER'));
    expect(chief?.position).toBe('DEPUTY');
    expect(staff.find(({ username }) => username === inPosition('DEPUTY'))).toMatchObject({
      post: 'DEPARTMENT_HEAD',
      orgUnitCode: '0000-KHFW',
    });
  });

  test('gives every outlet one handling team except the gaps left on purpose', () => {
    const outlets = units.filter(({ kind }) => kind === 'OUTLET').map(({ code }) => code);
    const teams = groups.filter(({ kind, orgUnitCode }) => kind === 'HANDLING_TEAM' && outlets.includes(orgUnitCode));
    expect(teams.map(({ orgUnitCode }) => orgUnitCode).sort()).toEqual(
      outlets.filter((code) => !outletsWithoutTeam.includes(code)).sort(),
    );
    expect(outletsWithoutTeam.length).toBeGreaterThan(0);
  });

  test('places the nine sign-ins where the tour expects them', () => {
    expect(signIns.map(({ username }) => username).sort()).toEqual(
      ['admin', 'auditor', 'handler', 'intake', 'leader', 'office', 'outlet', 'reviewer', 'trainer'].sort(),
    );
    const leads = (username: string, kind: string) =>
      groups.find(
        (group) =>
          group.kind === kind &&
          group.members.some((member) => member.username === username && member.position === 'LEADER'),
      )?.orgUnitCode;
    expect(leads('leader', 'LEADERSHIP_GROUP')).toBe('0000');
    expect(leads('office', 'OFFICE')).toBe(apiKey.orgUnitCode);
    const outlet = leads('outlet', 'HANDLING_TEAM') as string;
    expect(isWithin(outlet, apiKey.orgUnitCode)).toBe(false);
    for (const username of ['intake', 'handler', 'reviewer']) {
      expect(grants.find((grant) => grant.username === username)?.orgUnitCode).toBe(apiKey.orgUnitCode);
    }
    expect(grants.filter(({ role }) => role === 'ADMIN')).toHaveLength(2);
    expect(grants.filter(({ username, orgUnitCode }) => !usernames.has(username) || !codes.has(orgUnitCode))).toEqual(
      [],
    );
  });
});

describe('the code lists', () => {
  test('name every code once, parents first, in two languages', () => {
    const keys = codeListSeed.map(({ list, code }) => `${list} ${code}`);
    expect(new Set(keys).size).toBe(keys.length);
    const orphans = codeListSeed.filter(
      ({ list, parent }, index) => parent && !keys.slice(0, index).includes(`${list} ${parent}`),
    );
    expect(orphans).toEqual([]);
    expect(codeListSeed.filter(({ nameZh, nameEn }) => !nameZh || !nameEn)).toEqual([]);
  });

  test('cover every story', () => {
    const has = (list: string, wanted?: string) =>
      codeListSeed.some((entry) => entry.list === list && entry.code === wanted);
    expect(stories.filter(({ category }) => !has('CATEGORY', category)).map(({ id }) => id)).toEqual([]);
    expect(stories.filter(({ product }) => product && !has('PRODUCT', product)).map(({ id }) => id)).toEqual([]);
  });
});

describe('the complaint stream', () => {
  const now = new Date('2026-06-10T07:00:00Z');
  const stream = complaintStream(now);
  const live = stream.filter(({ input }) => !input.historical);
  const isAnswered = ({ steps }: DemoComplaint) => steps.some(({ action }) => action === 'resolveImmediately');

  test('tells at least sixty stories, the grave ones with exactly one trigger', () => {
    expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
    expect(stories.length).toBeGreaterThanOrEqual(60);
    expect(seriousStories.every((story) => triggerOf(story))).toBe(true);
    expect(stories.filter((story) => triggerOf(story) && !seriousStories.includes(story))).toEqual([]);
  });

  test('is the same for the same moment', () => {
    expect(complaintStream(now)).toEqual(stream);
  });

  test('fills ninety days up to now, oldest first, in 150 different texts, at any moment', () => {
    fc.assert(
      fc.property(someMoment, (moment) => {
        const complaints = complaintStream(moment);
        expect(complaints).toHaveLength(150);
        expect(new Set(complaints.map(({ input }) => input.content)).size).toBe(150);
        complaints.forEach(({ receivedAt, registeredAt, steps }, index) => {
          expect(receivedAt >= (complaints[index - 1]?.receivedAt ?? 0)).toBe(true);
          expect(hours(receivedAt, moment)).toBeLessThanOrEqual(91 * 24);
          expect(registeredAt >= receivedAt && registeredAt <= moment).toBe(true);
          const times = steps.map(({ afterMinutes }) => receivedAt.getTime() + afterMinutes * 60_000);
          expect(times).toEqual([...times].sort((one, other) => one - other));
          expect(times.every((time) => time <= moment.getTime())).toBe(true);
        });
      }),
      { numRuns: 25 },
    );
  });

  test('leaves 30 to 60 open, six of them escalated, at any moment', () => {
    fc.assert(
      fc.property(someMoment, (moment) => {
        const open = complaintStream(moment).filter((each) => !each.input.historical && !isAnswered(each));
        expect(open.length).toBeGreaterThanOrEqual(30);
        expect(open.length).toBeLessThanOrEqual(60);
        expect(open.filter((each) => isEscalated(each, moment))).toHaveLength(6);
      }),
      { numRuns: 25 },
    );
  });

  test('answers or informs within 24 hours unless an escalation follows', () => {
    const silent = live.filter(({ steps, receivedAt }) => {
      const first = steps.find((step) => step.action === 'resolveImmediately' || isProgress(step));
      const waited = first ? first.afterMinutes / 60 : hours(receivedAt, now);
      return waited >= 24 && !steps.some((step) => 'trigger' in step && step.trigger === 'NO_FIRST_RESPONSE');
    });
    expect(silent).toHaveLength(1);
    expect(hours(silent[0]?.receivedAt as Date, now)).toBeLessThan(25);
  });

  test('uses only valid phone numbers and id numbers and no contact for the anonymous', () => {
    const complainants = stream.map(({ input }) => input.complainant);
    const named = complainants.filter(({ anonymous }) => !anonymous);
    expect(named.filter(({ name, phone }) => !name || !/^1[3-9]\d{9}$/.test(phone ?? ''))).toEqual([]);
    expect(complainants.filter(({ anonymous, name, phone }) => anonymous && (name || phone))).toEqual([]);
    const ids = complainants.flatMap(({ idNumber }) => idNumber ?? []);
    expect(ids.filter((id) => id !== id.slice(0, 17) + idCheckCharacter(id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(60);
    expect(idCheckCharacter('11010519491231002')).toBe('X');
  });

  test('lets nothing happen after it was told and nothing be told after it arrived', () => {
    const wrong = stream.filter(({ input, receivedAt }) => {
      const toldAt = input.postedAt ?? receivedAt;
      const closedAt = input.historical?.closedAt ?? receivedAt;
      return toldAt > receivedAt || (input.occurredAt ?? toldAt) > toldAt || closedAt < receivedAt;
    });
    expect(wrong).toEqual([]);
    expect(stream.some(({ input }) => input.postedAt)).toBe(true);
  });

  test('registers by people who exist and lets the app only reach its own branch', () => {
    for (const { registeredBy, orgUnitCode, staffComplainedOf, steps } of stream) {
      const people = [...staffComplainedOf, ...steps.map(({ by }) => by)];
      expect(people.filter((username) => !usernames.has(username))).toEqual([]);
      expect(staffComplainedOf.some((username) => steps.some(({ by }) => by === username))).toBe(false);
      const mayRegister =
        registeredBy === 'channel-app' ? isWithin(orgUnitCode, apiKey.orgUnitCode) : usernames.has(registeredBy);
      expect(mayRegister).toBe(true);
    }
  });

  test('answers on the spot only what is not grave, and claims first what came by an app', () => {
    const grave = live.filter(({ input }) => input.level === 'MAJOR' || input.level === 'URGENT');
    expect(grave.filter(isAnswered)).toEqual([]);
    const unclaimed = live.filter(({ registeredBy, steps }) => {
      const acting = steps.find(({ action }) => /claim|recordContact|resolveImmediately/.test(action));
      return registeredBy === 'channel-app' && acting && acting.action !== 'claimComplaint';
    });
    expect(unclaimed).toEqual([]);
  });
});

function isProgress(step: DemoComplaint['steps'][number]): boolean {
  return step.action === 'recordContact' && step.kind === 'PROGRESS';
}

function isEscalated({ input, steps, receivedAt }: DemoComplaint, now: Date): boolean {
  if (steps.some(({ action }) => action === 'resolveEscalation')) return false;
  const isGrave = input.level === 'MAJOR' || input.level === 'URGENT';
  const isSilent = hours(receivedAt, now) >= 24 && !steps.some(isProgress);
  return isGrave || isSilent || steps.some(({ action }) => action === 'raiseEscalation');
}
