import type { Application } from '../../kernel/application.js';
import { isId } from '../../kernel/id.js';
import { idsWhere } from '../../kernel/read/read.js';
import { remembered } from '../sign-in/viewer-memory.js';
import { OrgUnit } from './org-unit.js';
import { unitOrBelow } from './subtree.js';

/** Beyond this a condition on the path costs less than so many ids. */
const most = 200;

/** Ids of a unit and of those below it, remembered for a second; null for no unit and for too many. */
export async function idsBelow(app: Application, unitId: string | null | undefined): Promise<string[] | null> {
  if (!unitId || !isId(unitId)) return null;
  const load = () => idsWhere(app, OrgUnit, unitOrBelow(unitId), most + 1);
  const ids = await remembered(app, `units:${unitId}`, app.clock.now(), load);
  return ids?.length && ids.length <= most ? ids : null;
}
