import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import baseX from 'base-x';
import canonicalize from 'canonicalize';
import { ID_ALPHABET } from './id.ts';
import type { RateCard } from './rate-card.ts';

/** 128 bits of the hash: as 22 digits, and too many for two contents to meet by chance. */
const HASH_BYTES = 16;
const DIGITS = 22;
const base62 = baseX(ID_ALPHABET);

/**
 * The id of a set of rate cards, made from what they say and the order they stand in: `rcs.` and 22 base-62 digits
 * (README, "Rate-card sets"). Equal ids, equal cards, so whether cards differ is a comparison of two ids.
 */
export function rateCardSetId(cards: readonly RateCard[]): string {
  const hash = sha256(utf8ToBytes(canonicalize(cards) ?? ''));
  return `rcs.${base62.encode(hash.slice(0, HASH_BYTES)).padStart(DIGITS, '0')}`;
}
