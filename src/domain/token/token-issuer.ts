import { fields, parseEach } from '../fields.ts';
import { isId } from '../id.ts';
import { isPublicName } from '../public-host.ts';
import { invalid, type PathSegment } from '../refusal.ts';
import { ok, type Result, refuse, withPath } from '../result.ts';
import { parseName, parseText } from '../text.ts';
import type { DelegateAccess } from './delegate-token.ts';
import { ecFault, edFault, type KeyFault, modulusFault, rsaFault } from './public-key.ts';

/** A new issuer as a caller writes it. Exactly one of `jwks` and `jwksUri` is set. */
export interface NewIssuerInput {
  /** The `iss` claim of its tokens. */
  readonly issuer: string;
  /** A JSON Web Key Set (RFC 7517). */
  readonly jwks?: unknown;
  /** The address at which the issuer publishes its key set. */
  readonly jwksUri?: string | null | undefined;
  /** The maximum access of its tokens. */
  readonly access: DelegateAccess;
}

/** Where the keys of an issuer are. Exactly one is set. */
export interface KeySource {
  readonly jwks: KeySet | null;
  readonly jwksUri: string | null;
}

export interface NewIssuer extends KeySource {
  readonly issuer: string;
}

/** The public half of a key that signs tokens, with the one algorithm that it is used with. */
export type VerificationKey = Readonly<Record<string, string>> & { readonly kid: string; readonly kty: string; readonly alg: string };
export interface KeySet {
  readonly keys: readonly VerificationKey[];
}

/** The keys of one type and curve. */
interface Kind {
  /** The allowed algorithms. The first is the default. None is symmetric, because the verification key is public. */
  readonly algorithms: readonly string[];
  /** The names of the numbers in the public half. */
  readonly numbers: readonly string[];
  readonly faultOf: (key: Readonly<Record<string, string>>) => KeyFault | null;
}

