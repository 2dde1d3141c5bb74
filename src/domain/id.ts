import baseX from 'base-x';

/** The digits of generated ids, in ASCII order, so that ids sort by time. */
export const ID_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** What a generated id identifies, by its prefix (README, "Ids"). */
export const ID_KINDS = {
  org: 'organization',
  tok: 'token',
  dlg: 'delegate token',
  iss: 'token issuer',
  stf: 'staff issuer',
  rvk: 'revocation of a person',
  cus: 'customer',
  acc: 'account',
  alias: 'account alias',
  rsv: 'reserved alias',
  pp: 'price plan',
  ppv: 'version of a price plan',
  rc: 'rate card',
  rule: 'pricing rule',
  addon: 'add-on',
  feature: 'feature',
  um: 'usage meter',
  sch: 'schedule',
  schv: 'recorded row of a schedule',
  draft: "draft of an account's schedules",
  purchase: 'purchase or proposal',
  ent: 'entitlement',
  wal: 'wallet entry',
  lic: 'license update',
  job: 'job',
  whk: 'webhook',
  dlv: 'delivery to a webhook',
  aud: 'audit entry',
} as const satisfies Record<string, string>;

export type IdKind = keyof typeof ID_KINDS;

const TIME_DIGITS = 11;
const RANDOM_DIGITS = 5;
/** The last millisecond whose nanoseconds are below 2^64, in the year 2554. */
const LAST_INSTANT = 18_446_744_073_709;
const SHAPE = /^([a-z]+)\.([0-9A-Za-z]{11})\.([0-9A-Za-z]{5})$/;
const base62 = baseX(ID_ALPHABET);

/**
 * Returns an id of a kind: `makeId('pp', 1_700_000_000_000_000_000n, '05sKa')` is `pp.`, 11 digits of the time, and `.05sKa`. Ids of one
 * kind sort by time (README, "Ids").
 * @param nanos nanoseconds since 1970, below 2^64
 * @param random 5 digits of `ID_ALPHABET`
 */
export function makeId(kind: IdKind, nanos: bigint, random: string): string {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, nanos);
  return `${kind}.${base62.encode(bytes).padStart(TIME_DIGITS, '0')}.${random}`;
}

/**
 * Returns the smallest id of the kind that can be made at `instant` or later, so that every earlier id sorts before it. An instant outside
 * the range of ids is moved to the nearest one inside it.
 * @param instant milliseconds since 1970
 */
export function idAt(kind: IdKind, instant: number): string {
  const nanos = BigInt(Math.min(Math.max(Math.floor(instant), 0), LAST_INSTANT)) * 1_000_000n;
  return makeId(kind, nanos, ID_ALPHABET.charAt(0).repeat(RANDOM_DIGITS));
}

/** The time of an id in nanoseconds since 1970. `null` if the text is not a generated id. */
export function idTime(id: string): bigint | null {
  const [, , digits] = SHAPE.exec(id) ?? [];
  if (digits === undefined) return null;
  return base62.decode(digits).reduce((nanos, byte) => nanos * 256n + BigInt(byte), 0n);
}

/** Whether a text has the format of an id of this kind. Says nothing about whether the object exists. */
export function isId(kind: IdKind, text: string): boolean {
  return SHAPE.exec(text)?.[1] === kind;
}

/**
 * Returns the function that makes the ids of one request. They are strictly increasing across all kinds, because each takes the next
 * nanosecond after `now`.
 * @param now milliseconds since 1970
 * @param random returns `n` digits of `ID_ALPHABET`
 */
export function idFactory(now: number, random: (n: number) => string): (kind: IdKind) => string {
  let nanos = BigInt(now) * 1_000_000n;
  return (kind) => makeId(kind, nanos++, random(RANDOM_DIGITS));
}
