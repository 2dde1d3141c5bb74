import { grouped } from '../count.ts';
import { minorUnits } from '../money.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import { type Fraction, fraction, isBelowNought, isNought, multiply, negate, ONE, pointed, roundHalfEven, toDecimal } from './fraction.ts';
import type { Part, ReasonOf } from './line.ts';

/** Why a line has its amount, in a sentence for people: "50 of 150 units at 1.00 USD each". */
export function explain(part: Part, whole: Part | null, currency: string): string {
  const { why } = part;
  const money = (amount: Fraction) => moneyText(amount, currency);
  switch (why.kind) {
    case 'SUM':
      return SUMS[part.kind] ?? 'The sum of its lines.';
    case 'CARD':
      return cardText(why);
    case 'FEE':
      return feeText(part, why, money);
    case 'PRORATION':
      return prorationText(part, why, money);
    case 'SLAB':
      return `${slabText(part, whole?.quantity ?? null, why, money)}${timesText(part, whole)}.`;
    case 'CYCLE':
      return `What the cycle from ${why.period.start} until ${why.period.end} costs ${why.timing === 'IN_ADVANCE' ? 'in advance' : 'in arrears'}.`;
    case 'WINDOW':
      return `The usage cycle from ${why.period.start} until ${why.period.end}${why.isCut ? ', which is cut' : ''}.`;
    case 'LIMIT':
      return `${limitText(part, why, money)}${timesText(part, whole)}.`;
    case 'RULE':
      return ruleText(why, money);
    case 'COMMITMENT':
      return isNought(part.exact)
        ? `The rate cards come to ${money(why.subtotal)}, at least the commitment of ${money(why.commitment)}.`
        : `The rate cards come to ${money(why.subtotal)}, less than the commitment of ${money(why.commitment)}.`;
    case 'REFUND':
      return `${textOf(part.quantity ?? part.exact)} fewer for ${why.days} of ${why.ofDays} days from ${why.from}: ${money(why.worth)} ${REFUNDS[why.mode]}.`;
  }
}

const SUMS: Partial<Record<Part['kind'], string>> = {
  TOTAL: 'Everything that the cycle costs.',
  GROSS: 'The rate cards, the true-up to the commitment, and what pricing rules add.',
  CARDS: 'The sum of all rate cards.',
  INVOICE: 'Everything that the invoice charges.',
};

const REFUNDS = {
  NONE: 'is not refunded',
  PAYMENT: 'is taken off',
  CREDITS: 'is granted as credits',
  WALLET: 'is granted to the wallet',
} as const satisfies Record<ReasonOf<'REFUND'>['mode'], string>;

function cardText({ isCutAndWhole, isAboveMaxQuantity, fellBelowNought }: ReasonOf<'CARD'>): string {
  return [
    'The sum of what the rate card prices.',
    ...(isCutAndWhole ? ['The cycle is cut and not prorated, so the rate card costs a whole cycle.'] : []),
    ...(isAboveMaxQuantity ? ['The quantity is above the maximum of the card.'] : []),
    ...(fellBelowNought ? ['The licenses add up to fewer than 0 at times, which count as 0.'] : []),
  ].join(' ');
}

type MoneyText = (amount: Fraction) => string;

function prorationText({ kind, quantity }: Part, { days, ofDays, period, wholePrice }: ReasonOf<'PRORATION'>, money: MoneyText): string {
  const share = days === ofDays ? '' : `, for ${days} of ${ofDays} days from ${period.start}`;
  const price = `${money(wholePrice)} for a whole cycle${share}.`;
  if (kind === 'FEE' || quantity === null) return price;
  return kind === 'PRORATED_INCREASE' ? `${textOf(quantity)} more: ${price}` : `${unitText(quantity)}: ${price}`;
}

function feeText({ quantity }: Part, { rate }: ReasonOf<'FEE'>, money: MoneyText): string {
  return quantity === null || sameNumber(quantity, ONE)
    ? `The fee of ${money(rate)}.`
    : `${textOf(quantity)} times the fee of ${money(rate)}.`;
}

