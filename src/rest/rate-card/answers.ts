import * as v from 'valibot';
import { pageOf } from '../answer-fields.ts';
import { InvoiceTiming, RateCardDetails, RateCardType } from './bodies.ts';

export const RateCard = v.object({
  billableId: v.string(),
  type: RateCardType,
  displayName: v.string(),
  invoiceTiming: InvoiceTiming,
  rateCardDetails: RateCardDetails,
  tag: v.optional(v.string()),
  name: v.string(),
  referenceId: v.string(),
  referenceType: v.string(),
  currencies: v.optional(v.array(v.string())),
  pricePlanId: v.string(),
  accountId: v.optional(v.string()),
});

export const RateCardPaginatedResponse = pageOf(RateCard);

export const BulkRateCardOperationsResponse = v.object({ rateCards: v.array(RateCard) });
