import type { Decimal } from '../decimal.ts';

export const PRICE_LINE_KINDS = {
  RATE_CARD: 'A rate card at the quantity that is bought.',
  RULE_UPDATE: 'The difference that a pricing rule makes to a rate card.',
  RULE_ADDITION: 'A charge or discount that a pricing rule adds.',
  WALLET_TOPUP: 'The amount that is paid for a wallet top-up.',
} as const satisfies Record<string, string>;

/** A part of a price, as it is shown: the lines of a price sum to it. */
export interface PriceLine {
  readonly kind: keyof typeof PRICE_LINE_KINDS;
  /** The name of the rate card. `null`: the line belongs to none. */
  readonly rateCard: string | null;
  /** The display name of the rate card, or the name of what a rule changes or adds. */
  readonly label: string;
  /** `null`: a rule computes the line. */
  readonly quantity: Decimal | null;
  /** The price of one for a whole cycle. `null`: slabs price the whole quantity, or a rule computes the line. */
  readonly rate: Decimal | null;
  /** The days served in the first cycle, of those of a whole one. `null`: a whole price, or one by usage cycles. */
  readonly share: { readonly days: number; readonly ofDays: number } | null;
  /** Whole minor units of the currency. */
  readonly amount: Decimal;
}

/** A line as a purchase stores it. Lines without a kind have exact amounts, whose sum was rounded to the price. */
export type RecordedPriceLine =
  | PriceLine
  | {
      readonly kind?: never;
      readonly rateCard: string;
      readonly quantity: Decimal;
      readonly rate: Decimal | null;
      readonly amount: Decimal;
    };

/** Returns a stored line, with the amount that was recorded. */
export function toPriceLine(line: RecordedPriceLine): PriceLine {
  if (line.kind !== undefined) return line;
  const isTopup = line.rateCard === 'WALLET_TOPUP';
  return {
    ...{ kind: isTopup ? 'WALLET_TOPUP' : 'RATE_CARD', rateCard: isTopup ? null : line.rateCard, label: line.rateCard },
    ...{ quantity: line.quantity, rate: line.rate, share: null, amount: line.amount },
  };
}
