/** A message that leaves the house. */
export interface Outgoing {
  /** Stays the same however often it is tried, so that a receiver can tell a repetition. */
  id: string;
  /** Address or number of the recipient. */
  to: string;
  title: string;
  text: string;
  at: Date;
}

/** Hands messages of one channel to a server outside; throws what that server said against it. */
export interface Driver {
  /** Whether nothing really leaves, as in the demo. */
  readonly isSimulated: boolean;
  /** Ends within the time of the signal: later nobody believes it any more. */
  send(message: Outgoing, signal: AbortSignal): Promise<void>;
}

/** By the name of the channel; a channel without a driver cannot be used. */
export type Drivers = Readonly<Record<string, Driver>>;
