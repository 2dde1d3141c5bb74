import { and, eq, getColumns, type InferSelectModel, isNull, type SQL, sql } from 'drizzle-orm';
import type { BillableItem } from '../domain/billable-item.ts';
import type { RateCard } from '../domain/rate-card/rate-card.ts';
import { rateCardId, rateCardSetId } from '../domain/rate-card/set.ts';
import type { PricedCards } from '../domain/schedule/issues.ts';
import type { Store, TableName } from './client.ts';
import { insertLargeRows, insertRows, insertSelect } from './insert-rows.ts';
import { limit } from './limit.ts';
import { listed } from './list.ts';
import { billableItems, pricePlans, pricePlanVersions, rateCardContents, rateCardMembers, rateCardSets } from './tables/index.ts';
import type { rateCards } from './views.ts';

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

/** A card of a set, with what it prices. */
export interface PricedCard {
  readonly card: RateCard;
  readonly billable: BillableItem | null;
}

/** Finds the rate cards of a set among those that are loaded; none of a set that has none. */
export const cardsFrom =
  (rowsBySetId: ReadonlyMap<string, readonly PricedCard[]>): ((setId: string) => PricedCards) =>
  (setId) => {
    const rows = rowsBySetId.get(setId) ?? [];
    return { rateCards: toCards(rows), billables: billablesOf(rows) };
  };

/**
 * The statements that load the rate cards of sets and what they price, for one batch. Each distinct card is read once, however many sets have
 * it: a timeline of many overrides has many sets that differ in few cards.
 * @param setIds SQL of the ids: a subquery in parentheses
 */
export function cardsOfSets({ db, orgId }: Store, setIds: SQL) {
  const members = db
    .select({ setId: rateCardSets.id, contentKey: rateCardMembers.contentKey })
    .from(rateCardMembers)
    .innerJoin(rateCardSets, eq(rateCardSets.key, rateCardMembers.setKey))
    .where(and(eq(rateCardSets.orgId, orgId), sql`${rateCardSets.id} in ${setIds}`));
  const contentKeys = sql`(select ${rateCardMembers.contentKey} from ${rateCardMembers} where ${rateCardMembers.setKey} in (
    select ${rateCardSets.key} from ${rateCardSets} where ${and(eq(rateCardSets.orgId, orgId), sql`${rateCardSets.id} in ${setIds}`)}))`;
  // The columns of both tables have different names: rows of a batch are known by those.
  const contents = db
    .select({ key: rateCardContents.key, card: rateCardContents.card, billable: getColumns(billableItems) })
    .from(rateCardContents)
    .leftJoin(billableItems, and(eq(billableItems.orgId, rateCardContents.orgId), eq(billableItems.id, rateCardContents.billableId)))
    .where(and(eq(rateCardContents.orgId, orgId), sql`${rateCardContents.key} in ${contentKeys}`));
  return [members.orderBy(rateCardMembers.setKey, rateCardMembers.position), contents] as const;
}

/** The same of sets that are known by their ids. */
export const cardsOfSetIds = (store: Store, setIds: readonly string[]) => cardsOfSets(store, listed(setIds));

type Loaded<Statements extends readonly PromiseLike<unknown>[]> = { readonly [K in keyof Statements]: Awaited<Statements[K]> };

/** The rows of `cardsOfSets` as the priced cards of each set, by its id and in order. */
export function toCardsBySetId([members, contents]: Loaded<ReturnType<typeof cardsOfSets>>): ReadonlyMap<string, readonly PricedCard[]> {
  const pricedByKey = new Map(contents.map(({ key, ...priced }) => [key, priced] as const));
  const bySetId = Map.groupBy(members, ({ setId }) => setId);
  return new Map(
    [...bySetId].map(([setId, rows]) => [setId, rows.flatMap(({ contentKey }) => pricedByKey.get(contentKey) ?? [])] as const),
  );
}

/** A filter: rate cards of some version of a plan that is not archived. */
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

/**
 * Writes the set that the cards make up, and of the cards those that no set has yet; what is there already stays as it is. Nothing of
 * a set ever changes. It stands before what refers to the set, in the same batch.
 */
export function insertRateCardSet({ orgId }: Store, cards: readonly RateCard[]): SQL[] {
  const setId = rateCardSetId(cards);
  const contents = cards.map((card) => {
    const { name, type, billableId } = card;
    return { id: rateCardId(card), orgId, name, type, billableId, card };
  });
  const set = insertRows(rateCardSets, [{ id: setId, orgId, uses: 0, size: cards.length }], { orIgnore: true });
  if (contents.length === 0) return [set];
  // The joins are crossed, so that SQLite keeps their order: the set, each of its cards, what that says.
  const members = insertSelect(
    rateCardMembers,
    { setKey: rateCardSets.key, position: sql`member.key`, contentKey: rateCardContents.key },
    sql`from ${rateCardSets} cross join json_each(${JSON.stringify(contents.map(({ id }) => id))}) member cross join ${rateCardContents}
      where ${and(eq(rateCardSets.orgId, orgId), eq(rateCardSets.id, setId), eq(rateCardContents.orgId, orgId))}
        and ${rateCardContents.id} = member.value
      on conflict do nothing`,
  );
  return [set, ...insertLargeRows(rateCardContents, contents, { orIgnore: true }), members];
}

/** How many unused sets one write lets go; what is left over, the next one does. */
const MAX_DELETED = 100;

/** Deletes sets that no schedule, plan version or purchase refers to, neither now nor in the history, with the cards that are theirs alone. */
export const deleteUnusedSets = (orgId: string): SQL =>
  sql`delete from ${rateCardSets} where ${rateCardSets.key} in (
    select ${rateCardSets.key} from ${rateCardSets} where ${rateCardSets.orgId} = ${orgId} and ${rateCardSets.uses} = 0 ${limit(MAX_DELETED)})`;

/** A filter: rate cards by their ids. The id of a card is not stored, but the set and the place that it is made of are. */
export function rateCardsByIds(ids: readonly string[]) {
  const parts = ids.map((id) => ({ setId: id.slice(0, id.lastIndexOf('.')), position: Number(id.slice(id.lastIndexOf('.') + 1)) }));
  const positions = parts.map(({ position }) => position).filter(Number.isSafeInteger);
  return { setId: { in: [...new Set(parts.map(({ setId }) => setId))] }, position: { in: [...new Set(positions)] }, id: { in: [...ids] } };
}

/** A filter: rows of a table by their ids. */
export const byIds = (table: TableName, ids: readonly string[]): object =>
  table === 'rateCards' ? rateCardsByIds(ids) : { id: { in: [...ids] } };
