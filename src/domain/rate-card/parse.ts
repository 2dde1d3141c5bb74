import { grouped } from '../count.ts';
import { parseNonNegative } from '../decimal.ts';
import { fields, optional, parseEach } from '../fields.ts';
import { invalid } from '../refusal.ts';
import { ok, type Result, refuse, withPath } from '../result.ts';
import { parseName, parseVisible } from '../text.ts';
import { isAlwaysEmpty, parseDuration } from './duration.ts';
import {
  type BillingEntitlementInput,
  type CommonInput,
  type CreditGrantInput,
  type EntitlementOverageInput,
  type FeatureConfigInput,
  type FixedFeeInput,
  type GrantDetailsInput,
  type LicenseInput,
  type MinimumCommitmentInput,
  type RateCardFamily,
  type RateCardInput,
  type RecurrenceInput,
  TYPE_BY_FAMILY,
  type UsageInput,
} from './input.ts';
import type {
  BillingEntitlementRateCard,
  CreditGrantRateCard,
  EntitlementOverageRateCard,
  FeatureConfig,
  FixedFeeRateCard,
  InvoiceTiming,
  LicenseRateCard,
  MinimumCommitmentRateCard,
  RateCard,
  Recurrence,
  UsageRateCard,
} from './rate-card.ts';
import { parseCreditRates, parseCurrencyAmounts, parseCurrencyRates, parseRatePlan, parseRateValues } from './slabs.ts';

const NAME = { min: 1, max: 50 };
const DISPLAY_NAME = { min: 1, max: 255 };
const TAG = { min: 1, max: 50 };
const BILLABLE_ID = { min: 1, max: 50 };
const MAX_CYCLES = 1_000;
const MAX_INT = 2_147_483_647;
const MAX_FEATURE_CONFIGS = 100;
const MAX_APPLICABLE_ENTITIES = 100;

/** Parses the name of a rate card: 1 to 50 characters. */
export function parseRateCardName(name: string): Result<string> {
  return parseName(name, NAME);
}

/** Returns the one family that the input has. Refuses none or several. */
export function familyOf(input: RateCardInput): Result<RateCardFamily> {
  const families = FAMILIES.filter((family) => input[family] !== null && input[family] !== undefined);
  const [family, ...more] = families;
  if (family && more.length === 0) return ok(family);
  return refuse(
    invalid(`A rate card has exactly one family. Send one of ${FAMILIES.join(', ')}, not ${families.join(' and ') || 'none'}.`),
  );
}

/**
 * Parses a rate card and sets every field (README, "Rate cards"). Refuses every invalid field at its path: SLABS_INVALID, RATES_INVALID,
 * INVALID_VALUE. A card that is incomplete or does not fit the plan is accepted, because that is an issue of the draft.
 * @param name a name that `parseRateCardName` accepts
 */
export function parseRateCard(name: string, input: RateCardInput): Result<RateCard> {
  const family = familyOf(input);
  if (!family.ok) return family;
  return withPath(parseFamily(name, input), family.value);
}

const FAMILIES: readonly RateCardFamily[] = [
  'fixedFee',
  'license',
  'usage',
  'billingEntitlement',
  'entitlementOverage',
  'creditGrant',
  'minimumCommitment',
];

function parseFamily(name: string, input: RateCardInput): Result<RateCard> {
  if (input.fixedFee) return parseFixedFee(name, input.fixedFee);
  if (input.license) return parseLicense(name, input.license);
  if (input.usage) return parseUsage(name, input.usage);
  if (input.billingEntitlement) return parseBillingEntitlement(name, input.billingEntitlement);
  if (input.entitlementOverage) return parseEntitlementOverage(name, input.entitlementOverage);
  if (input.creditGrant) return parseCreditGrant(name, input.creditGrant);
  if (input.minimumCommitment) return parseMinimumCommitment(name, input.minimumCommitment);
  throw new Error('The input names no family.');
}

