import { bytesToHex } from '@noble/hashes/utils.js';
import { decode } from 'jose/base64url';

/** What is wrong with the numbers of a key: the field and how to fix it. */
export interface KeyFault {
  readonly field: string;
  readonly message: string;
}

/** The numbers of a key as base64url digits, by the fields of a JSON Web Key (RFC 7518, section 6). */
type Numbers = Readonly<Record<string, string>>;

const MIN_BITS = 2_048;
/** The caller chooses the length of a key, but we pay for every verification with it, and for `modulusFault` eight times at twice the bits. */
const MAX_BITS = 4_096;
const MIN_EXPONENT = 65_537n;
/** BoringSSL, which WebCrypto uses in Workers, supports exponents of at most 33 bits. */
const MAX_EXPONENT = 2n ** 33n - 1n;
/** NIST SP 800-89, section 5.3.3: a modulus must not have a factor below this. */
const MIN_FACTOR = 752;

/**
 * Returns what is wrong with an RSA key at a glance. `null` if its public half shows no such fault. WebCrypto imports keys with an exponent
 * of 1 or a modulus of 0, for which anyone can make signatures. `modulusFault` finds the rest.
 */
export function rsaFault({ n = '', e = '' }: Numbers): KeyFault | null {
  const exponent = numberIn(decode(e));
  if (exponent < MIN_EXPONENT || exponent > MAX_EXPONENT || exponent % 2n === 0n) {
    return { field: 'e', message: `The exponent of an RSA key must be an odd number from ${MIN_EXPONENT} ("AQAB") to ${MAX_EXPONENT}.` };
  }
  const modulus = numberIn(decode(n));
  const bits = modulus.toString(2).length;
  if (bits < MIN_BITS || bits > MAX_BITS) {
    return { field: 'n', message: `The modulus of an RSA key must have 2,048 to 4,096 bits, not ${bits}.` };
  }
  for (let factor = 2; factor < MIN_FACTOR; factor++) {
    if (modulus % BigInt(factor) === 0n) return { field: 'n', message: `The modulus of an RSA key must not be a multiple of ${factor}.` };
  }
  return null;
}

/**
 * Returns what is wrong with the factors of an RSA modulus. `null` if it is neither a prime nor a power of one (NIST SP 800-89, section
 * 5.3.3), for which anyone can compute the private key. It takes 17 ms for 2,048 bits and 80 ms for 4,096, so it is for a key's first use.
 *
 * By Fermat's theorem 2^n - 2 is a multiple of p wherever n is p or a power of p. The product of two random primes shares no factor
 * with it, except by a negligible chance.
 *
 * @param n the modulus in base64url digits
 */
export function modulusFault(n: string): KeyFault | null {
  const modulus = numberIn(decode(n));
  const isProduct = commonDivisor(power(2n, modulus, modulus) + modulus - 2n, modulus) === 1n;
  return isProduct ? null : { field: 'n', message: 'The modulus of an RSA key must be the product of two random primes.' };
}

/** A curve y² = x³ - 3x + b over the integers modulo p (FIPS 186-5; SP 800-186, section 3.2.1). */
interface Curve {
  readonly bytes: number;
  readonly p: bigint;
  readonly b: bigint;
}

const CURVES: Readonly<Record<string, Curve>> = {
  'P-256': {
    bytes: 32,
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  'P-384': {
    bytes: 48,
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
  'P-521': {
    bytes: 66,
    p: 2n ** 521n - 1n,
    b: 0x51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
  },
};

/**
 * Returns what is wrong with a key on a NIST curve. `null` if it is a point of the curve. Every point is safe, because the cofactor of each
 * curve is 1.
 */
export function ecFault({ crv = '', x = '', y = '' }: Numbers): KeyFault | null {
  const curve = CURVES[crv];
  if (!curve) return { field: 'crv', message: `"${crv}" is not a supported curve.` };
  const { bytes, p, b } = curve;
  for (const [field, digits] of Object.entries({ x, y })) {
    const coordinate = decode(digits);
    if (coordinate.length !== bytes)
      return { field, message: `A coordinate on ${crv} must have ${bytes} bytes, not ${coordinate.length}.` };
    if (numberIn(coordinate) >= p) return { field, message: `A coordinate on ${crv} must be less than the prime of the curve.` };
  }
  const [px, py] = [numberIn(decode(x)), numberIn(decode(y))];
  const isOnCurve = (py * py - (px * px * px - 3n * px + b)) % p === 0n;
  return isOnCurve ? null : { field: 'y', message: `The point is not on the curve ${crv}.` };
}

/** Edwards25519: -x² + y² = 1 + dx²y² modulo p (RFC 8032, section 5.1). */
const ED_BYTES = 32;
const ED_P = 2n ** 255n - 19n;
const ED_D = 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n;
/** The y of a point of order 8. */
const ED_EIGHTH = 0x5fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
/** The y of each of the eight points of small order, for which anyone can make signatures. */
const ED_SMALL: ReadonlySet<bigint> = new Set([0n, 1n, ED_P - 1n, ED_EIGHTH, ED_P - ED_EIGHTH]);

/** Returns what is wrong with an Ed25519 key. `null` if it is a point of the curve and not of small order. */
export function edFault({ x = '' }: Numbers): KeyFault | null {
  const encoded = decode(x);
  if (encoded.length !== ED_BYTES) return { field: 'x', message: `An Ed25519 key must have ${ED_BYTES} bytes, not ${encoded.length}.` };
  // The last bit is the sign of x.
  const y = numberIn(encoded.toReversed()) & (2n ** 255n - 1n);
  if (y >= ED_P || ED_SMALL.has(y))
    return { field: 'x', message: 'This is not a safe Ed25519 key: anyone can make signatures for its point.' };
  const numerator = y * y - 1n;
  const denominator = ED_D * y * y + 1n;
  // x² is the quotient of the two, which has a root exactly if their product has one.
  const isOnCurve = power(numerator * denominator, (ED_P - 1n) / 2n, ED_P) === 1n;
  return isOnCurve ? null : { field: 'x', message: 'The point is not on the curve Ed25519.' };
}

const numberIn = (bytes: Uint8Array): bigint => (bytes.length === 0 ? 0n : BigInt(`0x${bytesToHex(bytes)}`));

/** Returns the greatest common divisor (Euclid). */
const commonDivisor = (a: bigint, b: bigint): bigint => {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
};

/** Returns base^exponent modulo a number. Reads the exponent from its first bit, so that a small base makes each product by it cheap. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}
