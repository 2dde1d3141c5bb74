import { ofLivePlan, pricesSomething } from '../store/rate-cards.ts';
import { BillableItem } from './billable-item.ts';
import { builder } from './builder.ts';
import { PricePlanVersion } from './price-plan.ts';
import { RateCard } from './rate-card.ts';

builder.drizzleInterfaceField(BillableItem, 'rateCards', (t) =>
  t.relatedConnection('rateCards', {
    type: RateCard,
    totalCount: true,
    description: 'Where it is priced: its rate cards under the versions of plans that are not archived.',
    query: (_args, { store }) => ({ where: pricesSomething(store), orderBy: { id: 'asc' } }),
  }),
);

builder.drizzleInterfaceField(RateCard, 'pricePlanVersions', (t) =>
  t.relatedConnection('planVersions', {
    type: PricePlanVersion,
    totalCount: true,
    description:
      'The plan versions it is a card of, those of archived plans left out, the newest first. More than one where versions have the very same cards; none where only a schedule or purchase has it.',
    query: (_args, { store }) => ({ where: ofLivePlan(store), orderBy: { id: 'desc' } }),
  }),
);
