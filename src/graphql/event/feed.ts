import { getSchemaConfig, queryFromInfo } from '@pothos/plugin-drizzle';
import { grouped } from '../../domain/count.ts';
import { countAlong, counted } from '../../engine/pothos/counted-connection.ts';
import { cursorAt, positionOf } from '../../engine/pothos/cursors.ts';
import { partsOf } from '../../engine/pothos/pages.ts';
import { visibleKinds } from '../../operations/event-kinds.ts';
import {
  type EventConditions,
  type EventSelection,
  eventsOnPage,
  eventsWhere,
  type FeedPlace,
  MOST_EXAMINED_EVENTS,
  type Reached,
  reachOf,
} from '../../store/events.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { DEFAULT_NODES } from '../limits.ts';
import type { Page } from '../list.ts';
import { EventKindEnum } from './kinds.ts';
import { Event, EventConnection } from './type.ts';

const EventsWhere = builder.inputRef<EventConditions>('EventsWhere').implement({
  description: 'Conditions on events. All given conditions must hold; an omitted condition matches everything.',
  fields: (t) => ({
    kinds: t.field({
      type: [EventKindEnum],
      description: 'Matches events that have at least one of these kinds. Kinds that the scopes of the caller do not cover match nothing.',
    }),
    accountId: t.string({
      ...requires('accounts:read'),
      description: 'Filters by the id of the account, as the caller chose it.',
    }),
  }),
});

interface FeedArguments extends Page {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly where?: EventConditions | null | undefined;
}

builder.queryField('events', (t) =>
  t.connection(
    {
      type: Event,
      description: `Returns the events of the organization in the order in which the changes were written, oldest first. The list has no end: to follow it, ask again with the \`endCursor\` of the last page as \`after\`. An empty page has an \`endCursor\` too. \`events(last: 1)\` gives the cursor to begin with what comes next. With \`kinds\`, or a token that does not cover all kinds, a page examines a maximum of ${grouped(MOST_EXAMINED_EVENTS)} events: it can be short or empty while \`hasNextPage\` is true.`,
      args: { where: t.arg({ type: EventsWhere, description: 'Filters the list. Omit to return everything.' }) },
      resolve: async (_root, args, context, info) => {
        const { store, actor } = context;
        const selection: EventSelection = { where: args.where ?? null, visible: visibleKinds(actor.scopes) };
        const count = () => store.count('auditEntries', eventsWhere(store, selection));
        countAlong(args, info, count);
        const totalCount = () => counted(args, count);
        if (!partsOf(info).nodes) return { edges: [], pageInfo: NO_PAGE, totalCount };
        const place = placeIn(args);
        const query = queryFromInfo({
          config: getSchemaConfig(builder),
          context,
          info,
          typeName: 'Event',
          paths: [['nodes'], ['edges', 'node']],
          columns: { id: true, seq: true, timelineRevision: true },
          where: eventsOnPage(store, selection, place),
          orderBy: { seq: place.isBackward ? 'desc' : 'asc' },
          limit: place.size + 1,
        });
        const [rows, reached] = await Promise.all([store.db.query.auditEntries.findMany(query), reachOf(store, selection, place)]);
        const page = rows.slice(0, place.size);
        const events = place.isBackward ? page.reverse() : page;
        return {
          edges: events.map((node) => ({ node, cursor: cursorAt(node.seq) })),
          pageInfo: pageInfoOf(events, { place, reached, isFull: rows.length > place.size }),
          totalCount,
        };
      },
    },
    EventConnection,
  ),
);

const NO_PAGE = { startCursor: null, endCursor: null, hasPreviousPage: false, hasNextPage: false };

function placeIn({ first, last, after, before }: FeedArguments): FeedPlace {
  const at = (cursor: string | null | undefined) => (cursor == null ? null : Number(positionOf(cursor)[0]));
  return { after: at(after), before: at(before), size: first ?? last ?? DEFAULT_NODES, isBackward: first == null && last != null };
}

interface ReadPage {
  readonly place: FeedPlace;
  readonly reached: Reached | null;
  /** Whether there are more events than the page has. */
  readonly isFull: boolean;
}

/** The cursors of a page stand at what it examined, so that the next page does not examine it again. */
function pageInfoOf(events: readonly { readonly seq: number }[], { place: { after, before, isBackward }, reached, isFull }: ReadPage) {
  const [first, last] = [events[0]?.seq ?? null, events.at(-1)?.seq ?? null];
  const examined = isFull ? null : (reached?.examined ?? null);
  const isCut = isFull || examined !== null;
  // The end of what can be read: of the feed, or of the part before a cursor.
  const end = Math.max(after ?? 0, Math.min(reached?.newest ?? last ?? 0, before === null ? Number.POSITIVE_INFINITY : before - 1));
  const [start, stop] = isBackward ? [examined ?? first, end] : [first, examined ?? (isFull ? (last ?? end) : end)];
  return {
    startCursor: start === null ? null : cursorAt(start),
    endCursor: cursorAt(stop),
    hasPreviousPage: isBackward ? isCut : after !== null,
    hasNextPage: isBackward ? before !== null : isCut,
  };
}