function parseFixedFee(name: string, input: FixedFeeInput): Result<FixedFeeRateCard> {
  return fields<FixedFeeRateCard>(
    {
      type: ok(TYPE_BY_FAMILY.fixedFee),
      ...parseCommon(name, input, 'IN_ADVANCE'),
      feeType: ok(input.type ?? 'RECURRING'),
      rateValues: parseCurrencyRates(input.rateValues),
      enableProration: ok(input.enableProration ?? false),
      recurrence: parseRecurrence(input.recurrenceConfig),
    },
    { recurrence: ['recurrenceConfig'] },
  );
}

function parseLicense(name: string, input: LicenseInput): Result<LicenseRateCard> {
  const { config } = input;
  return fields<LicenseRateCard>(
    {
      type: ok(TYPE_BY_FAMILY.license),
      ...parseCommon(name, input, 'IN_ADVANCE'),
      ratePlan: parseRatePlan(input.ratePlan),
      rateValues: parseRateValues(input.rateValues),
      enableProration: ok(input.enableProration ?? false),
      usageCycle: ok(input.usageCycle ?? null),
      maxQuantity: optional(config?.maxQuantity, null, wholeNumber(0, MAX_INT)),
      maxQuantityBreachAction: ok(config?.maxQuantityBreachAction ?? null),
      proratedRefundMode: ok(input.proratedRefundMode ?? null),
    },
    { maxQuantity: ['config', 'maxQuantity'] },
  );
}

function parseUsage(name: string, input: UsageInput): Result<UsageRateCard> {
  return fields<UsageRateCard>({
    type: ok(TYPE_BY_FAMILY.usage),
    ...parseCommon(name, input, 'IN_ARREARS'),
    ratePlan: parseRatePlan(input.ratePlan),
    rateValues: parseRateValues(input.rateValues),
  });
}

function parseBillingEntitlement(name: string, input: BillingEntitlementInput): Result<BillingEntitlementRateCard> {
  return fields<BillingEntitlementRateCard>(
    {
      type: ok(TYPE_BY_FAMILY.billingEntitlement),
      ...parseCommon(name, input, 'IN_ADVANCE'),
      featureConfigs: parseFeatureConfigs(input.featureConfigs),
      ratePlan: parseRatePlan(input.ratePlan),
      rateValues: parseRateValues(input.rateValues),
      recurrence: parseRecurrence(input.recurrenceConfig),
    },
    { recurrence: ['recurrenceConfig'] },
  );
}

function parseEntitlementOverage(name: string, input: EntitlementOverageInput): Result<EntitlementOverageRateCard> {
  const { billingConfig } = input;
  return fields<EntitlementOverageRateCard>(
    {
      type: ok(TYPE_BY_FAMILY.entitlementOverage),
      ...parseCommon(name, input, 'IN_ARREARS'),
      ratePlan: parseRatePlan(input.ratePlan),
      rateValues: parseRateValues(input.rateValues),
      maxQuantity: optional(input.maxQuantity, null, parseNonNegative),
      recurrence: fields<Recurrence>(
        {
          interval: optional(billingConfig?.interval, 1, wholeNumber(1, MAX_CYCLES)),
          offset: optional(billingConfig?.startOffset, 0, wholeNumber(0, MAX_CYCLES)),
        },
        { offset: ['startOffset'] },
      ),
    },
    { recurrence: ['billingConfig'] },
  );
}

function parseCreditGrant(name: string, input: CreditGrantInput): Result<CreditGrantRateCard> {
  const { grantDetails, rateDetails } = input;
  return fields<CreditGrantRateCard>(
    {
      type: ok(TYPE_BY_FAMILY.creditGrant),
      ...parseCommon(name, input, 'IN_ADVANCE'),
      grantType: ok(input.type ?? 'RECURRING'),
      priority: wholeNumber(0, MAX_INT)(grantDetails.priority),
      expiryType: ok(grantDetails.expiryType),
      expiryDuration: parseExpiryDuration(grantDetails),
      applicableEntityIds: parseEntityIds(grantDetails.applicableEntityIds ?? []),
      pricingModel: ok(rateDetails.pricingModel),
      creditRates: parseCreditRates(rateDetails.currencySlabRateDetails),
      recurrence: parseRecurrence(input.recurrenceConfig),
    },
    {
      priority: ['grantDetails', 'priority'],
      expiryDuration: ['grantDetails', 'expiryDuration'],
      applicableEntityIds: ['grantDetails', 'applicableEntityIds'],
      creditRates: ['rateDetails', 'currencySlabRateDetails'],
      recurrence: ['recurrenceConfig'],
    },
  );
}

