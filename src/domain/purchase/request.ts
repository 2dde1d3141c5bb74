import { type AccountStatus, requireActive, requireWritable } from '../account/account.ts';
import { grouped } from '../count.ts';
import { type Day, dayOf } from '../day.ts';
import { compare, type Decimal, ZERO } from '../decimal.ts';
import { parseAmount } from '../money.ts';
import type { PlanVersion } from '../price-plan/price-plan.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import { quantityFaults } from '../rating/quantities.ts';
import { invalid, notFound, precondition, type Refusal } from '../refusal.ts';
import { ok, okUnless, type Result, refuse, withPath } from '../result.ts';
import { checkOffered } from '../schedule/edit.ts';
import type { StartContext } from '../schedule/start-rule.ts';
import { type Period, period } from '../timeline/period.ts';
import { associationOf } from './effect.ts';
import { isPriced } from './price.ts';
import {
  effectKind,
  PAYMENT_MODES,
  type PaymentMode,
  type PurchasedPlan,
  type PurchaseOverride,
  type PurchaseTerms,
  type PurchaseType,
} from './purchase.ts';

type Maybe<T> = T | null | undefined;

/** A new purchase or proposal as a caller writes it. README, "Proposals and purchases", lists the fields of each type. */
export interface PurchaseInput {
  readonly type?: Maybe<PurchaseType>;
  readonly paymentMode?: Maybe<PaymentMode>;
  readonly quantity?: Maybe<number>;
  readonly rateCardQuantities?: Maybe<Readonly<Record<string, Decimal>>>;
  readonly walletTopupDetails?: Maybe<{ readonly topupAmount: Decimal; readonly purchaseAmount?: Maybe<Decimal> }>;
  readonly effectiveFrom?: Maybe<Day>;
  readonly effectiveUntil?: Maybe<Day>;
  /** Milliseconds since 1970. Only for a proposal. */
  readonly expiryDate?: Maybe<number>;
  readonly associationOverride?: Maybe<PurchaseOverride>;
}

export interface PurchaseContext {
  readonly isProposal: boolean;
  readonly account: { readonly status: AccountStatus; readonly invoiceCurrency: string };
  /** `null` if the caller selected no plan. */
  readonly plan: PurchasedPlan | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly start: StartContext;
}

const MAX_QUANTITY = 1_000_000;

/**
 * Parses a purchase or proposal and pins the plan version. Refuses with ACCOUNT_NOT_ACTIVE (a DRAFT account can have proposals only),
 * ARCHIVED, PLAN_NOT_PURCHASABLE, PLAN_NOT_ASSOCIABLE, CURRENCY_NOT_SUPPORTED, RATE_CARD_NOT_FOUND, EMPTY_PERIOD, EFFECTIVE_FROM_TOO_EARLY,
 * PROPOSAL_STARTS_BEFORE_EXPIRY, and fields that the type requires or does not have.
 */
export function parsePurchase(input: PurchaseInput, context: PurchaseContext): Result<PurchaseTerms> {
  const account = context.isProposal ? requireWritable(context.account.status) : requireActive(context.account.status);
  if (!account.ok) return account;
  const refusals = [...paymentRefusals(input, context), ...quantityRefusals(input), ...expiryRefusals(input, context)];
  const [first, ...more] = refusals;
  if (first) return refuse(first, ...more);
  return input.type === 'WALLET_TOPUP' ? topup(input, context) : planPurchase(input, context);
}

function topup(input: PurchaseInput, context: PurchaseContext): Result<PurchaseTerms> {
  const details = input.walletTopupDetails;
  if (!details) return refuse(missing('walletTopupDetails', 'a WALLET_TOPUP'));
  const { topupAmount, purchaseAmount } = details;
  const faults = [
    ...unexpected(input, [...PERIOD_FIELDS, 'rateCardQuantities'], 'a WALLET_TOPUP'),
    ...(context.plan ? [invalid('`pricePlanId` is not a field of a WALLET_TOPUP. Omit it.', ['pricePlanId'])] : []),
    ...(input.quantity && input.quantity !== 1 ? [invalid('The quantity of a WALLET_TOPUP must be 1.', ['quantity'])] : []),
    ...amountRefusals(topupAmount, context.account.invoiceCurrency, 'topupAmount'),
    ...(purchaseAmount ? amountRefusals(purchaseAmount, context.account.invoiceCurrency, 'purchaseAmount') : []),
  ];
  return okUnless(faults, { ...termsOf(input, context), topupAmount, purchaseAmount: purchaseAmount ?? topupAmount });
}

