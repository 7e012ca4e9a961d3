import type { DeliveryErrorCode } from './enumerations.js';

/** Why a driver could not hand a message over; holds nothing of the message. */
export class SendFailure extends Error {
  constructor(
    readonly code: DeliveryErrorCode,
    /** Trying again would bring the same answer. */
    readonly isFinal = false,
    readonly retryAfterMs?: number,
  ) {
    super(code);
  }
}