const ec = (algorithm: string): Kind => ({ algorithms: [algorithm], numbers: ['x', 'y'], faultOf: ecFault });
const KINDS: Readonly<Record<string, Kind>> = {
  RSA: { algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'], numbers: ['n', 'e'], faultOf: rsaFault },
  'EC P-256': ec('ES256'),
  'EC P-384': ec('ES384'),
  'EC P-521': ec('ES512'),
  'OKP Ed25519': { algorithms: ['EdDSA', 'Ed25519'], numbers: ['x'], faultOf: edFault },
};
export const SIGNING_ALGORITHMS: readonly string[] = Object.values(KINDS).flatMap(({ algorithms }) => algorithms);

/** The registration of an issuer by one organization. An id begins with `iss` for an issuer of delegates and with `stf` for one of staff. */
export interface Registration {
  readonly orgId: string;
  readonly id: string;
}

const MAX_KEYS = 10;
const MAX_ISSUER = 255;
const MAX_URI = 500;
const MAX_KID = 255;

/** Returns the audience of an issuer's tokens. It identifies the registration, so that no token is valid for two organizations. */
export const audienceOf = ({ orgId, id }: Registration): string => `${orgId}/${id}`;

/** Returns the registration that an audience identifies. `null` for any other text. */
export function registrationOf(audience: string): Registration | null {
  const [orgId = '', id = '', ...more] = audience.split('/');
  return isId('org', orgId) && (isId('iss', id) || isId('stf', id)) && more.length === 0 ? { orgId, id } : null;
}

/** Parses a new issuer (README, "Tokens"). */
export function parseNewIssuer({ issuer, ...source }: Omit<NewIssuerInput, 'access'>): Result<NewIssuer> {
  const parsed = fields<{ name: string; source: KeySource }>(
    { name: parseIssuerName(issuer), source: parseKeySource(source) },
    { name: ['issuer'], source: [] },
  );
  return parsed.ok ? ok({ issuer: parsed.value.name, ...parsed.value.source }) : parsed;
}

/** Parses an `iss` claim. */
export const parseIssuerName = (issuer: string): Result<string> => parseName(issuer, { max: MAX_ISSUER });

/** Parses the keys of an issuer, or their address. */
export function parseKeySource({ jwks, jwksUri }: Pick<NewIssuerInput, 'jwks' | 'jwksUri'>): Result<KeySource> {
  if ((jwks == null) === (jwksUri == null)) {
    return refuse(invalid('Send either `jwks`, the keys themselves, or `jwksUri`, the address at which they are published.', ['jwks']));
  }
  return fields<KeySource>({
    jwks: jwks == null ? ok(null) : parseKeySet(jwks),
    jwksUri: jwksUri == null ? ok(null) : parseKeysUri(jwksUri),
  });
}

/** Parses a set of 1 to 10 keys with distinct `kid`s. Only the public half is stored. */
export function parseKeySet(value: unknown): Result<KeySet> {
  const listed = isObject(value) && Array.isArray(value.keys) ? value.keys : null;
  if (!listed) return refuse(invalid('A key set is an object such as {"keys": [{"kty": "EC", ...}]} (RFC 7517).'));
  if (listed.length === 0 || listed.length > MAX_KEYS) {
    return refuse(invalid(`A key set must have 1 to ${MAX_KEYS} keys, not ${listed.length}.`, ['keys'], 'LIMIT_EXCEEDED'));
  }
  const keys = withPath(parseEach(listed, parseKey), 'keys');
  if (!keys.ok) return keys;
  const kids = keys.value.map(({ kid }) => kid);
  const again = kids.findIndex((kid, i) => kids.indexOf(kid) < i);
  if (again >= 0)
    return refuse(invalid(`An earlier key has the same \`kid\`, "${kids[again]}".`, ['keys', again, 'kid'], 'ALREADY_EXISTS'));
  for (const [i, key] of keys.value.entries()) {
    const fault = factorFault(key);
    if (fault) return refuse(invalid(fault.message, ['keys', i, fault.field]));
  }
  return ok({ keys: keys.value });
}

/** Returns what is wrong with the factors of a key's modulus. `null`: nothing, or it is no RSA key. Slow: ask once for each key. */
export const factorFault = ({ n }: VerificationKey): KeyFault | null => (n === undefined ? null : modulusFault(n));

/** Returns the keys of a published set that can verify tokens. Keys for other purposes are ignored. Whoever uses one asks its `factorFault`. */
export function usableKeys(value: unknown): KeySet {
  const listed = isObject(value) && Array.isArray(value.keys) ? value.keys.slice(0, 10 * MAX_KEYS) : [];
  return { keys: listed.map((key) => parseKey(key)).flatMap((key) => (key.ok ? [key.value] : [])) };
}

function parseKey(value: unknown): Result<VerificationKey> {
  const refused = (message: string, ...path: PathSegment[]) => refuse(invalid(message, path));
  if (!isObject(value)) return refused('A key must be an object.');
  const { kid, kty, crv, alg, use } = value;
  if ('k' in value || 'd' in value) return refused('This key contains its secret. Create another key, and register only its public half.');
  if (typeof kid !== 'string' || kid === '' || kid.length > MAX_KID)
    return refused('A key needs a `kid` of 1 to 255 characters, which tokens name in their header.', 'kid');
  const name = kty === 'RSA' ? 'RSA' : `${String(kty)} ${String(crv)}`;
  const kind = KINDS[name];
  if (!kind) return refused(`A key must be one of ${Object.keys(KINDS).join(', ')}, not ${name}.`, 'kty');
  const algorithm = kind.algorithms.find((candidate) => candidate === (alg ?? kind.algorithms[0]));
  if (!algorithm) return refused(`A key of ${name} must use one of ${kind.algorithms.join(', ')}.`, 'alg');
  if (use !== undefined && use !== 'sig') return refused('This key is not for signatures. Its `use` must be "sig".', 'use');
  const key: Record<string, string> = kty === 'RSA' ? {} : { crv: String(crv) };
  for (const number of kind.numbers) {
    const digits = value[number];
    if (typeof digits !== 'string' || !isBase64Url(digits)) return refused('Must be base64url digits.', number);
    key[number] = digits;
  }
  const fault = kind.faultOf(key);
  return fault ? refused(fault.message, fault.field) : ok({ ...key, kid, kty: String(kty), alg: algorithm });
}

/** Whether a text is unpadded base64url of whole bytes, no longer than any number of a key. */
const isBase64Url = (text: string): boolean => /^[\w-]{1,2000}$/.test(text) && text.length % 4 !== 1;

/** Parses an `https` address of a public host. We send a request to it, which must not reach what the caller could not reach. */
function parseKeysUri(text: string): Result<string> {
  const sound = parseText(text, { min: 1, max: MAX_URI });
  if (!sound.ok) return sound;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' || url.username || url.password || url.port || url.hash) {
    return refuse(invalid('Must be an https address such as "https://id.example.com/.well-known/jwks.json".'));
  }
  if (isPublicName(url.hostname)) return ok(url.href);
  return refuse(invalid(`"${url.hostname}" is not the name of a public host.`));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
