import * as v from 'valibot';
import { dayFromInstant, dayOfInstant, decimal, instant, integer, list, map, object, text } from '../fields.ts';
import { families } from '../plan-details/bodies.ts';
import { PricingCycleConfig } from '../price-plan/bodies.ts';

const id = text({ min: 1 });

/** A config with the field that its mode reads. Without the check, the fault would be told of a field that is not in the body. */
const withFieldOf = <Schema extends v.GenericSchema<object, { readonly mode: string }>>(
  schema: Schema,
  fields: Readonly<Record<string, string>>,
) =>
  v.pipe(
    schema,
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const field = fields[dataset.value.mode];
      if (field === undefined || Object.hasOwn(dataset.value, field)) return;
      const path: [v.IssuePathItem] = [{ type: 'unknown', origin: 'value', input: null, key: field, value: null }];
      addIssue({ message: `Must be given in the mode ${dataset.value.mode}.`, path });
    }),
  );

export const CurrencyConfig = withFieldOf(
  object({ mode: v.picklist(['CUSTOM', 'ACCOUNT_INVOICE']), currency: v.optional(id), accountId: v.optional(v.string()) }),
  { CUSTOM: 'currency', ACCOUNT_INVOICE: 'accountId' },
);

export const CreatePricePlanDetails = object({
  pricingCycleConfig: v.optional(PricingCycleConfig),
  supportedCurrencies: list(v.string()),
  ...families,
  deferredRevenue: v.optional(v.boolean()),
  allow_ongoing_cycle_updates: v.optional(v.boolean()),
});

export const PricePlanDetailsConfig = withFieldOf(
  object({
    mode: v.picklist(['CUSTOM', 'PRICE_PLAN', 'ACCOUNT']),
    pricePlanDetails: v.optional(CreatePricePlanDetails),
    pricePlanId: v.optional(id),
    accountId: v.optional(id),
    effectiveOn: v.optional(dayOfInstant),
    pricingCycleOrdinal: v.optional(integer),
  }),
  { CUSTOM: 'pricePlanDetails', PRICE_PLAN: 'pricePlanId', ACCOUNT: 'accountId' },
);

const range = { start: dayOfInstant, end: dayFromInstant, accountId: id };
const cycle = { cycleEffectiveOn: v.optional(dayOfInstant), accountId: id };
const LOOKUPS = { LOOKUP_RANGE: 'lookupRange', LOOKUP_CYCLE: 'lookupCycle' };
const modes = v.picklist(['CUSTOM', 'LOOKUP_RANGE', 'LOOKUP_CYCLE']);

export const UsageConfigLookupRange = object(range);
export const UsageConfigLookupCycle = object(cycle);
export const UsageConfig = withFieldOf(
  object({
    mode: modes,
    usageMap: v.optional(map(decimal)),
    lookupRange: v.optional(UsageConfigLookupRange),
    lookupCycle: v.optional(UsageConfigLookupCycle),
  }),
  LOOKUPS,
);

export const LicenseEntry = object({ licenseId: id, quantity: integer, effectiveFrom: instant });
export const LicenseEntriesConfigLookupRange = object(range);
export const LicenseEntriesConfigLookupCycle = object(cycle);
export const LicenseEntriesConfig = withFieldOf(
  object({
    mode: modes,
    custom: v.optional(list(LicenseEntry)),
    lookupRange: v.optional(LicenseEntriesConfigLookupRange),
    lookupCycle: v.optional(LicenseEntriesConfigLookupCycle),
  }),
  LOOKUPS,
);

/** The vendor's names of holders are numbers. */
export const NamedLicenseEntry = object({ licenseId: id, name: integer, effectiveFrom: instant, effectiveUntil: v.optional(instant) });
export const NamedLicenseEntriesConfigLookupRange = object(range);
export const NamedLicenseEntriesConfigLookupCycle = object(cycle);
export const NamedLicenseEntriesConfig = withFieldOf(
  object({
    mode: modes,
    custom: v.optional(list(NamedLicenseEntry)),
    lookupRange: v.optional(NamedLicenseEntriesConfigLookupRange),
    lookupCycle: v.optional(NamedLicenseEntriesConfigLookupCycle),
  }),
  LOOKUPS,
);

export const ProrationConfigCustomConfig = object({
  cycleStartDate: dayOfInstant,
  cycleEndDate: dayFromInstant,
  currentDate: dayOfInstant,
});
export const ProrationConfigLookupCycleConfig = object({ currentDateTime: v.optional(dayOfInstant), ...cycle });
export const ProrationConfig = withFieldOf(
  object({
    mode: v.picklist(['CUSTOM', 'LOOKUP_CYCLE']),
    customConfig: v.optional(ProrationConfigCustomConfig),
    lookupCycleConfig: v.optional(ProrationConfigLookupCycleConfig),
  }),
  { CUSTOM: 'customConfig', LOOKUP_CYCLE: 'lookupCycleConfig' },
);

export const EntitlementOverageEntry = object({ featureId: id, quantity: decimal });
export const EntitlementOverageConfigLookupCycle = object({ billingCycleEndDate: dayFromInstant, accountId: id });
export const EntitlementOverageConfig = withFieldOf(
  object({
    mode: v.picklist(['CUSTOM', 'LOOKUP_CYCLE']),
    custom: v.optional(list(EntitlementOverageEntry)),
    lookupCycle: v.optional(EntitlementOverageConfigLookupCycle),
  }),
  { LOOKUP_CYCLE: 'lookupCycle' },
);

export const CalculateRevenueRequest = object({
  currencyConfig: CurrencyConfig,
  pricePlanDetailsConfig: PricePlanDetailsConfig,
  usageConfig: UsageConfig,
  licenseEntriesConfig: LicenseEntriesConfig,
  namedLicenseEntriesConfig: v.optional(NamedLicenseEntriesConfig),
  prorationConfig: v.optional(ProrationConfig),
  entitlementOverageConfig: v.optional(EntitlementOverageConfig),
});
