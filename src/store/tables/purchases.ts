import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../domain/day.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { PAYMENT_MODES, type PriceLine, PURCHASE_STATUSES, PURCHASE_TYPES, type PurchaseOverride } from '../../domain/purchase/purchase.ts';
import { accounts } from './accounts.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Purchases, and proposals: purchases that somebody must approve first. The price is fixed when the row is made. */
export const purchases = snakeCase.table(
  'purchases',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text().notNull(),
    isProposal: integer({ mode: 'boolean' }).notNull(),
    type: text({ enum: PURCHASE_TYPES }).notNull(),
    paymentMode: text({ enum: PAYMENT_MODES }).notNull(),
    /** What people quote: one for all revisions of a proposal, counted in the organization. Null for a purchase that is no proposal. */
    number: integer(),
    /** Which revision of the number, from 1 on. Null for a purchase that is no proposal. */
    revision: integer(),
    /** The revisions before and after, by their ids. */
    supersedesId: text(),
    supersededById: text(),
    status: text({ enum: PURCHASE_STATUSES }).notNull(),
    pricePlanId: text(),
    planVersionId: text(),
    quantity: integer().notNull(),
    rateCardQuantities: json<Readonly<Record<string, Decimal>>>().notNull(),
    /** The content bought: the plan version's rate cards unless the purchase overrides them. */
    rateCardSetId: text(),
    override: json<PurchaseOverride>(),
    purchaseAmount: text().$type<Decimal>(),
    topupAmount: text().$type<Decimal>(),
    effectiveFrom: text().$type<Day>(),
    effectiveUntil: text().$type<Day>(),
    /** From this instant on an open proposal is expired, whatever `status` still says. */
    expiresAt: instant(),
    priceAmount: text().$type<Decimal>().notNull(),
    priceCurrency: text().notNull(),
    priceLines: json<readonly PriceLine[]>().notNull(),
    comment: text(),
    respondedAt: instant(),
    idempotencyKey: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    // Account.purchases and Account.proposals, newest first.
    index('purchases_account').on(t.orgId, t.accountId, t.isProposal, t.id),
    // Lists of an organization in the order of creation.
    index('purchases_org').on(t.orgId, t.isProposal, t.id),
    // Proposal.revisions, in their order, and the next number.
    index('purchases_revisions').on(t.orgId, t.number, t.revision, t.id).where(sql`${t.number} is not null`),
    // What of a plan is still open: whether it can be archived.
    index('purchases_plan').on(t.orgId, t.pricePlanId, t.status),
    // The expiry sweep reads only what is open and due.
    index('purchases_open').on(t.expiresAt).where(sql`${t.status} = 'PROPOSAL_ACTIVE'`),
    // The last expiry that has passed in an organization, which a reader may have to be told of.
    index('purchases_open_org').on(t.orgId, t.expiresAt).where(sql`${t.status} = 'PROPOSAL_ACTIVE'`),
  ],
);
