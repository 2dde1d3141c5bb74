import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fields, optional } from '../fields.ts';
import { ID_ALPHABET } from '../id.ts';
import { invalid, precondition } from '../refusal.ts';
import { ok, okUnless, type Result, refuse } from '../result.ts';
import { parseName } from '../text.ts';
import { scopeName } from './scope-name.ts';

/** What a caller says of a token to be made. `Scope` is whatever texts the API knows as scopes. */
export interface NewTokenInput<Scope extends string> {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Milliseconds since the epoch: the first instant at which it is no longer valid. Absent: it is valid until it is revoked. */
  readonly expiresAt?: number | null | undefined;
}

export interface NewToken<Scope extends string> {
  readonly name: string;
  /** Each once, in the order in which the creator's scopes are listed. */
  readonly scopes: readonly Scope[];
  readonly expiresAt: number | null;
}

const MAX_NAME = 100;
const PREFIX = 'tg_live_';
const SECRET_DIGITS = 30;
const CHECKSUM_DIGITS = 6;
const SHAPE = new RegExp(`^${PREFIX}([0-9A-Za-z]{${SECRET_DIGITS}})([0-9A-Za-z]{${CHECKSUM_DIGITS}})$`);

/**
 * A token that its creator may make (README, "Tokens").
 * @param held the scopes of the creator, of which it can grant a part
 * @param now milliseconds since the epoch
 */
export function parseNewToken<Scope extends string>(
  input: NewTokenInput<Scope>,
  { held, now }: { readonly held: ReadonlySet<Scope>; readonly now: number },
): Result<NewToken<Scope>> {
  return fields<NewToken<Scope>>({
    name: parseName(input.name, { max: MAX_NAME }),
    scopes: parseScopes(input.scopes, held),
    expiresAt: optional(input.expiresAt, null, (instant) => parseExpiry(instant, now)),
  });
}

function parseScopes<Scope extends string>(scopes: readonly Scope[], held: ReadonlySet<Scope>): Result<readonly Scope[]> {
  if (scopes.length === 0) return refuse(invalid('Name at least one scope: a token without any could do nothing.'));
  const lacking = scopes.flatMap((scope, i) =>
    held.has(scope)
      ? []
      : [precondition('SCOPE_NOT_HELD', `This token lacks the scope \`${scopeName(scope)}\`, so it cannot grant it.`, [i])],
  );
  return okUnless(
    lacking,
    [...held].filter((scope) => scopes.includes(scope)),
  );
}

function parseExpiry(instant: number, now: number): Result<number> {
  if (instant > now) return ok(instant);
  const [expiry, present] = [instant, now].map((each) => new Date(each).toISOString());
  return refuse(invalid(`A token expires in the future: ${expiry} is not after ${present}.`));
}

/** `tg_live_` + 30 random digits + a checksum of 6: a mistyped or leaked token is recognized without asking the database. */
export function makeToken(random: (digits: number) => string): string {
  const secret = random(SECRET_DIGITS);
  return PREFIX + secret + checksum(secret);
}

/** Whether a text could be a token at all; says nothing about whether anybody was given it. */
export function isWellFormedToken(text: string): boolean {
  const [, secret, check] = SHAPE.exec(text) ?? [];
  return secret !== undefined && check === checksum(secret);
}

/** What is stored of a token. A fast hash is enough: the secret is 178 random bits, not a password. */
export const hashToken = (token: string): string => bytesToHex(sha256(utf8ToBytes(token)));

/** What a list of tokens shows of each. */
export const tokenPrefix = (token: string): string => token.slice(0, PREFIX.length + 4);

function checksum(secret: string): string {
  return [...sha256(utf8ToBytes(secret)).slice(0, CHECKSUM_DIGITS)].map((byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join('');
}
