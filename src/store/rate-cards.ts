import { and, eq, sql } from 'drizzle-orm';
import type { RateCard } from '../domain/rate-card.ts';
import { rateCardSetId } from '../domain/rate-card-set.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { pricePlanVersions, rateCards } from './tables/index.ts';

/** The cards of sets, in the order of each. */
export const rateCardsOfSets = ({ db }: Store, setIds: readonly string[]) =>
  db.query.rateCards.findMany({ where: { setId: { in: [...setIds] } }, orderBy: { setId: 'asc', position: 'asc' } });

/** Writes the set that the cards make up, unless it is there already. Nothing of a set ever changes. */
export function insertRateCardSet({ orgId }: Store, cards: readonly RateCard[], newId: (kind: 'rc') => string) {
  const setId = rateCardSetId(cards);
  const rows = cards.map((card, position) => ({
    id: newId('rc'),
    orgId,
    setId,
    position,
    name: card.name,
    type: card.type,
    billableId: card.billableId,
    card,
  }));
  return insertRows(rateCards, rows, { orIgnore: true });
}

/** The cards of a plan's newest active version, each with what it prices. */
export const rateCardsOfActiveVersion = ({ db, orgId }: Store, pricePlanId: string) =>
  db.query.rateCards.findMany({
    where: {
      RAW: (card) => sql`${card.setId} = (
        select ${pricePlanVersions.rateCardSetId} from ${pricePlanVersions}
        where ${and(eq(pricePlanVersions.orgId, orgId), eq(pricePlanVersions.pricePlanId, pricePlanId), eq(pricePlanVersions.status, 'ACTIVE'))}
        order by ${pricePlanVersions.version} desc limit 1
      )`,
    },
    orderBy: { position: 'asc' },
    with: { billable: true },
  });
