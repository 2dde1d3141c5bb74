/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends {
    [key: string]: unknown;
}> = {
    [K in keyof T]: T[K];
};
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | {
    [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never;
};
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Code of a reason why a request was refused. */
export type UserErrorCode = 
/** A value is malformed or outside its limits. The message says what is valid. */
'INVALID_VALUE'
/** The organization has no object with this id. */
 | 'NOT_FOUND'
/** The id, name or alias is taken. */
 | 'ALREADY_EXISTS'
/** The object is archived and therefore read-only. */
 | 'ARCHIVED'
/** The object has changed since the expected revision. */
 | 'CONFLICT'
/** The idempotency key was used with another input within the last 48 hours. */
 | 'IDEMPOTENCY_KEY_REUSED'
/** The active timeline has changed since the draft was created. */
 | 'STALE_DRAFT'
/** The active timeline has changed on days that the draft edits too. */
 | 'DRAFT_COLLISION'
/** Issues prevent finalizing. */
 | 'FINALIZE_BLOCKED'
/** The current status does not allow the transition. */
 | 'ILLEGAL_TRANSITION'
/** The period is empty: its start is not before its end. */
 | 'EMPTY_PERIOD'
/** There is no draft. */
 | 'NO_DRAFT'
/** The account has a draft, which the request neither finalizes nor discards. */
 | 'DRAFT_EXISTS'
/** The request would change nothing. */
 | 'NOTHING_TO_CHANGE'
/** The plan is of type PURCHASE, archived, or has no active version. */
 | 'PLAN_NOT_ASSOCIABLE'
/** A schedule or an open proposal uses the plan. */
 | 'PLAN_IN_USE'
/** A plan, a version or the mode does not allow the migration. The path names which. */
 | 'MIGRATION_NOT_ALLOWED'
/** The plan is not of the type that this purchase needs, archived, or has no active version. */
 | 'PLAN_NOT_PURCHASABLE'
/** The invoice currency cannot change once a schedule or purchase exists. */
 | 'CURRENCY_FIXED'
/** No schedule is in force on the day whose cycle should be retained. */
 | 'NO_SCHEDULE_TO_RETAIN'
/** The cycle that should be retained has a different interval from the new plan. */
 | 'INTERVAL_MISMATCH'
/** Two rate cards of one plan version or schedule would have the same name. */
 | 'DUPLICATE_NAME'
/** A billable item would have two rate cards in one plan version or schedule. */
 | 'DUPLICATE_BILLABLE'
/** The plan version or schedule has no rate card of this name. */
 | 'RATE_CARD_NOT_FOUND'
/** The slabs have a gap, overlap, or do not start at 0. */
 | 'SLABS_INVALID'
/** The rates do not match the slabs or the currencies. */
 | 'RATES_INVALID'
/** The pricing cycle is missing, unexpected or has offsets that its interval does not allow. */
 | 'PRICING_CYCLE_INVALID'
/** A pricing rule is not valid JSON logic. */
 | 'PRICING_RULE_INVALID'
/** A pricing rule computes no number, divides by zero, or updates something that it cannot update. */
 | 'RULE_FAILED'
/** Usage and overage are not metered here and cannot be looked up. The message names what to give instead. */
 | 'LOOKUP_UNAVAILABLE'
/** The account is not ACTIVE. */
 | 'ACCOUNT_NOT_ACTIVE'
/** An active schedule covers today or a later day. */
 | 'ACCOUNT_HAS_SCHEDULES'
/** A proposal of the account is still open. */
 | 'ACCOUNT_HAS_OPEN_PROPOSALS'
/** An account of the customer is not archived. */
 | 'CUSTOMER_HAS_ACCOUNTS'
/** The customer is not archived, so its data cannot be erased. */
 | 'CUSTOMER_NOT_ARCHIVED'
/** The price is above 0, but would be rounded to 0, so nothing would be paid. */
 | 'PRICE_TOO_SMALL'
/** The proposal has expired. */
 | 'PROPOSAL_EXPIRED'
/** The proposal was replaced by a revision. */
 | 'PROPOSAL_SUPERSEDED'
/** The association would start before the day on which the proposal expires. */
 | 'PROPOSAL_STARTS_BEFORE_EXPIRY'
/** A token cannot grant a scope that it lacks itself. */
 | 'SCOPE_NOT_HELD'
/** A delegate token would be for accounts of more than one customer. */
 | 'CUSTOMERS_DIFFER'
/** This deployment has no secret to sign delegate tokens with. */
 | 'DELEGATION_UNAVAILABLE'
/** This deployment has no secret to sign deliveries with. */
 | 'WEBHOOKS_UNAVAILABLE'
/** The organization would store more bytes than its quota. The message names both. */
 | 'STORAGE_QUOTA_EXCEEDED'
/** A limit is reached. The message names the limit. */
 | 'LIMIT_EXCEEDED'
/** The account would hold fewer than 0 of a license at some instant. */
 | 'LICENSES_NEGATIVE'
/** A supported currency has no rate. */
 | 'RATE_MISSING'
/** The rates of a currency do not match the slabs. */
 | 'RATES_MISMATCH'
/** The billable item does not exist. */
 | 'BILLABLE_UNKNOWN'
/** The billable item is archived. */
 | 'BILLABLE_ARCHIVED'
/** The billable item is of a kind that this rate card cannot price. */
 | 'BILLABLE_WRONG_KIND'
/** The billable item has a second rate card. */
 | 'BILLABLE_DUPLICATE'
/** There is a second minimum commitment. */
 | 'MINIMUM_COMMITMENT_DUPLICATE'
/** The rate card is not allowed under deferred revenue. */
 | 'DEFERRED_REVENUE_LIMIT'
/** Usage and overage are always invoiced in arrears. */
 | 'INVOICE_TIMING'
/** A recurring plan needs a pricing cycle. */
 | 'PRICING_CYCLE_MISSING'
/** A one-time plan has no pricing cycle. */
 | 'PRICING_CYCLE_UNEXPECTED'
/** The offsets are not allowed for the interval. */
 | 'PRICING_CYCLE_OFFSET'
/** Two rules have the same order. */
 | 'RULE_ORDER_REPEATED'
/** The rule is not JSON logic. */
 | 'RULE_MALFORMED'
/** The rule uses an operator that is not allowed. */
 | 'RULE_UNKNOWN_OPERATOR'
/** The rule names a variable that no rate card provides. */
 | 'RULE_UNKNOWN_VARIABLE'
/** A rule in advance reads usage or overage, which is known only in arrears. */
 | 'RULE_VARIABLE_NOT_YET_KNOWN'
/** An UPDATE rule needs a target. */
 | 'RULE_TARGET_MISSING'
/** The account's invoice currency is not among the currencies supported. */
 | 'CURRENCY_NOT_SUPPORTED'
/** The change would begin before the earliest day allowed. */
 | 'EFFECTIVE_FROM_TOO_EARLY';
/** Code of a reason why a draft cannot be finalized. */
export type IssueCode = 
/** A supported currency has no rate. */
'RATE_MISSING'
/** The rates of a currency do not match the slabs. */
 | 'RATES_MISMATCH'
/** The billable item does not exist. */
 | 'BILLABLE_UNKNOWN'
/** The billable item is archived. */
 | 'BILLABLE_ARCHIVED'
/** The billable item is of a kind that this rate card cannot price. */
 | 'BILLABLE_WRONG_KIND'
/** The billable item has a second rate card. */
 | 'BILLABLE_DUPLICATE'
/** There is a second minimum commitment. */
 | 'MINIMUM_COMMITMENT_DUPLICATE'
/** The rate card is not allowed under deferred revenue. */
 | 'DEFERRED_REVENUE_LIMIT'
/** Usage and overage are always invoiced in arrears. */
 | 'INVOICE_TIMING'
/** A recurring plan needs a pricing cycle. */
 | 'PRICING_CYCLE_MISSING'
/** A one-time plan has no pricing cycle. */
 | 'PRICING_CYCLE_UNEXPECTED'
/** The offsets are not allowed for the interval. */
 | 'PRICING_CYCLE_OFFSET'
/** Two rules have the same order. */
 | 'RULE_ORDER_REPEATED'
/** The rule is not JSON logic. */
 | 'RULE_MALFORMED'
/** The rule uses an operator that is not allowed. */
 | 'RULE_UNKNOWN_OPERATOR'
/** The rule names a variable that no rate card provides. */
 | 'RULE_UNKNOWN_VARIABLE'
/** A rule in advance reads usage or overage, which is known only in arrears. */
 | 'RULE_VARIABLE_NOT_YET_KNOWN'
/** An UPDATE rule needs a target. */
 | 'RULE_TARGET_MISSING'
/** The account's invoice currency is not among the currencies supported. */
 | 'CURRENCY_NOT_SUPPORTED'
/** The change would begin before the earliest day allowed. */
 | 'EFFECTIVE_FROM_TOO_EARLY';
/** The kind of entity that an issue is about. */
export type IssueEntityType = 
/** A rate card, identified by name. */
'RATE_CARD'
/** A pricing rule, identified by name. */
 | 'PRICING_RULE'
/** The pricing cycle of the plan version or schedule. */
 | 'PRICING_CYCLE'
/** The schedule itself. */
 | 'SCHEDULE';
/** Status of an account. */
export type AccountStatus = 
/** In use. Plans can be attached and proposals approved. */
'ACTIVE'
/** The account is not in use yet. It can have a draft and proposals, but no plan can be attached. */
 | 'DRAFT'
/** Read-only. Lists omit it unless archived items are included. */
 | 'ARCHIVED';
/** Length of a pricing cycle. */
export type PricingCycleInterval = 
/** Seven days. */
'WEEKLY'
/** A calendar month. */
 | 'MONTHLY'
/** A quarter of the calendar year. */
 | 'QUARTERLY'
/** A half of the calendar year. */
 | 'HALF_YEARLY'
/** A calendar year. */
 | 'ANNUALLY';
/** The invoice of a cycle that a rule applies to. */
export type PricingRuleTiming = 
/** The invoice at the start of the cycle. */
'IN_ADVANCE'
/** The invoice after the end of the cycle. */
 | 'IN_ARREARS';
/** What a rule does with the amount that it computes. */
export type PricingRuleActionType = 
/** Adds a charge. */
'ADD'
/** Replaces the amount of its target. */
 | 'UPDATE';
/** The family of a rate card: what kind of item it prices. */
export type RateCardType = 
/** A fee that does not depend on usage. */
'FIXED_FEE'
/** Licenses, priced by the number held. */
 | 'LICENSE'
/** Credits that the account can spend. */
 | 'CREDIT_GRANT'
/** Usage counted by a usage meter. */
 | 'USAGE'
/** An allowance of a feature. */
 | 'BILLING_ENTITLEMENT'
/** Usage of a feature beyond the allowance. */
 | 'ENTITLEMENT_OVERAGE'
/** The minimum amount of a pricing cycle. */
 | 'MINIMUM_COMMITMENT';
/** When a charge is invoiced. */
export type InvoiceTiming = 
/** Invoiced at the start of the cycle. */
'IN_ADVANCE'
/** Invoiced after the end of the cycle. */
 | 'IN_ARREARS'
/** Invoiced and paid before it is granted. */
 | 'PREPAID';
/** How a plan is sold. It never changes. */
export type PricePlanType = 
/** A recurring plan. It is attached to accounts and charged in pricing cycles. */
'BILLING'
/** A one-time plan. It is bought once and has no pricing cycle. */
 | 'PURCHASE';
/** Status of a plan version. */
export type PricePlanVersionStatus = 
/** Can be edited, may be incomplete, and cannot be attached to an account. */
'DRAFT'
/** Final. It never changes again. */
 | 'ACTIVE';
/** A label that selects a version. */
export type PricePlanVersionLabel = 
/** The newest version, which may be the draft. */
'LATEST'
/** The newest active version. */
 | 'ACTIVE';
/** How slabs price a quantity. */
export type PricingModel = 
/** Each part of the quantity is priced by the slab that it falls in. */
'TIERED'
/** The whole quantity is priced by the slab that the total falls in. */
 | 'VOLUME';
/** What the rate of a slab applies to. */
export type PriceType = 
/** The rate is the price of the whole slab, charged when any quantity falls in it. */
'FLAT'
/** The rate is the price of one unit. */
 | 'PER_UNIT'
/** The rate is the price of one package of `packageSize` units. A started package counts as a whole one. */
 | 'PACKAGE';
/** How often a charge is made. */
export type ChargeType = 
/** Charged once. */
'ONE_TIME'
/** Charged repeatedly, as the recurrence configuration says. */
 | 'RECURRING';
/** When accounts move to another plan version. The schedule in force is cut; later schedules move completely. */
export type MigrationMode = 
/** Accounts do not move. */
'NONE'
/** Accounts move on the earliest day on which a change may begin: today or tomorrow. */
 | 'IMMEDIATE'
/** Accounts move as with `IMMEDIATE`, and their schedules lose their overrides. */
 | 'IMMEDIATE_IGNORE_OVERRIDE'
/** Accounts move at the start of the next pricing cycle. */
 | 'NEXT_CYCLE'
/** Accounts move as with `NEXT_CYCLE`, and their schedules lose their overrides. */
 | 'NEXT_CYCLE_IGNORE_OVERRIDE'
/** Accounts move on the first day of the current pricing cycle. Allowed only if the source version has deferred revenue or allows updates of the ongoing cycle. */
 | 'START_OF_CURRENT_CYCLE';
/** Status of a job. */
export type JobStatus = 
/** The job starts at a later time. Migrations never have this status: they start at once or when they are confirmed. */
'SCHEDULED'
/** The job can start; no entry has ended yet. */
 | 'PENDING'
/** The entries are being created. Entries of a migration are created together with the job, which never shows this status. */
 | 'INITIALIZED'
/** The job waits for `confirmJob` or `rejectJob`. */
 | 'WAITING_FOR_CONFIRMATION'
/** Some entries have ended. */
 | 'IN_PROGRESS'
/** All entries are completed. */
 | 'COMPLETED'
/** All entries have ended, and at least one failed. To read them, use `entries(where: { status: { eq: FAILED } })`. */
 | 'FAILED'
/** The job was rejected. Entries that had ended stay as they are. */
 | 'CANCELLED';
/** An action on a job. */
export type JobAction = 
/** Confirms the job: `confirmJob`. */
'CONFIRM'
/** Rejects the job: `rejectJob`. */
 | 'REJECT';
/** How a quantity of licenses is applied. */
export type LicenseUpdateType = 
/** Adds to the number of licenses, or reduces it when negative. */
'RELATIVE'
/** Sets the number of licenses. */
 | 'ABSOLUTE';
/** The time in which an assumed quantity is used. */
export type AssumptionPeriod = 
/** A whole pricing cycle of the schedule. A cut cycle has the part of the quantity that its days are of a whole cycle. */
'CYCLE'
/** A day. */
 | 'DAY';
/** What a line of a statement is. */
export type StatementLineKind = 
/** Everything that the cycle costs. */
'TOTAL'
/** The cost before discounts. */
 | 'GROSS'
/** The sum of all rate cards. */
 | 'CARDS'
/** A rate card. */
 | 'CARD'
/** The rate of a fixed fee. */
 | 'FEE'
/** The part of a quantity that one slab prices. */
 | 'SLAB'
/** The difference that the minimum or maximum of the whole card makes. */
 | 'CARD_LIMIT'
/** One usage cycle inside the pricing cycle. */
 | 'WINDOW'
/** Days on which the quantity of a license stays the same. */
 | 'DAYS'
/** Licenses added after the start of a cycle that is charged in advance. */
 | 'PRORATED_INCREASE'
/** Licenses given back after the start of a cycle that is charged in advance. */
 | 'REFUND'
/** The difference that a pricing rule makes to a rate card. */
 | 'RULE_UPDATE'
/** The difference to the minimum commitment. */
 | 'TRUE_UP'
/** A charge or discount that a pricing rule adds. */
 | 'RULE_ADDITION'
/** Everything that an invoice charges. */
 | 'INVOICE'
/** What an invoice charges of one pricing cycle. */
 | 'CYCLE';
/** The kind of something that an estimate takes for granted. */
export type EstimateAssumptionKind = 
/** The schedules, rate cards and pricing rules stay as they are. */
'TIMELINE'
/** The estimate does not include something that an invoice may contain. */
 | 'EXCLUDED'
/** A cycle goes on after the last day that is estimated, and counts as a whole. */
 | 'CYCLE_BEYOND'
/** The usage of an item is as the request gives it. */
 | 'USAGE_GIVEN'
/** The usage of a cut cycle is that of a whole cycle, reduced to its days. */
 | 'USAGE_SCALED'
/** The licenses are those that are recorded. */
 | 'LICENSES_RECORDED'
/** The licenses are those that are recorded, changed as the request gives it. */
 | 'LICENSES_GIVEN'
/** The holders of a named license are those that the request gives. */
 | 'NAMES_GIVEN'
/** No quantity is known, so the quantity is 0. */
 | 'NOTHING_USED'
/** A cycle counts one of each fee, entitlement and credit grant, even if a purchase has bought more of them. */
 | 'QUANTITY_NOT_CARRIED_OVER';
/** The kind of a schedule change, named like the members of `ScheduleChange`. */
export type ScheduleChangeKind = 
/** The schedule is new. */
'ADDED'
/** The schedule is removed. */
 | 'REMOVED'
/** The schedule begins or ends on another day. */
 | 'PERIOD_CHANGED'
/** The plan version stays and the overrides differ. */
 | 'OVERRIDDEN'
/** The schedule has another plan version. */
 | 'PLAN_CHANGED'
/** Schedules of equal content are joined. */
 | 'MERGED';
/** What is bought. */
export type PurchaseType = 
/** A `BILLING` plan, attached to the account for a period. */
'ASSOCIATION'
/** The entitlements of a `PURCHASE` plan, granted to the account. */
 | 'ENTITLEMENT_GRANT'
/** Money that is credited to the wallet. */
 | 'WALLET_TOPUP'
/** A plan that takes effect, as its type says, once it is paid. */
 | 'PREPAID';
/** Status of a purchase or proposal. */
export type PurchaseStatus = 
/** The payment has not started yet. */
'PENDING'
/** The payment is in progress. */
 | 'IN_PROGRESS'
/** Paid and in effect. */
 | 'SUCCESS'
/** The payment failed. Nothing took effect. */
 | 'FAILURE'
/** The proposal can be approved or declined. */
 | 'PROPOSAL_ACTIVE'
/** The proposal is approved. A postpaid one is in effect; a prepaid one waits for its payment. */
 | 'PROPOSAL_APPROVED'
/** The proposal is declined. Nothing took effect. */
 | 'PROPOSAL_DECLINED'
/** The proposal expired without an answer. */
 | 'PROPOSAL_EXPIRED'
/** The proposal was replaced by a revision. See `supersededBy`. */
 | 'PROPOSAL_SUPERSEDED';
/** An answer to a proposal. */
export type ProposalResponse = 
/** Approves the proposal. A postpaid one takes effect at once, a prepaid one when it is paid. */
'APPROVE'
/** Declines the proposal. It never takes effect. */
 | 'DECLINE';
/** Something that a token may do. A scope covers its noun everywhere: in fields, in lists with their cursors and counts, in arguments that search, filter or sort, and in differences, previews and refusals. Each description names the scopes that are required. A request is refused as a whole with `FORBIDDEN`, and `extensions.scopes` names every scope that is missing. */
export type Scope = 
/** Read customers. */
'CUSTOMERS_READ'
/** Create, change and archive customers. */
 | 'CUSTOMERS_WRITE'
/** Read accounts, entitlements and wallets. */
 | 'ACCOUNTS_READ'
/** Create, change and archive accounts, and change the licenses that they hold. */
 | 'ACCOUNTS_WRITE'
/** Read price plans, rate cards and billable items. */
 | 'PLANS_READ'
/** Create, change, finalize and archive price plans and billable items. */
 | 'PLANS_WRITE'
/** Read the timelines and drafts of accounts. */
 | 'SCHEDULES_READ'
/** Edit accounts' drafts, and prepare changes of their active timelines. */
 | 'SCHEDULES_WRITE'
/** Change accounts' active timelines: finalize drafts, associate plans at once, and start migrations. */
 | 'SCHEDULES_FINALIZE'
/** Read proposals and purchases. */
 | 'PROPOSALS_READ'
/** Create proposals and purchases, and report the outcome of their payment, which applies them. */
 | 'PROPOSALS_WRITE'
/** Approve and decline proposals. An approval applies the proposal, which can change the active timeline. */
 | 'PROPOSALS_DECIDE'
/** Read, create and revoke API tokens. */
 | 'TOKENS_MANAGE'
/** Create delegate tokens, which give a browser access to single accounts. */
 | 'TOKENS_DELEGATE'
/** Read the events of the organization: those of the kinds that the other scopes cover. */
 | 'EVENTS_READ'
/** Read the audit log, with values before and after each change, whatever the other scopes are. */
 | 'AUDIT_READ'
/** Read, create, change and delete webhooks, and request deliveries. */
 | 'WEBHOOKS_MANAGE'
/** Erase the personal data of customers, for good. */
 | 'DATA_ERASE';
/** What an accepted change did. One change can have several kinds. Each description names the fields of `Event` that are not `null`. */
export type EventKind = 
/** A customer was created, together with its first account. Facts: `customer`, `account`. Requires `CUSTOMERS_READ`. */
'CUSTOMER_CREATED'
/** The details of a customer changed. Facts: `customer`. Requires `CUSTOMERS_READ`. */
 | 'CUSTOMER_CHANGED'
/** A customer was archived. Facts: `customer`. Requires `CUSTOMERS_READ`. */
 | 'CUSTOMER_ARCHIVED'
/** The erasure of the personal data of a customer was requested. Facts: `customer`. Requires `CUSTOMERS_READ`. */
 | 'CUSTOMER_ERASURE_REQUESTED'
/** All personal data of a customer is erased. Facts: `customer`. Requires `CUSTOMERS_READ`. */
 | 'CUSTOMER_ERASED'
/** An account was created. Facts: `account`. Requires `ACCOUNTS_READ`. */
 | 'ACCOUNT_CREATED'
/** The details of an account changed. Facts: `account`. Requires `ACCOUNTS_READ`. */
 | 'ACCOUNT_CHANGED'
/** Aliases of an account were added or ended. Facts: `account`. Requires `ACCOUNTS_READ`. */
 | 'ACCOUNT_ALIASES_CHANGED'
/** An account was archived, and its aliases ended. Facts: `account`. Requires `ACCOUNTS_READ`. */
 | 'ACCOUNT_ARCHIVED'
/** The active timeline of an account changed, in whatever way. More specific kinds come with it. Facts: `account`, and `timelineRevision` with every difference. Requires `SCHEDULES_READ`. */
 | 'TIMELINE_CHANGED'
/** A schedule was added to an active timeline. Facts: `account`, `timelineRevision`. Requires `SCHEDULES_READ`. */
 | 'SCHEDULE_ADDED'
/** A schedule was removed from an active timeline. Facts: `account`, `timelineRevision`. Requires `SCHEDULES_READ`. */
 | 'SCHEDULE_REMOVED'
/** The first or the last day of a schedule changed. Facts: `account`, `timelineRevision`. Requires `SCHEDULES_READ`. */
 | 'SCHEDULE_PERIOD_CHANGED'
/** The overrides of a schedule changed: rate cards, pricing rules, currencies or the pricing cycle. Facts: `account`, `timelineRevision`. Requires `SCHEDULES_READ`. */
 | 'SCHEDULE_OVERRIDDEN'
/** Schedules with equal content became one. Facts: `account`, `timelineRevision`. Requires `SCHEDULES_READ`. */
 | 'SCHEDULES_MERGED'
/** A schedule has another plan or another version of its plan. Facts: `account`, `timelineRevision`. Requires `SCHEDULES_READ`. */
 | 'PLAN_CHANGED'
/** Days without a schedule appeared between two schedules of an active timeline. Facts: `account`, `timelineRevision`. Requires `SCHEDULES_READ`. */
 | 'GAP_OPENED'
/** Days that had no schedule between two schedules have one. Facts: `account`, `timelineRevision`. Requires `SCHEDULES_READ`. */
 | 'GAP_CLOSED'
/** The licenses of an account changed. Facts: `account`, with its `licenseUpdates`. Requires `ACCOUNTS_READ`. */
 | 'LICENSES_CHANGED'
/** The draft of an account was created, edited or rebased. Facts: `account`, with its `draft`. Requires `SCHEDULES_READ`. */
 | 'DRAFT_CHANGED'
/** The draft of an account was discarded. Facts: `account`. Requires `SCHEDULES_READ`. */
 | 'DRAFT_DISCARDED'
/** The draft of an account became its active timeline. Facts: `account`, `timelineRevision`. Requires `SCHEDULES_READ`. */
 | 'DRAFT_FINALIZED'
/** A proposal was created. Facts: `account`, `proposal`. Requires `PROPOSALS_READ`. */
 | 'PROPOSAL_CREATED'
/** A proposal was replaced by a revision. Facts: `account`, and the revision as `proposal`. Requires `PROPOSALS_READ`. */
 | 'PROPOSAL_REVISED'
/** A proposal was approved. Facts: `account`, `proposal`. Requires `PROPOSALS_READ`. */
 | 'PROPOSAL_APPROVED'
/** A proposal was declined. Facts: `account`, `proposal`. Requires `PROPOSALS_READ`. */
 | 'PROPOSAL_DECLINED'
/** The expiry of an open proposal was recorded, within minutes of it. Facts: `account`, `proposal`. Requires `PROPOSALS_READ`. */
 | 'PROPOSAL_EXPIRED'
/** A purchase was started. Facts: `account`, `purchase`. Requires `PROPOSALS_READ`. */
 | 'PURCHASE_INITIATED'
/** A payment succeeded, and the purchase or proposal took effect. Facts: `account`, `purchase` or `proposal`. Requires `PROPOSALS_READ`. */
 | 'PURCHASE_COMPLETED'
/** A payment failed. Facts: `account`, `purchase` or `proposal`. Requires `PROPOSALS_READ`. */
 | 'PURCHASE_FAILED'
/** A price plan was created, with its first version as a draft. Facts: `pricePlan`, `pricePlanVersion`. Requires `PLANS_READ`. */
 | 'PRICE_PLAN_CREATED'
/** The draft version of a price plan was created or changed. Facts: `pricePlan`, `pricePlanVersion`. Requires `PLANS_READ`. */
 | 'PRICE_PLAN_DRAFT_CHANGED'
/** The draft version of a price plan was discarded. Facts: `pricePlan`. Requires `PLANS_READ`. */
 | 'PRICE_PLAN_DRAFT_DISCARDED'
/** A price plan was archived. Facts: `pricePlan`. Requires `PLANS_READ`. */
 | 'PRICE_PLAN_ARCHIVED'
/** A draft version became the active version of its price plan. Facts: `pricePlan`, `pricePlanVersion`. Requires `PLANS_READ`. */
 | 'VERSION_FINALIZED'
/** A migration was created. Facts: `job`. Requires `PLANS_READ`. */
 | 'JOB_CREATED'
/** A migration was confirmed. Facts: `job`. Requires `PLANS_READ`. */
 | 'JOB_CONFIRMED'
/** A migration was rejected. Facts: `job`. Requires `PLANS_READ`. */
 | 'JOB_REJECTED'
/** A migration moved schedules of an account. Facts: `account`, `job`, `timelineRevision`. Requires `SCHEDULES_READ`. */
 | 'ACCOUNT_MIGRATED'
/** A migration ended for an account without moving a schedule: it failed, or there was nothing to move. Facts: `account`, and `job` with its `entries`. Requires `SCHEDULES_READ`. */
 | 'ACCOUNT_NOT_MIGRATED'
/** An add-on, feature or usage meter was created. Facts: `billableItem`. Requires `PLANS_READ`. */
 | 'BILLABLE_ITEM_CREATED'
/** An add-on, feature or usage meter changed. Facts: `billableItem`. Requires `PLANS_READ`. */
 | 'BILLABLE_ITEM_CHANGED'
/** An add-on, feature or usage meter was archived. Facts: `billableItem`. Requires `PLANS_READ`. */
 | 'BILLABLE_ITEM_ARCHIVED'
/** An add-on, feature or usage meter was unarchived. Facts: `billableItem`. Requires `PLANS_READ`. */
 | 'BILLABLE_ITEM_UNARCHIVED'
/** A token was created or revoked, or an issuer of tokens or a person's access changed. Facts: `entry`. Requires `TOKENS_MANAGE`. */
 | 'ACCESS_CHANGED'
/** A webhook was created, changed or deleted, or its secret was replaced. Facts: `entry`. Requires `WEBHOOKS_MANAGE`. */
 | 'WEBHOOK_CHANGED'
/** A webhook was disabled because its deliveries failed, its token ended or its document is no longer valid. Facts: `entry`. Requires `WEBHOOKS_MANAGE`. */
 | 'WEBHOOK_DISABLED'
/** A test or a redelivery was requested. Facts: `entry`. Requires `WEBHOOKS_MANAGE`. */
 | 'WEBHOOK_DELIVERY_REQUESTED';
/** A condition on a day. Matches when every given comparison holds. */
export type DateRange = {
    /** Matches this day and later ones. */
    readonly gte?: string | null | undefined;
    /** Matches days before this one. */
    readonly lt?: string | null | undefined;
};
/** A condition on an instant. Matches when every given comparison holds. */
export type DateTimeRange = {
    /** Matches this instant and later ones. */
    readonly gte?: string | null | undefined;
    /** Matches instants before this one. */
    readonly lt?: string | null | undefined;
};
/** A condition on a text. Matches when every given comparison holds. */
export type TextFilter = {
    /** Matches exactly this text. Case matters. */
    readonly eq?: string | null | undefined;
    /** Matches any of these values. Maximum 100. An empty list matches nothing. */
    readonly in?: ReadonlyArray<string> | null | undefined;
};
/** A condition on a list of texts. */
export type ListContains = {
    /** Matches lists that contain this text. */
    readonly has?: string | null | undefined;
};
/** A condition on a status. Matches when every given comparison holds. */
export type AccountStatusFilter = {
    /** Matches exactly this value. */
    readonly eq?: AccountStatus | null | undefined;
    /** Matches any of these values. An empty list matches nothing. */
    readonly in?: ReadonlyArray<AccountStatus> | null | undefined;
};
/** A condition on a map of text to text. Case matters. */
export type MetadataFilter = {
    /** Matches maps that have this key. 1 to 100 characters. */
    readonly key: string;
    /** Matches maps that have this value under the key. Omit to match every value. */
    readonly value?: string | null | undefined;
};
/** A condition on the plan that is attached to an account on a day. */
export type AccountPlanFilter = {
    /** Generated id of the plan. `accounts` fails with `BAD_USER_INPUT` if there is none. */
    readonly pricePlanId: string;
    /** Number of the plan version, which must exist. Omit to match every version. */
    readonly version?: number | null | undefined;
    /** The day to look at. Defaults to today. */
    readonly on?: string | null | undefined;
};
/** Conditions on accounts. All given conditions must hold; an omitted condition matches everything. A condition without a value ({}, null or an omitted variable) is an error. Maximum 50 conditions, nested 4 levels deep. With several conditions, none of which is `accountId`, a page may examine items that do not match: it costs 10000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100000 items. */
export type AccountsWhere = {
    /** Filters by status. A condition that names `ARCHIVED`, at any level, includes archived items, as `includeArchived` does. */
    readonly status?: AccountStatusFilter | null | undefined;
    /** Id chosen by the caller. */
    readonly accountId?: TextFilter | null | undefined;
    /** Filters by the id of the customer, as the caller chose it. Requires `CUSTOMERS_READ`. */
    readonly customerId?: TextFilter | null | undefined;
    /** Filters by tag. Case is ignored. With it, a page may examine items that do not match: it costs 10000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100000 items. */
    readonly tags?: ListContains | null | undefined;
    /** Whether the account has a draft. With `false`, with another condition, or in another order than that of creation, a page may examine items that do not match: it costs 10000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100000 items. Requires `SCHEDULES_READ`. */
    readonly hasDraft?: boolean | null | undefined;
    /** Matches accounts that are on a plan on a day. With it, a page may examine items that do not match: it costs 10000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100000 items. In the order of creation, those are accounts that had the plan before, or will. Requires `PLANS_READ` and `SCHEDULES_READ`. */
    readonly pricePlan?: AccountPlanFilter | null | undefined;
    /** Filters by metadata. With another condition, or in another order than that of creation, a page may examine items that do not match: it costs 10000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100000 items. */
    readonly metadata?: MetadataFilter | null | undefined;
    /** Filters by the end of the last schedule: accounts whose contract ends, and is not renewed. An account without a schedule never matches. Requires `orderBy: TIMELINE_END_ASC` or `TIMELINE_END_DESC`. Requires `SCHEDULES_READ`. */
    readonly timelineEndDate?: DateRange | null | undefined;
    /** Filters by the time of creation. In another order than that of creation, a page may examine items that do not match: it costs 10000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100000 items. */
    readonly createdAt?: DateTimeRange | null | undefined;
    /** Filters by the time of the last change. Requires `orderBy: UPDATED_AT_ASC` or `UPDATED_AT_DESC`: in any other order, a page would read items that were not changed in that time. */
    readonly updatedAt?: DateTimeRange | null | undefined;
    /** Matches when all of these match too. An empty list adds no condition. */
    readonly and?: ReadonlyArray<AccountsWhere> | null | undefined;
    /** Matches when at least one of these matches too. An empty list matches nothing. */
    readonly or?: ReadonlyArray<AccountsWhere> | null | undefined;
};
/** One way to select a version of a plan. Give exactly one. */
export type PricePlanVersionBy = {
    readonly label: PricePlanVersionLabel;
    readonly number?: never;
} | {
    readonly label?: never; /** Selects a version by its number. */
    readonly number: number;
};
/** The accounts to move, their target version, and when they move. */
export type MigratePricePlanInput = {
    /** `pricePlanId` of the plan that accounts move from. */
    readonly sourceId: string;
    /** Number of the active version that accounts move from. */
    readonly sourceVersion: number;
    /** `pricePlanId` of the plan that accounts move to. Defaults to the same plan. */
    readonly targetId?: string | null | undefined;
    /** Number of the version that accounts move to. Defaults to the newest active version. */
    readonly targetVersion?: number | null | undefined;
    /** When accounts move. Any mode except `NONE`. */
    readonly migrationMode: MigrationMode;
    /** Whether schedules keep their pricing cycle under the target version, which must have the same interval. A kept override takes precedence. Defaults to false. */
    readonly retainStartOffsets?: boolean | null | undefined;
    /** Whether the job waits for `confirmJob` or `rejectJob`. Defaults to false. */
    readonly requireConfirmation?: boolean | null | undefined;
    /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
    readonly idempotencyKey?: string | null | undefined;
};
/** Usage that an estimate assumes. */
export type UsageAssumption = {
    /** Generated id of a usage meter, or of a feature whose overage is priced. */
    readonly billableId: string;
    /** Quantity used, 0 to 1000000000000. */
    readonly quantity: string;
    /** Time in which the quantity is used. Defaults to `CYCLE`. */
    readonly per?: AssumptionPeriod;
};
/** A change of licenses that an estimate assumes, in addition to the recorded license updates. Requires `quantity` or `names`. */
export type LicenseAssumption = {
    /** Generated id of the license. */
    readonly licenseId: string;
    /** Number of licenses, maximum 1000000000000. Negative only if relative. Required unless `names` is given. */
    readonly quantity?: string | null | undefined;
    /** Holders of a named license, maximum 1000. Equal names count once, and the recorded number is ignored. Required unless `quantity` is given. */
    readonly names?: ReadonlyArray<string> | null | undefined;
    /** Whether the licenses replace the earlier ones or are added to them. Defaults to `ABSOLUTE`. */
    readonly updateType?: LicenseUpdateType;
    /** Instant from which the change applies. Defaults to the start of the first cycle that is priced. */
    readonly effectiveFrom?: string | null | undefined;
};
/** Conditions on events. All given conditions must hold; an omitted condition matches everything. */
export type EventsWhere = {
    /** Matches events that have at least one of these kinds. Kinds that the scopes of the caller do not cover match nothing. */
    readonly kinds?: ReadonlyArray<EventKind> | null | undefined;
    /** Filters by the id of the account, as the caller chose it. Requires `ACCOUNTS_READ`. */
    readonly accountId?: string | null | undefined;
};
/** Quantities of one billable item to price, while all other quantities stay the same. */
export type CostCurveInput = {
    /** Generated id of a usage meter, feature or license. */
    readonly billableId: string;
    /** Quantities, each 0 or more. Maximum 100 items. */
    readonly quantities: ReadonlyArray<string>;
};
export type AccountEstimateQueryVariables = Exact<{
    accountId: string;
    cycles?: number;
    usage?: ReadonlyArray<UsageAssumption> | UsageAssumption | null | undefined;
    licenses?: ReadonlyArray<LicenseAssumption> | LicenseAssumption | null | undefined;
}>;
export type AccountEstimateQuery = {
    readonly __typename: 'Query';
    readonly account: {
        readonly __typename: 'Account';
        readonly id: string;
        readonly name: string;
        readonly estimate: {
            readonly __typename: 'EstimateResult';
            readonly estimate: {
                readonly __typename: 'Estimate';
                readonly isEstimate: boolean;
                readonly start: string;
                readonly end: string;
                readonly total: {
                    readonly __typename: 'Money';
                    readonly amount: string;
                    readonly currency: string;
                };
                readonly cycles: ReadonlyArray<{
                    readonly __typename: 'EstimatedCycle';
                    readonly pricePlanName: string;
                    readonly statement: {
                        readonly __typename: 'Statement';
                        readonly start: string;
                        readonly end: string;
                        readonly total: {
                            readonly __typename: 'Money';
                            readonly amount: string;
                            readonly currency: string;
                        };
                        readonly lines: ReadonlyArray<{
                            readonly __typename: 'StatementLine';
                            readonly key: string;
                            readonly parentKey: string | null;
                            readonly depth: number;
                            readonly kind: StatementLineKind;
                            readonly label: string;
                            readonly amount: string;
                            readonly explanation: string;
                        }>;
                    };
                }>;
                readonly invoices: ReadonlyArray<{
                    readonly __typename: 'EstimatedInvoice';
                    readonly issuedOn: string;
                    readonly dueOn: string;
                    readonly total: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    };
                }>;
                readonly gaps: ReadonlyArray<{
                    readonly __typename: 'Days';
                    readonly start: string;
                    readonly end: string;
                }>;
                readonly assumptions: ReadonlyArray<{
                    readonly __typename: 'EstimateAssumption';
                    readonly kind: EstimateAssumptionKind;
                    readonly billableId: string | null;
                    readonly message: string;
                }>;
            } | null;
            readonly refusals: ReadonlyArray<{
                readonly __typename: 'ValidationError';
                readonly code: UserErrorCode;
                readonly message: string;
                readonly path: ReadonlyArray<string>;
            } | {
                readonly __typename: 'PreconditionError';
                readonly code: UserErrorCode;
                readonly message: string;
                readonly path: ReadonlyArray<string>;
            } | {
                readonly __typename: 'NotFoundError';
                readonly code: UserErrorCode;
                readonly message: string;
                readonly path: ReadonlyArray<string>;
            } | {
                readonly __typename: 'ConflictError';
                readonly code: UserErrorCode;
                readonly message: string;
                readonly path: ReadonlyArray<string>;
            } | {
                readonly __typename: 'StaleDraftError';
                readonly code: UserErrorCode;
                readonly message: string;
                readonly path: ReadonlyArray<string>;
            } | {
                readonly __typename: 'DraftCollisionError';
                readonly code: UserErrorCode;
                readonly message: string;
                readonly path: ReadonlyArray<string>;
            } | {
                readonly __typename: 'FinalizeBlockedError';
                readonly code: UserErrorCode;
                readonly message: string;
                readonly path: ReadonlyArray<string>;
            } | {
                readonly __typename: 'EffectiveDateError';
                readonly code: UserErrorCode;
                readonly message: string;
                readonly path: ReadonlyArray<string>;
            } | {
                readonly __typename: 'IllegalTransitionError';
                readonly code: UserErrorCode;
                readonly message: string;
                readonly path: ReadonlyArray<string>;
            }>;
        };
    } | null;
};
export type AccountPageQueryVariables = Exact<{
    accountId: string;
    day: string;
}>;
export type AccountPageQuery = {
    readonly __typename: 'Query';
    readonly account: {
        readonly __typename: 'Account';
        readonly id: string;
        readonly name: string;
        readonly invoiceCurrency: string;
        readonly revision: number;
        readonly timelineRevision: number;
        readonly customer: {
            readonly __typename: 'Customer';
            readonly id: string;
            readonly customerId: string;
            readonly name: string;
        };
        readonly scheduleAt: {
            readonly __typename: 'Schedule';
            readonly id: string;
            readonly scheduleId: string;
            readonly pricePlan: {
                readonly __typename: 'PricePlanVersion';
                readonly id: string;
                readonly name: string;
                readonly version: number;
            };
            readonly cycleAt: {
                readonly __typename: 'Cycle';
                readonly start: string;
                readonly end: string;
                readonly dueOn: string;
            } | null;
        } | null;
        readonly schedules: {
            readonly __typename: 'ScheduleConnection';
            readonly nodes: ReadonlyArray<{
                readonly __typename: 'Schedule';
                readonly id: string;
                readonly startDate: string;
                readonly endDate: string;
                readonly isOverridden: boolean;
                readonly pricePlanVersion: {
                    readonly __typename: 'PricePlanVersion';
                    readonly id: string;
                    readonly version: number;
                    readonly rateCards: {
                        readonly __typename: 'RateCardConnection';
                        readonly nodes: ReadonlyArray<{
                            readonly __typename: 'FixedFeeRateCard';
                            readonly id: string;
                            readonly name: string;
                            readonly displayName: string;
                            readonly billable: {
                                readonly __typename: 'AddOn';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'Feature';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'UsageMeter';
                                readonly id: string;
                                readonly name: string;
                            } | null;
                        } | {
                            readonly __typename: 'LicenseRateCard';
                            readonly id: string;
                            readonly name: string;
                            readonly displayName: string;
                            readonly billable: {
                                readonly __typename: 'AddOn';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'Feature';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'UsageMeter';
                                readonly id: string;
                                readonly name: string;
                            } | null;
                        } | {
                            readonly __typename: 'UsageRateCard';
                            readonly id: string;
                            readonly name: string;
                            readonly displayName: string;
                            readonly ratePlan: {
                                readonly __typename: 'RatePlan';
                                readonly pricingModel: PricingModel;
                                readonly slabs: ReadonlyArray<{
                                    readonly __typename: 'Slab';
                                    readonly order: number;
                                    readonly startAfter: string;
                                    readonly priceType: PriceType;
                                }>;
                            };
                            readonly billable: {
                                readonly __typename: 'AddOn';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'Feature';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'UsageMeter';
                                readonly id: string;
                                readonly name: string;
                            } | null;
                        } | {
                            readonly __typename: 'BillingEntitlementRateCard';
                            readonly id: string;
                            readonly name: string;
                            readonly displayName: string;
                            readonly billable: {
                                readonly __typename: 'AddOn';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'Feature';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'UsageMeter';
                                readonly id: string;
                                readonly name: string;
                            } | null;
                        } | {
                            readonly __typename: 'EntitlementOverageRateCard';
                            readonly id: string;
                            readonly name: string;
                            readonly displayName: string;
                            readonly billable: {
                                readonly __typename: 'AddOn';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'Feature';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'UsageMeter';
                                readonly id: string;
                                readonly name: string;
                            } | null;
                        } | {
                            readonly __typename: 'CreditGrantRateCard';
                            readonly id: string;
                            readonly name: string;
                            readonly displayName: string;
                            readonly billable: {
                                readonly __typename: 'AddOn';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'Feature';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'UsageMeter';
                                readonly id: string;
                                readonly name: string;
                            } | null;
                        } | {
                            readonly __typename: 'MinimumCommitmentRateCard';
                            readonly id: string;
                            readonly name: string;
                            readonly displayName: string;
                            readonly billable: {
                                readonly __typename: 'AddOn';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'Feature';
                                readonly id: string;
                                readonly name: string;
                            } | {
                                readonly __typename: 'UsageMeter';
                                readonly id: string;
                                readonly name: string;
                            } | null;
                        }>;
                    };
                };
            }>;
        };
        readonly draft: {
            readonly __typename: 'Draft';
            readonly id: string;
            readonly baseTimelineRevision: number;
            readonly changes: ReadonlyArray<{
                readonly __typename: 'ScheduleAdded';
                readonly schedule: {
                    readonly __typename: 'Schedule';
                    readonly id: string;
                    readonly startDate: string;
                };
            } | {
                readonly __typename: 'ScheduleRemoved';
            } | {
                readonly __typename: 'SchedulePeriodChanged';
            } | {
                readonly __typename: 'ScheduleOverridden';
            } | {
                readonly __typename: 'SchedulePlanChanged';
            } | {
                readonly __typename: 'SchedulesMerged';
            }>;
            readonly issues: ReadonlyArray<{
                readonly __typename: 'Issue';
                readonly code: IssueCode;
                readonly errorMessage: string;
            }>;
        } | null;
        readonly proposals: {
            readonly __typename: 'ProposalConnection';
            readonly nodes: ReadonlyArray<{
                readonly __typename: 'Proposal';
                readonly id: string;
                readonly proposalId: string;
                readonly status: PurchaseStatus;
                readonly expiryDate: string | null;
                readonly price: {
                    readonly __typename: 'Money';
                    readonly amount: string;
                    readonly currency: string;
                };
            }>;
        };
    } | null;
};
export type AccountSearchQueryVariables = Exact<{
    search?: string | null | undefined;
    where?: AccountsWhere | null | undefined;
    first: number;
    after?: string | null | undefined;
}>;
export type AccountSearchQuery = {
    readonly __typename: 'Query';
    readonly accounts: {
        readonly __typename: 'AccountConnection';
        readonly pageInfo: {
            readonly __typename: 'PageInfo';
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
        };
        readonly edges: ReadonlyArray<{
            readonly __typename: 'AccountEdge';
            readonly node: {
                readonly __typename: 'Account';
                readonly id: string;
                readonly accountId: string;
                readonly name: string;
                readonly status: AccountStatus;
                readonly invoiceCurrency: string;
                readonly timelineEndDate: string | null;
                readonly customer: {
                    readonly __typename: 'Customer';
                    readonly id: string;
                    readonly customerId: string;
                    readonly name: string;
                };
            };
        }>;
    };
};
export type AccountsOnVersionQueryVariables = Exact<{
    pricePlanId: string;
    version: number;
    day: string;
    first: number;
    after?: string | null | undefined;
}>;
export type AccountsOnVersionQuery = {
    readonly __typename: 'Query';
    readonly schedules: {
        readonly __typename: 'ScheduleConnection';
        readonly pageInfo: {
            readonly __typename: 'PageInfo';
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
        };
        readonly edges: ReadonlyArray<{
            readonly __typename: 'ScheduleEdge';
            readonly node: {
                readonly __typename: 'Schedule';
                readonly id: string;
                readonly scheduleId: string;
                readonly startDate: string;
                readonly endDate: string;
                readonly isOverridden: boolean;
                readonly pricePlanVersion: {
                    readonly __typename: 'PricePlanVersion';
                    readonly id: string;
                    readonly name: string;
                    readonly version: number;
                    readonly plan: {
                        readonly __typename: 'PricePlan';
                        readonly id: string;
                        readonly activeVersion: {
                            readonly __typename: 'PricePlanVersion';
                            readonly id: string;
                            readonly version: number;
                        } | null;
                    };
                };
                readonly account: {
                    readonly __typename: 'Account';
                    readonly id: string;
                    readonly accountId: string;
                    readonly name: string;
                    readonly revision: number;
                    readonly timelineRevision: number;
                };
            };
        }>;
    };
};
export type AccountsQueryVariables = Exact<{
    first: number;
    after?: string | null | undefined;
}>;
export type AccountsQuery = {
    readonly __typename: 'Query';
    readonly accounts: {
        readonly __typename: 'AccountConnection';
        readonly pageInfo: {
            readonly __typename: 'PageInfo';
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
        };
        readonly edges: ReadonlyArray<{
            readonly __typename: 'AccountEdge';
            readonly cursor: string;
            readonly node: {
                readonly __typename: 'Account';
                readonly id: string;
                readonly accountId: string;
                readonly name: string;
                readonly status: AccountStatus;
                readonly invoiceCurrency: string;
                readonly customer: {
                    readonly __typename: 'Customer';
                    readonly id: string;
                    readonly name: string;
                };
                readonly schedules: {
                    readonly __typename: 'ScheduleConnection';
                    readonly nodes: ReadonlyArray<{
                        readonly __typename: 'Schedule';
                        readonly id: string;
                        readonly startDate: string;
                        readonly endDate: string;
                        readonly isOverridden: boolean;
                        readonly pricePlan: {
                            readonly __typename: 'PricePlanVersion';
                            readonly id: string;
                            readonly name: string;
                            readonly version: number;
                        };
                        readonly rateCards: {
                            readonly __typename: 'RateCardConnection';
                            readonly nodes: ReadonlyArray<{
                                readonly __typename: 'FixedFeeRateCard';
                                readonly id: string;
                                readonly name: string;
                                readonly displayName: string;
                                readonly billable: {
                                    readonly __typename: 'AddOn';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'Feature';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'UsageMeter';
                                    readonly id: string;
                                    readonly name: string;
                                } | null;
                            } | {
                                readonly __typename: 'LicenseRateCard';
                                readonly id: string;
                                readonly name: string;
                                readonly displayName: string;
                                readonly billable: {
                                    readonly __typename: 'AddOn';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'Feature';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'UsageMeter';
                                    readonly id: string;
                                    readonly name: string;
                                } | null;
                            } | {
                                readonly __typename: 'UsageRateCard';
                                readonly id: string;
                                readonly name: string;
                                readonly displayName: string;
                                readonly billable: {
                                    readonly __typename: 'AddOn';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'Feature';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'UsageMeter';
                                    readonly id: string;
                                    readonly name: string;
                                } | null;
                            } | {
                                readonly __typename: 'BillingEntitlementRateCard';
                                readonly id: string;
                                readonly name: string;
                                readonly displayName: string;
                                readonly billable: {
                                    readonly __typename: 'AddOn';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'Feature';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'UsageMeter';
                                    readonly id: string;
                                    readonly name: string;
                                } | null;
                            } | {
                                readonly __typename: 'EntitlementOverageRateCard';
                                readonly id: string;
                                readonly name: string;
                                readonly displayName: string;
                                readonly billable: {
                                    readonly __typename: 'AddOn';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'Feature';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'UsageMeter';
                                    readonly id: string;
                                    readonly name: string;
                                } | null;
                            } | {
                                readonly __typename: 'CreditGrantRateCard';
                                readonly id: string;
                                readonly name: string;
                                readonly displayName: string;
                                readonly billable: {
                                    readonly __typename: 'AddOn';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'Feature';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'UsageMeter';
                                    readonly id: string;
                                    readonly name: string;
                                } | null;
                            } | {
                                readonly __typename: 'MinimumCommitmentRateCard';
                                readonly id: string;
                                readonly name: string;
                                readonly displayName: string;
                                readonly billable: {
                                    readonly __typename: 'AddOn';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'Feature';
                                    readonly id: string;
                                    readonly name: string;
                                } | {
                                    readonly __typename: 'UsageMeter';
                                    readonly id: string;
                                    readonly name: string;
                                } | null;
                            }>;
                        };
                    }>;
                };
            };
        }>;
    };
};
export type AnswerProposalMutationVariables = Exact<{
    proposalId: string;
    status: ProposalResponse;
}>;
export type AnswerProposalMutation = {
    readonly __typename: 'Mutation';
    readonly updateProposalStatus: {
        readonly __typename: 'UpdateProposalStatusPayload';
        readonly proposal: {
            readonly __typename: 'Proposal';
            readonly id: string;
            readonly proposalId: string;
            readonly status: PurchaseStatus;
        } | null;
        readonly userErrors: ReadonlyArray<{
            readonly __typename: 'ValidationError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'PreconditionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'NotFoundError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'ConflictError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'StaleDraftError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'DraftCollisionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'FinalizeBlockedError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'EffectiveDateError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'IllegalTransitionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        }>;
    };
};
export type ConfirmMigrationMutationVariables = Exact<{
    jobId: string;
}>;
export type ConfirmMigrationMutation = {
    readonly __typename: 'Mutation';
    readonly confirmJob: {
        readonly __typename: 'ConfirmJobPayload';
        readonly job: {
            readonly __typename: 'Job';
            readonly id: string;
            readonly status: JobStatus;
        } | null;
        readonly userErrors: ReadonlyArray<{
            readonly __typename: 'ValidationError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'PreconditionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'NotFoundError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'ConflictError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'StaleDraftError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'DraftCollisionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'FinalizeBlockedError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'EffectiveDateError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'IllegalTransitionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        }>;
    };
};
export type ContractsThatEndQueryVariables = Exact<{
    today: string;
    before: string;
    first: number;
    after?: string | null | undefined;
}>;
export type ContractsThatEndQuery = {
    readonly __typename: 'Query';
    readonly accounts: {
        readonly __typename: 'AccountConnection';
        readonly pageInfo: {
            readonly __typename: 'PageInfo';
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
        };
        readonly edges: ReadonlyArray<{
            readonly __typename: 'AccountEdge';
            readonly node: {
                readonly __typename: 'Account';
                readonly id: string;
                readonly accountId: string;
                readonly name: string;
                readonly timelineEndDate: string | null;
                readonly customer: {
                    readonly __typename: 'Customer';
                    readonly id: string;
                    readonly customerId: string;
                    readonly name: string;
                };
                readonly schedules: {
                    readonly __typename: 'ScheduleConnection';
                    readonly nodes: ReadonlyArray<{
                        readonly __typename: 'Schedule';
                        readonly id: string;
                        readonly scheduleId: string;
                        readonly startDate: string;
                        readonly endDate: string;
                        readonly isOverridden: boolean;
                        readonly pricePlanVersion: {
                            readonly __typename: 'PricePlanVersion';
                            readonly id: string;
                            readonly name: string;
                            readonly version: number;
                        };
                    }>;
                };
            };
        }>;
    };
};
export type CustomerPageQueryVariables = Exact<{
    accountId: string;
}>;
export type CustomerPageQuery = {
    readonly __typename: 'Query';
    readonly account: {
        readonly __typename: 'Account';
        readonly id: string;
        readonly name: string;
        readonly invoiceCurrency: string;
        readonly wallet: {
            readonly __typename: 'Wallet';
            readonly balance: {
                readonly __typename: 'Money';
                readonly amount: string;
                readonly currency: string;
            };
        };
        readonly scheduleAt: {
            readonly __typename: 'Schedule';
            readonly id: string;
            readonly startDate: string;
            readonly endDate: string;
            readonly pricePlanVersion: {
                readonly __typename: 'PricePlanVersion';
                readonly id: string;
                readonly name: string;
                readonly version: number;
            };
            readonly nextCycle: {
                readonly __typename: 'Cycle';
                readonly start: string;
                readonly end: string;
            } | null;
            readonly rateCards: {
                readonly __typename: 'RateCardConnection';
                readonly nodes: ReadonlyArray<{
                    readonly __typename: 'FixedFeeRateCard';
                    readonly id: string;
                    readonly displayName: string;
                    readonly billable: {
                        readonly __typename: 'AddOn';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'Feature';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'UsageMeter';
                        readonly id: string;
                        readonly displayName: string;
                    } | null;
                } | {
                    readonly __typename: 'LicenseRateCard';
                    readonly id: string;
                    readonly displayName: string;
                    readonly billable: {
                        readonly __typename: 'AddOn';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'Feature';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'UsageMeter';
                        readonly id: string;
                        readonly displayName: string;
                    } | null;
                } | {
                    readonly __typename: 'UsageRateCard';
                    readonly id: string;
                    readonly displayName: string;
                    readonly billable: {
                        readonly __typename: 'AddOn';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'Feature';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'UsageMeter';
                        readonly id: string;
                        readonly displayName: string;
                    } | null;
                } | {
                    readonly __typename: 'BillingEntitlementRateCard';
                    readonly id: string;
                    readonly displayName: string;
                    readonly billable: {
                        readonly __typename: 'AddOn';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'Feature';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'UsageMeter';
                        readonly id: string;
                        readonly displayName: string;
                    } | null;
                } | {
                    readonly __typename: 'EntitlementOverageRateCard';
                    readonly id: string;
                    readonly displayName: string;
                    readonly billable: {
                        readonly __typename: 'AddOn';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'Feature';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'UsageMeter';
                        readonly id: string;
                        readonly displayName: string;
                    } | null;
                } | {
                    readonly __typename: 'CreditGrantRateCard';
                    readonly id: string;
                    readonly displayName: string;
                    readonly billable: {
                        readonly __typename: 'AddOn';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'Feature';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'UsageMeter';
                        readonly id: string;
                        readonly displayName: string;
                    } | null;
                } | {
                    readonly __typename: 'MinimumCommitmentRateCard';
                    readonly id: string;
                    readonly displayName: string;
                    readonly billable: {
                        readonly __typename: 'AddOn';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'Feature';
                        readonly id: string;
                        readonly displayName: string;
                    } | {
                        readonly __typename: 'UsageMeter';
                        readonly id: string;
                        readonly displayName: string;
                    } | null;
                }>;
            };
        } | null;
        readonly proposals: {
            readonly __typename: 'ProposalConnection';
            readonly nodes: ReadonlyArray<{
                readonly __typename: 'Proposal';
                readonly id: string;
                readonly proposalId: string;
                readonly expiryDate: string | null;
                readonly price: {
                    readonly __typename: 'Money';
                    readonly amount: string;
                    readonly currency: string;
                };
                readonly pricePlan: {
                    readonly __typename: 'PricePlanVersion';
                    readonly id: string;
                    readonly name: string;
                    readonly version: number;
                } | null;
                readonly preview: {
                    readonly __typename: 'ProposalPreview';
                    readonly changes: ReadonlyArray<{
                        readonly __typename: 'ScheduleOutlineChange';
                        readonly kind: ScheduleChangeKind;
                        readonly after: {
                            readonly __typename: 'ScheduleOutline';
                            readonly startDate: string;
                            readonly endDate: string;
                            readonly pricePlanName: string;
                        } | null;
                    }>;
                    readonly entitlements: ReadonlyArray<{
                        readonly __typename: 'PlannedEntitlement';
                        readonly featureId: string;
                        readonly creditsGranted: string;
                        readonly effectiveUntil: string;
                    }>;
                    readonly walletCredit: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    } | null;
                    readonly refusals: ReadonlyArray<{
                        readonly __typename: 'ValidationError';
                        readonly message: string;
                    } | {
                        readonly __typename: 'PreconditionError';
                        readonly message: string;
                    } | {
                        readonly __typename: 'NotFoundError';
                        readonly message: string;
                    } | {
                        readonly __typename: 'ConflictError';
                        readonly message: string;
                    } | {
                        readonly __typename: 'StaleDraftError';
                        readonly message: string;
                    } | {
                        readonly __typename: 'DraftCollisionError';
                        readonly message: string;
                    } | {
                        readonly __typename: 'FinalizeBlockedError';
                        readonly message: string;
                    } | {
                        readonly __typename: 'EffectiveDateError';
                        readonly message: string;
                    } | {
                        readonly __typename: 'IllegalTransitionError';
                        readonly message: string;
                    }>;
                };
            }>;
        };
    } | null;
};
export type DashboardQueryVariables = Exact<{
    first: number;
    after?: string | null | undefined;
    withPrices: boolean;
}>;
export type DashboardQuery = {
    readonly __typename: 'Query';
    readonly accounts: {
        readonly __typename: 'AccountConnection';
        readonly pageInfo: {
            readonly __typename: 'PageInfo';
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
        };
        readonly edges: ReadonlyArray<{
            readonly __typename: 'AccountEdge';
            readonly cursor: string;
            readonly node: {
                readonly __typename: 'Account';
                readonly id: string;
                readonly accountId: string;
                readonly name: string;
                readonly status: AccountStatus;
                readonly invoiceCurrency: string;
                readonly scheduleAt: ({
                    readonly __typename: 'Schedule';
                    readonly id: string;
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly isOverridden: boolean;
                } & {
                    readonly __typename: 'Schedule';
                    readonly pricePlan?: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly name: string;
                        readonly version: number;
                    };
                    readonly rateCards?: {
                        readonly __typename: 'RateCardConnection';
                        readonly nodes: ReadonlyArray<{
                            readonly __typename: 'FixedFeeRateCard';
                            readonly id: string;
                            readonly displayName: string;
                            readonly rateValues: ReadonlyArray<{
                                readonly __typename: 'CurrencyRate';
                                readonly currency: string;
                                readonly rate: string;
                            }>;
                        } | {
                            readonly __typename: 'LicenseRateCard';
                            readonly id: string;
                            readonly displayName: string;
                        } | {
                            readonly __typename: 'UsageRateCard';
                            readonly id: string;
                            readonly displayName: string;
                        } | {
                            readonly __typename: 'BillingEntitlementRateCard';
                            readonly id: string;
                            readonly displayName: string;
                        } | {
                            readonly __typename: 'EntitlementOverageRateCard';
                            readonly id: string;
                            readonly displayName: string;
                        } | {
                            readonly __typename: 'CreditGrantRateCard';
                            readonly id: string;
                            readonly displayName: string;
                        } | {
                            readonly __typename: 'MinimumCommitmentRateCard';
                            readonly id: string;
                            readonly displayName: string;
                        }>;
                    };
                }) | null;
                readonly proposals?: {
                    readonly __typename: 'ProposalConnection';
                    readonly nodes: ReadonlyArray<{
                        readonly __typename: 'Proposal';
                        readonly id: string;
                        readonly proposalId: string;
                        readonly expiryDate: string | null;
                        readonly price: {
                            readonly __typename: 'Money';
                            readonly amount: string;
                            readonly currency: string;
                        };
                    }>;
                };
            };
        }>;
    };
};
export type FailedEntriesQueryVariables = Exact<{
    jobId: string;
    first: number;
    after?: string | null | undefined;
}>;
export type FailedEntriesQuery = {
    readonly __typename: 'Query';
    readonly job: {
        readonly __typename: 'Job';
        readonly id: string;
        readonly entries: {
            readonly __typename: 'JobEntryConnection';
            readonly pageInfo: {
                readonly __typename: 'PageInfo';
                readonly hasNextPage: boolean;
                readonly endCursor: string | null;
            };
            readonly edges: ReadonlyArray<{
                readonly __typename: 'JobEntryEdge';
                readonly node: {
                    readonly __typename: 'JobEntry';
                    readonly id: string;
                    readonly account: {
                        readonly __typename: 'Account';
                        readonly id: string;
                        readonly accountId: string;
                        readonly name: string;
                    };
                    readonly reason: {
                        readonly __typename: 'JobEntryReason';
                        readonly code: UserErrorCode;
                        readonly message: string;
                    } | null;
                };
            }>;
        };
    } | null;
};
export type FollowChangesQueryVariables = Exact<{
    where?: EventsWhere | null | undefined;
    first: number;
    after?: string | null | undefined;
}>;
export type FollowChangesQuery = {
    readonly __typename: 'Query';
    readonly events: {
        readonly __typename: 'EventConnection';
        readonly pageInfo: {
            readonly __typename: 'PageInfo';
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
        };
        readonly edges: ReadonlyArray<{
            readonly __typename: 'EventEdge';
            readonly node: {
                readonly __typename: 'Event';
                readonly id: string;
                readonly eventId: string;
                readonly kinds: ReadonlyArray<EventKind>;
                readonly occurredAt: string;
                readonly account: {
                    readonly __typename: 'Account';
                    readonly id: string;
                    readonly accountId: string;
                    readonly name: string;
                    readonly timelineRevision: number;
                    readonly customer: {
                        readonly __typename: 'Customer';
                        readonly id: string;
                        readonly customerId: string;
                        readonly name: string;
                    };
                } | null;
                readonly timelineRevision: {
                    readonly __typename: 'TimelineRevision';
                    readonly id: string;
                    readonly revision: number;
                    readonly recordedAt: string;
                    readonly changes: ReadonlyArray<{
                        readonly __typename: 'ScheduleAdded';
                        readonly schedule: {
                            readonly __typename: 'Schedule';
                            readonly id: string;
                            readonly scheduleId: string;
                            readonly startDate: string;
                            readonly endDate: string;
                            readonly pricePlan: {
                                readonly __typename: 'PricePlanVersion';
                                readonly id: string;
                                readonly pricePlanId: string;
                                readonly name: string;
                            };
                        };
                    } | {
                        readonly __typename: 'ScheduleRemoved';
                        readonly schedule: {
                            readonly __typename: 'Schedule';
                            readonly id: string;
                            readonly scheduleId: string;
                            readonly startDate: string;
                            readonly endDate: string;
                        };
                    } | {
                        readonly __typename: 'SchedulePeriodChanged';
                        readonly schedule: {
                            readonly __typename: 'Schedule';
                            readonly id: string;
                            readonly scheduleId: string;
                            readonly startDate: string;
                            readonly endDate: string;
                        };
                    } | {
                        readonly __typename: 'ScheduleOverridden';
                    } | {
                        readonly __typename: 'SchedulePlanChanged';
                        readonly schedule: {
                            readonly __typename: 'Schedule';
                            readonly id: string;
                            readonly scheduleId: string;
                            readonly startDate: string;
                            readonly endDate: string;
                            readonly pricePlan: {
                                readonly __typename: 'PricePlanVersion';
                                readonly id: string;
                                readonly pricePlanId: string;
                                readonly name: string;
                            };
                        };
                    } | {
                        readonly __typename: 'SchedulesMerged';
                    }>;
                } | null;
                readonly proposal: {
                    readonly __typename: 'Proposal';
                    readonly id: string;
                    readonly proposalId: string;
                    readonly number: number;
                    readonly status: PurchaseStatus;
                } | null;
                readonly purchase: {
                    readonly __typename: 'Purchase';
                    readonly id: string;
                    readonly purchaseId: string;
                    readonly status: PurchaseStatus;
                } | null;
                readonly pricePlanVersion: {
                    readonly __typename: 'PricePlanVersion';
                    readonly id: string;
                    readonly pricePlanId: string;
                    readonly name: string;
                    readonly version: number;
                    readonly status: PricePlanVersionStatus;
                } | null;
            };
        }>;
    };
};
export type MigratePlanMutationVariables = Exact<{
    input: MigratePricePlanInput;
}>;
export type MigratePlanMutation = {
    readonly __typename: 'Mutation';
    readonly migratePricePlan: {
        readonly __typename: 'MigratePricePlanPayload';
        readonly job: {
            readonly __typename: 'Job';
            readonly id: string;
            readonly jobId: string;
            readonly status: JobStatus;
        } | null;
        readonly userErrors: ReadonlyArray<{
            readonly __typename: 'ValidationError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'PreconditionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'NotFoundError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'ConflictError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'StaleDraftError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'DraftCollisionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'FinalizeBlockedError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'EffectiveDateError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'IllegalTransitionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        }>;
    };
};
export type MigrationQueryVariables = Exact<{
    jobId: string;
}>;
export type MigrationQuery = {
    readonly __typename: 'Query';
    readonly job: {
        readonly __typename: 'Job';
        readonly id: string;
        readonly jobId: string;
        readonly status: JobStatus;
        readonly migrationMode: MigrationMode;
        readonly createdAt: string;
        readonly settledAt: string | null;
        readonly totalJobEntries: number;
        readonly pendingJobEntries: number;
        readonly completedJobEntries: number;
        readonly failedJobEntries: number;
        readonly cancelledJobEntries: number;
        readonly sourcePlan: {
            readonly __typename: 'PricePlan';
            readonly id: string;
            readonly pricePlanId: string;
            readonly name: string;
        };
        readonly sourceVersion: {
            readonly __typename: 'PricePlanVersion';
            readonly id: string;
            readonly version: number;
        } | null;
        readonly targetVersion: {
            readonly __typename: 'PricePlanVersion';
            readonly id: string;
            readonly pricePlanId: string;
            readonly name: string;
            readonly version: number;
        };
        readonly availableActions: ReadonlyArray<{
            readonly __typename: 'AvailableJobAction';
            readonly action: JobAction;
            readonly allowed: boolean;
            readonly reason: string | null;
        }>;
    } | null;
};
export type MigrationsQueryVariables = Exact<{
    first: number;
    after?: string | null | undefined;
}>;
export type MigrationsQuery = {
    readonly __typename: 'Query';
    readonly jobs: {
        readonly __typename: 'JobConnection';
        readonly pageInfo: {
            readonly __typename: 'PageInfo';
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
        };
        readonly edges: ReadonlyArray<{
            readonly __typename: 'JobEdge';
            readonly node: {
                readonly __typename: 'Job';
                readonly id: string;
                readonly jobId: string;
                readonly status: JobStatus;
                readonly createdAt: string;
                readonly sourcePlan: {
                    readonly __typename: 'PricePlan';
                    readonly id: string;
                    readonly name: string;
                };
                readonly sourceVersion: {
                    readonly __typename: 'PricePlanVersion';
                    readonly id: string;
                    readonly version: number;
                } | null;
                readonly targetVersion: {
                    readonly __typename: 'PricePlanVersion';
                    readonly id: string;
                    readonly name: string;
                    readonly version: number;
                };
            };
        }>;
    };
};
export type OldDraftsQueryVariables = Exact<{
    before: string;
    first: number;
    after?: string | null | undefined;
}>;
export type OldDraftsQuery = {
    readonly __typename: 'Query';
    readonly drafts: {
        readonly __typename: 'DraftConnection';
        readonly pageInfo: {
            readonly __typename: 'PageInfo';
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
        };
        readonly edges: ReadonlyArray<{
            readonly __typename: 'DraftEdge';
            readonly node: {
                readonly __typename: 'Draft';
                readonly id: string;
                readonly updatedAt: string;
                readonly baseTimelineRevision: number;
                readonly isStale: boolean;
                readonly account: {
                    readonly __typename: 'Account';
                    readonly id: string;
                    readonly accountId: string;
                    readonly name: string;
                    readonly timelineRevision: number;
                    readonly customer: {
                        readonly __typename: 'Customer';
                        readonly id: string;
                        readonly customerId: string;
                        readonly name: string;
                    };
                };
            };
        }>;
    };
};
export type PlanCostQueryVariables = Exact<{
    pricePlanId: string;
    from: number;
    to: number;
    currency: string;
    curve: CostCurveInput;
}>;
export type PlanCostQuery = {
    readonly __typename: 'Query';
    readonly comparePricePlanVersions: {
        readonly __typename: 'ComparisonResult';
        readonly points: ReadonlyArray<{
            readonly __typename: 'CostPoint';
            readonly quantity: string;
            readonly from: {
                readonly __typename: 'Money';
                readonly amount: string;
                readonly currency: string;
            };
            readonly to: {
                readonly __typename: 'Money';
                readonly amount: string;
                readonly currency: string;
            };
            readonly difference: {
                readonly __typename: 'Money';
                readonly amount: string;
                readonly currency: string;
            };
        }>;
        readonly refusals: ReadonlyArray<{
            readonly __typename: 'ValidationError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'PreconditionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'NotFoundError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'ConflictError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'StaleDraftError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'DraftCollisionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'FinalizeBlockedError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'EffectiveDateError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'IllegalTransitionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        }>;
    };
};
export type PlanRateCardsQueryVariables = Exact<{
    pricePlanId: string;
    version?: PricePlanVersionBy | null | undefined;
    first: number;
    after?: string | null | undefined;
}>;
export type PlanRateCardsQuery = {
    readonly __typename: 'Query';
    readonly pricePlan: {
        readonly __typename: 'PricePlanVersion';
        readonly id: string;
        readonly rateCards: {
            readonly __typename: 'RateCardConnection';
            readonly pageInfo: {
                readonly __typename: 'PageInfo';
                readonly hasNextPage: boolean;
                readonly endCursor: string | null;
            };
            readonly edges: ReadonlyArray<{
                readonly __typename: 'RateCardEdge';
                readonly node: {
                    readonly __typename: 'FixedFeeRateCard';
                    readonly feeType: ChargeType;
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                    readonly type: RateCardType;
                    readonly invoiceTiming: InvoiceTiming;
                    readonly billableId: string | null;
                    readonly amounts: ReadonlyArray<{
                        readonly __typename: 'CurrencyRate';
                        readonly currency: string;
                        readonly rate: string;
                    }>;
                } | {
                    readonly __typename: 'LicenseRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                    readonly type: RateCardType;
                    readonly invoiceTiming: InvoiceTiming;
                    readonly billableId: string | null;
                    readonly ratePlan: {
                        readonly __typename: 'RatePlan';
                        readonly pricingModel: PricingModel;
                        readonly slabs: ReadonlyArray<{
                            readonly __typename: 'Slab';
                            readonly order: number;
                            readonly startAfter: string;
                            readonly priceType: PriceType;
                            readonly slabConfig: {
                                readonly __typename: 'SlabConfig';
                                readonly packageSize: string | null;
                            } | null;
                        }>;
                    };
                    readonly rateValues: ReadonlyArray<{
                        readonly __typename: 'RateValue';
                        readonly currency: string;
                        readonly slabRates: ReadonlyArray<{
                            readonly __typename: 'SlabRate';
                            readonly order: number;
                            readonly rate: string;
                        }>;
                    }>;
                } | {
                    readonly __typename: 'UsageRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                    readonly type: RateCardType;
                    readonly invoiceTiming: InvoiceTiming;
                    readonly billableId: string | null;
                    readonly ratePlan: {
                        readonly __typename: 'RatePlan';
                        readonly pricingModel: PricingModel;
                        readonly slabs: ReadonlyArray<{
                            readonly __typename: 'Slab';
                            readonly order: number;
                            readonly startAfter: string;
                            readonly priceType: PriceType;
                            readonly slabConfig: {
                                readonly __typename: 'SlabConfig';
                                readonly packageSize: string | null;
                            } | null;
                        }>;
                    };
                    readonly rateValues: ReadonlyArray<{
                        readonly __typename: 'RateValue';
                        readonly currency: string;
                        readonly slabRates: ReadonlyArray<{
                            readonly __typename: 'SlabRate';
                            readonly order: number;
                            readonly rate: string;
                        }>;
                    }>;
                } | {
                    readonly __typename: 'BillingEntitlementRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                    readonly type: RateCardType;
                    readonly invoiceTiming: InvoiceTiming;
                    readonly billableId: string | null;
                    readonly featureConfigs: ReadonlyArray<{
                        readonly __typename: 'FeatureConfig';
                        readonly featureCreditLimit: string;
                        readonly effectiveUntil: string;
                    }>;
                    readonly ratePlan: {
                        readonly __typename: 'RatePlan';
                        readonly pricingModel: PricingModel;
                        readonly slabs: ReadonlyArray<{
                            readonly __typename: 'Slab';
                            readonly order: number;
                            readonly startAfter: string;
                            readonly priceType: PriceType;
                            readonly slabConfig: {
                                readonly __typename: 'SlabConfig';
                                readonly packageSize: string | null;
                            } | null;
                        }>;
                    };
                    readonly rateValues: ReadonlyArray<{
                        readonly __typename: 'RateValue';
                        readonly currency: string;
                        readonly slabRates: ReadonlyArray<{
                            readonly __typename: 'SlabRate';
                            readonly order: number;
                            readonly rate: string;
                        }>;
                    }>;
                } | {
                    readonly __typename: 'EntitlementOverageRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                    readonly type: RateCardType;
                    readonly invoiceTiming: InvoiceTiming;
                    readonly billableId: string | null;
                    readonly ratePlan: {
                        readonly __typename: 'RatePlan';
                        readonly pricingModel: PricingModel;
                        readonly slabs: ReadonlyArray<{
                            readonly __typename: 'Slab';
                            readonly order: number;
                            readonly startAfter: string;
                            readonly priceType: PriceType;
                            readonly slabConfig: {
                                readonly __typename: 'SlabConfig';
                                readonly packageSize: string | null;
                            } | null;
                        }>;
                    };
                    readonly rateValues: ReadonlyArray<{
                        readonly __typename: 'RateValue';
                        readonly currency: string;
                        readonly slabRates: ReadonlyArray<{
                            readonly __typename: 'SlabRate';
                            readonly order: number;
                            readonly rate: string;
                        }>;
                    }>;
                } | {
                    readonly __typename: 'CreditGrantRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                    readonly type: RateCardType;
                    readonly invoiceTiming: InvoiceTiming;
                    readonly billableId: string | null;
                    readonly rateDetails: {
                        readonly __typename: 'CreditRateDetails';
                        readonly pricingModel: PricingModel;
                        readonly currencySlabRateDetails: ReadonlyArray<{
                            readonly __typename: 'CurrencySlabRateDetail';
                            readonly currency: string;
                            readonly creditAmount: string;
                            readonly slabDetails: ReadonlyArray<{
                                readonly __typename: 'SlabDetail';
                                readonly startAfter: string;
                                readonly priceType: PriceType;
                                readonly rate: string;
                                readonly slabConfig: {
                                    readonly __typename: 'SlabConfig';
                                    readonly packageSize: string | null;
                                } | null;
                            }>;
                        }>;
                    };
                } | {
                    readonly __typename: 'MinimumCommitmentRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                    readonly type: RateCardType;
                    readonly invoiceTiming: InvoiceTiming;
                    readonly billableId: string | null;
                    readonly amounts: ReadonlyArray<{
                        readonly __typename: 'CurrencyRate';
                        readonly currency: string;
                        readonly rate: string;
                    }>;
                };
            }>;
        };
    } | null;
};
export type PlanSlabsFragment = {
    readonly __typename: 'RatePlan';
    readonly pricingModel: PricingModel;
    readonly slabs: ReadonlyArray<{
        readonly __typename: 'Slab';
        readonly order: number;
        readonly startAfter: string;
        readonly priceType: PriceType;
        readonly slabConfig: {
            readonly __typename: 'SlabConfig';
            readonly packageSize: string | null;
        } | null;
    }>;
};
export type PlanRatesFragment = {
    readonly __typename: 'RateValue';
    readonly currency: string;
    readonly slabRates: ReadonlyArray<{
        readonly __typename: 'SlabRate';
        readonly order: number;
        readonly rate: string;
    }>;
};
export type PlanSearchQueryVariables = Exact<{
    search?: string | null | undefined;
    first: number;
    after?: string | null | undefined;
}>;
export type PlanSearchQuery = {
    readonly __typename: 'Query';
    readonly pricePlans: {
        readonly __typename: 'PricePlanConnection';
        readonly pageInfo: {
            readonly __typename: 'PageInfo';
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
        };
        readonly edges: ReadonlyArray<{
            readonly __typename: 'PricePlanEdge';
            readonly node: {
                readonly __typename: 'PricePlan';
                readonly id: string;
                readonly pricePlanId: string;
                readonly name: string;
                readonly type: PricePlanType;
                readonly activeVersion: {
                    readonly __typename: 'PricePlanVersion';
                    readonly id: string;
                    readonly version: number;
                } | null;
                readonly draft: {
                    readonly __typename: 'PricePlanVersion';
                    readonly id: string;
                    readonly version: number;
                } | null;
            };
        }>;
    };
};
export type PlanVersionQueryVariables = Exact<{
    pricePlanId: string;
    version?: PricePlanVersionBy | null | undefined;
    since: number;
}>;
export type PlanVersionQuery = {
    readonly __typename: 'Query';
    readonly pricePlan: {
        readonly __typename: 'PricePlanVersion';
        readonly id: string;
        readonly pricePlanId: string;
        readonly version: number;
        readonly name: string;
        readonly description: string | null;
        readonly type: PricePlanType;
        readonly status: PricePlanVersionStatus;
        readonly deferredRevenue: boolean;
        readonly supportedCurrencies: ReadonlyArray<string>;
        readonly pricingCycleConfig: {
            readonly __typename: 'PricingCycleConfig';
            readonly interval: PricingCycleInterval;
            readonly anniversaryCycle: boolean;
            readonly gracePeriod: number;
            readonly startOffset: {
                readonly __typename: 'PricingCycleStartOffset';
                readonly dayOffset: string;
                readonly monthOffset: string;
            };
        } | null;
        readonly pricingRules: ReadonlyArray<{
            readonly __typename: 'PricingRule';
            readonly pricingRuleId: string;
            readonly name: string;
            readonly order: number;
            readonly condition: string | null;
            readonly computation: string;
            readonly invoiceTiming: PricingRuleTiming | null;
            readonly action: {
                readonly __typename: 'PricingRuleAction';
                readonly type: PricingRuleActionType;
                readonly target: string | null;
                readonly description: string | null;
            };
        }>;
        readonly issues: ReadonlyArray<{
            readonly __typename: 'Issue';
            readonly code: IssueCode;
            readonly entityType: IssueEntityType;
            readonly entityId: string;
            readonly errorMessage: string;
        }>;
        readonly changesSince: {
            readonly __typename: 'PricePlanVersionChanges';
            readonly isEmpty: boolean;
            readonly terms: ReadonlyArray<{
                readonly __typename: 'FieldChange';
                readonly path: ReadonlyArray<string>;
                readonly before: string | null;
                readonly after: string | null;
            }>;
            readonly currencies: {
                readonly __typename: 'CurrencyChanges';
                readonly added: ReadonlyArray<string>;
                readonly removed: ReadonlyArray<string>;
            };
            readonly rateCards: {
                readonly __typename: 'RateCardChanges';
                readonly added: ReadonlyArray<{
                    readonly __typename: 'FixedFeeRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                } | {
                    readonly __typename: 'LicenseRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                } | {
                    readonly __typename: 'UsageRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                } | {
                    readonly __typename: 'BillingEntitlementRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                } | {
                    readonly __typename: 'EntitlementOverageRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                } | {
                    readonly __typename: 'CreditGrantRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                } | {
                    readonly __typename: 'MinimumCommitmentRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                }>;
                readonly removed: ReadonlyArray<{
                    readonly __typename: 'FixedFeeRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                } | {
                    readonly __typename: 'LicenseRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                } | {
                    readonly __typename: 'UsageRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                } | {
                    readonly __typename: 'BillingEntitlementRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                } | {
                    readonly __typename: 'EntitlementOverageRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                } | {
                    readonly __typename: 'CreditGrantRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                } | {
                    readonly __typename: 'MinimumCommitmentRateCard';
                    readonly id: string;
                    readonly name: string;
                    readonly displayName: string;
                }>;
                readonly changed: ReadonlyArray<{
                    readonly __typename: 'RateCardChange';
                    readonly name: string;
                    readonly fields: ReadonlyArray<{
                        readonly __typename: 'FieldChange';
                        readonly path: ReadonlyArray<string>;
                        readonly before: string | null;
                        readonly after: string | null;
                    }>;
                }>;
            };
            readonly pricingRules: {
                readonly __typename: 'PricingRuleChanges';
                readonly added: ReadonlyArray<{
                    readonly __typename: 'PricingRule';
                    readonly name: string;
                }>;
                readonly removed: ReadonlyArray<{
                    readonly __typename: 'PricingRule';
                    readonly name: string;
                }>;
                readonly changed: ReadonlyArray<{
                    readonly __typename: 'PricingRuleChange';
                    readonly name: string;
                    readonly fields: ReadonlyArray<{
                        readonly __typename: 'FieldChange';
                        readonly path: ReadonlyArray<string>;
                        readonly before: string | null;
                        readonly after: string | null;
                    }>;
                }>;
            };
        } | null;
    } | null;
};
export type PlanVersionsQueryVariables = Exact<{
    pricePlanId: string;
    first: number;
    after?: string | null | undefined;
}>;
export type PlanVersionsQuery = {
    readonly __typename: 'Query';
    readonly pricePlan: {
        readonly __typename: 'PricePlanVersion';
        readonly id: string;
        readonly plan: {
            readonly __typename: 'PricePlan';
            readonly id: string;
            readonly versions: {
                readonly __typename: 'PricePlanVersionConnection';
                readonly pageInfo: {
                    readonly __typename: 'PageInfo';
                    readonly hasNextPage: boolean;
                    readonly endCursor: string | null;
                };
                readonly edges: ReadonlyArray<{
                    readonly __typename: 'PricePlanVersionEdge';
                    readonly node: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly version: number;
                        readonly status: PricePlanVersionStatus;
                        readonly createdAt: string;
                        readonly updatedAt: string;
                    };
                }>;
            };
        };
    } | null;
};
export type ProposalsThatExpireQueryVariables = Exact<{
    now: string;
    before: string;
    first: number;
    after?: string | null | undefined;
}>;
export type ProposalsThatExpireQuery = {
    readonly __typename: 'Query';
    readonly proposals: {
        readonly __typename: 'ProposalConnection';
        readonly pageInfo: {
            readonly __typename: 'PageInfo';
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
        };
        readonly edges: ReadonlyArray<{
            readonly __typename: 'ProposalEdge';
            readonly node: {
                readonly __typename: 'Proposal';
                readonly id: string;
                readonly proposalId: string;
                readonly number: number;
                readonly type: PurchaseType;
                readonly expiryDate: string | null;
                readonly price: {
                    readonly __typename: 'Money';
                    readonly amount: string;
                    readonly currency: string;
                };
                readonly account: {
                    readonly __typename: 'Account';
                    readonly id: string;
                    readonly accountId: string;
                    readonly name: string;
                };
            };
        }>;
    };
};
export type RejectMigrationMutationVariables = Exact<{
    jobId: string;
}>;
export type RejectMigrationMutation = {
    readonly __typename: 'Mutation';
    readonly rejectJob: {
        readonly __typename: 'RejectJobPayload';
        readonly job: {
            readonly __typename: 'Job';
            readonly id: string;
            readonly status: JobStatus;
        } | null;
        readonly userErrors: ReadonlyArray<{
            readonly __typename: 'ValidationError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'PreconditionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'NotFoundError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'ConflictError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'StaleDraftError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'DraftCollisionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'FinalizeBlockedError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'EffectiveDateError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        } | {
            readonly __typename: 'IllegalTransitionError';
            readonly code: UserErrorCode;
            readonly message: string;
            readonly path: ReadonlyArray<string>;
        }>;
    };
};
export type ViewerQueryVariables = Exact<{
    [key: string]: never;
}>;
export type ViewerQuery = {
    readonly __typename: 'Query';
    readonly viewer: {
        readonly __typename: 'Viewer';
        readonly scopes: ReadonlyArray<Scope>;
        readonly expiresAt: string | null;
        readonly actor: {
            readonly __typename: 'ViewerActor';
            readonly actor: string;
            readonly delegate: string | null;
        };
        readonly organization: {
            readonly __typename: 'Organization';
            readonly name: string;
            readonly baseCurrency: string;
        } | null;
    };
};
export declare const PlanSlabsFragmentDoc: DocumentNode<PlanSlabsFragment, unknown>;
export declare const PlanRatesFragmentDoc: DocumentNode<PlanRatesFragment, unknown>;
export declare const AccountEstimateDocument: DocumentNode<AccountEstimateQuery, AccountEstimateQueryVariables>;
export declare const AccountPageDocument: DocumentNode<AccountPageQuery, AccountPageQueryVariables>;
export declare const AccountSearchDocument: DocumentNode<AccountSearchQuery, AccountSearchQueryVariables>;
export declare const AccountsOnVersionDocument: DocumentNode<AccountsOnVersionQuery, AccountsOnVersionQueryVariables>;
export declare const AccountsDocument: DocumentNode<AccountsQuery, AccountsQueryVariables>;
export declare const AnswerProposalDocument: DocumentNode<AnswerProposalMutation, AnswerProposalMutationVariables>;
export declare const ConfirmMigrationDocument: DocumentNode<ConfirmMigrationMutation, ConfirmMigrationMutationVariables>;
export declare const ContractsThatEndDocument: DocumentNode<ContractsThatEndQuery, ContractsThatEndQueryVariables>;
export declare const CustomerPageDocument: DocumentNode<CustomerPageQuery, CustomerPageQueryVariables>;
export declare const DashboardDocument: DocumentNode<DashboardQuery, DashboardQueryVariables>;
export declare const FailedEntriesDocument: DocumentNode<FailedEntriesQuery, FailedEntriesQueryVariables>;
export declare const FollowChangesDocument: DocumentNode<FollowChangesQuery, FollowChangesQueryVariables>;
export declare const MigratePlanDocument: DocumentNode<MigratePlanMutation, MigratePlanMutationVariables>;
export declare const MigrationDocument: DocumentNode<MigrationQuery, MigrationQueryVariables>;
export declare const MigrationsDocument: DocumentNode<MigrationsQuery, MigrationsQueryVariables>;
export declare const OldDraftsDocument: DocumentNode<OldDraftsQuery, OldDraftsQueryVariables>;
export declare const PlanCostDocument: DocumentNode<PlanCostQuery, PlanCostQueryVariables>;
export declare const PlanRateCardsDocument: DocumentNode<PlanRateCardsQuery, PlanRateCardsQueryVariables>;
export declare const PlanSearchDocument: DocumentNode<PlanSearchQuery, PlanSearchQueryVariables>;
export declare const PlanVersionDocument: DocumentNode<PlanVersionQuery, PlanVersionQueryVariables>;
export declare const PlanVersionsDocument: DocumentNode<PlanVersionsQuery, PlanVersionsQueryVariables>;
export declare const ProposalsThatExpireDocument: DocumentNode<ProposalsThatExpireQuery, ProposalsThatExpireQueryVariables>;
export declare const RejectMigrationDocument: DocumentNode<RejectMigrationMutation, RejectMigrationMutationVariables>;
export declare const ViewerDocument: DocumentNode<ViewerQuery, ViewerQueryVariables>;
/** Returns the id of a document of this module, or of another that codegen's client preset printed with its SHA-256. `null` without one. */
export declare const documentIdOf: (document: object) => string | null;
export {};
