import type { Application } from '../kernel/application.js';
import { ManualClock } from '../kernel/clock.js';
import { Context } from '../kernel/context.js';
import { system } from '../kernel/viewer.js';
import { addApiKey } from '../org/api-keys/api-key.actions.js';
import { demoKey, demoPassword } from '../org/sign-in/credentials.js';
import { createLeadershipGroup } from '../org/groups/leadership-group.actions.js';
import { createOrgUnit, foundBank } from '../org/units/org-unit.actions.js';
import { hashPassword } from '../org/sign-in/password.js';
import { grantRole } from '../org/grants/role-grant.actions.js';
import { enrolStaff } from '../org/staff/staff.actions.js';
import { demoBank } from './bank.js';
import { midnight } from './bank-time.js';

/** Ids of the invented bank by the names that its lists use. */
export interface SeededBank {
  units: Map<string, string>;
  staff: Map<string, string>;
  apiKeyId: string;
}

const foundedDaysAgo = 95;

/** Founds the invented bank by the same actions that an administrator uses. */
export async function seedBank(app: Application): Promise<SeededBank> {
  const clock = new ManualClock(midnight(app.clock.now(), foundedDaysAgo));
  const ctx = new Context({ ...app, clock }, system);
  const units = await foundUnits(ctx);
  const staff = await enrolAll(ctx, units);
  await formGroups(ctx, units, staff);
  for (const { username, role, orgUnitCode, withSubtree } of demoBank.grants) {
    await grantRole(ctx, { staffId: staff.get(username)!, role, orgUnitId: units.get(orgUnitCode)!, withSubtree });
  }
  const { name, orgUnitCode, channels } = demoBank.apiKey;
  const apiKey = await addApiKey(ctx, {
    name,
    orgUnitId: units.get(orgUnitCode)!,
    channels: [...channels],
    mayImportHistory: true,
    secret: demoKey,
  });
  return { units, staff, apiKeyId: apiKey.id };
}

async function foundUnits(ctx: Context): Promise<Map<string, string>> {
  const units = new Map<string, string>();
  for (const { code, parent, kind, name } of demoBank.units) {
    const unit = parent
      ? await createOrgUnit(ctx, { parentId: units.get(parent)!, code, name, kind })
      : await foundBank(ctx, { code, name });
    units.set(code, unit.id);
  }
  return units;
}

async function enrolAll(ctx: Context, units: Map<string, string>): Promise<Map<string, string>> {
  const staff = new Map<string, string>();
  const passwordHash = await hashPassword(demoPassword);
  const signIns = new Set(demoBank.signIns.map(({ username }) => username));
  for (const { username, name, post, orgUnitCode } of demoBank.staff) {
    // No password fits an empty hash: only the nine sign-ins can be used.
    const hash = signIns.has(username) ? passwordHash : '';
    const person = await enrolStaff(ctx, {
      username,
      name,
      post: post ?? null,
      orgUnitId: units.get(orgUnitCode)!,
      passwordHash: hash,
    });
    staff.set(username, person.id);
  }
  return staff;
}

async function formGroups(ctx: Context, units: Map<string, string>, staff: Map<string, string>): Promise<void> {
  const groups = new Map<string, string>();
  const day = 24 * 3_600_000;
  for (const { key, kind, name, orgUnitCode, parent, leadUnitCode, members } of demoBank.groups) {
    const group = await createLeadershipGroup(ctx, {
      kind,
      name,
      orgUnitId: units.get(orgUnitCode)!,
      parentId: parent ? groups.get(parent)! : null,
      leadUnitId: leadUnitCode ? units.get(leadUnitCode)! : null,
      members: members.map(({ username, position, basis, validForDays }) => ({
        staffId: staff.get(username)!,
        position,
        basis: basis ?? null,
        validTo: validForDays ? new Date(ctx.clock.now().getTime() + (foundedDaysAgo + validForDays) * day) : null,
      })),
    });
    groups.set(key, group.id);
  }
}