/** Entitlements and grants are priced as one, and then multiplied by the quantity of their card. */
function timesText({ card }: Part, whole: Part | null): string {
  if (card === null || !isGrant(card) || whole === null || whole.quantity === null || sameNumber(whole.quantity, ONE)) return '';
  return `, ${textOf(whole.quantity)} times`;
}

const isGrant = ({ type }: RateCard): boolean => type === 'BILLING_ENTITLEMENT' || type === 'CREDIT_GRANT';

function slabText({ quantity, card }: Part, all: Fraction | null, why: ReasonOf<'SLAB'>, money: MoneyText): string {
  const units =
    quantity === null
      ? ''
      : all === null || sameNumber(all, quantity) || (card && isGrant(card))
        ? unitText(quantity)
        : `${textOf(quantity)} of ${unitText(all)}`;
  const limit = why.minimumApplied
    ? ', raised to the minimum of the slab'
    : why.maximumApplied
      ? ', lowered to the maximum of the slab'
      : '';
  if (why.priceType === 'FLAT') return `${units} at a flat ${money(why.rate)}${limit}`;
  if (why.packages === null || why.packageSize === null) return `${units} at ${money(why.rate)} each${limit}`;
  const packages = `${textOf(why.packages)} ${why.packages.numerator === 1n ? 'package' : 'packages'} of ${textOf(why.packageSize)}`;
  return `${units} in ${packages} at ${money(why.rate)} each${limit}`;
}

function limitText({ exact }: Part, { minimum, maximum, before }: ReasonOf<'LIMIT'>, money: MoneyText): string {
  const limit = exact.numerator > 0n ? minimum : maximum;
  const raised = exact.numerator > 0n ? 'raised to the minimum' : 'lowered to the maximum';
  return `The slabs come to ${money(before)}, ${raised} of the rate card, ${limit ? money(limit) : ''}`;
}

function ruleText({ rule, version, measure, before, after }: ReasonOf<'RULE'>, money: MoneyText): string {
  const name = `The pricing rule "${rule}" (version ${version})`;
  if (measure === null || before === null) {
    return isBelowNought(after) ? `${name} takes ${money(negate(after))} off.` : `${name} adds ${money(after)}.`;
  }
  return measure === 'QUANTITY'
    ? `${name} changes the quantity from ${textOf(before)} to ${textOf(after)}.`
    : `${name} changes the amount from ${money(before)} to ${money(after)}.`;
}

/** An amount with at least the places of its currency: `1,000.00 USD`, `0.0325 USD`, and `about 177.42 USD` for 5500/31. */
function moneyText(amount: Fraction, currency: string): string {
  const places = minorUnits(currency);
  return `${toDecimal(amount) === null ? 'about ' : ''}${placed(decimalText(amount, places), places)} ${currency}`;
}

/** A number as people read it: `1,500.25`, and `about 1,451.61` for 45000/31. The facts beside the sentence are exact. */
function textOf(value: Fraction): string {
  return `${toDecimal(value) === null ? 'about ' : ''}${placed(decimalText(value, 2), 0)}`;
}

const decimalText = (value: Fraction, places: number): string =>
  toDecimal(value) ?? pointed(roundHalfEven(multiply(value, fraction(10n ** BigInt(places)))), places);

/** A decimal with its digits in groups before the point, and at least so many places after it. */
function placed(decimal: string, places: number): string {
  const [whole = '0', decimals = ''] = decimal.split('.');
  const shown = decimals.padEnd(places, '0');
  return `${grouped(whole)}${shown && `.${shown}`}`;
}

const unitText = (quantity: Fraction): string => `${textOf(quantity)} ${quantity.numerator === quantity.denominator ? 'unit' : 'units'}`;

const sameNumber = (a: Fraction, b: Fraction): boolean => a.numerator === b.numerator && a.denominator === b.denominator;
