import { type GraphQLNamedType, getNamedType, isInterfaceType, isObjectType, valueFromAST } from 'graphql';
import { type Facts, type FieldUse, includedFields, oncePerOperation, type Variables } from './facts.ts';

/**
 * The fields that a delegate may select, by type. None of them leads from the catalogue, or from a customer, to objects of others. Not listed
 * either is what is internal to the organization: notes, drafts, keys, and who made a change.
 */
export const DELEGABLE: ReadonlyMap<string, ReadonlySet<string>> = fieldsByType({
  Query: 'account accounts customer node nodes proposal proposals purchase schedule viewer',
  Mutation: 'updateProposalStatus',
  Node: 'id',
  Customer: 'accounts address createdAt customerId name primaryEmail status togaiCustomerId updatedAt',
  Account: `accountId address aliases billingInformation createdAt customer earliestChange entitlements estimate invoiceCurrency licenseUpdates name
    netTermDays primaryEmail proposals purchases revision scheduleAt schedules status timelineEndDate timelineRevision timelineRevisions
    togaiAccountId updatedAt wallet`,
  Schedule: `account allowOngoingCycleUpdates countsFrom cycleAt cycles deferredRevenue endDate isOverridden issues nextCycle pricePlan pricePlanVersion
    pricingCycleConfig pricingRules rateCards recordedAt scheduleId startDate supersededAt supportedCurrencies`,
  TimelineRevision: 'changes recordedAt revision',
  PurchaseTerms: `account accountId associationOverride availableActions createdAt effectiveFrom effectiveUntil entitlements price priceLines
    pricePlan pricePlanId quantity rateCardQuantities rateCards status type updatedAt walletTopupDetails`,
  Purchase: 'purchaseId',
  Proposal:
    'comment expiryDate moneyPreview number paymentMode preview proposalId proposalResponseDate revision revisions supersededBy supersedes',
  ScheduleOutline: 'endDate isOverridden pricePlanId pricePlanName scheduleId startDate version',
  Entitlement: 'createdAt creditsGranted effectiveFrom effectiveUntil entitlementId feature featureId purchase',
  LicenseUpdate: 'account createdAt effectiveFrom license licenseId licenseUpdateId quantity quantityAfter updateType',
  PricePlanVersion: `allowOngoingCycleUpdates createdAt deferredRevenue description name pricePlanId pricingCycleConfig pricingRules rateCards
    referenceId status supportedCurrencies type updatedAt version`,
  RateCard: 'billable billableId currencies displayName invoiceTiming name tag type',
  FixedFeeRateCard: 'enableProration feeType rateValues recurrenceConfig',
  LicenseRateCard: 'config enableProration proratedRefundMode ratePlan rateValues usageCycle',
  CreditGrantRateCard: 'grantDetails grantType rateDetails recurrenceConfig',
  UsageRateCard: 'ratePlan rateValues',
  BillingEntitlementRateCard: 'featureConfigs ratePlan rateValues recurrenceConfig',
  EntitlementOverageRateCard: 'billingConfig maxQuantity ratePlan rateValues',
  MinimumCommitmentRateCard: 'rateValues',
  BillableItem: 'billableId billableName createdAt displayName kind name status updatedAt',
  AddOn: 'addOnId',
  Feature: 'featureId',
  UsageMeter: 'usageMeterId',
});

