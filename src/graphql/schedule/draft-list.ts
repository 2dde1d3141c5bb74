import { DRAFT_ORDERS, type DraftConditions, type DraftOrder, draftsWhere } from '../../store/draft-list.ts';
import { beyondCursors } from '../../store/scan.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { describedEnum } from '../enums.ts';
import { DateTimeRange, placeOf, whereInput } from '../list.ts';
import { Draft } from './draft.ts';

const DraftConnection = connectionOf('Draft', Draft);

const DraftOrderEnum = builder.enumType('DraftOrder', {
  description: 'The order of a list of drafts. The order is the same on every page.',
  values: describedEnum({
    UPDATED_AT_ASC: 'The least recently edited first.',
    UPDATED_AT_DESC: 'The most recently edited first.',
  } satisfies Record<DraftOrder, string>),
});

const DraftsWhere = whereInput<DraftConditions>(
  'DraftsWhere',
  'drafts',
  (t) => ({
    updatedAt: t.field({ type: DateTimeRange, description: 'Filters by the time of the last edit.' }),
  }),
  '',
);

builder.queryField('drafts', (t) =>
  t.countedConnection(
    {
      type: Draft,
      description: 'Returns the drafts of all accounts, each with a maximum of one. To read the draft of one account, use `Account.draft`.',
      args: {
        where: t.arg({ type: DraftsWhere, description: 'Filters the list. Omit to return everything.' }),
        orderBy: t.arg({
          type: DraftOrderEnum,
          required: true,
          defaultValue: 'UPDATED_AT_ASC',
          description: 'Order of the list. Defaults to the least recently edited first.',
        }),
      },
      totalCount: (_root, args, { store }) => store.count('drafts', draftsWhere(args.where)),
      resolve: (query, _root, args, { store }) => {
        const where = draftsWhere(args.where);
        const page = beyondCursors(['updatedAt', 'id'], args.orderBy === 'UPDATED_AT_ASC' ? 'asc' : 'desc', placeOf(args));
        return store.db.query.drafts.findMany(
          query({ columns: { id: true }, where: { AND: [where, page] }, orderBy: DRAFT_ORDERS[args.orderBy] }),
        );
      },
    },
    DraftConnection,
  ),
);
