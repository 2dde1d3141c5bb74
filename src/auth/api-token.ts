import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ID_ALPHABET } from '../domain/id.ts';

const PREFIX = 'tg_live_';
const SECRET_DIGITS = 30;
const CHECKSUM_DIGITS = 6;
const SHAPE = new RegExp(`^${PREFIX}([0-9A-Za-z]{${SECRET_DIGITS}})([0-9A-Za-z]{${CHECKSUM_DIGITS}})$`);

/** `tg_live_` + 30 random digits + a checksum of 6: a mistyped or leaked token is recognized without asking the database. */
export function makeToken(random: (digits: number) => string): string {
  const secret = random(SECRET_DIGITS);
  return PREFIX + secret + checksum(secret);
}

export function isWellFormedToken(token: string): boolean {
  const [, secret, check] = SHAPE.exec(token) ?? [];
  return secret !== undefined && check === checksum(secret);
}

/** What is stored of a token. A fast hash is enough: the secret is 178 random bits, not a password. */
export const hashToken = (token: string): string => bytesToHex(sha256(utf8ToBytes(token)));

/** What a list of tokens shows of each. */
export const tokenPrefix = (token: string): string => token.slice(0, PREFIX.length + 4);

function checksum(secret: string): string {
  return [...sha256(utf8ToBytes(secret)).slice(0, CHECKSUM_DIGITS)].map((byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join('');
}
