import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { precondition } from '../domain/refusal.ts';
import { ok, type Result, refuse, withPath } from '../domain/result.ts';
import { parseText } from '../domain/text.ts';
import { deleteRecords, type IdempotencyRecord } from '../store/idempotency.ts';

/** How long a key is remembered, in milliseconds. */
export const KEY_LIVES = 48 * 60 * 60 * 1_000;

/** Characters of a key. */
export const MAX_KEY = 255;

export type KeyedRequest = Pick<IdempotencyRecord, 'key' | 'inputHash'>;

/** A request under its key, with the hash of all that it asks for; null when it has no key. */
export function keyedRequest(operationName: string, input: unknown, text: string | null): Result<KeyedRequest | null> {
  if (text === null) return ok(null);
  const key = withPath(parseText(text, { min: 1, max: MAX_KEY }), 'idempotencyKey');
  if (!key.ok) return key;
  const content = canonicalize({ operationName, input }) ?? '';
  return ok({ key: key.value, inputHash: bytesToHex(sha256(utf8ToBytes(content))) });
}

/** What the same request changed the first time; another request under its key is refused. */
export function firstAnswer(record: IdempotencyRecord, request: KeyedRequest): Result<unknown> {
  if (record.inputHash === request.inputHash) return ok(record.changed);
  const message = `The key "${request.key}" was used for another request within the last 48 hours; take a new key for each.`;
  return refuse(precondition('IDEMPOTENCY_KEY_REUSED', message, ['idempotencyKey']));
}

/** Forgets keys that have lived. Nothing depends on it: a key too old is none. */
export const forgetKeys = (d1: D1Database, now: number): Promise<void> => deleteRecords(d1, now - KEY_LIVES);