function planPurchase(input: PurchaseInput, context: PurchaseContext): Result<PurchaseTerms> {
  const type = input.type ?? 'ENTITLEMENT_GRANT';
  if (!context.plan) return refuse(missing('pricePlanId', withArticle(type)));
  const { version, cards } = context.plan;
  const plan = [...planRefusals(type, version), ...currencyRefusals(version, input, context)];
  const [first, ...more] = [...plan, ...unexpected(input, ['walletTopupDetails'], withArticle(type)), ...cardRefusals(input, cards)];
  if (first) return refuse(first, ...more);

  const terms = termsOf(input, context);
  if (effectKind(type, version.type) === 'ENTITLEMENTS') {
    return okUnless(unexpected(input, PERIOD_FIELDS, `${withArticle(type)} of a PURCHASE plan`), terms);
  }
  const days = associationPeriod(input);
  if (!days.ok) return days;
  const { start: effectiveFrom, end: effectiveUntil } = days.value;
  const offered = associationOf(terms, context.plan, days.value);
  const allowed = withPath(checkOffered(offered, context.start), 'effectiveFrom');
  if (!allowed.ok) return allowed;
  const expiry = expiryRefusal(input, effectiveFrom);
  return expiry ? refuse(expiry) : ok({ ...terms, effectiveFrom, effectiveUntil });
}

function associationPeriod({ effectiveFrom, effectiveUntil }: PurchaseInput): Result<Period> {
  if (!effectiveFrom) return refuse(missing('effectiveFrom', 'an association'));
  if (!effectiveUntil) return refuse(missing('effectiveUntil', 'an association'));
  return period(effectiveFrom, effectiveUntil);
}

/** An association must not begin before the day on which its proposal expires. */
function expiryRefusal({ expiryDate }: PurchaseInput, effectiveFrom: Day): Refusal | null {
  const expiryDay = expiryDate ? dayOf(expiryDate) : effectiveFrom;
  if (effectiveFrom >= expiryDay) return null;
  const message = `The proposal can be approved until ${expiryDay}, so its association cannot begin on ${effectiveFrom}. Begin on ${expiryDay} or later.`;
  return precondition('PROPOSAL_STARTS_BEFORE_EXPIRY', message, ['effectiveFrom']);
}

function termsOf(input: PurchaseInput, { isProposal, plan }: PurchaseContext): PurchaseTerms {
  return {
    type: input.type ?? 'ENTITLEMENT_GRANT',
    isProposal,
    paymentMode: input.paymentMode ?? 'PREPAID',
    pricePlanId: plan?.version.pricePlanId ?? null,
    planVersionId: plan?.version.id ?? null,
    rateCardSetId: plan?.rateCardSetId ?? null,
    quantity: input.quantity ?? 1,
    rateCardQuantities: input.rateCardQuantities ?? {},
    override: input.associationOverride ?? null,
    purchaseAmount: null,
    topupAmount: null,
    effectiveFrom: null,
    effectiveUntil: null,
    expiresAt: input.expiryDate ?? null,
  };
}

function paymentRefusals({ type, paymentMode }: PurchaseInput, { isProposal }: PurchaseContext): readonly Refusal[] {
  const path = ['paymentMode'];
  if (!isProposal && paymentMode === 'POSTPAID') return [invalid('A purchase is PREPAID. Only a proposal can be POSTPAID.', path)];
  if (isProposal && !paymentMode) return [invalid(`A proposal needs a \`paymentMode\`: ${PAYMENT_MODES.join(' or ')}.`, path)];
  if (type === 'PREPAID' && paymentMode === 'POSTPAID') return [invalid('The `paymentMode` of type PREPAID must be PREPAID.', path)];
  return [];
}

