// Class 08: connection; 53: out of resources; 57P: shut down or starting; 57014: statement timed out.
const states = /^(?:08|53|57P|57014)/;
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
// The driver gives no codes to these.
const words = /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/;

/** Whether the server gave up on a statement that took too long: the same would take as long again. */
export function isTimeout(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === '57014';
}

/** Whether the database cannot be reached or is overloaded: the same may work a little later. */
export function isOutage(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return words.test(message ?? '') || (code != null && (networkCodes.has(code) || states.test(code)));
}
