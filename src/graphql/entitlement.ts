import { Account } from './account.ts';
import { Feature } from './billable-item.ts';
import { builder } from './builder.ts';
import { PurchaseTerms } from './purchase-terms.ts';
import { requires } from './scopes.ts';

export const Entitlement = builder.drizzleObject('entitlements', {
  name: 'Entitlement',
  description: 'Credits of a feature that a purchase granted an account for a period.',
  ...requires('accounts:read'),
  select: { columns: { id: true } },
  fields: (t) => ({
    entitlementId: t.exposeString('id', { description: 'The generated id.' }),
    featureId: t.exposeString('featureId', { description: 'The feature, by its generated id.' }),
    feature: t.relation('feature', { type: Feature, description: 'What may be used.' }),
    creditsGranted: t.expose('credits', { type: 'Decimal', description: 'How many credits were granted.' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'Date', description: 'The first day on which they may be used.' }),
    effectiveUntil: t.expose('effectiveUntil', { type: 'Date', description: 'The first day on which they no longer may.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When they were granted.' }),
    purchase: t.relation('purchase', { type: PurchaseTerms, description: 'The purchase, or the proposal, that granted them.' }),
  }),
});

builder.drizzleObjectField(Account, 'entitlements', (t) =>
  t.relatedConnection('entitlements', {
    type: Entitlement,
    totalCount: true,
    description: 'What it was granted by purchases, the newest first; those of the past included.',
    query: { orderBy: { id: 'desc' } },
  }),
);

builder.drizzleInterfaceField(PurchaseTerms, 'entitlements', (t) =>
  t.relatedConnection('entitlements', {
    type: Entitlement,
    totalCount: true,
    description: 'What it granted, once it took effect.',
    query: { orderBy: { id: 'asc' } },
  }),
);