function parseMinimumCommitment(name: string, input: MinimumCommitmentInput): Result<MinimumCommitmentRateCard> {
  return fields<MinimumCommitmentRateCard>({
    type: ok(TYPE_BY_FAMILY.minimumCommitment),
    ...parseCommon(name, input, 'IN_ARREARS'),
    rateValues: parseCurrencyAmounts(input.rateValues),
  });
}

function parseCommon(name: string, input: CommonInput, timing: InvoiceTiming) {
  return {
    name: ok(name),
    displayName: optional(input.displayName, name, (text) => parseName(text, DISPLAY_NAME)),
    tag: optional(input.tag, null, (text) => parseName(text, TAG)),
    invoiceTiming: ok(input.invoiceTiming ?? timing),
    billableId: optional(input.billableId, null, (text) => parseVisible(text, BILLABLE_ID)),
  };
}

function parseRecurrence(input: RecurrenceInput | null | undefined): Result<Recurrence> {
  return fields<Recurrence>({
    interval: optional(input?.interval, 1, wholeNumber(1, MAX_CYCLES)),
    offset: optional(input?.offset, 0, wholeNumber(0, MAX_CYCLES)),
  });
}

function parseFeatureConfigs(inputs: readonly FeatureConfigInput[]): Result<readonly FeatureConfig[]> {
  if (inputs.length >= 1 && inputs.length <= MAX_FEATURE_CONFIGS) {
    return parseEach(inputs, parseFeatureConfig);
  }
  return refuse(invalid(`An entitlement must have 1 to ${MAX_FEATURE_CONFIGS} feature configurations, not ${inputs.length}.`));
}

function parseFeatureConfig(input: FeatureConfigInput): Result<FeatureConfig> {
  const parsed = fields<FeatureConfig>({
    effectiveFrom: optional(input.effectiveFrom, null, parseDuration),
    effectiveUntil: parseDuration(input.effectiveUntil),
    featureCreditLimit: parseNonNegative(input.featureCreditLimit),
  });
  if (!parsed.ok || !isAlwaysEmpty(parsed.value.effectiveFrom, parsed.value.effectiveUntil)) return parsed;
  const { effectiveFrom, effectiveUntil } = parsed.value;
  const message = `The entitlement would end after ${effectiveUntil}, but it begins after ${effectiveFrom ?? 'P0D'}. Choose a later end.`;
  return refuse(invalid(message, ['effectiveUntil'], 'EMPTY_PERIOD'));
}

function parseExpiryDuration({ expiryType, expiryDuration }: GrantDetailsInput): Result<string | null> {
  if (expiryType !== 'CUSTOM') {
    if (expiryDuration === null || expiryDuration === undefined) return ok(null);
    return refuse(invalid(`Only credits with a CUSTOM expiry have an \`expiryDuration\`. Omit it for ${expiryType}.`));
  }
  if (expiryDuration === null || expiryDuration === undefined) {
    return refuse(invalid('A CUSTOM expiry needs an `expiryDuration`, such as "P90D".'));
  }
  const parsed = parseDuration(expiryDuration);
  if (!parsed.ok || !isAlwaysEmpty(null, parsed.value)) return parsed;
  return refuse(invalid('Credits must last at least one day, such as "P90D".'));
}

function parseEntityIds(ids: readonly string[]): Result<readonly string[]> {
  if (ids.length <= MAX_APPLICABLE_ENTITIES) return parseEach(ids, (id) => parseVisible(id, BILLABLE_ID));
  return refuse(invalid(`Credits can apply to at most ${MAX_APPLICABLE_ENTITIES} entities, not ${ids.length}.`, [], 'LIMIT_EXCEEDED'));
}

function wholeNumber(min: number, max: number): (value: number) => Result<number> {
  return (value) => {
    if (Number.isInteger(value) && value >= min && value <= max) return ok(value);
    return refuse(invalid(`Must be a whole number from ${min} to ${grouped(max)}, not ${value}.`));
  };
}
