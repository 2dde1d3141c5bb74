import type { BillableItem } from '../../domain/billable-item.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { parseEach } from '../../domain/fields.ts';
import { type Price, priceOf } from '../../domain/purchase/price.ts';
import type { PurchasedPlan, PurchaseOverride, PurchaseTerms } from '../../domain/purchase/purchase.ts';
import { type PurchaseInput, parsePurchase } from '../../domain/purchase/request.ts';
import { parseRateCardName } from '../../domain/rate-card/parse.ts';
import { setIdBeside } from '../../domain/rate-card/set.ts';
import { invalid } from '../../domain/refusal.ts';
import { mapPaths, ok, okUnless, type Result, refuse, renamePaths, withPath } from '../../domain/result.ts';
import { overridePlan, type PlanOverride } from '../../domain/schedule/plan-override.ts';
import { hasEverHadSchedule } from '../../domain/schedule/start-rule.ts';
import { trimmed } from '../../domain/text.ts';
import type { plansWithCards } from '../../store/plan-versions.ts';
import { billablesOf, toCards } from '../../store/rate-cards.ts';
import { type AccountWithActiveTimeline, toSchedules, versionsIn } from '../../store/schedules.ts';
import type { Work } from '../operation.ts';
import { type AssociationOverrideInput, newestActive, parseDetailsOverride, type RateCardsOverrideInput } from '../schedule/association.ts';

type Maybe<T> = T | null | undefined;

/** The terms of an offer as a caller writes them. The domain's README, "Proposals and purchases", lists the fields of each type. */
export interface OfferInput extends Omit<PurchaseInput, 'rateCardQuantities' | 'associationOverride'> {
  readonly pricePlanId?: Maybe<string>;
  readonly rateCardQuantities?: Maybe<readonly RateCardQuantity[]>;
  readonly purchasePlanOverride?: Maybe<RateCardsOverrideInput>;
  readonly associationOverride?: Maybe<AssociationOverrideInput>;
}

/** The quantity of one rate card, instead of the quantity of the whole purchase. */
export interface RateCardQuantity {
  readonly rateCardName: string;
  readonly quantity: Decimal;
}

/** The terms of an offer: those of a caller's input, or those of an earlier proposal with the caller's changes. */
export interface OfferRequest {
  readonly terms: PurchaseInput;
  readonly pricePlanId: Maybe<string>;
  /** Returns the override of the plan's rate cards. Omitted: there is none. */
  readonly cards?: ((plan: PurchasedPlan) => Pick<PlanOverride, 'replacedFamilies' | 'rateCards' | 'ownCards'>) | undefined;
}

/** The stored state that decides an offer. */
export interface OfferContext {
  readonly isProposal: boolean;
  readonly account: AccountWithActiveTimeline;
  /** The selected plan with its newest active version. */
  readonly plans: Awaited<ReturnType<typeof plansWithCards>>;
  /** The billable items that overriding rate cards price, in addition to those of the plan's cards. */
  readonly items: readonly BillableItem[];
}

export interface Offer extends Price {
  readonly terms: PurchaseTerms;
  /** `null` for a wallet top-up. */
  readonly plan: PurchasedPlan | null;
}

/** Parses the terms of an input. Omitted fields stay omitted. */
export function parseOfferTerms({ rateCardQuantities, associationOverride, ...terms }: OfferInput): Result<PurchaseInput> {
  const override = overrideOf(associationOverride);
  if (!override.ok) return override;
  const quantities = withPath(quantitiesByCard(rateCardQuantities), 'rateCardQuantities');
  return quantities.ok ? ok({ ...terms, associationOverride: override.value, rateCardQuantities: quantities.value }) : quantities;
}

