import type { Application } from '../kernel/application.js';
import { Canary } from '../kernel/canary.js';
import { Complaint } from '../complaints/complaint/complaint.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { seedCodeLists } from '../work/seed-code-lists.js';
import { seedBank } from './seed-bank.js';
import { playComplaints } from './play-complaints.js';
import { draftPlans, issuePlans } from './seed-plans.js';

/** Fills what every bank needs and, in demo mode on an empty database, the demo bank; says how far it is. */
export async function seed(app: Application, progress: (line: string) => void): Promise<void> {
  await seedCodeLists(app);
  if (app.isDemo) await seedDemo(app, progress);
}

async function seedDemo(app: Application, progress: (line: string) => void): Promise<void> {
  const em = app.orm.em.fork();
  const canary = await em.findOneOrFail(Canary, { id: 1 });
  if (canary.seededAt) return;
  if (!canary.isDemo && ((await em.count(Complaint)) || (await em.count(OrgUnit)))) {
    throw new Error('JIESU_DEMO: this database holds a real bank; the demo fills only an empty one');
  }
  // A start that was killed half-way left a part of the invented bank, which nobody has used yet.
  if (canary.isDemo) await app.orm.schema.clear({ truncate: true });
  await em.upsert(Canary, { id: 1, sealed: canary.sealed, digest: canary.digest, isDemo: true, seededAt: null });
  await seedCodeLists(app);
  progress('inventing the demo bank');
  const bank = await seedBank(app);
  await issuePlans(app, bank);
  await playComplaints(app, bank, progress);
  await draftPlans(app, bank);
  await em.nativeUpdate(Canary, { id: 1 }, { seededAt: app.clock.now() });
}
