import { grouped } from '../../domain/count.ts';
import { MAX_ENTRIES, MAX_ORDINAL } from '../../domain/rating/calculator.ts';
import { MAX_QUANTITY } from '../../domain/rating/quantities.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { PricingCycleConfigInput } from '../price-plan/pricing-cycle.ts';
import { PricingRuleInput } from '../price-plan/pricing-rule.ts';
import { RateCardInput } from '../rate-card/inputs.ts';
import { LicenseUpdateTypeEnum } from '../schedule/license-update.ts';

type Fields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;

const QUANTITY = `Quantity, 0 or more. Maximum ${grouped(MAX_QUANTITY)}.`;
const LIST = `Maximum ${grouped(MAX_ENTRIES)} items, each with its own id.`;

const accountId = (t: Fields) => ({
  accountId: t.string({ ...requires('accounts:read'), required: true, description: 'Id of the account, as the caller chose it.' }),
});

/** The days from which a plan is priced, and the cycle. */
export const cycleFields = (t: Fields) => ({
  effectiveOn: t.field({ type: 'Date', description: 'First day of the first cycle. Defaults to today.' }),
  pricingCycleOrdinal: t.int({
    description: `Number of the cycle to price, 1 to ${grouped(MAX_ORDINAL)}. Defaults to 1, the first cycle.`,
  }),
});

const AccountInvoiceCurrencyInput = builder.inputType('AccountInvoiceCurrencyInput', {
  description: 'The account whose invoice currency is used.',
  fields: accountId,
});

const CurrencyConfigInput = builder.inputType('CurrencyConfigInput', {
  isOneOf: true,
  description: 'The currency to price in. Give exactly one mode.',
  fields: (t) => ({
    custom: t.field({ type: 'CurrencyCode', description: 'Prices in this currency.' }),
    accountInvoice: t.field({ type: AccountInvoiceCurrencyInput, description: 'Prices in the invoice currency of an account.' }),
  }),
});

const CustomRateCardInput = builder.inputType('CustomRateCardInput', {
  description: 'A rate card of a plan that is written out.',
  fields: (t) => ({
    rateCardName: t.string({ description: 'Name of the rate card. Maximum 50 characters. Omit to generate a name.' }),
    rateCard: t.field({ type: RateCardInput, required: true, description: 'The rate card.' }),
  }),
});

const CustomPricePlanInput = builder.inputType('CustomPricePlanInput', {
  description: 'A plan that is written out and not stored. It is parsed as a price plan is.',
  fields: (t) => ({
    pricingCycleConfig: t.field({
      type: PricingCycleConfigInput,
      description: 'Pricing cycle. Omit for a plan that is paid once, in which each rate card is due.',
    }),
    supportedCurrencies: t.field({ type: ['CurrencyCode'], required: true, description: 'Currencies, without duplicates. Minimum one.' }),
    rateCards: t.field({ type: [CustomRateCardInput], required: true, description: 'Rate cards. Maximum 100.' }),
    pricingRules: t.field({ type: [PricingRuleInput], description: 'Pricing rules. Maximum 100. Omit for none.' }),
    ...cycleFields(t),
  }),
});

const PricePlanVersionConfigInput = builder.inputType('PricePlanVersionConfigInput', {
  description: 'A version of a price plan, as a schedule that begins on a day and never ends.',
  fields: (t) => ({
    pricePlanId: t.string({ required: true, description: 'Generated id of the plan.' }),
    version: t.int({
      description: 'Number of the version; a draft can be priced too. Omit for the version that was active on `effectiveOn`.',
    }),
    ...cycleFields(t),
  }),
});

const AccountPlanConfigInput = builder.inputType('AccountPlanConfigInput', {
  description: 'The schedule of an account that is in force on a day, overrides included, and its cycle that contains the day.',
  fields: (t) => ({
    ...accountId(t),
    effectiveOn: t.field({ type: 'Date', description: 'The day to look at. Defaults to today.' }),
  }),
});

