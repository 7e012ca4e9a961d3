import type { Offer, Permission } from '../kernel/allowed-action.js';
import { everything, nothing, type Condition } from '../kernel/read/registry.js';
import type { Viewer } from '../kernel/viewer.js';
import { administersBank } from '../org/org.access.js';

/** What the rules need to know of a year. */
export interface CalendarFacts {
  isPublished: boolean;
}

/** The columns behind `CalendarFacts`. */
export const calendarFactNeeds = ['isPublished'];

/** Every member of staff looks at the calendar; apps have no deadlines to keep. */
export const seesCalendar = ({ kind }: Viewer): boolean => kind === 'STAFF' || kind === 'SYSTEM';

/** The same as a condition on rows. */
export const calendarKnownTo = (viewer: Viewer): Condition => (seesCalendar(viewer) ? everything : nothing);

/** Changing single days, of a published year too: the bank's own administrators, as it serves every unit. */
export const mayChangeDays = (viewer: Viewer): Permission => (administersBank(viewer) ? 'open' : 'denied');

/** Replacing a whole year or publishing it: once published, only single days change. */
export const mayPrepare = (viewer: Viewer, { isPublished }: CalendarFacts): Permission =>
  mayChangeDays(viewer) !== 'open' ? 'denied' : isPublished ? { blockedBy: 'calendar.isPublished' } : 'open';

/** The verbs on a year in the order of buttons. */
export const calendarOffers: readonly Offer<CalendarFacts>[] = [
  { code: 'importCalendar', rule: ({ viewer }, facts) => (facts.isPublished ? 'denied' : mayPrepare(viewer, facts)) },
  { code: 'changeCalendarDay', rule: ({ viewer }) => mayChangeDays(viewer) },
  { code: 'clearCalendarDay', rule: ({ viewer }) => mayChangeDays(viewer) },
  { code: 'publishCalendar', rule: ({ viewer }, facts) => (facts.isPublished ? 'denied' : mayPrepare(viewer, facts)) },
];
