import type { RateCard as Card, RateCardType } from '../../domain/rate-card/rate-card.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { PricingCycleInterval } from '../price-plan/pricing-cycle.ts';
import {
  BillingConfig,
  CARD,
  ChargeTypeEnum,
  CreditRateDetails,
  FeatureConfigType,
  GrantDetails,
  LicenseConfig,
  ProratedRefundMode,
} from './details.ts';
import { CurrencyRateType, RATES, RatePlanType, RateValueType, RecurrenceType } from './rate-plan.ts';
import { RateCard } from './type.ts';

/** The description of each family, for both its output and its input type. */
export const FAMILIES = {
  FIXED_FEE: 'A fee that does not depend on usage.',
  LICENSE: 'Licenses, priced by the number held.',
  CREDIT_GRANT: 'Credits that the account can spend, with a price in each currency.',
  USAGE: 'Usage counted by a usage meter, priced by quantity.',
  BILLING_ENTITLEMENT: 'An allowance of a feature, and its price.',
  ENTITLEMENT_OVERAGE: 'The price of feature usage beyond the allowance.',
  MINIMUM_COMMITMENT: 'The minimum amount of a pricing cycle, whatever else is charged.',
} as const satisfies Record<RateCardType, string>;

/** Options that the object types of all families share. */
const { extensions } = requires('plans:read');
const select = { columns: { id: true, type: true } } as const;
const idDescription = 'Opaque global id, for `node` and for client caches.';

/** Selects the card, which has all fields of one family only. */
const ofCard = { select: { columns: { card: true } } } as const;

builder.drizzleNode('rateCards', {
  variant: 'FixedFeeRateCard',
  description: FAMILIES.FIXED_FEE,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    feeType: t.field({ ...ofCard, type: ChargeTypeEnum, description: CARD.chargeType, resolve: (row) => cardOf('FIXED_FEE', row).feeType }),
    rateValues: t.field({
      ...ofCard,
      type: [CurrencyRateType],
      description: RATES.rateValues,
      resolve: (row) => [...cardOf('FIXED_FEE', row).rateValues],
    }),
    enableProration: t.boolean({
      ...ofCard,
      description: CARD.enableProration,
      resolve: (row) => cardOf('FIXED_FEE', row).enableProration,
    }),
    recurrenceConfig: t.field({
      ...ofCard,
      type: RecurrenceType,
      description: RATES.recurrenceConfig,
      resolve: (row) => cardOf('FIXED_FEE', row).recurrence,
    }),
  }),
});

builder.drizzleNode('rateCards', {
  variant: 'LicenseRateCard',
  description: FAMILIES.LICENSE,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    ratePlan: t.field({ ...ofCard, type: RatePlanType, description: RATES.ratePlan, resolve: (row) => cardOf('LICENSE', row).ratePlan }),
    rateValues: t.field({
      ...ofCard,
      type: [RateValueType],
      description: RATES.rateValues,
      resolve: (row) => [...cardOf('LICENSE', row).rateValues],
    }),
    enableProration: t.boolean({ ...ofCard, description: CARD.enableProration, resolve: (row) => cardOf('LICENSE', row).enableProration }),
    usageCycle: t.field({
      ...ofCard,
      type: PricingCycleInterval,
      nullable: true,
      description: CARD.usageCycle,
      resolve: (row) => cardOf('LICENSE', row).usageCycle,
    }),
    config: t.field({
      ...ofCard,
      type: LicenseConfig,
      nullable: true,
      description: CARD.config,
      resolve: (row) => {
        const { maxQuantity, maxQuantityBreachAction } = cardOf('LICENSE', row);
        return maxQuantity === null ? null : { maxQuantity, maxQuantityBreachAction };
      },
    }),
    proratedRefundMode: t.field({
      ...ofCard,
      type: ProratedRefundMode,
      nullable: true,
      description: `${CARD.proratedRefundMode} \`null\`: the organization's default.`,
      resolve: (row) => cardOf('LICENSE', row).proratedRefundMode,
    }),
  }),
});

builder.drizzleNode('rateCards', {
  variant: 'UsageRateCard',
  description: FAMILIES.USAGE,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    ratePlan: t.field({ ...ofCard, type: RatePlanType, description: RATES.ratePlan, resolve: (row) => cardOf('USAGE', row).ratePlan }),
    rateValues: t.field({
      ...ofCard,
      type: [RateValueType],
      description: RATES.rateValues,
      resolve: (row) => [...cardOf('USAGE', row).rateValues],
    }),
  }),
});

