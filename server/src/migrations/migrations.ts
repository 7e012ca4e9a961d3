import type { MigrationObject } from '@mikro-orm/core';
import { DueEscalations } from './2026-11-24-due-escalations.js';
import { EventsForGood } from './2026-11-23-events-for-good.js';
import { Initial } from './2026-11-23-initial.js';
import { Clocks } from './2026-11-24-complaint-clocks.js';
import { SecondFactor } from './2026-11-23-second-factor.js';
import { EvidenceFiles } from './2026-11-30-evidence.js';
import { KeysAndCodes } from './2026-11-23-keys-and-codes.js';
import { Plans } from './2026-11-24-plans.js';
import { PlanPreset } from './2026-11-24-plan-preset.js';
import { ReportIndexes } from './2026-11-23-report-indexes.js';
import { WorkingCalendar } from './2026-11-24-working-calendar.js';
import { Handling } from './2026-11-24-handling.js';
import { InvestigationPlan } from './2026-11-24-investigation.js';
import { LegalAndVulnerable } from './2026-11-24-legal-and-vulnerable.js';
import { CalendarRevision } from './2026-11-24-calendar-revision.js';
import { Aftermath } from './2026-11-30-aftermath.js';
import { ClockKinds } from './2026-11-30-clock-kinds.js';
import { PlanHandling } from './2026-11-30-plan-handling.js';
import { Worklists } from './2026-11-30-worklists.js';
import { Resolutions } from './2026-11-30-resolution.js';
import { CaseFile } from './2026-11-30-case-file.js';

/** All migrations, oldest first; each keeps the previous release running. */
export const migrations: MigrationObject[] = [
  { name: '2026-11-23-initial', class: Initial },
  { name: '2026-11-23-second-factor', class: SecondFactor },
  { name: '2026-11-23-events-for-good', class: EventsForGood },
  { name: '2026-11-23-keys-and-codes', class: KeysAndCodes },
  { name: '2026-11-23-report-indexes', class: ReportIndexes },
  { name: '2026-11-24-working-calendar', class: WorkingCalendar },
  { name: '2026-11-24-plans', class: Plans },
  { name: '2026-11-24-plan-preset', class: PlanPreset },
  { name: '2026-11-24-calendar-revision', class: CalendarRevision },
  { name: '2026-11-24-due-escalations', class: DueEscalations },
  { name: '2026-11-24-complaint-clocks', class: Clocks },
  { name: '2026-11-24-handling', class: Handling },
  { name: '2026-11-24-investigation', class: InvestigationPlan },
  { name: '2026-11-24-legal-and-vulnerable', class: LegalAndVulnerable },
  { name: '2026-11-30-clock-kinds', class: ClockKinds },
  { name: '2026-11-30-evidence', class: EvidenceFiles },
  { name: '2026-11-30-plan-handling', class: PlanHandling },
  { name: '2026-11-30-worklists', class: Worklists },
  { name: '2026-11-30-aftermath', class: Aftermath },
  { name: '2026-11-30-resolution', class: Resolutions },
  { name: '2026-11-30-case-file', class: CaseFile },
];
