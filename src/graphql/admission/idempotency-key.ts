import { invalid } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { MAX_KEY } from '../../operations/idempotency.ts';

/**
 * The key in the header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header, section 2.1): a string of structured fields
 * (RFC 9651, section 3.3.3), `"8e03978e"`, or the same without its quotes, as many clients send it. Null where there is no header.
 */
export function parseIdempotencyKey(header: string | undefined): Result<string | null> {
  if (header === undefined) return ok(null);
  const quoted = /^"((?:[ !#-[\]-~]|\\["\\])+)"$/.exec(header)?.[1]?.replace(/\\(.)/g, '$1');
  const key = quoted ?? /^[!#-~]+$/.exec(header)?.[0];
  if (key !== undefined && key.length <= MAX_KEY) return ok(key);
  return refuse(invalid(`\`Idempotency-Key\` is one key of 1 to ${MAX_KEY} printable ASCII characters, such as "8e03978e-40d5".`));
}
