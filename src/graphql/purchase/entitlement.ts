import { Account } from '../account/type.ts';
import { requires } from '../admission/scopes.ts';
import { Feature } from '../billable-item/type.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { PurchaseTerms } from './terms.ts';

export const Entitlement = builder.drizzleNode('entitlements', {
  name: 'Entitlement',
  description: 'Credits of a feature that a purchase granted to an account for a period.',
  ...requires('accounts:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    entitlementId: t.exposeString('id', { description: 'The generated id.' }),
    featureId: t.exposeString('featureId', { description: 'Generated id of the feature.' }),
    feature: t.relation('feature', { type: Feature, description: 'The feature that may be used.' }),
    creditsGranted: t.expose('credits', { type: 'Decimal', description: 'Number of credits that were granted.' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'Date', description: 'First day on which the credits may be used.' }),
    effectiveUntil: t.expose('effectiveUntil', { type: 'Date', description: 'First day on which the credits may no longer be used.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the credits were granted.' }),
    purchase: t.relation('purchase', { type: PurchaseTerms, description: 'The purchase or proposal that granted the credits.' }),
  }),
});

const EntitlementConnection = connectionOf('Entitlement', Entitlement);

builder.drizzleObjectField(Account, 'entitlements', (t) =>
  t.relatedConnection(
    'entitlements',
    {
      type: Entitlement,
      totalCount: true,
      description: 'Entitlements that purchases granted to the account, newest first, including past ones.',
      query: { orderBy: { id: 'desc' } },
    },
    EntitlementConnection,
  ),
);

builder.drizzleInterfaceField(PurchaseTerms, 'entitlements', (t) =>
  t.relatedConnection(
    'entitlements',
    {
      type: Entitlement,
      totalCount: true,
      description: 'Entitlements that were granted when the purchase took effect.',
      query: { orderBy: { id: 'asc' } },
    },
    EntitlementConnection,
  ),
);
