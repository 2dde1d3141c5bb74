import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import baseX from 'base-x';
import canonicalize from 'canonicalize';
import { contentText } from '../content-text.ts';
import { ID_ALPHABET } from '../id.ts';
import type { RateCard } from './rate-card.ts';

/** 128 bits of a hash as 22 digits: enough that two different contents never share an id by chance. */
const CONTENT = { bytes: 16, digits: 22 };
/** 64 bits of a hash as 11 digits: they only distinguish the orders of one content. */
const ORDER = { bytes: 8, digits: 11 };
const PREFIX = 'rcs.';
const base62 = baseX(ID_ALPHABET);

/** The id of a set and its cards. */
export interface RateCardSet {
  readonly rateCardSetId: string;
  readonly cards: readonly RateCard[];
}

/**
 * Returns the id of a set of rate cards (README, "Rate-card sets"): `rcs.`, 22 base-62 digits of the content, a dot, and 11 digits of the
 * order. Equal ids mean equal cards in equal order, so comparing two contents is comparing two ids.
 */
export function rateCardSetId(cards: readonly RateCard[]): string {
  return `${PREFIX}${digitsOf(contentText(cards), CONTENT)}.${digitsOf(canonicalize(cards) ?? '', ORDER)}`;
}

/** Returns the id of one card's content: `rc.` and 22 base-62 digits. The set is not part of it. Equal ids mean equal cards. */
export const rateCardId = (card: RateCard): string => `rc.${digitsOf(canonicalize(card) ?? '', CONTENT)}`;

/**
 * Whether the sets of two ids have the same content. An id without an order part matches only itself: its cards may have a second id of the
 * current form.
 */
export const sameCards = (a: string, b: string): boolean => contentPart(a) === contentPart(b);

/** Returns the set id of cards that replace a plan version's. Cards with the same content get the version's own id, whatever its form. */
export function setIdBeside(cards: readonly RateCard[], plan: RateCardSet): string {
  const id = rateCardSetId(cards);
  return sameCards(rateCardSetId(plan.cards), id) ? plan.rateCardSetId : id;
}

const contentPart = (setId: string): string => setId.slice(0, PREFIX.length + CONTENT.digits);

function digitsOf(text: string, { bytes, digits }: typeof CONTENT): string {
  return base62.encode(sha256(utf8ToBytes(text)).slice(0, bytes)).padStart(digits, '0');
}