const PricePlanDetailsConfigInput = builder.inputType('PricePlanDetailsConfigInput', {
  isOneOf: true,
  description: 'The rate cards, pricing rules and pricing cycle to price. Give exactly one mode.',
  fields: (t) => ({
    custom: t.field({ type: CustomPricePlanInput, description: 'Prices a plan that is written out.' }),
    pricePlan: t.field({ type: PricePlanVersionConfigInput, description: 'Prices a version of a price plan.' }),
    account: t.field({ type: AccountPlanConfigInput, description: 'Prices a cycle of an account.' }),
  }),
});

const LookupRangeInput = builder.inputType('LookupRangeInput', {
  description: 'Days of an account.',
  fields: (t) => ({
    ...accountId(t),
    start: t.field({ type: 'Date', required: true, description: 'First day.' }),
    end: t.field({ type: 'Date', required: true, description: 'First day after the range.' }),
  }),
});

const LookupCycleInput = builder.inputType('LookupCycleInput', {
  description: 'A pricing cycle of an account.',
  fields: (t) => ({
    ...accountId(t),
    cycleEffectiveOn: t.field({ type: 'Date', description: 'A day of the cycle. Defaults to today.' }),
  }),
});

export const QuantityInput = builder.inputType('QuantityInput', {
  description: 'A quantity of a billable item.',
  fields: (t) => ({
    billableId: t.string({ required: true, description: 'Generated id of the billable item.' }),
    quantity: t.field({ type: 'Decimal', required: true, description: QUANTITY }),
  }),
});

const OverageQuantityInput = builder.inputType('EntitlementOverageEntryInput', {
  description: 'Units of a feature beyond its entitlement.',
  fields: (t) => ({
    featureId: t.string({ required: true, description: 'Generated id of the feature.' }),
    quantity: t.field({ type: 'Decimal', required: true, description: QUANTITY }),
  }),
});

const LOOKUP_UNAVAILABLE = 'Fails with `LOOKUP_UNAVAILABLE`, because usage is not metered here. Give the quantities in `custom` instead.';

const UsageConfigInput = builder.inputType('UsageConfigInput', {
  isOneOf: true,
  description: 'The usage of the cycle. Give exactly one mode.',
  fields: (t) => ({
    custom: t.field({ type: [QuantityInput], description: `Quantities of usage meters. ${LIST}` }),
    lookupRange: t.field({ type: LookupRangeInput, description: LOOKUP_UNAVAILABLE }),
    lookupCycle: t.field({ type: LookupCycleInput, description: LOOKUP_UNAVAILABLE }),
  }),
});

const OverageLookupCycleInput = builder.inputType('EntitlementOverageLookupCycleInput', {
  description: 'A cycle of an account whose overage is looked up.',
  fields: (t) => ({
    ...accountId(t),
    billingCycleEndDate: t.field({ type: 'Date', required: true, description: 'First day after the cycle.' }),
  }),
});

const EntitlementOverageConfigInput = builder.inputType('EntitlementOverageConfigInput', {
  isOneOf: true,
  description: 'The overage of the cycle. Give exactly one mode.',
  fields: (t) => ({
    custom: t.field({ type: [OverageQuantityInput], description: `Quantities beyond entitlements. ${LIST}` }),
    lookupCycle: t.field({ type: OverageLookupCycleInput, description: LOOKUP_UNAVAILABLE }),
  }),
});

const LicenseEntryInput = builder.inputType('LicenseEntryInput', {
  description: 'A quantity of a license from an instant on.',
  fields: (t) => ({
    licenseId: t.string({ required: true, description: 'Generated id of the license.' }),
    quantity: t.field({
      type: 'Decimal',
      required: true,
      description: `Number of licenses. Only a \`RELATIVE\` one may be negative. Maximum ${grouped(MAX_QUANTITY)}.`,
    }),
    updateType: t.field({
      type: LicenseUpdateTypeEnum,
      description: 'Whether the quantity is absolute or relative. Defaults to `ABSOLUTE`.',
    }),
    effectiveFrom: t.field({
      type: 'DateTime',
      description: 'Instant from which the entry counts. Defaults to the first instant of the cycle.',
    }),
  }),
});

const RECORDED = 'Counts the recorded license updates of an account, including what was held before';

