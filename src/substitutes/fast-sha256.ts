import { hmac as hmacWith } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** The part of fast-sha256 that standardwebhooks uses, by the library that the rest of the Worker uses. */
export const hmac = (key: Uint8Array, data: Uint8Array): Uint8Array => hmacWith(sha256, key, data);
