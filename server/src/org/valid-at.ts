/** What a row with `validFrom` and `validTo` satisfies while it holds. */
export const validAt = (at: Date) => ({ validFrom: { $lte: at }, $or: [{ validTo: null }, { validTo: { $gt: at } }] });

/** What a row with a second administrator's approval satisfies while it has effect: in date and approved. */
export const approvedAndValidAt = (at: Date) => ({ ...validAt(at), approvedAt: { $ne: null } });