function quantityRefusals({ quantity }: PurchaseInput): readonly Refusal[] {
  if (quantity === null || quantity === undefined) return [];
  if (Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY) return [];
  return [invalid(`\`quantity\` must be a whole number from 1 to ${grouped(MAX_QUANTITY)}, not ${quantity}.`, ['quantity'])];
}

function expiryRefusals({ expiryDate }: PurchaseInput, { isProposal, now }: PurchaseContext): readonly Refusal[] {
  if (expiryDate === null || expiryDate === undefined) return [];
  const path = ['expiryDate'];
  if (!isProposal) return [invalid('Only a proposal expires. Omit `expiryDate`.', path)];
  return expiryDate > now
    ? []
    : [invalid('`expiryDate` is the instant from which the proposal is expired. It must be in the future.', path)];
}

function planRefusals(type: PurchaseType, version: PlanVersion): readonly Refusal[] {
  const path = ['pricePlanId'];
  const needed = { ASSOCIATION: 'BILLING', ENTITLEMENT_GRANT: 'PURCHASE', PREPAID: version.type, WALLET_TOPUP: version.type }[type];
  const code = effectKind(type, version.type) === 'ASSOCIATION' ? 'PLAN_NOT_ASSOCIABLE' : 'PLAN_NOT_PURCHASABLE';
  if (version.type !== needed) {
    return [precondition(code, `${type} needs a ${needed} plan, but "${version.name}" is a ${version.type} plan.`, path)];
  }
  return version.status === 'ACTIVE'
    ? []
    : [precondition(code, `Version ${version.version} of "${version.name}" is a draft. Finalize it first.`, path)];
}

function currencyRefusals(version: PlanVersion, input: PurchaseInput, { account }: PurchaseContext): readonly Refusal[] {
  const currencies = input.associationOverride?.currencies ?? version.currencies;
  if (currencies.includes(account.invoiceCurrency)) return [];
  const message = `The account is invoiced in ${account.invoiceCurrency}, which is not one of the supported currencies: ${currencies.join(', ')}.`;
  return [precondition('CURRENCY_NOT_SUPPORTED', message, ['pricePlanId'])];
}

function cardRefusals({ rateCardQuantities }: PurchaseInput, cards: readonly RateCard[]): readonly Refusal[] {
  return Object.entries(rateCardQuantities ?? {}).flatMap(([name, quantity]): readonly Refusal[] => {
    const path = ['rateCardQuantities', name];
    const card = cards.find((each) => each.name === name);
    if (!card) return [notFound('rate card', name, path, { code: 'RATE_CARD_NOT_FOUND' })];
    if (!isPriced(card))
      return [precondition('INVALID_VALUE', `"${name}" is a ${card.type} card. Its quantity is measured, not bought.`, path)];
    return quantityFaults(quantity, { canFall: false }, path);
  });
}

const PERIOD_FIELDS = ['effectiveFrom', 'effectiveUntil', 'associationOverride'] as const;

function unexpected(input: PurchaseInput, names: readonly (keyof PurchaseInput)[], what: string): readonly Refusal[] {
  const extraFields = names.filter((name) => input[name] !== null && input[name] !== undefined);
  return extraFields.map((name) => invalid(`\`${name}\` is not a field of ${what}. It must be null or omitted.`, [name]));
}

function missing(field: string, what: string): Refusal {
  return invalid(`\`${field}\` is required for ${what}.`, [field]);
}

function amountRefusals(amount: Decimal, currency: string, field: string): readonly Refusal[] {
  const path = ['walletTopupDetails', field];
  if (compare(amount, ZERO) <= 0) return [invalid(`\`${field}\` must be above 0, not ${amount}.`, path)];
  const parsed = withPath(parseAmount(amount, currency), ...path);
  return parsed.ok ? [] : parsed.refusals;
}

function withArticle(type: PurchaseType): string {
  return type === 'PREPAID' || type === 'WALLET_TOPUP' ? `a ${type}` : `an ${type}`;
}
