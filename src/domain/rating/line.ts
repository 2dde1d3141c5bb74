import type { Day } from '../day.ts';
import type { LicenseRateCard, PriceType, RateCard } from '../rate-card/rate-card.ts';
import type { Period } from '../timeline/period.ts';
import { type Fraction, multiply, total } from './fraction.ts';

export const LINE_KINDS = {
  TOTAL: 'Everything that the cycle costs.',
  GROSS: 'The cost before discounts.',
  CARDS: 'The sum of all rate cards.',
  CARD: 'A rate card.',
  FEE: 'The rate of a fixed fee.',
  SLAB: 'The part of a quantity that one slab prices.',
  CARD_LIMIT: 'The difference that the minimum or maximum of the whole card makes.',
  WINDOW: 'One usage cycle inside the pricing cycle.',
  DAYS: 'Days on which the quantity of a license stays the same.',
  PRORATED_INCREASE: 'Licenses added after the start of a cycle that is charged in advance.',
  REFUND: 'Licenses given back after the start of a cycle that is charged in advance.',
  RULE_UPDATE: 'The difference that a pricing rule makes to a rate card.',
  TRUE_UP: 'The difference to the minimum commitment.',
  RULE_ADDITION: 'A charge or discount that a pricing rule adds.',
  INVOICE: 'Everything that an invoice charges.',
  CYCLE: 'What an invoice charges of one pricing cycle.',
} as const satisfies Record<string, string>;
export type LineKind = keyof typeof LINE_KINDS;

export type RefundMode = NonNullable<LicenseRateCard['proratedRefundMode']>;

/** A variable that a pricing rule read, with its value then: a number, or the first day of the cycle or after it. */
export interface VariableRead {
  readonly name: string;
  readonly value: Fraction | Day;
}

/** Why a line has its amount, as facts. */
export type Reason =
  | { readonly kind: 'SUM' }
  | { readonly kind: 'CARD'; readonly isCutAndWhole: boolean; readonly isAboveMaxQuantity: boolean; readonly fellBelowNought: boolean }
  | { readonly kind: 'FEE'; readonly rate: Fraction }
  | {
      readonly kind: 'PRORATION';
      /** The price of a whole cycle. */
      readonly wholePrice: Fraction;
      readonly period: Period;
      readonly days: number;
      readonly ofDays: number;
    }
  | {
      readonly kind: 'SLAB';
      readonly order: number;
      readonly startAfter: Fraction;
      /** Last unit of the slab. `null`: it has no end. */
      readonly until: Fraction | null;
      readonly priceType: PriceType;
      readonly packageSize: Fraction | null;
      readonly packages: Fraction | null;
      readonly rate: Fraction;
      readonly minimumApplied: boolean;
      readonly maximumApplied: boolean;
    }
  | { readonly kind: 'CYCLE'; readonly period: Period; readonly timing: 'IN_ADVANCE' | 'IN_ARREARS' }
  | { readonly kind: 'WINDOW'; readonly period: Period; readonly isCut: boolean }
  | { readonly kind: 'LIMIT'; readonly minimum: Fraction | null; readonly maximum: Fraction | null; readonly before: Fraction }
  | {
      readonly kind: 'RULE';
      readonly rule: string;
      readonly version: number;
      readonly order: number;
      readonly timing: 'IN_ADVANCE' | 'IN_ARREARS';
      readonly variables: readonly VariableRead[];
      /** What the rule changes; `null` for a line that it adds. */
      readonly measure: 'REVENUE' | 'QUANTITY' | null;
      readonly before: Fraction | null;
      readonly after: Fraction;
    }
  | { readonly kind: 'COMMITMENT'; readonly commitment: Fraction; readonly subtotal: Fraction }
  | {
      readonly kind: 'REFUND';
      readonly mode: RefundMode;
      /** What the licenses given back were worth for the rest of the cycle. */
      readonly worth: Fraction;
      readonly from: Day;
      readonly days: number;
      readonly ofDays: number;
    };
export type ReasonOf<Kind extends Reason['kind']> = Reason & { readonly kind: Kind };

/** A line before it is shown: an exact amount, equal to the sum of its parts where it has any. */
export interface Part {
  /** Tells it from the other parts of the same whole. */
  readonly key: string;
  readonly kind: LineKind;
  readonly label: string;
  readonly card: RateCard | null;
  readonly quantity: Fraction | null;
  readonly exact: Fraction;
  readonly why: Reason;
  readonly parts: readonly Part[];
}

/** A part that is the sum of others. */
export function sumOf(part: Omit<Part, 'exact'>): Part {
  return { ...part, exact: total(part.parts.map(({ exact }) => exact)) };
}

/** A part, and all of its parts, times a factor. */
export function scaled(part: Part, factor: Fraction): Part {
  if (factor.numerator === factor.denominator) return part;
  return { ...part, exact: multiply(part.exact, factor), parts: part.parts.map((inner) => scaled(inner, factor)) };
}
