import type { Application } from '../../kernel/application.js';
import { isId } from '../../kernel/id.js';
import { remembered } from '../sign-in/viewer-memory.js';
import { OrgUnit } from './org-unit.js';

/** Beyond this a condition on the path costs less than so many ids. */
const most = 200;

/** Ids of a unit and of those below it, remembered for a second; null for no unit and for too many. */
export async function idsBelow(app: Application, unitId: string | null | undefined): Promise<string[] | null> {
  if (!unitId || !isId(unitId)) return null;
  const ids = await remembered(app, `units:${unitId}`, app.clock.now(), async (em) => {
    const units = await em.find(OrgUnit, { path: { $like: `%/${unitId}/%` } }, { fields: ['id'], limit: most + 1 });
    return units.map(({ id }) => id);
  });
  return ids?.length && ids.length <= most ? ids : null;
}
