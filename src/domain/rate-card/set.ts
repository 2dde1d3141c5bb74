import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import baseX from 'base-x';
import canonicalize from 'canonicalize';
import { contentText } from '../content-text.ts';
import { ID_ALPHABET } from '../id.ts';
import type { RateCard } from './rate-card.ts';

/** 128 bits of a hash: as 22 digits, and too many for two contents to meet by chance. */
const CONTENT = { bytes: 16, digits: 22 };
/** 64 bits as 11 digits: only the orders of one content have to be told apart. */
const ORDER = { bytes: 8, digits: 11 };
const PREFIX = 'rcs.';
const base62 = baseX(ID_ALPHABET);

/** A set with its cards. */
export interface RateCardSet {
  readonly rateCardSetId: string;
  readonly cards: readonly RateCard[];
}

/**
 * The id of a set of rate cards (README, "Rate-card sets"): `rcs.`, 22 base-62 digits of what the cards say, a dot, and 11 of the order
 * in which they say it. Equal ids, equal cards in equal order; whether cards differ in what they say is a comparison of two ids.
 */
export function rateCardSetId(cards: readonly RateCard[]): string {
  return `${PREFIX}${digitsOf(contentText(cards), CONTENT)}.${digitsOf(canonicalize(cards) ?? '', ORDER)}`;
}

/** The id of what one card says, whatever sets it stands in: `rc.` and 22 base-62 digits. Equal ids, equal cards. */
export const rateCardId = (card: RateCard): string => `rc.${digitsOf(canonicalize(card) ?? '', CONTENT)}`;

/** Whether the sets of two ids say the same. An id of 22 digits alone says as much only of itself: its cards may have another id as well. */
export const sameCards = (a: string, b: string): boolean => contentPart(a) === contentPart(b);

/** The id of cards that stand in the place of a plan version's: where they say the same it is the version's own, whatever form that id has. */
export function setIdBeside(cards: readonly RateCard[], plan: RateCardSet): string {
  const id = rateCardSetId(cards);
  return sameCards(rateCardSetId(plan.cards), id) ? plan.rateCardSetId : id;
}

const contentPart = (setId: string): string => setId.slice(0, PREFIX.length + CONTENT.digits);

function digitsOf(text: string, { bytes, digits }: typeof CONTENT): string {
  return base62.encode(sha256(utf8ToBytes(text)).slice(0, bytes)).padStart(digits, '0');
}
