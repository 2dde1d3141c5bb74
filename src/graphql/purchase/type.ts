import { initiatePurchase } from '../../operations/purchase/initiate.ts';
import type { Where } from '../../store/list.ts';
import { examinesPurchases, type PurchaseConditions, purchasesOnPage, purchasesWhere } from '../../store/purchase-list.ts';
import { Account } from '../account/type.ts';
import { examines } from '../admission/price.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { DateTimeRange, placeOf, TextFilter, whereInput } from '../list.ts';
import { mutation, one } from '../payload.ts';
import { newPurchaseFields } from './inputs.ts';
import { PurchaseStatusFilter, PurchaseTerms, PurchaseTypeEnum, PurchaseTypeFilter } from './terms.ts';

export const Purchase = builder.drizzleNode('purchases', {
  variant: 'Purchase',
  description: 'A purchase for an account without a proposal. It takes effect when its payment succeeds.',
  ...requires('proposals:read'),
  interfaces: [PurchaseTerms],
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true, isProposal: true } },
  fields: (t) => ({
    purchaseId: t.exposeString('id', { description: 'The generated id.' }),
  }),
});

const PurchaseConnection = connectionOf('Purchase', Purchase);

builder.drizzleObjectField(Account, 'purchases', (t) =>
  t.relatedConnection(
    'purchases',
    {
      type: Purchase,
      totalCount: true,
      description: 'Purchases of the account that needed no proposal, newest first.',
      query: { where: { isProposal: false }, orderBy: { id: 'desc' } },
    },
    PurchaseConnection,
  ),
);

const PurchasesWhere = whereInput<PurchaseConditions>('PurchasesWhere', 'purchases', (t) => ({
  accountId: t.field({
    ...requires('accounts:read'),
    type: TextFilter,
    description: 'Filters by the id of the account, as the caller chose it.',
  }),
  status: t.field({ type: PurchaseStatusFilter, description: 'Filters by status.' }),
  type: t.field({ type: PurchaseTypeFilter, description: 'Filters by what is bought.' }),
  pricePlanId: t.field({
    ...requires('plans:read'),
    type: TextFilter,
    description: 'Filters by the generated id of the plan that is bought. A wallet top-up never matches.',
  }),
  createdAt: t.field({ type: DateTimeRange, description: 'Filters by the time of creation.' }),
}));

builder.queryField('purchases', (t) =>
  t.countedConnection(
    {
      type: Purchase,
      ...examines<{ readonly where?: Where<PurchaseConditions> | null }>(({ where }) => examinesPurchases(where)),
      description: 'Returns the purchases of the organization that needed no proposal, newest first.',
      args: { where: t.arg({ type: PurchasesWhere, description: 'Filters the list. Omit to return everything.' }) },
      totalCount: (_root, args, { store }) => store.count('purchases', purchasesWhere(args.where, store)),
      resolve: (query, _root, args, { store }) => {
        const where = purchasesOnPage(args.where, store, placeOf(args));
        return store.db.query.purchases.findMany(query({ columns: { id: true, isProposal: true }, where, orderBy: { id: 'desc' } }));
      },
    },
    PurchaseConnection,
  ),
);

builder.queryField('purchase', (t) =>
  t.drizzleField({
    type: Purchase,
    nullable: true,
    description: 'Returns a purchase by its id. `null` when there is none. To read a proposal, use `proposal`.',
    args: { purchaseId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { purchaseId }, { store }) =>
      store.db.query.purchases.findFirst(query({ where: { id: purchaseId, isProposal: false } })),
  }),
);

mutation(initiatePurchase, {
  description: 'Starts a purchase. It takes effect when `completePurchase` reports its payment.',
  input: builder.inputType('InitiatePurchaseInput', {
    description: 'The purchase to make.',
    fields: (t) => ({
      ...newPurchaseFields(t),
      type: t.field({ type: PurchaseTypeEnum, description: 'What is bought. Defaults to ENTITLEMENT_GRANT.' }),
    }),
  }),
  payload: {
    purchase: one(
      { type: Purchase, typeName: 'Purchase', table: 'purchases', description: 'The purchase. `null` when the change was refused.' },
      (changed) => changed.purchase,
    ),
    account: one(
      { type: Account, typeName: 'Account', table: 'accounts', description: 'The account. `null` when the change was refused.' },
      (changed) => changed.account,
    ),
  },
});