builder.drizzleNode('rateCards', {
  variant: 'BillingEntitlementRateCard',
  description: FAMILIES.BILLING_ENTITLEMENT,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    featureConfigs: t.field({
      ...ofCard,
      type: [FeatureConfigType],
      description: CARD.featureConfigs,
      resolve: (row) => [...cardOf('BILLING_ENTITLEMENT', row).featureConfigs],
    }),
    ratePlan: t.field({
      ...ofCard,
      type: RatePlanType,
      description: RATES.ratePlan,
      resolve: (row) => cardOf('BILLING_ENTITLEMENT', row).ratePlan,
    }),
    rateValues: t.field({
      ...ofCard,
      type: [RateValueType],
      description: RATES.rateValues,
      resolve: (row) => [...cardOf('BILLING_ENTITLEMENT', row).rateValues],
    }),
    recurrenceConfig: t.field({
      ...ofCard,
      type: RecurrenceType,
      description: RATES.recurrenceConfig,
      resolve: (row) => cardOf('BILLING_ENTITLEMENT', row).recurrence,
    }),
  }),
});

builder.drizzleNode('rateCards', {
  variant: 'EntitlementOverageRateCard',
  description: FAMILIES.ENTITLEMENT_OVERAGE,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    maxQuantity: t.field({
      ...ofCard,
      type: 'Decimal',
      nullable: true,
      description: `${CARD.overageMaxQuantity} \`null\`: no limit.`,
      resolve: (row) => cardOf('ENTITLEMENT_OVERAGE', row).maxQuantity,
    }),
    ratePlan: t.field({
      ...ofCard,
      type: RatePlanType,
      description: RATES.ratePlan,
      resolve: (row) => cardOf('ENTITLEMENT_OVERAGE', row).ratePlan,
    }),
    rateValues: t.field({
      ...ofCard,
      type: [RateValueType],
      description: RATES.rateValues,
      resolve: (row) => [...cardOf('ENTITLEMENT_OVERAGE', row).rateValues],
    }),
    billingConfig: t.field({
      ...ofCard,
      type: BillingConfig,
      description: CARD.billingConfig,
      resolve: (row) => cardOf('ENTITLEMENT_OVERAGE', row).recurrence,
    }),
  }),
});

builder.drizzleNode('rateCards', {
  variant: 'CreditGrantRateCard',
  description: FAMILIES.CREDIT_GRANT,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    grantType: t.field({
      ...ofCard,
      type: ChargeTypeEnum,
      description: CARD.chargeType,
      resolve: (row) => cardOf('CREDIT_GRANT', row).grantType,
    }),
    grantDetails: t.field({
      ...ofCard,
      type: GrantDetails,
      description: CARD.grantDetails,
      resolve: (row) => cardOf('CREDIT_GRANT', row),
    }),
    rateDetails: t.field({
      ...ofCard,
      type: CreditRateDetails,
      description: CARD.rateDetails,
      resolve: (row) => cardOf('CREDIT_GRANT', row),
    }),
    recurrenceConfig: t.field({
      ...ofCard,
      type: RecurrenceType,
      description: RATES.recurrenceConfig,
      resolve: (row) => cardOf('CREDIT_GRANT', row).recurrence,
    }),
  }),
});

builder.drizzleNode('rateCards', {
  variant: 'MinimumCommitmentRateCard',
  description: FAMILIES.MINIMUM_COMMITMENT,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    rateValues: t.field({
      ...ofCard,
      type: [CurrencyRateType],
      description: RATES.rateValues,
      resolve: (row) => [...cardOf('MINIMUM_COMMITMENT', row).rateValues],
    }),
  }),
});

/** Returns the card of a row as a card of its family. */
function cardOf<T extends RateCardType>(type: T, { card }: { readonly card: Card }): Extract<Card, { type: T }> {
  if (isOfType(type, card)) return card;
  throw new Error(`a ${card.type} rate card answered as ${type}`);
}

const isOfType = <T extends RateCardType>(type: T, card: Card): card is Extract<Card, { type: T }> => card.type === type;
