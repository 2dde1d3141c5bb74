import type { BillableItem } from '../../domain/billable-item.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { parseEach } from '../../domain/fields.ts';
import { type Price, priceOf } from '../../domain/purchase/price.ts';
import type { PurchasedPlan, PurchaseOverride, PurchaseTerms } from '../../domain/purchase/purchase.ts';
import { type PurchaseInput, parsePurchase } from '../../domain/purchase/request.ts';
import type { RateCardOperation } from '../../domain/rate-card/operations.ts';
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
import { type AssociationOverrideInput, newestActive, parseDetailsOverride } from '../schedule/association.ts';

type Maybe<T> = T | null | undefined;

/** What can be said of what is bought. Which fields a type takes stands in the domain's README, "Proposals and purchases". */
export interface OfferInput extends Omit<PurchaseInput, 'rateCardQuantities' | 'associationOverride'> {
  readonly pricePlanId?: Maybe<string>;
  readonly rateCardQuantities?: Maybe<readonly RateCardQuantity[]>;
  readonly purchasePlanOverride?: Maybe<{ readonly rateCards: readonly RateCardOperation[] }>;
  readonly associationOverride?: Maybe<AssociationOverrideInput>;
}

/** The quantity of one rate card, where it is another than that of the whole. */
export interface RateCardQuantity {
  readonly rateCardName: string;
  readonly quantity: Decimal;
}

/** What is asked for, whether a caller says it now or a proposal said it before. */
export interface OfferRequest {
  readonly terms: PurchaseInput;
  readonly pricePlanId: Maybe<string>;
  /** What is said of the plan's rate cards; absent: nothing. */
  readonly cards?: ((plan: PurchasedPlan) => Pick<PlanOverride, 'rateCards' | 'ownCards'>) | undefined;
}

/** What is offered from, and to whom. */
export interface OfferContext {
  readonly isProposal: boolean;
  readonly account: AccountWithActiveTimeline;
  /** The plan that is named, with its newest active version. */
  readonly plans: Awaited<ReturnType<typeof plansWithCards>>;
  /** What rate cards may price besides what those of the plan do. */
  readonly items: readonly BillableItem[];
}

export interface Offer extends Price {
  readonly terms: PurchaseTerms;
  /** Null for a wallet top-up. */
  readonly plan: PurchasedPlan | null;
}

/** The terms that an input asks for; what it leaves out is left out. */
export function parseOfferTerms({ rateCardQuantities, associationOverride, ...terms }: OfferInput): Result<PurchaseInput> {
  const override = overrideOf(associationOverride);
  if (!override.ok) return override;
  const quantities = withPath(quantitiesByCard(rateCardQuantities), 'rateCardQuantities');
  return quantities.ok ? ok({ ...terms, associationOverride: override.value, rateCardQuantities: quantities.value }) : quantities;
}

/** What is asked comes to: the terms, fixed to a version of the plan, and the price. */
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

/** The domain tells quantities and rate cards by name; a caller finds them by their place in the list, or under the plan. */
export function withInputPaths<T>(result: Result<T>, { rateCardQuantities }: OfferInput): Result<T> {
  return mapPaths(result, (path) => {
    const [field, name] = path;
    if (field === 'rateCards') return ['pricePlanId'];
    if (field !== 'rateCardQuantities') return path;
    const index = (rateCardQuantities ?? []).findIndex(({ rateCardName }) => trimmed(rateCardName) === name);
    return index < 0 ? [field] : [field, index];
  });
}

/** The plan that is named, its rate cards overridden where that is asked for; null when none is named. */
function planOf(
  { newId }: Work,
  { pricePlanId, terms: { type, associationOverride }, cards: overrideCards }: OfferRequest,
  { account, plans, items }: OfferContext,
): Result<PurchasedPlan | null> {
  if (pricePlanId == null) {
    return overrideCards
      ? refuse(invalid('purchasePlanOverride changes the rate cards of a plan: name its pricePlanId.', ['purchasePlanOverride']))
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

/** Where the domain's parts of an override stand in the input. */
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
