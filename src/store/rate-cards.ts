import { and, eq, type InferSelectModel, isNull, type SQL, sql } from 'drizzle-orm';
import type { BillableItem } from '../domain/billable-item.ts';
import type { RateCard } from '../domain/rate-card.ts';
import { rateCardSetId } from '../domain/rate-card-set.ts';
import type { Store } from './client.ts';
import { insertLargeRows } from './insert-rows.ts';
import { pricePlans, pricePlanVersions, rateCards } from './tables/index.ts';

type RateCardRow = InferSelectModel<typeof rateCards>;

/** The id of the row that holds a card of a set: whoever writes the set writes the same rows. */
export const rateCardRowId = (setId: string, position: number): string => `${setId}.${position}`;

/** How an owner's cards are read beneath it: in the order of their set. */
export const inOrder = { orderBy: { position: 'asc' } } as const;

export const toCards = (rows: readonly Pick<RateCardRow, 'card'>[]): readonly RateCard[] => rows.map(({ card }) => card);

/** The items that loaded cards price, by their ids; one that does not exist is not in it. */
export function billablesOf(rows: readonly { readonly billable: BillableItem | null }[]): ReadonlyMap<string, BillableItem> {
  return new Map(rows.flatMap(({ billable }) => (billable ? [[billable.id, billable] as const] : [])));
}

/** The rate cards of sets, each with what it prices. */
export const rateCardsOfSets = ({ db }: Store, setIds: readonly string[]) =>
  db.query.rateCards.findMany({ where: { setId: { in: [...setIds] } }, ...inOrder, with: { billable: true } });

/** A filter: rate cards of some version of a plan that is not archived. Sets that nobody refers to any more are left over. */
export const pricesSomething = ({ orgId }: Store) => ({
  RAW: ({ setId }: Pick<typeof rateCards, 'setId'>): SQL => sql`exists (
    select 1 from ${pricePlanVersions} join ${pricePlans} on ${pricePlans.orgId} = ${pricePlanVersions.orgId} and ${pricePlans.id} = ${pricePlanVersions.pricePlanId}
    where ${and(eq(pricePlanVersions.orgId, orgId), eq(pricePlanVersions.rateCardSetId, setId), isNull(pricePlans.archivedAt))}
  )`,
});

/** A filter: versions of plans that are not archived. */
export const ofLivePlan = ({ orgId }: Store) => ({
  RAW: ({ pricePlanId }: Pick<typeof pricePlanVersions, 'pricePlanId'>): SQL =>
    sql`exists (select 1 from ${pricePlans} where ${and(eq(pricePlans.orgId, orgId), eq(pricePlans.id, pricePlanId), isNull(pricePlans.archivedAt))})`,
});

/** Writes the set that the cards make up, unless it is there already. Nothing of a set ever changes. */
export function insertRateCardSet({ orgId }: Store, cards: readonly RateCard[]): SQL[] {
  const setId = rateCardSetId(cards);
  const rows = cards.map((card, position) => {
    const { name, type, billableId } = card;
    return { id: rateCardRowId(setId, position), orgId, setId, position, name, type, billableId, card };
  });
  return insertLargeRows(rateCards, rows, { orIgnore: true });
}
