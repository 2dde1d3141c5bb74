import { type Day, FOREVER, startOfDay } from '../day.ts';
import { type Decimal, times } from '../decimal.ts';
import { readDuration, shiftDay } from '../pricing-rule/dates.ts';
import type { BillingEntitlementRateCard, FeatureConfig, RateCard } from '../rate-card/rate-card.ts';
import { invalid } from '../refusal.ts';
import { all, ok, type Result, refuse, withPath } from '../result.ts';
import type { Association } from '../schedule/edit.ts';
import type { LicenseUpdate } from '../schedule/license-update.ts';
import type { Period } from '../timeline/period.ts';
import { quantityOf } from './price.ts';
import { effectKind, type PurchasedPlan, type PurchaseTerms } from './purchase.ts';

/** The credits of a feature for a period. */
export interface EntitlementGrant {
  readonly featureId: string;
  readonly credits: Decimal;
  readonly period: Period;
}

/** The effect of a purchase as data. Whoever applies it writes it together with the purchase's status. */
export type PurchaseEffect =
  | { readonly kind: 'ASSOCIATION'; readonly edit: Association; readonly licenses: readonly LicenseUpdate[] }
  | { readonly kind: 'ENTITLEMENTS'; readonly grants: readonly EntitlementGrant[] }
  | { readonly kind: 'WALLET_CREDIT'; readonly amount: Decimal };

/**
 * Returns the effect of a purchase on `today` (README, "Proposals and purchases"): the edit of an association, which `applyEdit` may still
 * refuse, with the licenses that are bought; grants whose periods begin today; or the credit of a wallet.
 * A card of 100 credits for `P20D` with quantity 3 on 2026-05-20 gives 100 x 3 = 300 credits from 2026-05-20 until before 2026-06-09.
 * @param plan the plan that is bought; `null` for a wallet top-up
 */
export function effectOf(terms: PurchaseTerms, plan: PurchasedPlan | null, today: Day): Result<PurchaseEffect> {
  const kind = effectKind(terms.type, plan?.version.type ?? null);
  const { topupAmount, effectiveFrom, effectiveUntil } = terms;
  if (kind === 'WALLET_CREDIT' && topupAmount !== null) return ok({ kind, amount: topupAmount });
  if (kind === 'ENTITLEMENTS' && plan) {
    const grants = grantsOf(terms, plan.cards, today);
    return grants.ok ? ok({ kind, grants: grants.value }) : grants;
  }
  if (kind === 'ASSOCIATION' && plan && effectiveFrom !== null && effectiveUntil !== null) {
    const edit = associationOf(terms, plan, { start: effectiveFrom, end: effectiveUntil });
    return ok({ kind, edit, licenses: licensesOf(terms, plan.cards, effectiveFrom) });
  }
  throw new Error(`A purchase of type ${terms.type} lacks what its effect needs.`);
}

/** Returns the edit of an association on its days. */
export function associationOf({ override }: PurchaseTerms, { version, rateCardSetId }: PurchasedPlan, days: Period): Association {
  const pricingCycle = override?.pricingCycle ?? null;
  const currencies = override?.currencies ?? null;
  const overrides = { pricingCycle, currencies, pricingRules: null, rateCardSetId };
  return { mode: 'ASSOCIATE', period: days, version, overrides, retainStartOffsets: false, merge: false };
}

/** The licenses that the account holds from the first day on: as many as are bought, whatever it held before. */
function licensesOf(terms: PurchaseTerms, cards: readonly RateCard[], start: Day): readonly LicenseUpdate[] {
  return cards.flatMap((card) =>
    card.type === 'LICENSE' && card.billableId !== null
      ? [{ licenseId: card.billableId, updateType: 'ABSOLUTE', quantity: quantityOf(card, terms), effectiveFrom: startOfDay(start) }]
      : [],
  );
}

function grantsOf(terms: PurchaseTerms, cards: readonly RateCard[], today: Day): Result<readonly EntitlementGrant[]> {
  const entitlements = cards.filter((card) => card.type === 'BILLING_ENTITLEMENT');
  return all(
    entitlements.flatMap((card) =>
      card.featureConfigs.map((config) => withPath(grantOf(card, config, terms, today), 'rateCards', card.name)),
    ),
  );
}

function grantOf(card: BillingEntitlementRateCard, config: FeatureConfig, terms: PurchaseTerms, today: Day): Result<EntitlementGrant> {
  if (card.billableId === null) throw new Error(`The entitlement card "${card.name}" has no feature.`);
  const days = grantPeriod(card.name, config, today);
  if (!days.ok) return days;
  const credits = times(config.featureCreditLimit, quantityOf(card, terms));
  return ok({ featureId: card.billableId, credits, period: days.value });
}

function grantPeriod(card: string, { effectiveFrom, effectiveUntil }: FeatureConfig, today: Day): Result<Period> {
  const start = effectiveFrom === null ? today : after(today, effectiveFrom);
  const end = after(today, effectiveUntil);
  const told = `"${effectiveFrom ?? 'P0D'}" to "${effectiveUntil}"`;
  if (!start || !end) return refuse(invalid(`The period of a grant must be ISO 8601 durations, such as "P20D", not ${told}.`));
  if (start < end) return ok({ start, end });
  const message = `The entitlement of "${card}" would last no day: counted from ${today}, ${told} begins on ${start} and ends before ${end}. It can take effect on a later day.`;
  return refuse(invalid(message, [], 'EMPTY_PERIOD'));
}

/** The day after a duration, FOREVER at the latest. `null` if the text is not a duration. */
function after(today: Day, duration: string): Day | null {
  const length = readDuration(duration);
  return length && (shiftDay(today, length) ?? FOREVER);
}
