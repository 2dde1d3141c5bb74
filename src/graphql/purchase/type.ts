import { initiatePurchase } from '../../operations/purchase/initiate.ts';
import { Account } from '../account/type.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { mutation, one } from '../payload.ts';
import { newPurchaseFields } from './inputs.ts';
import { PurchaseTerms, PurchaseTypeEnum } from './terms.ts';

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