const LicenseEntriesConfigInput = builder.inputType('LicenseEntriesConfigInput', {
  isOneOf: true,
  description: 'The licenses of the cycle. Give exactly one mode.',
  fields: (t) => ({
    custom: t.field({ type: [LicenseEntryInput], description: `Entries in any order. Maximum ${grouped(MAX_ENTRIES)} items.` }),
    lookupRange: t.field({ type: LookupRangeInput, description: `${RECORDED} the range.` }),
    lookupCycle: t.field({ type: LookupCycleInput, description: `${RECORDED} the cycle.` }),
  }),
});

const NamedLicenseEntryInput = builder.inputType('NamedLicenseEntryInput', {
  description: 'A holder of a named license for a time.',
  fields: (t) => ({
    licenseId: t.string({ required: true, description: 'Generated id of the named license.' }),
    name: t.string({ required: true, description: 'Name of the holder. Equal names count once.' }),
    effectiveFrom: t.field({ type: 'DateTime', description: 'First instant. Defaults to the first instant of the cycle.' }),
    effectiveUntil: t.field({ type: 'DateTime', description: 'First instant after. Omit for no end.' }),
  }),
});

const NAMELESS = 'Recorded updates have no names, so their quantities count.';

const NamedLicenseEntriesConfigInput = builder.inputType('NamedLicenseEntriesConfigInput', {
  isOneOf: true,
  description: 'The named licenses of the cycle. Give exactly one mode.',
  fields: (t) => ({
    custom: t.field({ type: [NamedLicenseEntryInput], description: `Holders by name. Maximum ${grouped(MAX_ENTRIES)} items.` }),
    lookupRange: t.field({ type: LookupRangeInput, description: `${RECORDED} the range. ${NAMELESS}` }),
    lookupCycle: t.field({ type: LookupCycleInput, description: `${RECORDED} the cycle. ${NAMELESS}` }),
  }),
});

const CustomProrationInput = builder.inputType('CustomProrationInput', {
  description: 'A cycle, and the day up to which it is charged.',
  fields: (t) => ({
    cycleStartDate: t.field({ type: 'Date', required: true, description: 'First day of the cycle.' }),
    cycleEndDate: t.field({ type: 'Date', required: true, description: 'First day after the cycle.' }),
    currentDate: t.field({ type: 'Date', required: true, description: 'First day that is not charged.' }),
  }),
});

const LookupProrationInput = builder.inputType('LookupProrationInput', {
  description: 'A cycle of an account, and the day up to which it is charged.',
  fields: (t) => ({
    ...accountId(t),
    cycleEffectiveOn: t.field({ type: 'Date', description: 'A day of the cycle. Defaults to today.' }),
    currentDate: t.field({ type: 'Date', description: 'First day that is not charged. Defaults to today.' }),
  }),
});

const ProrationConfigInput = builder.inputType('ProrationConfigInput', {
  isOneOf: true,
  description: 'How rate cards with `enableProration` are prorated: by the days of a cycle that have passed. Give exactly one mode.',
  fields: (t) => ({
    custom: t.field({ type: CustomProrationInput, description: 'Prorates by the days given.' }),
    lookupCycle: t.field({ type: LookupProrationInput, description: 'Prorates by a cycle of an account.' }),
  }),
});

export const CalculateRevenueInput = builder.inputType('CalculateRevenueInput', {
  description: 'What to price: a plan, a currency, and quantities.',
  fields: (t) => ({
    currencyConfig: t.field({ type: CurrencyConfigInput, required: true, description: 'The currency.' }),
    pricePlanDetailsConfig: t.field({ type: PricePlanDetailsConfigInput, required: true, description: 'The plan and the cycle.' }),
    usageConfig: t.field({ type: UsageConfigInput, description: 'The usage. Omit for none.' }),
    entitlementOverageConfig: t.field({ type: EntitlementOverageConfigInput, description: 'The overage. Omit for none.' }),
    licenseEntriesConfig: t.field({ type: LicenseEntriesConfigInput, description: 'The licenses. Omit for none.' }),
    namedLicenseEntriesConfig: t.field({ type: NamedLicenseEntriesConfigInput, description: 'The named licenses. Omit for none.' }),
    prorationConfig: t.field({ type: ProrationConfigInput, description: 'The proration. Omit to price a whole cycle.' }),
  }),
});
