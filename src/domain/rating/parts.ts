import type { RateCard, RateConfig } from '../rate-card/rate-card.ts';
import { type Fraction, fromDecimal, isNought, subtract } from './fraction.ts';
import type { Part, Reason } from './line.ts';
import type { Limits, Pricer } from './slabs.ts';

/** The floor and ceiling of a whole card. */
export function limitsOf(config: RateConfig | undefined): Limits {
  return {
    minimum: config?.minimumRate ? fromDecimal(config.minimumRate) : null,
    maximum: config?.maximumRate ? fromDecimal(config.maximumRate) : null,
  };
}

/** One part for each slab that prices some of the quantity, and one for what the limits of the card change. */
export function slabParts(card: RateCard, quantity: Fraction, price: Pricer): readonly Part[] {
  const { slabs, limited, amount, limits } = price(quantity);
  const parts = slabs.map(({ slab: { order, priceType }, quantity: units, amount: exact, ...rated }): Part => {
    const why: Reason = { kind: 'SLAB', order, priceType, ...rated };
    return { key: `slab-${order}`, kind: 'SLAB', label: `Slab ${order}`, card, quantity: units, exact, why, parts: [] };
  });
  if (isNought(limited)) return parts;
  const label = limited.numerator > 0n ? 'Minimum of the rate card' : 'Maximum of the rate card';
  const why = { kind: 'LIMIT', ...limits, before: subtract(amount, limited) } as const;
  return [...parts, { key: 'limit', kind: 'CARD_LIMIT', label, card, quantity: null, exact: limited, why, parts: [] }];
}
