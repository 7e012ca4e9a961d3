import type { Branch } from './branch.js';

/**
 * Arguments with which a root field does its work on something new of a branch, once.
 * `shows` is no argument: the id that a list must hold to count as answered; without it any answer that is not empty counts.
 */
export type Sample = (at: Branch) => object | Promise<object>;

/** The version of what was made, as an input wants it. */
export const seen = ({ version }: { version: number }) => ({ expectedVersion: version });

/** Somebody new, as a member of a group. */
export const member = async (at: Branch) => ({ staffId: (await at.staff()).id, position: 'MEMBER' });
