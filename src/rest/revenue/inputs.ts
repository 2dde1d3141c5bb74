import type * as v from 'valibot';
import type { CalculateRevenueInput } from '../documents.ts';
import { cardInFamilies, cardsIn, type Families } from '../plan-details/inputs.ts';
import type { CalculateRevenueRequest, PricePlanDetailsConfig } from './bodies.ts';

type Body = v.InferOutput<typeof CalculateRevenueRequest>;

/** Returns what is priced as GraphQL takes it: of each part, the field of its mode. Fields of other modes are ignored. */
export function toCalculation(body: Body): CalculateRevenueInput {
  const { currencyConfig, usageConfig, licenseEntriesConfig, namedLicenseEntriesConfig, prorationConfig, entitlementOverageConfig } = body;
  const named = namedLicenseEntriesConfig && {
    ...namedLicenseEntriesConfig,
    custom: (namedLicenseEntriesConfig.custom ?? []).map(({ name, ...entry }) => ({ ...entry, name: String(name) })),
  };
  const licenses = (licenseEntriesConfig.custom ?? []).map(({ quantity, ...entry }) => ({ ...entry, quantity: String(quantity) }));
  const usage = Object.entries(usageConfig.usageMap ?? {}).map(([billableId, quantity]) => ({ billableId, quantity }));
  return {
    currencyConfig:
      currencyConfig.mode === 'CUSTOM'
        ? { custom: currencyConfig.currency ?? '' }
        : { accountInvoice: { accountId: currencyConfig.accountId ?? '' } },
    pricePlanDetailsConfig: toPlan(body.pricePlanDetailsConfig),
    usageConfig: ofMode({ ...usageConfig, custom: usage }),
    licenseEntriesConfig: ofMode({ ...licenseEntriesConfig, custom: licenses }),
    ...(named && { namedLicenseEntriesConfig: ofMode(named) }),
    ...(prorationConfig && { prorationConfig: toProration(prorationConfig) }),
    ...(entitlementOverageConfig && { entitlementOverageConfig: toOverage(entitlementOverageConfig) }),
  };
}

function toPlan(config: v.InferOutput<typeof PricePlanDetailsConfig>): CalculateRevenueInput['pricePlanDetailsConfig'] {
  const { mode, pricePlanDetails, pricePlanId = '', accountId = '', effectiveOn, pricingCycleOrdinal } = config;
  if (mode === 'PRICE_PLAN') return { pricePlan: { pricePlanId, effectiveOn, pricingCycleOrdinal } };
  if (mode === 'ACCOUNT' || !pricePlanDetails) return { account: { accountId, effectiveOn } };
  const { pricingCycleConfig, supportedCurrencies } = pricePlanDetails;
  const rateCards = cardsIn(familiesOf(pricePlanDetails)).map(({ name, rateCard }) => ({ rateCardName: name, rateCard }));
  return { custom: { pricingCycleConfig, supportedCurrencies, rateCards, effectiveOn, pricingCycleOrdinal } };
}

const familiesOf = ({
  pricingCycleConfig: _cycle,
  supportedCurrencies: _currencies,
  deferredRevenue: _deferred,
  allow_ongoing_cycle_updates: _updates,
  ...families
}: NonNullable<Body['pricePlanDetailsConfig']['pricePlanDetails']>): Families => families;

interface Quantities<Entry> {
  readonly mode: 'CUSTOM' | 'LOOKUP_RANGE' | 'LOOKUP_CYCLE';
  readonly custom: readonly Entry[];
  readonly lookupRange?: Body['usageConfig']['lookupRange'];
  readonly lookupCycle?: Body['usageConfig']['lookupCycle'];
}

function ofMode<Entry>({ mode, custom, lookupRange, lookupCycle }: Quantities<Entry>) {
  if (mode === 'LOOKUP_RANGE' && lookupRange) return { lookupRange };
  if (mode === 'LOOKUP_CYCLE' && lookupCycle) return { lookupCycle };
  return { custom: [...custom] };
}

function toProration({ mode, customConfig, lookupCycleConfig }: NonNullable<Body['prorationConfig']>) {
  if (mode === 'CUSTOM' && customConfig) return { custom: customConfig };
  const { accountId = '', cycleEffectiveOn, currentDateTime } = lookupCycleConfig ?? {};
  return { lookupCycle: { accountId, cycleEffectiveOn, currentDate: currentDateTime } };
}

function toOverage({ mode, custom = [], lookupCycle }: NonNullable<Body['entitlementOverageConfig']>) {
  return mode === 'LOOKUP_CYCLE' && lookupCycle ? { lookupCycle } : { custom };
}

/** Returns where a field of a calculation is in its body. */
export function calculationInBody(place: string, body: Body): string {
  const [config = '', mode = '', ...rest] = place.split('.');
  const at = (...parts: readonly string[]) => [config, ...parts].filter(Boolean).join('.');
  switch (config) {
    case 'currencyConfig':
      return at(mode === 'custom' ? 'currency' : mode === 'accountInvoice' ? 'accountId' : '');
    case 'pricePlanDetailsConfig': {
      const details = body.pricePlanDetailsConfig.pricePlanDetails;
      if (mode !== 'custom') return at(...rest);
      if (rest[0] === 'rateCards' && details) return at('pricePlanDetails', cardInFamilies(rest.join('.'), familiesOf(details)));
      return OF_CYCLE.has(rest[0] ?? '') ? at(...rest) : at('pricePlanDetails', ...rest);
    }
    case 'usageConfig': {
      if (mode !== 'custom') return at(mode, ...rest);
      return at('usageMap', Object.keys(body.usageConfig.usageMap ?? {})[Number(rest[0])] ?? '');
    }
    case 'prorationConfig': {
      const names: Readonly<Record<string, string>> = { custom: 'customConfig', lookupCycle: 'lookupCycleConfig' };
      return at(names[mode] ?? '', ...rest.map((each) => (mode === 'lookupCycle' && each === 'currentDate' ? 'currentDateTime' : each)));
    }
    default:
      return place;
  }
}

/** What a config of a written plan says beside the plan. */
const OF_CYCLE: ReadonlySet<string> = new Set(['effectiveOn', 'pricingCycleOrdinal']);
