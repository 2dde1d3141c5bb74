import type { BillableItem } from '../../domain/billable-item.ts';
import type { Day } from '../../domain/day.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { overridePlan } from '../../domain/plan-override.ts';
import { type Price, priceOf } from '../../domain/purchase/price.ts';
import { parsePurchase } from '../../domain/purchase/request.ts';
import { initialState } from '../../domain/purchase/transitions.ts';
import type { PaymentMode, PurchasedPlan, PurchaseOverride, PurchaseTerms, PurchaseType } from '../../domain/purchase.ts';
import type { RateCardOperation } from '../../domain/rate-card-operations.ts';
import { rateCardSetId } from '../../domain/rate-card-set.ts';
import { invalid, type Refusal } from '../../domain/refusal.ts';
import { ok, okUnless, placed, type Result, refuse, under } from '../../domain/result.ts';
import { accountIsAt, advanceAccount } from '../../store/accounts.ts';
import { billableItemsById } from '../../store/billable-items.ts';
import { plansWithCards } from '../../store/plan-versions.ts';
import { plansAreLive } from '../../store/price-plans.ts';
import { insertPurchase } from '../../store/purchases.ts';
import { billablesOf, insertRateCardSet, toCards } from '../../store/rate-cards.ts';
import { type AccountWithActiveTimeline, accountWithActiveTimeline, toSchedules, versionsIn } from '../../store/schedules.ts';
import { requireAccount } from '../account/require.ts';
import type { Work } from '../operation.ts';
import { type AssociationOverrideInput, billableIdsIn, newestActive, parseDetailsOverride } from '../schedule/association.ts';

type Maybe<T> = T | null | undefined;

/** What is bought or proposed. Which fields a type takes stands in the domain's README, "Proposals and purchases". */
export interface NewPurchaseInput {
  readonly accountId: string;
  readonly type?: Maybe<PurchaseType>;
  readonly pricePlanId?: Maybe<string>;
  readonly quantity?: Maybe<number>;
  readonly rateCardQuantities?: Maybe<readonly RateCardQuantity[]>;
  readonly purchasePlanOverride?: Maybe<{ readonly rateCards: readonly RateCardOperation[] }>;
  readonly associationOverride?: Maybe<AssociationOverrideInput>;
  readonly walletTopupDetails?: Maybe<{ readonly topupAmount: Decimal; readonly purchaseAmount?: Maybe<Decimal> }>;
  readonly effectiveFrom?: Maybe<Day>;
  readonly effectiveUntil?: Maybe<Day>;
  readonly expectedRevision?: Maybe<number>;
}

/** The quantity of one rate card, where it is another than that of the whole. */
export interface RateCardQuantity {
  readonly rateCardName: string;
  readonly quantity: Decimal;
}

/** What a proposal says and a purchase does not. */
interface ProposalTerms {
  readonly isProposal: boolean;
  readonly paymentMode?: PaymentMode;
  /** Milliseconds since the epoch. */
  readonly expiryDate?: Maybe<number>;
}

/** Makes a purchase or proposal: its price is fixed now, with the plan's newest active version. */
export async function makePurchase(
  work: Work,
  input: NewPurchaseInput,
  proposal: ProposalTerms,
): Promise<Result<{ purchase: string; account: string }>> {
  const { store, unit, now, newId, idempotencyKey } = work;
  const [found, plans, items] = await store.db.batch([
    accountWithActiveTimeline(store, input.accountId),
    plansWithCards(store, input.pricePlanId == null ? [] : [input.pricePlanId]),
    billableItemsById(store, billableIdsIn(input.purchasePlanOverride?.rateCards)),
  ]);
  const required = requireAccount(found, input);
  if (!required.ok) return required;
  const account = required.value;
  const offered = offer(work, input, proposal, { account, plans, items });
  if (!offered.ok) return offered;

  const { terms, plan, price, lines } = offered.value;
  const row = {
    ...terms,
    ...initialState(terms.isProposal),
    id: newId('purchase'),
    accountId: account.id,
    priceAmount: price.amount,
    priceCurrency: price.currency,
    priceLines: lines,
    idempotencyKey,
    createdAt: now,
    updatedAt: now,
  };
  unit.guard(accountIsAt(store, account));
  if (plan) unit.guard(plansAreLive(store, [plan.version.pricePlanId]));
  if (plan && input.purchasePlanOverride) unit.write(...insertRateCardSet(store, plan.cards));
  unit.write(insertPurchase(store, row), advanceAccount(store, account, { now, timeline: false }));
  work.audit({ subjectId: account.id, entities: [account.id, row.id], before: null, after: row });
  return ok({ purchase: row.id, account: account.id });
}

interface Loaded {
  readonly account: AccountWithActiveTimeline;
  readonly plans: Awaited<ReturnType<typeof plansWithCards>>;
  readonly items: readonly BillableItem[];
}

