const MINUTE = 60_000;

/**
 * Organizations in the order in which a run of scheduled work takes them: it begins with another one each minute, so that those at the end
 * do not wait for ever where a run cannot come to all of them.
 * @param atOnce how many a run comes to for certain
 */
export function inTurn(orgIds: readonly string[], atOnce: number, now: number): readonly string[] {
  const first = (Math.floor(now / MINUTE) * atOnce) % Math.max(orgIds.length, 1);
  return [...orgIds.slice(first), ...orgIds.slice(0, first)];
}
