import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { EventKind } from '../domain/event.ts';
import type { Store } from './client.ts';
import type { Filter } from './list.ts';
import { accounts, auditEntries } from './tables/index.ts';

/** Conditions on events. An omitted condition matches every event. */
export interface EventConditions {
  /** Matches events that have at least one of these kinds. */
  readonly kinds?: readonly EventKind[] | null;
  /** The caller's own id of the account. */
  readonly accountId?: string | null;
  /** The generated id of the account. */
  readonly account?: string | null;
}

/** Which events a page is about: the conditions, and the kinds that the caller may see (`null`: all). */
export interface EventSelection {
  readonly where: EventConditions | null;
  readonly visible: readonly EventKind[] | null;
}

/** Most entries that one page of the feed examines when kinds are selected. A page ends there, and its cursor goes on from there. */
export const MOST_EXAMINED_EVENTS = 1_000;

/**
 * Returns the filter of the entries with at least one of these kinds. Empty if kinds are not limited. The quotes keep a kind from matching
 * a longer one. Unlike `json_each`, `instr` reads no rows.
 */
export const hasKind = (kinds: readonly EventKind[] | null): Filter<'auditEntries'> => {
  if (kinds === null) return {};
  if (kinds.length === 0) return { RAW: () => sql`0` };
  return { RAW: (entry: Entry): SQL => anyOf(kinds.map((kind) => sql`instr(${entry.kinds}, ${JSON.stringify(kind)})`)) };
};

/**
 * Returns a condition: one of the conditions holds. They are joined as a tree, since SQLite allows expressions of 100 levels: a chain has one for
 * each condition, and a list that is nested has many around it.
 */
function anyOf(conditions: readonly SQL[]): SQL {
  if (conditions.length <= 2) return sql`(${sql.join([...conditions], sql` or `)})`;
  const half = Math.ceil(conditions.length / 2);
  return sql`(${anyOf(conditions.slice(0, half))} or ${anyOf(conditions.slice(half))})`;
}

type Entry = typeof auditEntries;

/** Returns the filter of a whole feed. */
export const eventsWhere = ({ orgId }: Store, selection: EventSelection): Filter<'auditEntries'> => ({
  AND: [isOfAccount(orgId, selection.where), hasKind(selectedKinds(selection))],
});

/** A page of the feed: at most `size` events after or before a place, from the end that the place is at. */
export interface FeedPlace {
  readonly after: number | null;
  readonly before: number | null;
  readonly size: number;
  readonly isBackward: boolean;
}

/**
 * Returns the filter of a page of the feed. It seeks by the place of the commit. If kinds are limited, it examines `MOST_EXAMINED_EVENTS`
 * entries at most, so that a feed in which few events match costs no more than another one.
 */
export function eventsOnPage(store: Store, selection: EventSelection, place: FeedPlace): Filter<'auditEntries'> {
  const { after, before, isBackward } = place;
  const last = selectedKinds(selection) === null ? null : lastExamined(store, selection, place);
  return {
    AND: [
      { seq: { ...(after === null ? {} : { gt: after }), ...(before === null ? {} : { lt: before }) } },
      last === null
        ? {}
        : {
            RAW: ({ seq }: Entry): SQL =>
              isBackward ? sql`${seq} >= coalesce(${last}, 0)` : sql`${seq} <= coalesce(${last}, ${Number.MAX_SAFE_INTEGER})`,
          },
      eventsWhere(store, selection),
    ],
  };
}

/** How far a page has looked. */
export interface Reached {
  /** The place of the newest entry of the organization. 0: there is none. */
  readonly newest: number;
  /** The place of the last entry that the page examined, if it stopped before the end. */
  readonly examined: number | null;
}

/**
 * Reads how far a page looks that examines entries of other kinds. It is sent together with the page, so that both are of one state. `null`
 * if the page examines only what it returns.
 */
export async function reachOf(store: Store, selection: EventSelection, place: FeedPlace): Promise<Reached | null> {
  if (selectedKinds(selection) === null && selection.where?.account == null) return null;
  const [reached] = await store.db.all<Reached>(
    sql`select coalesce(max(${auditEntries.seq}), 0) as "newest", ${lastExamined(store, selection, place)} as "examined"
      from ${auditEntries} where ${eq(auditEntries.orgId, store.orgId)}`,
  );
  return reached ?? null;
}

/** The kinds that are both selected and visible. `null`: all. */
function selectedKinds({ where, visible }: EventSelection): readonly EventKind[] | null {
  const kinds = where?.kinds ?? null;
  if (kinds === null || visible === null) return kinds ?? visible;
  return kinds.filter((kind) => visible.includes(kind));
}

function isOfAccount(orgId: string, where: EventConditions | null): Filter<'auditEntries'> {
  const id = accountIn(orgId, where);
  return id === null ? {} : { RAW: ({ accountId }: Entry): SQL => sql`${accountId} = ${id}` };
}

/** The generated id of the account that the conditions name. `null`: they name none. */
function accountIn(orgId: string, where: EventConditions | null): SQL | null {
  if (where?.account != null) return sql`${where.account}`;
  return where?.accountId == null ? null : idOfAccount(orgId, where.accountId);
}

const idOfAccount = (orgId: string, accountId: string): SQL =>
  sql`(select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), eq(accounts.accountId, accountId))})`;

/** The place of the entry at which a page must stop. Null if it reaches the end of the feed before. */
function lastExamined({ orgId }: Store, { where }: EventSelection, { after, before, isBackward }: FeedPlace): SQL {
  const account = accountIn(orgId, where);
  const conditions = [
    eq(auditEntries.orgId, orgId),
    account === null ? undefined : sql`${auditEntries.accountId} = ${account}`,
    after === null ? undefined : sql`${auditEntries.seq} > ${after}`,
    before === null ? undefined : sql`${auditEntries.seq} < ${before}`,
  ];
  return sql`(select ${auditEntries.seq} from ${auditEntries} where ${and(...conditions)}
    order by ${auditEntries.seq} ${sql.raw(isBackward ? 'desc' : 'asc')} limit 1 offset ${MOST_EXAMINED_EVENTS - 1})`;
}

/** Returns the next events of a feed, and the place up to which there is none that they do not include. */
export async function eventsAfter(store: Store, selection: EventSelection, after: number, size: number) {
  const place = { after, before: null, size, isBackward: false };
  const [events, reached] = await Promise.all([
    store.db.query.auditEntries.findMany({
      columns: { id: true, seq: true },
      where: eventsOnPage(store, selection, place),
      orderBy: { seq: 'asc' },
      limit: size,
    }),
    reachOf(store, selection, place),
  ]);
  const last = events.at(-1)?.seq ?? after;
  const isFull = events.length === size;
  return { events, through: isFull ? last : Math.max(last, reached?.examined ?? reached?.newest ?? last) };
}
