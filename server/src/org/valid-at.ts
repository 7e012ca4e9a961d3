/** What a row with `validFrom` and `validTo` satisfies while it holds. */
export const validAt = (at: Date) => ({ validFrom: { $lte: at }, $or: [{ validTo: null }, { validTo: { $gt: at } }] });
