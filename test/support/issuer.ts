import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import * as base64url from 'jose/base64url';
import { SignJWT } from 'jose/jwt/sign';
import { exportJWK } from 'jose/key/export';
import { generateKeyPair } from 'jose/key/generate/keypair';
import { NOW, type Organization } from './organization.ts';

/** What the tokens of the tests' issuers say as `iss`. */
export const ISSUER = 'https://id.example.com';

/** A key pair with the public half as a set that has it under this name. */
export async function keyPair(alg: string, kid = alg) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, jwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg }] } };
}
export type Pair = Awaited<ReturnType<typeof keyPair>>;

/** A registered issuer. */
export interface Issuer {
  readonly tokenIssuerId: string;
  readonly audience: string;
}

export const register = (org: Organization, input: object): Promise<Issuer> =>
  org.done<Issuer>(
    'registerTokenIssuer',
    'tokenIssuer { tokenIssuerId audience }',
    { issuer: ISSUER, access: 'READ', ...input },
    'tokenIssuer',
  );

/** A token that the holder of a key signs: good for five minutes unless said otherwise. */
export function sign({ privateKey, alg, kid }: Pair, { audience }: Issuer, claims: object = {}, header: object = {}): Promise<string> {
  const now = Date.parse(NOW) / 1_000;
  const usual = { iss: ISSUER, aud: audience, sub: 'user-1', iat: now, exp: now + 300, accountIds: ['acme'], access: 'READ' };
  return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg, kid, ...header }).sign(privateKey);
}

/** The public key of an RSA modulus, and a token that whoever knows the prime factors signs with RS256 (RFC 8017, section 8.2.1). */
export async function signedByFactors(primes: readonly bigint[], { audience }: Issuer) {
  const modulus = primes.reduce((product, prime) => product * prime, 1n);
  const order = primes.reduce((product, prime) => product * (prime - 1n), 1n);
  const bytes = Math.ceil(modulus.toString(16).length / 2);
  const now = Date.parse(NOW) / 1_000;
  const claims = { iss: ISSUER, aud: audience, sub: 'user-1', iat: now, exp: now + 300, accountIds: ['acme'], access: 'READ' };
  const kid = 'factors';
  const text = [{ alg: 'RS256', kid }, claims].map((part) => base64url.encode(JSON.stringify(part))).join('.');
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const info = `3031300d060960864801650304020105000420${bytesToHex(hash)}`;
  const padded = `0001${'ff'.repeat(bytes - info.length / 2 - 3)}00${info}`;
  const signature = power(BigInt(`0x${padded}`), inverse(65_537n, order), modulus);
  return { key: { kid, kty: 'RSA', n: digits(modulus, bytes), e: 'AQAB' }, token: `${text}.${digits(signature, bytes)}` };
}

const digits = (number: bigint, bytes: number) => base64url.encode(hexToBytes(number.toString(16).padStart(2 * bytes, '0')));

const power = (base: bigint, exponent: bigint, modulus: bigint): bigint =>
  [...exponent.toString(2)].reduce((result, bit) => (((result * result) % modulus) * (bit === '1' ? base : 1n)) % modulus, 1n);

/** The number whose product with another is 1 modulo a third (Euclid). */
function inverse(number: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [number, modulus, 1n, 0n];
  while (b > 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
}

/** A registered staff issuer. */
export interface StaffIssuer {
  readonly staffIssuerId: string;
  readonly audience: string;
}

/** Registers a staff issuer whose claim `roles` has the roles. */
export const registerStaff = (org: Organization, input: object): Promise<StaffIssuer> =>
  org.done<StaffIssuer>(
    'registerStaffIssuer',
    'staffIssuer { staffIssuerId audience }',
    { issuer: ISSUER, claim: ['roles'], ...input },
    'staffIssuer',
  );

/** An access token of a person, good for five minutes unless said otherwise. */
export function signStaff(
  { privateKey, alg, kid }: Pair,
  { audience }: StaffIssuer,
  claims: object = {},
  header: object = {},
): Promise<string> {
  const now = Date.parse(NOW) / 1_000;
  const usual = { iss: ISSUER, aud: audience, sub: 'ada', client_id: 'dashboard', iat: now, exp: now + 300, roles: ['editor'] };
  return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header }).sign(privateKey);
}
