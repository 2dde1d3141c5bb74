import { fields, parseEach } from '../fields.ts';
import { isId } from '../id.ts';
import { invalid, type PathSegment } from '../refusal.ts';
import { ok, type Result, refuse, withPath } from '../result.ts';
import { parseName, parseText } from '../text.ts';
import type { DelegateAccess } from './delegate-token.ts';
import { ecFault, edFault, type KeyFault, rsaFault } from './public-key.ts';

/** Who may issue tokens in an organization's name, as a caller says it. Of `jwks` and `jwksUri` one is given. */
export interface NewIssuerInput {
  /** What its tokens say as `iss`. */
  readonly issuer: string;
  /** A JSON Web Key Set (RFC 7517). */
  readonly jwks?: unknown;
  /** Where it publishes one. */
  readonly jwksUri?: string | null | undefined;
  /** What its tokens may do at most. */
  readonly access: DelegateAccess;
}

export interface NewIssuer {
  readonly issuer: string;
  readonly jwks: KeySet | null;
  readonly jwksUri: string | null;
}

/** The public half of a key that signs tokens, with the one algorithm that it is good for. */
export type VerificationKey = Readonly<Record<string, string>> & { readonly kid: string; readonly kty: string; readonly alg: string };
export interface KeySet {
  readonly keys: readonly VerificationKey[];
}

/** Keys of one type and curve. */
interface Kind {
  /** What one may sign with; the first where it does not say. None takes a secret: what verifies is public. */
  readonly algorithms: readonly string[];
  /** The numbers of its public half. */
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

/** A registered issuer: of one organization. */
interface Registration {
  readonly orgId: string;
  readonly id: string;
}

const MAX_KEYS = 10;
const MAX_ISSUER = 255;
const MAX_URI = 500;
const MAX_KID = 255;

/** For whom a token of the issuer is. It names the registration, so that no token is ever for two organizations. */
export const audienceOf = ({ orgId, id }: Registration): string => `${orgId}/${id}`;

/** The registration that an audience names; null for any other text. */
export function registrationOf(audience: string): Registration | null {
  const [orgId = '', id = '', ...more] = audience.split('/');
  return isId('org', orgId) && isId('iss', id) && more.length === 0 ? { orgId, id } : null;
}

/** An issuer that may be registered (README, "Tokens"). */
export function parseNewIssuer({ issuer, jwks, jwksUri }: NewIssuerInput): Result<NewIssuer> {
  if ((jwks == null) === (jwksUri == null)) {
    return refuse(invalid('Give the keys themselves as `jwks`, or where they are published as `jwksUri`: one of them.', ['jwks']));
  }
  return fields<NewIssuer>({
    issuer: parseName(issuer, { max: MAX_ISSUER }),
    jwks: jwks == null ? ok(null) : parseKeySet(jwks),
    jwksUri: jwksUri == null ? ok(null) : parseKeysUri(jwksUri),
  });
}

/** 1 to 10 keys, each told apart by its `kid`, of which nothing but the public half is kept. */
export function parseKeySet(value: unknown): Result<KeySet> {
  const listed = isObject(value) && Array.isArray(value.keys) ? value.keys : null;
  if (!listed) return refuse(invalid('A key set is an object such as {"keys": [{"kty": "EC", ...}]} (RFC 7517).'));
  if (listed.length === 0 || listed.length > MAX_KEYS) {
    return refuse(invalid(`A key set has 1 to ${MAX_KEYS} keys, not ${listed.length}.`, ['keys'], 'LIMIT_EXCEEDED'));
  }
  const keys = withPath(parseEach(listed, parseKey), 'keys');
  if (!keys.ok) return keys;
  const kids = keys.value.map(({ kid }) => kid);
  const again = kids.findIndex((kid, i) => kids.indexOf(kid) < i);
  if (again < 0) return ok({ keys: keys.value });
  return refuse(invalid(`An earlier key has the \`kid\` "${kids[again]}" as well.`, ['keys', again, 'kid'], 'ALREADY_EXISTS'));
}

/** The keys of a published set that are good for tokens; what it has for other purposes is passed over. */
export function usableKeys(value: unknown): KeySet {
  const listed = isObject(value) && Array.isArray(value.keys) ? value.keys.slice(0, 10 * MAX_KEYS) : [];
  return { keys: listed.map((key) => parseKey(key)).flatMap((key) => (key.ok ? [key.value] : [])) };
}

function parseKey(value: unknown): Result<VerificationKey> {
  const refused = (message: string, ...path: PathSegment[]) => refuse(invalid(message, path));
  if (!isObject(value)) return refused('A key is an object.');
  const { kid, kty, crv, alg, use } = value;
  if ('k' in value || 'd' in value) return refused('This key holds its secret. Register the public half alone, and take another key.');
  if (typeof kid !== 'string' || kid === '' || kid.length > MAX_KID)
    return refused('A key is named by its `kid`, which tokens say.', 'kid');
  const name = kty === 'RSA' ? 'RSA' : `${String(kty)} ${String(crv)}`;
  const kind = KINDS[name];
  if (!kind) return refused(`A key is one of ${Object.keys(KINDS).join(', ')}, not ${name}.`, 'kty');
  const algorithm = kind.algorithms.find((candidate) => candidate === (alg ?? kind.algorithms[0]));
  if (!algorithm) return refused(`A key of ${name} signs with ${kind.algorithms.join(', ')}.`, 'alg');
  if (use !== undefined && use !== 'sig') return refused('This key is not for signatures: its `use` is "sig".', 'use');
  const key: Record<string, string> = kty === 'RSA' ? {} : { crv: String(crv) };
  for (const number of kind.numbers) {
    const digits = value[number];
    if (typeof digits !== 'string' || !isBase64Url(digits)) return refused('Must be base64url digits.', number);
    key[number] = digits;
  }
  const fault = kind.faultOf(key);
  return fault ? refused(fault.message, fault.field) : ok({ ...key, kid, kty: String(kty), alg: algorithm });
}

/** Digits of whole bytes, without padding, and no more than any number of a key has. */
const isBase64Url = (text: string): boolean => /^[\w-]{1,2000}$/.test(text) && text.length % 4 !== 1;

/** An `https` address of a public host. The request goes out from here, and must reach nothing that the caller could not. */
function parseKeysUri(text: string): Result<string> {
  const sound = parseText(text, { min: 1, max: MAX_URI });
  if (!sound.ok) return sound;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' || url.username || url.password || url.port || url.hash) {
    return refuse(invalid('Must be an address such as "https://id.example.com/.well-known/jwks.json".'));
  }
  if (isPublicName(url.hostname)) return ok(url.href);
  return refuse(invalid(`"${url.hostname}" is not the name of a public host.`));
}

const PRIVATE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|arpa|test|invalid|onion)\.?$/;

const isPublicName = (host: string): boolean => /\.[a-z]{2,}\.?$|\.xn--[a-z0-9-]+\.?$/.test(host) && !PRIVATE.test(host);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
