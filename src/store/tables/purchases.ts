import { isNotNull, sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../domain/day.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { RecordedPriceLine } from '../../domain/purchase/price-line.ts';
import { PAYMENT_MODES, PURCHASE_STATUSES, PURCHASE_TYPES, type PurchaseOverride } from '../../domain/purchase/purchase.ts';
import { accounts } from './accounts.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Purchases, and proposals: purchases that need an approval. The price is fixed when the row is made. */
export const purchases = snakeCase.table(
  'purchases',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text().notNull(),
    isProposal: integer({ mode: 'boolean' }).notNull(),
    type: text({ enum: PURCHASE_TYPES }).notNull(),
    paymentMode: text({ enum: PAYMENT_MODES }).notNull(),
    /** The number that people quote: counted in the organization, and equal for all revisions of a proposal. `null`: not a proposal. */
    number: integer(),
    /** The revision of the proposal, from 1. `null`: not a proposal. */
    revision: integer(),
    /** The ids of the previous and the next revision. */
    supersedesId: text(),
    supersededById: text(),
    status: text({ enum: PURCHASE_STATUSES }).notNull(),
    pricePlanId: text(),
    planVersionId: text(),
    quantity: integer().notNull(),
    rateCardQuantities: json<Readonly<Record<string, Decimal>>>().notNull(),
    /** The set of rate cards that is bought: the plan version's, unless the purchase overrides them. */
    rateCardSetId: text(),
    override: json<PurchaseOverride>(),
    purchaseAmount: text().$type<Decimal>(),
    topupAmount: text().$type<Decimal>(),
    effectiveFrom: text().$type<Day>(),
    effectiveUntil: text().$type<Day>(),
    /** The instant from which an open proposal is expired, even before the sweep updates `status`. */
    expiresAt: instant(),
    priceAmount: text().$type<Decimal>().notNull(),
    priceCurrency: text().notNull(),
    priceLines: json<readonly RecordedPriceLine[]>().notNull(),
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
    // Account.purchases and Account.proposals.
    index('purchases_account').on(t.orgId, t.accountId, t.isProposal, t.id),
    // Lists of an organization's purchases and proposals, in the order of creation.
    index('purchases_org').on(t.orgId, t.isProposal, t.id),
    // The same lists by status and by what is bought.
    index('purchases_status').on(t.orgId, t.isProposal, t.status, t.id),
    index('purchases_type').on(t.orgId, t.isProposal, t.type, t.id),
    // The list of purchases by plan.
    index('purchases_price_plan').on(t.orgId, t.isProposal, t.pricePlanId, t.id).where(isNotNull(t.pricePlanId)),
    // Proposals by their expiry.
    index('purchases_expiry').on(t.orgId, t.expiresAt, t.id).where(isNotNull(t.expiresAt)),
    // Proposal.revisions in order, and the next number.
    index('purchases_revisions').on(t.orgId, t.number, t.revision, t.id).where(sql`${t.number} is not null`),
    // The open purchases of a plan, which keep it from being archived.
    index('purchases_plan').on(t.orgId, t.pricePlanId, t.status),
    // The expiry sweep, which reads only open proposals that are due.
    index('purchases_open').on(t.expiresAt).where(sql`${t.status} = 'PROPOSAL_ACTIVE'`),
    // The open proposals of an account, which keep it from being archived.
    index('purchases_open_account').on(t.orgId, t.accountId, t.expiresAt).where(sql`${t.status} = 'PROPOSAL_ACTIVE'`),
    // The last expiry that has passed in an organization: part of its state (`stateOf`).
    index('purchases_open_org').on(t.orgId, t.expiresAt).where(sql`${t.status} = 'PROPOSAL_ACTIVE'`),
  ],
);
