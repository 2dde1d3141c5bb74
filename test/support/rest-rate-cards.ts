import type { items } from './catalogue.ts';

type Items = Awaited<ReturnType<typeof items>>;

const FEE = [{ currency: 'USD', rate: 100.5 }];
const ratePlan = {
  pricingModel: 'TIERED',
  slabs: [
    { order: 1, startAfter: 0, priceType: 'PER_UNIT' },
    { order: 2, startAfter: 1000, priceType: 'PACKAGE', slabConfig: { packageSize: '50' } },
  ],
};
const rateValues = [
  {
    currency: 'USD',
    slabRates: [
      { order: 1, rate: 0.000000000001, slabRateConfig: { minimum: '1' } },
      { order: 2, rate: 2 },
    ],
    rateConfig: { maximumRate: '500' },
  },
];

/** A card of each family, as a request of the mirror has it. */
export const cardsOf = ({ setup, seats, credits, calls, storage }: Items) => [
  card('FIXED_FEE', setup, 'fixedFeeRateCard', {
    id: setup,
    type: 'RECURRING',
    rateValues: FEE,
    enableProration: true,
    recurrenceConfig: { interval: 1, offset: 0 },
  }),
  card('LICENSE', seats, 'licenseRateCard', {
    id: seats,
    enableProration: true,
    usageCycle: 'MONTHLY',
    config: { maxQuantity: 10, maxQuantityBreachAction: 'DO_NOTHING' },
    proratedRefundMode: 'CREDITS',
    ratePlan,
    rateValues,
  }),
  card('CREDIT_GRANT', credits, 'creditGrantRateCard', {
    id: credits,
    type: 'RECURRING',
    grantDetails: { priority: 0, expiryType: 'CUSTOM', expiryDuration: 'P30D', applicableEntityIds: [calls] },
    rateDetails: {
      pricingModel: 'VOLUME',
      currencySlabRateDetails: [
        {
          currency: 'USD',
          creditAmount: 25.25,
          slabDetails: [{ startAfter: 0, priceType: 'FLAT', rate: 20, slabRateConfig: { minimum: '5' } }],
        },
      ],
    },
    recurrenceConfig: { interval: 2, offset: 1 },
  }),
  card('USAGE', calls, 'usageRateCard', { usageMeterId: calls, ratePlan, rateValues }, 'IN_ARREARS'),
  card('BILLING_ENTITLEMENT', storage, 'billingEntitlementRateCard', {
    featureId: storage,
    invoiceTiming: 'IN_ADVANCE',
    featureConfigs: [{ effectiveFrom: 'P5D', effectiveUntil: 'P20D', featureCreditLimit: 12.5 }],
    ratePlan,
    rateValues,
  }),
  card('MINIMUM_COMMITMENT', '', 'minimumCommitmentRateCard', { displayName: 'Minimum', rateValues: FEE }, 'IN_ARREARS'),
];

/** A card of a family, with its details. */
export const card = (type: string, billableId: string, name: string, details: object, invoiceTiming = 'IN_ADVANCE') => ({
  billableId,
  type,
  invoiceTiming,
  tag: 'sold',
  rateCardDetails: { [name]: details },
});
