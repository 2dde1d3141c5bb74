import { ofLivePlan, pricesSomething } from '../store/rate-cards.ts';
import { BillableItem } from './billable-item/type.ts';
import { builder } from './builder.ts';
import { seek } from './list.ts';
import { PricePlanVersion, PricePlanVersionConnection } from './price-plan/type.ts';
import { RateCard, RateCardConnection } from './rate-card/type.ts';

builder.drizzleInterfaceField(BillableItem, 'rateCards', (t) =>
  t.relatedConnection(
    'rateCards',
    {
      type: RateCard,
      totalCount: true,
      description: 'Rate cards that price the item, in versions of plans that are not archived.',
      query: (args, { store }) => ({
        where: { AND: [pricesSomething(store), seek(args, 'contentKey')] },
        orderBy: { contentKey: 'asc', setKey: 'asc' },
      }),
    },
    RateCardConnection,
  ),
);

builder.drizzleInterfaceField(RateCard, 'pricePlanVersions', (t) =>
  t.relatedConnection(
    'planVersions',
    {
      type: PricePlanVersion,
      totalCount: true,
      description:
        'Plan versions that have this card, newest first, except versions of archived plans. Several when versions have equal cards; none when only a schedule or purchase has the card.',
      query: (_args, { store }) => ({ where: ofLivePlan(store), orderBy: { id: 'desc' } }),
    },
    PricePlanVersionConnection,
  ),
);
