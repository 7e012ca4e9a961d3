import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWithin, movedPath, pathAbove, pathBelow } from '../server/src/org/units/org-path.js';
import { carried, mayStandBelow, type Place } from '../server/src/org/units/org-tree.js';
import { rolesIn } from '../server/src/org/grants/rights.js';

interface Unit extends Place {
  id: string;
  parent: Unit | null;
}

const under = (parent: Unit | null, id: string): Unit => ({
  id,
  parent,
  path: pathBelow(parent?.path ?? null, id),
  pathNames: [...(parent?.pathNames ?? []), `name of ${id}`],
});

/** As the server does it: the unit takes its new place, those below are carried along. */
function move(units: Unit[], unit: Unit, parent: Unit): void {
  if (isWithin(parent.path, unit.path)) return;
  const from: Place = { path: unit.path, pathNames: unit.pathNames };
  const to: Place = { path: pathBelow(parent.path, unit.id), pathNames: [...parent.pathNames, unit.pathNames.at(-1)!] };
  const below = units.filter(({ path, id }) => isWithin(path, from.path) && id !== unit.id);
  for (const each of below) Object.assign(each, carried(each, from, to));
  unit.parent = parent;
  Object.assign(unit, to);
}

function ancestry(unit: Unit): Unit[] {
  const found: Unit[] = [];
  for (let each: Unit | null = unit; each; each = each.parent) {
    found.unshift(each);
    if (found.length > 100) throw new Error('a circle');
  }
  return found;
}

test('any number of moves leaves every unit below its parent, and no circle', () => {
  const moves = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 60 });
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 30 }), moves, (parents, steps) => {
      const units = [under(null, 'u0')];
      parents.forEach((at, index) => units.push(under(units[at % units.length]!, `u${index + 1}`)));
      for (const [from, to] of steps) move(units, units[1 + (from % (units.length - 1))]!, units[to % units.length]!);
      for (const unit of units) {
        expect(unit.path).toBe(
          `/${ancestry(unit)
            .map(({ id }) => id)
            .join('/')}/`,
        );
        expect(unit.pathNames).toEqual(ancestry(unit).map(({ id }) => `name of ${id}`));
      }
    }),
  );
});

test('a path names its place, the place above and what lies below', () => {
  expect(pathBelow(null, 'a')).toBe('/a/');
  expect(pathAbove('/a/b/')).toBe('/a/');
  expect(pathAbove('/a/')).toBeNull();
  expect(isWithin('/a/b/c/', '/a/b/')).toBe(true);
  expect(isWithin('/a/bc/', '/a/b/')).toBe(false);
  expect(movedPath('/a/b/c/', '/a/b/', '/x/b/')).toBe('/x/b/c/');
});

test.each([
  ['OUTLET', 'SUB_BRANCH', true],
  ['OUTLET', 'HEAD_OFFICE', true],
  ['SUB_BRANCH', 'OUTLET', false],
  ['BRANCH', 'BRANCH', false],
  ['HEAD_OFFICE', 'HEAD_OFFICE', false],
  ['DEPARTMENT', 'OUTLET', true],
  ['OUTLET', 'DEPARTMENT', false],
] as const)('whether a unit of kind %s may stand below one of kind %s: %s', (kind, parentKind, may) => {
  expect(mayStandBelow(kind, parentKind)).toBe(may);
});

test.each([
  ['LEADERSHIP_GROUP', 'LEADER', false, ['MANAGER', 'PLAN_REVIEWER', 'COMMANDER']],
  ['LEADERSHIP_GROUP', 'DEPUTY', false, ['MANAGER', 'PLAN_REVIEWER', 'COMMANDER']],
  ['LEADERSHIP_GROUP', 'MEMBER', false, ['MANAGER', 'PLAN_REVIEWER']],
  ['OFFICE', 'MEMBER', true, ['DESK']],
  ['CENTER', 'LEADER', false, ['DESK_READER', 'HANDLER']],
  ['HANDLING_TEAM', 'LEADER', false, ['HANDLER', 'TEAM_LEADER']],
  ['HANDLING_TEAM', 'MEMBER', false, ['HANDLER']],
  ['WORKING_GROUP', 'LEADER', false, []],
  ['FIELD_TEAM', 'LEADER', false, []],
  ['PROJECT_TEAM', 'LEADER', false, []],
] as const)('what %s %s implies (desk: %s)', (kind, position, isDesk, roles) => {
  expect(rolesIn(kind, position, isDesk)).toEqual(roles);
});
