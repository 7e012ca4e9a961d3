/** A diagonal hatch, so that a state shows without its colour too. */
export function hatch(stripe: string, ground: string, width = 4): string {
  return `repeating-linear-gradient(115deg, ${stripe} 0 ${width}px, ${ground} ${width}px ${width * 1.7}px)`;
}

/** Upright dashes, for what stands still. */
export function dashes(stripe: string): string {
  return `repeating-linear-gradient(90deg, ${stripe} 0 5px, transparent 5px 9px)`;
}
