import * as iso4217 from 'dinero.js/currencies';

/** Currencies that were withdrawn from ISO 4217 but are still in the list of dinero.js 2.0.2: the lev, by amendment 180 on 2026-01-01. */
export const WITHDRAWN_SINCE: readonly string[] = ['BGN'];

/** Decimal places of a currency that the list does not have, because it was withdrawn, or whose base is not decimal (MGA and MRU). */
export const USUAL_PLACES = 2;

/**
 * Decimal places of each current currency. A code without a minor unit (gold, `XDR`, `XXX`) cannot be invoiced in and is not in the list. The
 * bundle of the Worker has the result of this module in its place.
 */
export const PLACES: ReadonlyMap<string, number> = new Map(
  Object.values(iso4217)
    .filter(({ code }) => !WITHDRAWN_SINCE.includes(code))
    .map(({ code, base, exponent }) => [code, base === 10 ? exponent : USUAL_PLACES]),
);