/** Returns the offer of a request: its terms with the plan version pinned, and its price. */
export function offer(work: Work, request: OfferRequest, context: OfferContext): Result<Offer> {
  const { now, today } = work;
  const { isProposal, account } = context;
  const plan = planOf(work, request, context);
  if (!plan.ok) return plan;
  const start = {
    timeline: toSchedules(account.schedules),
    today,
    versions: versionsIn(account.schedules),
    everHadSchedule: hasEverHadSchedule(account),
  };
  const terms = parsePurchase(request.terms, { isProposal, account, plan: plan.value, now, start });
  if (!terms.ok) return terms;
  const priced = priceOf(terms.value, plan.value, account.invoiceCurrency);
  return priced.ok ? ok({ terms: terms.value, plan: plan.value, ...priced.value }) : priced;
}

/** Replaces the domain's paths by those of the input: the domain refers to quantities and rate cards by name, the input by index or plan. */
export function withInputPaths<T>(result: Result<T>, { rateCardQuantities }: OfferInput): Result<T> {
  return mapPaths(result, (path) => {
    const [field, name] = path;
    if (field === 'rateCards' || field === 'pricingRules') return ['pricePlanId'];
    if (field !== 'rateCardQuantities') return path;
    const index = (rateCardQuantities ?? []).findIndex(({ rateCardName }) => trimmed(rateCardName) === name);
    return index < 0 ? [field] : [field, index];
  });
}

/** Returns the selected plan with its rate cards overridden. `null` if no plan is selected. */
function planOf(
  { newId }: Work,
  { pricePlanId, terms: { type, associationOverride }, cards: overrideCards }: OfferRequest,
  { account, plans, items }: OfferContext,
): Result<PurchasedPlan | null> {
  if (pricePlanId == null) {
    return overrideCards
      ? refuse(invalid('`purchasePlanOverride` changes the rate cards of a plan. Set `pricePlanId` as well.', ['purchasePlanOverride']))
      : ok(null);
  }
  const code = type === 'ASSOCIATION' ? 'PLAN_NOT_ASSOCIABLE' : 'PLAN_NOT_PURCHASABLE';
  const version = newestActive(plans, pricePlanId, code);
  if (!version.ok) return version;
  const rows = plans.flatMap(({ versions }) => versions.flatMap(({ rateCards }) => rateCards));
  const plan = { version: version.value, rateCardSetId: version.value.rateCardSetId, cards: toCards(rows) };
  const currencies = associationOverride?.currencies;
  const billables = new Map([...billablesOf(rows), ...items.map((item) => [item.id, item] as const)]);
  const context = { invoiceCurrency: account.invoiceCurrency, billables, nextRuleId: () => newId('rule') };
  const overridden = renamePaths(overridePlan(plan, { currencies, ...overrideCards?.(plan) }, context), INPUT_PATHS);
  if (!overridden.ok) return overridden;
  const { cards } = overridden.value;
  return ok({ ...plan, cards, rateCardSetId: setIdBeside(cards, plan) });
}

/** The paths of the domain's parts of an override in the input. */
const INPUT_PATHS = { currencies: ['associationOverride', 'supportedCurrencies'], rateCards: ['purchasePlanOverride', 'rateCards'] };

function overrideOf(input: Maybe<AssociationOverrideInput>): Result<Maybe<PurchaseOverride>> {
  return input ? withPath(parseDetailsOverride(input), 'associationOverride') : ok(input);
}

function quantitiesByCard(inputs: Maybe<readonly RateCardQuantity[]>): Result<Maybe<Readonly<Record<string, Decimal>>>> {
  if (!inputs) return ok(inputs);
  const parsed = parseEach(inputs, ({ rateCardName }) => withPath(parseRateCardName(rateCardName), 'rateCardName'));
  if (!parsed.ok) return parsed;
  const names = parsed.value;
  const twice = names.flatMap((name, i) => (names.indexOf(name) < i ? [invalid(`"${name}" is named twice.`, [i, 'rateCardName'])] : []));
  return okUnless(twice, Object.fromEntries(inputs.map(({ quantity }, i) => [names[i], quantity])));
}
