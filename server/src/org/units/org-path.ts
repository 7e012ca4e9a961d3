/** Ids on the way from the root to a place, root first. */
export const idsOnPath = (path: string): string[] => path.split('/').filter(Boolean);

/** Whether a place lies at or below another. */
export const isWithin = (path: string, ancestorPath: string): boolean => path.startsWith(ancestorPath);

/** The place one step up; null above the root. */
export function pathAbove(path: string): string | null {
  const ids = idsOnPath(path).slice(0, -1);
  return ids.length ? `/${ids.join('/')}/` : null;
}

/** The path of a place below one that is given. */
export const pathBelow = (parentPath: string | null, id: string): string => `${parentPath ?? '/'}${id}/`;

/** Where a place lies once the subtree that holds it has moved. */
export const movedPath = (path: string, from: string, to: string): string => to + path.slice(from.length);