interface Offer extends Price {
  readonly terms: PurchaseTerms;
  /** Null for a wallet top-up. */
  readonly plan: PurchasedPlan | null;
}

/** What the input comes to: the terms, fixed to a version of the plan, and the price. */
function offer(work: Work, input: NewPurchaseInput, proposal: ProposalTerms, loaded: Loaded): Result<Offer> {
  const { now, today } = work;
  const { account } = loaded;
  const associationOverride = overrideOf(input.associationOverride);
  if (!associationOverride.ok) return associationOverride;
  const plan = planOf(work, input, loaded, associationOverride.value);
  if (!plan.ok) return plan;
  const rateCardQuantities = quantitiesByCard(input.rateCardQuantities);
  if (!rateCardQuantities.ok) return rateCardQuantities;

  const start = {
    timeline: toSchedules(account.schedules),
    today,
    versions: versionsIn(account.schedules),
    everHadSchedule: account.timelineRevision > 0,
  };
  const terms = parsePurchase(
    { ...input, ...proposal, rateCardQuantities: rateCardQuantities.value, associationOverride: associationOverride.value },
    { isProposal: proposal.isProposal, account, plan: plan.value, now, start },
  );
  if (!terms.ok) return located(terms, input);
  const priced = priceOf(terms.value, plan.value, account.invoiceCurrency);
  return priced.ok ? ok({ terms: terms.value, plan: plan.value, ...priced.value }) : located(priced, input);
}

/** The plan that the input names, its rate cards overridden where the input says so; null when it names none. */
function planOf(
  { newId }: Work,
  { pricePlanId, type, purchasePlanOverride }: NewPurchaseInput,
  { account, plans, items }: Loaded,
  override: PurchaseOverride | null,
): Result<PurchasedPlan | null> {
  if (pricePlanId == null) {
    return purchasePlanOverride
      ? refuse(invalid('purchasePlanOverride changes the rate cards of a plan: name its pricePlanId.', ['purchasePlanOverride']))
      : ok(null);
  }
  const code = type === 'ASSOCIATION' ? 'PLAN_NOT_ASSOCIABLE' : 'PLAN_NOT_PURCHASABLE';
  const version = newestActive(plans, pricePlanId, ['pricePlanId'], code);
  if (!version.ok) return version;
  const rows = plans.flatMap(({ versions }) => versions.flatMap(({ rateCards }) => rateCards));
  const plan = { version: version.value, rateCardSetId: version.value.rateCardSetId, cards: toCards(rows) };
  const rateCards = purchasePlanOverride?.rateCards;
  const currencies = override?.currencies;
  if (!rateCards && !currencies) return ok(plan);
  const billables = new Map([...billablesOf(rows), ...items.map((item) => [item.id, item] as const)]);
  const context = { invoiceCurrency: account.invoiceCurrency, billables, nextRuleId: () => newId('rule') };
  const overridden = placed(overridePlan(plan, { currencies, rateCards }, context), PLACES);
  if (!overridden.ok) return overridden;
  const { cards } = overridden.value;
  return ok({ ...plan, cards, rateCardSetId: rateCardSetId(cards) });
}

/** Where the domain's parts of an override stand in the input. */
const PLACES = { currencies: ['associationOverride', 'supportedCurrencies'], rateCards: ['purchasePlanOverride', 'rateCards'] };

function overrideOf(input: Maybe<AssociationOverrideInput>): Result<PurchaseOverride | null> {
  return input ? under(parseDetailsOverride(input), 'associationOverride') : ok(null);
}

function quantitiesByCard(given: Maybe<readonly RateCardQuantity[]>): Result<Readonly<Record<string, Decimal>> | null> {
  if (!given) return ok(null);
  const names = given.map(({ rateCardName }) => rateCardName);
  const twice = names.flatMap((name, i) =>
    names.indexOf(name) < i ? [invalid(`"${name}" is named twice.`, ['rateCardQuantities', i, 'rateCardName'])] : [],
  );
  return okUnless(twice, Object.fromEntries(given.map(({ rateCardName, quantity }) => [rateCardName, quantity])));
}

/** The domain tells quantities and rate cards by name; a caller finds them by their place in the list, or under the plan. */
function located<T>(result: Result<T>, { rateCardQuantities }: NewPurchaseInput): Result<T> {
  if (result.ok) return result;
  const [first, ...more] = result.refusals.map((refusal): Refusal => {
    const [field, name] = refusal.path;
    if (field === 'rateCards') return { ...refusal, path: ['pricePlanId'] };
    if (field !== 'rateCardQuantities') return refusal;
    const index = (rateCardQuantities ?? []).findIndex(({ rateCardName }) => rateCardName === name);
    return { ...refusal, path: index < 0 ? [field] : [field, index] };
  });
  return first ? refuse(first, ...more) : result;
}
