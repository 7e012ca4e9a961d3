/** For `sx`: no air between Chinese and digits inside fixed terms such as 3时10分 and 4月16日. */
export const fixedTerm = { textAutospace: 'no-autospace' } as const;
