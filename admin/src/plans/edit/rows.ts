/** A row of a list, with a key of its own for as long as it is edited. */
export interface Keyed {
  key: number;
}

let lastKey = 0;
/** A key that no other row has. */
export const nextKey = (): number => ++lastKey;
