import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { precondition } from '../domain/refusal.ts';
import { ok, type Result, refuse, withPath } from '../domain/result.ts';
import { parseVisible } from '../domain/text.ts';
import { deleteRecords, type IdempotencyRecord } from '../store/idempotency.ts';

/** Lifetime of a key in milliseconds. */
export const KEY_LIVES = 48 * 60 * 60 * 1_000;

/** Maximum length of a key in characters. */
export const MAX_KEY = 255;

export type KeyedRequest = Pick<IdempotencyRecord, 'key' | 'inputHash'>;

/** Returns a request's key with the hash of its operation and input. `null` if the request has no key. */
export function keyedRequest(operationName: string, input: unknown, text: string | null): Result<KeyedRequest | null> {
  if (text === null) return ok(null);
  const key = withPath(parseVisible(text, { min: 1, max: MAX_KEY }), 'idempotencyKey');
  if (!key.ok) return key;
  const content = canonicalize({ operationName, input }) ?? '';
  return ok({ key: key.value, inputHash: bytesToHex(sha256(utf8ToBytes(content))) });
}

/** Returns what the first request with the key changed. Refuses with IDEMPOTENCY_KEY_REUSED if that was a different request. */
export function firstAnswer(record: IdempotencyRecord, request: KeyedRequest): Result<unknown> {
  if (record.inputHash === request.inputHash) return ok(record.changed);
  const message = `The key "${request.key}" was used for another request within the last 48 hours. Use a new key for each request.`;
  return refuse(precondition('IDEMPOTENCY_KEY_REUSED', message, ['idempotencyKey']));
}

/** Deletes expired keys. Only saves space: an expired key is never used. */
export const forgetKeys = (d1: D1Database, now: number): Promise<void> => deleteRecords(d1, now - KEY_LIVES);
