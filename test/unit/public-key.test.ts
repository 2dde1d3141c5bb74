import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ecFault, edFault, modulusFault, rsaFault } from '../../src/domain/token/public-key.ts';

type Numbers = Readonly<Record<'n' | 'e' | 'crv' | 'x' | 'y', string>>;
const numbersOf = ({ publicKey }: { publicKey: KeyObject }): Numbers => publicKey.export({ format: 'jwk' }) as Numbers;
const digits = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');
const bigEndian = (number: bigint, bytes = Math.max(1, Math.ceil(number.toString(16).length / 2))): Uint8Array =>
  Buffer.from(number.toString(16).padStart(2 * bytes, '0'), 'hex');
const littleEndian = (number: bigint): Uint8Array => bigEndian(number, 32).toReversed();
/** The same bytes with one bit turned. */
const turned = (text: string, bit: number): string => {
  const bytes = bytesOf(text);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return digits(bytes);
};

describe('an RSA key', () => {
  const rsa = numbersOf(generateKeyPairSync('rsa', { modulusLength: 2_048 }));
  const modulus = BigInt(`0x${bytesOf(rsa.n).toString('hex')}`);

  it.each([2_048, 3_072])('of %i bits is sound', (modulusLength) => {
    const key = numbersOf(generateKeyPairSync('rsa', { modulusLength }));
    expect([rsaFault(key), modulusFault(key.n)]).toEqual([null, null]);
  });

  it.each([
    ['0', 0n],
    ['1, with which every number is its own signature', 1n],
    ['3', 3n],
    ['an even number', 65_538n],
    ['a number of more than 33 bits', 2n ** 33n + 1n],
  ])('is refused with the exponent %s', (_title, e) => {
    expect(rsaFault({ ...rsa, e: digits(bigEndian(e)) })).toMatchObject({ field: 'e', message: expect.stringContaining('65537 ("AQAB")') });
  });

  it.each([
    ['0, whatever its length', digits(new Uint8Array(256)), 'not 1.'],
    ['too short', digits(bigEndian(modulus >> 1n)), 'not 2047.'],
    ['too short, with zeros before it', digits(bigEndian(modulus >> 1n, 300)), 'not 2047.'],
    ['too long', digits(bigEndian((1n << 4_096n) + 1n)), 'not 4097.'],
    ['even', digits(bigEndian(modulus + 1n)), 'multiple of 2.'],
    ['a multiple of a small prime', digits(bigEndian(743n * (modulus | 1n))), 'multiple of'],
  ])('is refused with a modulus that is %s', (_title, n, message) => {
    expect(rsaFault({ ...rsa, n })).toMatchObject({ field: 'n', message: expect.stringContaining(message) });
  });
});

describe('the modulus of an RSA key', () => {
  /** A prime of Mersenne, of so many bits. */
  const prime = (bits: 607 | 1_279 | 2_203 | 3_217) => 2n ** BigInt(bits) - 1n;

  it.each([
    ['a prime of 2,203 bits', prime(2_203)],
    ['a prime of 3,217 bits', prime(3_217)],
    ['the square of a prime', prime(1_279) ** 2n],
    ['the fourth power of a prime', prime(607) ** 4n],
  ])('is refused where it is %s, since anyone can compute the private key', (_title, modulus) => {
    const n = digits(bigEndian(modulus));
    expect(rsaFault({ n, e: 'AQAB' })).toBeNull();
    expect(modulusFault(n)).toMatchObject({ field: 'n', message: expect.stringContaining('two random primes') });
  });

  it('is sound where it is the product of two primes', () => {
    expect(modulusFault(digits(bigEndian(prime(1_279) * prime(2_203))))).toBeNull();
  });
});

describe.each(['P-256', 'P-384', 'P-521'])('a key on the curve %s', (namedCurve) => {
  const newKey = () => numbersOf(generateKeyPairSync('ec', { namedCurve }));
  const key = newKey();
  const bytes = bytesOf(key.x).length;

  it('is sound where it is a point of the curve', () => {
    for (const _ of [1, 2, 3, 4, 5]) expect(ecFault(newKey())).toBeNull();
  });

  it('is refused wherever a bit of it is turned, which leaves the curve', () => {
    const bit = fc.nat({ max: 8 * bytes - 1 });
    fc.assert(fc.property(bit, fc.constantFrom('x', 'y'), (at, field) => ecFault({ ...key, [field]: turned(key[field], at) }) !== null));
  });

  it.each<[string, Partial<Numbers>, string]>([
    ['the point 0, 0', { x: digits(new Uint8Array(bytes)), y: digits(new Uint8Array(bytes)) }, 'not on the curve'],
    ['a coordinate beyond the prime', { x: digits(new Uint8Array(bytes).fill(255)) }, 'less than the prime'],
    ['a coordinate with a byte too many', { x: digits(Buffer.concat([new Uint8Array(1), bytesOf(key.x)])) }, `must have ${bytes} bytes`],
    ['a coordinate with a byte too few', { y: digits(bytesOf(key.y).subarray(1)) }, `must have ${bytes} bytes`],
    ['a point of another curve', numbersOf(generateKeyPairSync('ec', { namedCurve: 'secp256k1' })), ''],
  ])('is refused for %s', (_title, other, message) => {
    expect(ecFault({ ...key, ...other, crv: namedCurve })).toMatchObject({ message: expect.stringContaining(message) });
  });
});

describe('a key of Ed25519', () => {
  const P = 2n ** 255n - 19n;
  const EIGHTH = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;

  it('is sound where it is a point of the curve', () => {
    const keys = Array.from({ length: 20 }, () => numbersOf(generateKeyPairSync('ed25519')));
    expect(keys.map(edFault)).toEqual(keys.map(() => null));
  });

  it('is refused for about half of all bytes, which are no point', () => {
    const faults = Array.from({ length: 100 }, (_, i) => edFault({ x: digits(littleEndian(BigInt(i + 2))) }));
    expect(faults.filter((fault) => fault?.message.includes('not on the curve')).length).toBeGreaterThan(30);
    expect(faults).toContain(null);
  });

  it.each([
    ['the neutral element', littleEndian(1n)],
    ['the neutral element with a sign', littleEndian(1n + 2n ** 255n)],
    ['a point of order 2', littleEndian(P - 1n)],
    ['a point of order 4', littleEndian(0n)],
    ['a point of order 8', littleEndian(EIGHTH)],
    ['another of order 8', littleEndian(P - EIGHTH)],
    ['a number beyond the prime', littleEndian(P)],
  ])('is refused for %s, for which anybody can sign', (_title, x) => {
    expect(edFault({ x: digits(x) })).toMatchObject({ field: 'x', message: expect.stringContaining('anyone can make signatures') });
  });

  it('is refused for another length', () => {
    expect(edFault({ x: digits(new Uint8Array(31)) })).toMatchObject({ message: expect.stringContaining('32 bytes, not 31') });
  });
});
