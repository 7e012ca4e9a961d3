const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a text can be an identifier at all; PostgreSQL would refuse others with an error of its own. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
