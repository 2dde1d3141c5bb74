import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { audienceOf, parseNewIssuer, registrationOf, usableKeys } from '../../src/domain/token/token-issuer.ts';

/** The public half of a new key, under a name. */
const publicKey = (kid: string, { publicKey: key }: { publicKey: KeyObject }) => ({ kid, ...(key.export({ format: 'jwk' }) as Jwk) });
type Jwk = Readonly<Record<'kty' | 'n' | 'e' | 'x' | 'y', string>>;
const EC = publicKey('one', generateKeyPairSync('ec', { namedCurve: 'P-256' }));
const RSA = publicKey('two', generateKeyPairSync('rsa', { modulusLength: 2_048 }));
/** A prime of Mersenne, of 2,203 bits. */
const PRIME = Buffer.from((2n ** 2_203n - 1n).toString(16).padStart(552, '0'), 'hex').toString('base64url');
const ED = publicKey('three', generateKeyPairSync('ed25519'));
const parse = (other: object) => parseNewIssuer({ issuer: 'https://id.example.com', ...other });
const parseKeys = (...keys: unknown[]) => parse({ jwks: { keys } });
const refusal = (path: readonly (string | number)[], message: RegExp) => ({
  ok: false,
  refusals: [{ path, message: expect.stringMatching(message) }],
});

describe('the keys of an issuer', () => {
  it('are kept as their public half, each with the algorithm that it signs with', () => {
    expect(parseKeys({ ...EC, use: 'sig', key_ops: ['verify'] }, { ...RSA, alg: 'PS256' }, ED)).toMatchObject({
      ok: true,
      value: {
        jwks: {
          keys: [
            { ...EC, alg: 'ES256' },
            { ...RSA, alg: 'PS256' },
            { ...ED, alg: 'EdDSA' },
          ],
        },
        jwksUri: null,
      },
    });
  });

  it.each([
    ['no object', 'key', [0], /must be an object/],
    ['a secret', { kid: 'a', kty: 'oct', k: 'c2VjcmV0' }, [0], /contains its secret/],
    ['a private half', { ...EC, d: 'd' }, [0], /contains its secret/],
    ['no name', { ...EC, kid: undefined }, [0, 'kid'], /needs a `kid`/],
    ['another type', { ...EC, kty: 'oct' }, [0, 'kty'], /one of RSA, EC P-256/],
    ['another curve', { ...EC, crv: 'secp256k1' }, [0, 'kty'], /not EC secp256k1/],
    ['an algorithm of another type', { ...RSA, alg: 'ES256' }, [0, 'alg'], /RSA must use one of RS256/],
    ['an algorithm that takes a secret', { ...RSA, alg: 'HS256' }, [0, 'alg'], /must use one of RS256/],
    ['no algorithm at all', { ...RSA, alg: 'none' }, [0, 'alg'], /must use one of RS256/],
    ['another use', { ...EC, use: 'enc' }, [0, 'use'], /"sig"/],
    ['no coordinate', { ...EC, y: undefined }, [0, 'y'], /base64url/],
    ['a coordinate in other digits', { ...EC, x: 'a+b/' }, [0, 'x'], /base64url/],
    ['an RSA exponent of 1', { ...RSA, e: 'AQ' }, [0, 'e'], /exponent/],
    ['a modulus of 0', { ...RSA, n: 'A'.repeat(342) }, [0, 'n'], /2,048 to 4,096 bits/],
    ['a prime as its modulus', { ...RSA, n: PRIME }, [0, 'n'], /product of two random primes/],
    ['a point off its curve', { ...EC, x: EC.y, y: EC.x }, [0, 'y'], /not on the curve P-256/],
    ['a point of small order', { ...ED, x: 'A'.repeat(43) }, [0, 'x'], /anyone can make signatures/],
    ['digits of no whole byte', { ...EC, x: `${EC.x}AA` }, [0, 'x'], /base64url/],
  ])('are refused where one has %s', (_title, key, path, message) => {
    expect(parseKeys(key)).toMatchObject(refusal(['jwks', 'keys', ...path], message));
  });

  it('are told apart by their names', () => {
    expect(parseKeys(EC, { ...ED, kid: 'one' })).toMatchObject(refusal(['jwks', 'keys', 1, 'kid'], /earlier key/));
  });

  it.each([[[]], [Array.from({ length: 11 }, (_, i) => ({ ...EC, kid: String(i) }))]])('are 1 to 10', (keys) => {
    expect(parseKeys(...keys)).toMatchObject(refusal(['jwks', 'keys'], /1 to 10/));
  });

  it.each([null, [], 'keys', { keys: {} }])('are a set: %j is none', (jwks) => {
    expect(parse({ jwks })).toMatchObject({ ok: false, refusals: [{ path: ['jwks'] }] });
  });

  it('are, of what is published, those that are good for tokens', () => {
    expect(usableKeys({ keys: [{ ...EC, use: 'enc' }, ED, 'key', { ...RSA, alg: 'RSA-OAEP' }, { ...RSA, e: 'AQ' }] })).toEqual({
      keys: [{ ...ED, alg: 'EdDSA' }],
    });
    expect(usableKeys('nothing')).toEqual({ keys: [] });
  });
});

describe('where an issuer publishes its keys', () => {
  it('is an https address of a public host', () => {
    const jwksUri = 'https://id.example.com/jwks.json?v=1';
    expect(parse({ jwksUri })).toMatchObject({ ok: true, value: { jwksUri, jwks: null } });
  });

  it.each([
    'http://id.example.com/jwks.json',
    'ftp://id.example.com',
    'id.example.com/jwks.json',
    'https://user:password@id.example.com',
    'https://id.example.com:8443/jwks.json',
    'https://id.example.com/#keys',
    'https://localhost/jwks.json',
    'https://id/jwks.json',
    'https://id.internal/jwks.json',
    'https://printer.local./jwks.json',
    'https://10.0.0.1/jwks.json',
    'https://2130706433/jwks.json',
    'https://0x7f.1/jwks.json',
    'https://[::1]/jwks.json',
    `https://id.example.com/${'x'.repeat(500)}`,
    '',
  ])('is not "%s"', (jwksUri) => {
    expect(parse({ jwksUri })).toMatchObject({ ok: false, refusals: [{ path: ['jwksUri'] }] });
  });

  it('is given or the keys are, and not both', () => {
    expect(parse({})).toMatchObject({ ok: false, refusals: [{ path: ['jwks'] }] });
    expect(parse({ jwks: { keys: [EC] }, jwksUri: 'https://id.example.com' })).toMatchObject({ ok: false, refusals: [{ path: ['jwks'] }] });
  });
});

describe('the audience of an issuer', () => {
  const registration = { orgId: 'org.28cFnmXhRNB.KhNhH', id: 'iss.28cFnmXhRNA.s6P8P' };

  it('names its registration, and is read back as it', () => {
    expect(audienceOf(registration)).toBe('org.28cFnmXhRNB.KhNhH/iss.28cFnmXhRNA.s6P8P');
    expect(registrationOf(audienceOf(registration))).toEqual(registration);
  });

  it.each([
    '',
    '/',
    'billing-catalogue',
    'org.28cFnmXhRNB.KhNhH',
    `${audienceOf(registration)}/`,
    'iss.28cFnmXhRNA.s6P8P/org.28cFnmXhRNB.KhNhH',
  ])('is not "%s"', (audience) => expect(registrationOf(audience)).toBeNull());
});
