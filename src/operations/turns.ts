const MINUTE = 60_000;

/**
 * Returns organizations in the order in which a run of scheduled work serves them. It begins with a different one each minute, so that
 * those at the end do not wait forever if a run cannot serve all of them.
 * @param atOnce the number of organizations that every run serves
 */
export function inTurn(orgIds: readonly string[], atOnce: number, now: number): readonly string[] {
  const first = (Math.floor(now / MINUTE) * atOnce) % Math.max(orgIds.length, 1);
  return [...orgIds.slice(first), ...orgIds.slice(0, first)];
}
