import type { IssueCode } from '../../issue.ts';
import type { RateCard, RatePlan, RateValue } from '../../rate-card/rate-card.ts';

/** A code and the end of a sentence that begins with the name of the card. */
export type CardFault = readonly [IssueCode, string];

const knownFaults = new WeakMap<RateCard, Map<string, readonly CardFault[]>>();

/**
 * Returns the supported currencies in which the card has no rate, and those whose rates do not match the slabs. Rates in other currencies
 * are ignored. Computed once for each card, which never changes: many sets have it, and it can have 100 slabs in each currency.
 */
export function rateFaults(card: RateCard, currencies: readonly string[]): readonly CardFault[] {
  const byCurrencies = knownFaults.get(card) ?? new Map<string, readonly CardFault[]>();
  knownFaults.set(card, byCurrencies);
  const key = currencies.join();
  const faults = byCurrencies.get(key) ?? findFaults(card, currencies);
  byCurrencies.set(key, faults);
  return faults;
}

function findFaults(card: RateCard, currencies: readonly string[]): readonly CardFault[] {
  const priced = new Set(pricedCurrencies(card));
  // Where a minimum commitment has no rate, there is no commitment.
  const missing = card.type === 'MINIMUM_COMMITMENT' ? [] : currencies.filter((currency) => !priced.has(currency));
  return [
    ...missing.map(
      (currency): CardFault => ['RATE_MISSING', `has no rate in ${currency}, which the plan supports. Add one; 0 if it is free.`],
    ),
    ...('ratePlan' in card
      ? slabFaults(
          card.ratePlan,
          card.rateValues.filter(({ currency }) => currencies.includes(currency)),
        )
      : []),
  ];
}

function pricedCurrencies(card: RateCard): readonly string[] {
  const rates = card.type === 'CREDIT_GRANT' ? card.creditRates : card.rateValues;
  return rates.map(({ currency }) => currency);
}

function slabFaults({ slabs }: RatePlan, rateValues: readonly RateValue[]): readonly CardFault[] {
  const slabOrders = slabs.map(({ order }) => order).join(', ');
  return rateValues.flatMap(({ currency, slabRates }): CardFault[] => {
    const rateOrders = slabRates
      .map(({ order }) => order)
      .toSorted((a, b) => a - b)
      .join(', ');
    if (rateOrders === slabOrders) return [];
    return [
      [
        'RATES_MISMATCH',
        `has rates in ${currency} for the slabs ${rateOrders || '(none)'}, but its slabs are ${slabOrders}. Add one rate for each slab.`,
      ],
    ];
  });
}
