import { Checks } from '../../kernel/checks.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { ContactKind } from '../enumerations.js';
import type { RecordContactInput } from '../intake/complaint.input.js';
import type { ContactOutcome } from './contact-outcome.js';

// These come from actions of their own, which do more than note a talk.
const notByHand: readonly ContactKind[] = [
  'ACK',
  'ACCEPTANCE',
  'REJECTION',
  'REFERRAL',
  'EXTENSION',
  'INFO_REQUEST',
  'REPLY',
  'RESULT',
  'BULLETIN',
  'RETURN_VISIT',
  'CALL_BACK',
];
const talks: readonly ContactKind[] = ['LISTENING', 'SOOTHING', 'EXPLANATION'];
const outcomesByHand: readonly ContactOutcome[] = ['CALM', 'UNDECIDED', 'UPSET', 'NOT_REACHED'];

/**
 * Checks a talk that is noted by hand, and answers what was said, in normal form. Staff say what it came to (D4-四.3①);
 * whether a solution is accepted is the outcome of explaining it (D3-2.3.5).
 */
export function checkContact(viewer: Viewer, input: RecordContactInput): string {
  const checks = new Checks();
  const summary = checks.requiredFreeText(input.summary, 'summary', { max: 4000 });
  checks.text(input.idempotencyKey, 'idempotencyKey', { min: 8, max: 128 });
  checks.that(!notByHand.includes(input.kind), 'kind', 'complaint.contactNotByHand');
  const isApp = viewer.kind === 'API_KEY';
  checks.that(!isApp || input.direction === 'INBOUND', 'direction', 'complaint.appContactsInboundOnly');
  checkOutcome(checks, input, isApp);
  checks.done();
  return summary;
}

function checkOutcome(
  checks: Checks,
  { kind, direction, outcome, customerAccepts }: RecordContactInput,
  isApp: boolean,
) {
  const isExplained = kind === 'EXPLANATION' && direction === 'OUTBOUND';
  checks.that(customerAccepts == null || isExplained, 'customerAccepts', 'contact.onlyExplained');
  checks.that(outcome == null || talks.includes(kind), 'outcome', 'contact.noTalk');
  checks.that(outcome == null || outcomesByHand.includes(outcome), 'outcome', 'contact.otherOutcome');
  checks.that(outcome !== 'NOT_REACHED' || customerAccepts == null, 'customerAccepts', 'contact.nobodyAnswered');
  const isNeeded = !isApp && (kind === 'LISTENING' || kind === 'SOOTHING' || (isExplained && customerAccepts == null));
  checks.that(!isNeeded || outcome != null, 'outcome', 'field.required');
}
