import { contentEquals } from '../content-text.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import type { PurchaseTerms } from './purchase.ts';
import type { PurchaseInput } from './request.ts';

/** Returns the terms of a proposal as an input. A revision uses them for every field that it omits. */
export function purchaseInputOf(terms: PurchaseTerms): PurchaseInput {
  const { topupAmount, purchaseAmount, rateCardQuantities } = terms;
  return {
    type: terms.type,
    paymentMode: terms.paymentMode,
    quantity: terms.quantity,
    rateCardQuantities: Object.keys(rateCardQuantities).length === 0 ? null : rateCardQuantities,
    walletTopupDetails: topupAmount === null ? null : { topupAmount, purchaseAmount },
    effectiveFrom: terms.effectiveFrom,
    effectiveUntil: terms.effectiveUntil,
    expiryDate: terms.expiresAt,
    associationOverride: terms.override,
  };
}

/**
 * Carries a proposal's own rate cards over to a newer version of its plan (README, "Proposals and purchases"): cards that it changed, added
 * or left out stay as in the proposal; every other card is the newer version's.
 * Example: the version had `fee: 100, seats: 5`, the proposal has `fee: 80` and no seats, and the newer version has `fee: 120, seats: 6,
 * calls: 1`. The result is `fee: 80, calls: 1`.
 */
export function carryOver(own: readonly RateCard[], from: readonly RateCard[], to: readonly RateCard[]): readonly RateCard[] {
  const [ownByName, fromByName] = [byName(own), byName(from)];
  const changed = own.filter((card) => !contentEquals(card, fromByName.get(card.name)));
  const changedByName = byName(changed);
  const left = to.filter(({ name }) => ownByName.has(name) || !fromByName.has(name));
  const names = new Set(left.map(({ name }) => name));
  return [...left.map((card) => changedByName.get(card.name) ?? card), ...changed.filter(({ name }) => !names.has(name))];
}

const byName = (cards: readonly RateCard[]): ReadonlyMap<string, RateCard> => new Map(cards.map((card) => [card.name, card]));
