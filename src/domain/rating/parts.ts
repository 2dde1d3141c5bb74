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
  const parts = slabs.map(({ slab, until, ...rated }): Part => {
    const { order, priceType, packageSize } = slab;
    const { packages, rate, minimumApplied, maximumApplied } = rated;
    const why: Reason = {
      ...{ kind: 'SLAB', order, startAfter: fromDecimal(slab.startAfter), until, priceType },
      ...{ packageSize: packageSize === null ? null : fromDecimal(packageSize), packages, rate, minimumApplied, maximumApplied },
    };
    return {
      key: `slab-${order}`,
      kind: 'SLAB',
      label: `Slab ${order}`,
      card,
      quantity: rated.quantity,
      exact: rated.amount,
      why,
      parts: [],
    };
  });
  if (isNought(limited)) return parts;
  const label = limited.numerator > 0n ? 'Minimum of the rate card' : 'Maximum of the rate card';
  const why = { kind: 'LIMIT', ...limits, before: subtract(amount, limited) } as const;
  return [...parts, { key: 'limit', kind: 'CARD_LIMIT', label, card, quantity: null, exact: limited, why, parts: [] }];
}
