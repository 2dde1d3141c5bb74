import { maxDay } from '../day.ts';
import type { LicenseRateCard } from '../rate-card/rate-card.ts';
import type { Period } from '../timeline/period.ts';
import { daysIn, isWhole, type RatedCycle, type Share, shareOf } from './cycle.ts';
import { type Fraction, isNought, multiply, NOUGHT, negate, order, subtract, textOf, total } from './fraction.ts';
import { type Licenses, mostOf, runsOf } from './licenses.ts';
import { type Part, type ReasonOf, scaled, sumOf } from './line.ts';
import { slabParts } from './parts.ts';
import type { Pricer } from './slabs.ts';
import { isShorter, windowsOf } from './windows.ts';

interface Pricing {
  readonly cycle: Pick<RatedCycle, 'schedule' | 'served' | 'nominal'>;
  readonly isProrated: boolean;
  readonly price: Pricer;
}

interface LicenseParts {
  readonly parts: readonly Part[];
  /** What was given back for credits or into a wallet: no part of the price. */
  readonly refunds: readonly ReasonOf<'REFUND'>[];
}

/**
 * What a license card costs in a cycle (README, "Rating"), each window of its usage cycle by itself.
 *
 * 20 seats at 30 for November in advance, prorated, and 14 from the 16th: 600 is charged, and 6 x 30 x 15/30 = 90 is refunded.
 */
export function licenseParts(card: LicenseRateCard, licenses: Licenses, { cycle, isProrated, price }: Pricing): LicenseParts {
  const priceShare = (share: Share): LicenseParts => {
    if (daysIn(share.served) === 0) return { parts: [], refunds: [] };
    if (!isProrated) return { parts: slabParts(card, mostOf(licenses, share.served), price), refunds: [] };
    const inAdvance = card.invoiceTiming !== 'IN_ARREARS';
    return inAdvance ? advanceParts(card, licenses, share, price) : { parts: runParts(card, licenses, share, price), refunds: [] };
  };
  if (card.usageCycle === null || !isShorter(card.usageCycle, cycle)) return priceShare(cycle);
  const windows = windowsOf(card.usageCycle, cycle).map((window) => ({ window, ...priceShare(window) }));
  return {
    parts: windows.map(({ window, parts }) => windowPart(card, window, mostOf(licenses, window.served), parts)),
    refunds: windows.flatMap(({ refunds }) => refunds),
  };
}

/** Each run of days of equal quantity: the price of that quantity for a whole cycle, times its days of the nominal days. */
function runParts(card: LicenseRateCard, licenses: Licenses, share: Share, price: Pricer): readonly Part[] {
  return runsOf(licenses, share.served).map(({ period, quantity }) => daysPart(card, quantity, { ...share, served: period }, price));
}

/**
 * What is held at the first instant is charged for all days. A later increase is charged, and a decrease refunded, for the rest of the
 * cycle. Without a refund, what has been paid for stays paid for: an increase is charged above the most that was paid for.
 */
function advanceParts(card: LicenseRateCard, licenses: Licenses, share: Share, price: Pricer): LicenseParts {
  let paid = licenses.atStartOf(share.served.start);
  const parts: Part[] = [daysPart(card, paid, share, price)];
  const refunds: ReasonOf<'REFUND'>[] = [];
  for (const { period, quantity } of runsOf(licenses, share.served)) {
    const rest = { ...share, served: { start: maxDay(period.start, share.served.start), end: share.served.end } };
    const change = multiply(subtract(price(quantity).amount, price(paid).amount), shareOf(rest));
    const side = order(quantity, paid);
    if (side > 0) parts.push(increasePart(card, subtract(quantity, paid), rest, change));
    if (side < 0) {
      const mode = card.proratedRefundMode ?? 'NONE';
      if (mode === 'NONE') continue;
      const { part, why } = refundPart(card, subtract(paid, quantity), rest, mode, negate(change));
      parts.push(part);
      if (mode !== 'PAYMENT') refunds.push(why);
    }
    paid = quantity;
  }
  return { parts, refunds };
}

function daysPart(card: LicenseRateCard, quantity: Fraction, share: Share, price: Pricer): Part {
  const slabs = slabParts(card, quantity, price);
  const why = prorationReason(share, total(slabs.map(({ exact }) => exact)));
  const label = `${periodText(share.served)} at ${textOf(quantity)}`;
  return sumOf({
    ...{ key: `days-${share.served.start}`, kind: 'DAYS', label, card, quantity, why },
    parts: slabs.map((part) => scaled(part, shareOf(share))),
  });
}

function increasePart(card: LicenseRateCard, quantity: Fraction, share: Share, exact: Fraction): Part {
  const why = prorationReason(share, multiply(exact, inverse(share)));
  const { start } = share.served;
  return { key: `increase-${start}`, kind: 'PRORATED_INCREASE', label: `Increase from ${start}`, card, quantity, exact, why, parts: [] };
}

function refundPart(
  card: LicenseRateCard,
  quantity: Fraction,
  { served, nominal }: Share,
  mode: ReasonOf<'REFUND'>['mode'],
  worth: Fraction,
): { readonly part: Part; readonly why: ReasonOf<'REFUND'> } {
  const why = { kind: 'REFUND', mode, worth, from: served.start, days: daysIn(served), ofDays: daysIn(nominal) } as const;
  const exact = mode === 'PAYMENT' ? negate(worth) : NOUGHT;
  const label = `Decrease from ${served.start}`;
  return { part: { key: `refund-${served.start}`, kind: 'REFUND', label, card, quantity, exact, why, parts: [] }, why };
}

function windowPart(card: LicenseRateCard, window: Share, quantity: Fraction, parts: readonly Part[]): Part {
  const { served } = window;
  const why = { kind: 'WINDOW', period: served, isCut: !isWhole(window) } as const;
  return sumOf({ key: `window-${served.start}`, kind: 'WINDOW', label: periodText(served), card, quantity, why, parts });
}

function prorationReason({ served, nominal }: Share, wholePrice: Fraction): ReasonOf<'PRORATION'> {
  return { kind: 'PRORATION', wholePrice, period: served, days: daysIn(served), ofDays: daysIn(nominal) };
}

/** What makes a whole price of the price of a share. */
function inverse(share: Share): Fraction {
  const { numerator, denominator } = shareOf(share);
  return isNought({ numerator, denominator }) ? NOUGHT : { numerator: denominator, denominator: numerator };
}

const periodText = ({ start, end }: Period): string => `${start} until ${end}`;