/** Types that are part of the object above them. A delegate may select all of their fields. */
export const PARTS: ReadonlySet<string> = new Set(
  `AccountAlias Address AssumedUsage AvailableAction AvailablePurchaseAction BillingConfig BillingInformation CardReason CommitmentReason CreditRateDetails
   CurrencyRate CurrencySlabRateDetail Cycle CycleReason Days Estimate EstimateAssumption EstimateResult EstimatedCycle EstimatedInvoice
   ExactNumber FeatureConfig FeeReason GrantDetails GrantedCredits GrantedEntitlement GrantedRefund Issue LicenseConfig LimitReason Money MoneyDifference MoneyPreview MoneyPreviewResult
   PlannedEntitlement PlannedLicenses PriceLine PriceShare PricePlanDetailsOverride PricingCycleConfig PricingCycleStartOffset PricingRule PricingRuleAction
   PricingRuleStep ProposalPreview ProrationReason RateCardNotDue RateCardQuantity RateConfig RatePlan RateValue ReasonedDifference RecurrenceConfig
   RefundReason RuleReason RuleVariable ScheduleAdded ScheduleOutlineChange ScheduleOverridden SchedulePeriodChanged SchedulePlanChanged
   RateLimit Organization Viewer ViewerActor ScheduleRemoved SchedulesMerged Slab SlabConfig SlabDetail SlabRate SlabRateConfig SlabReason Statement StatementLine UnpricedQuantity
   Wallet WalletEntry WalletTopupDetails WindowReason PageInfo UpdateProposalStatusPayload UserError ConflictError EffectiveDateError
   FinalizeBlockedError IllegalTransitionError NotFoundError PreconditionError ValidationError`.split(/\s+/),
);

/**
 * The conditions that a delegate may use, by input. One on what a delegate may not select would tell it the value, as `metadata`, or find nothing
 * of what there is, as `hasDraft`.
 */
const OPEN_CONDITIONS = fieldsByType({
  AccountsWhere: 'accountId createdAt customerId pricePlan status timelineEndDate updatedAt',
  SchedulesWhere: 'endsBefore inForceOn isOverridden pricePlanId startsAfter version',
  ProposalsWhere: 'accountId createdAt expiryDate number status type',
});

/**
 * The first field of an operation that delegates may not select, as `Query.pricePlans`; `null` when there is none. A field that `@skip` or
 * `@include` leaves out does not count, so that delegates can share a document with others.
 * @param variables coerced
 */
export function closedField(facts: Facts, variables: Variables): string | null {
  if (!hasClosedField(facts)) return null;
  const closed = includedFields(facts, variables).find(isClosed);
  return closed ? `${closed.parent.name}.${closed.definition.name}` : null;
}

const isClosed = ({ parent, definition }: FieldUse): boolean => !isDelegable(parent, definition.name);

const hasClosedField = oncePerOperation(({ fields }) => fields.some(isClosed));

/**
 * The first condition of an operation that delegates may not use, as `AccountsWhere.metadata`; `null` when there is none. Comes after conditions
 * are bounded.
 * @param variables coerced
 */
export function closedCondition(facts: Facts, variables: Variables): string | null {
  for (const { definition, arguments: given } of includedFields(facts, variables)) {
    const argument = definition.args.find(({ name }) => name === 'where');
    const use = given.find(({ node }) => node.name.value === 'where');
    if (!argument || !use) continue;
    const input = getNamedType(argument.type).name;
    const closed = conditionsIn(valueFromAST(use.node.value, argument.type, variables)).find((name) => !isOpenCondition(input, name));
    if (closed !== undefined) return `${input}.${closed}`;
  }
  return null;
}

/** Whether a delegate may filter by a condition of an input. */
export const isOpenCondition = (input: string, condition: string): boolean => OPEN_CONDITIONS.get(input)?.has(condition) ?? false;

const conditionsIn = (where: unknown): readonly string[] =>
  Object.entries(Object(where)).flatMap(([name, value]) =>
    name === 'and' || name === 'or' ? [value].flat().flatMap(conditionsIn) : [name],
  );

/** Whether a delegate may select a field of a type: the type is listed, and the type or one of its interfaces lists the field. */
export function isDelegable(type: GraphQLNamedType, field: string): boolean {
  if (field === '__typename' || PARTS.has(type.name) || /(Connection|Edge)$/.test(type.name)) return true;
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  return DELEGABLE.has(type.name) && [type, ...interfaces].some(({ name }) => DELEGABLE.get(name)?.has(field));
}

function fieldsByType(names: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(names).map(([type, fields]) => [type, new Set(fields.split(/\s+/))]));
}
