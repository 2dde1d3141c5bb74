import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fields, optional } from '../fields.ts';
import { ID_ALPHABET } from '../id.ts';
import { invalid, precondition } from '../refusal.ts';
import { ok, okUnless, type Result, refuse } from '../result.ts';
import { parseName } from '../text.ts';
import { scopeName } from './scope-name.ts';

/** A new token as a caller writes it. `Scope` is the API's type of scopes. */
export interface NewTokenInput<Scope extends string> {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The first instant at which the token is no longer valid, in milliseconds since 1970. Omitted: valid until it is revoked. */
  readonly expiresAt?: number | null | undefined;
}

export interface NewToken<Scope extends string> {
  readonly name: string;
  /** Without duplicates, in the order of the creator's scopes. */
  readonly scopes: readonly Scope[];
  readonly expiresAt: number | null;
}

const MAX_NAME = 100;
const PREFIX = 'tg_live_';
const SECRET_DIGITS = 30;
const CHECKSUM_DIGITS = 6;
const SHAPE = new RegExp(`^${PREFIX}([0-9A-Za-z]{${SECRET_DIGITS}})([0-9A-Za-z]{${CHECKSUM_DIGITS}})$`);

/**
 * Parses a new token (README, "Tokens"). Refuses with SCOPE_NOT_HELD a scope that the creator lacks.
 * @param creatorScopes the scopes of the creator
 * @param now milliseconds since 1970
 */
export function parseNewToken<Scope extends string>(
  input: NewTokenInput<Scope>,
  { creatorScopes, now }: { readonly creatorScopes: ReadonlySet<Scope>; readonly now: number },
): Result<NewToken<Scope>> {
  return fields<NewToken<Scope>>({
    name: parseName(input.name, { max: MAX_NAME }),
    scopes: parseScopes(input.scopes, creatorScopes),
    expiresAt: optional(input.expiresAt, null, (instant) => parseExpiry(instant, now)),
  });
}

function parseScopes<Scope extends string>(scopes: readonly Scope[], creatorScopes: ReadonlySet<Scope>): Result<readonly Scope[]> {
  if (scopes.length === 0) return refuse(invalid('Select at least one scope. A token without scopes could do nothing.'));
  const lacking = scopes.flatMap((scope, i) =>
    creatorScopes.has(scope)
      ? []
      : [precondition('SCOPE_NOT_HELD', `This token lacks the scope \`${scopeName(scope)}\`, so it cannot grant it.`, [i])],
  );
  return okUnless(
    lacking,
    [...creatorScopes].filter((scope) => scopes.includes(scope)),
  );
}

function parseExpiry(instant: number, now: number): Result<number> {
  if (instant > now) return ok(instant);
  const [expiry, present] = [instant, now].map((each) => new Date(each).toISOString());
  return refuse(invalid(`A token must expire in the future: ${expiry} is not after ${present}.`));
}

/** Returns `tg_live_`, 30 random digits and a checksum of 6 digits, so that a mistyped or leaked token is recognized without a database. */
export function makeToken(random: (digits: number) => string): string {
  const secret = random(SECRET_DIGITS);
  return PREFIX + secret + checksum(secret);
}

/** Whether a text is as long as a token and begins like one. */
export const hasTokenShape = (text: string): boolean => SHAPE.test(text);

/** Whether a text has the format of a token, its checksum included. Says nothing about whether the token exists. */
export function isWellFormedToken(text: string): boolean {
  const [, secret, check] = SHAPE.exec(text) ?? [];
  return secret !== undefined && check === checksum(secret);
}

/** The hash that is stored instead of the token. A fast hash is sufficient: the secret is 178 random bits, not a password. */
export const hashToken = (token: string): string => bytesToHex(sha256(utf8ToBytes(token)));

/** The start of a token, which lists show. */
export const tokenPrefix = (token: string): string => token.slice(0, PREFIX.length + 4);

function checksum(secret: string): string {
  return [...sha256(utf8ToBytes(secret)).slice(0, CHECKSUM_DIGITS)].map((byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join('');
}
