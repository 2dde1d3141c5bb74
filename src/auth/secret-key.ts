/** The minimum size of a key of HMAC-SHA256, in bytes (RFC 7518, section 3.2; RFC 2104, section 3). */
const MIN_SECRET_BYTES = 32;

/** Keys by secret. A deployment has two secrets, and each request needs their keys. */
const keys = new Map<string, Uint8Array>();

/** Returns the key of a secret. `null`: the secret is missing or under 32 bytes, so nothing is signed or accepted with it. */
export function secretKeyOf(secret: string | undefined): Uint8Array | null {
  if (secret === undefined) return null;
  const key = keys.get(secret) ?? new TextEncoder().encode(secret);
  keys.set(secret, key);
  return key.length >= MIN_SECRET_BYTES ? key : null;
}
