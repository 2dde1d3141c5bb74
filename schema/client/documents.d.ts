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
/** The webhook is disabled, so nothing is delivered to it. */
 | 'WEBHOOK_DISABLED'
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
/** What an edit of a draft does on its days. */
export type DraftEditMode = 
/** Attaches a plan. */
'ASSOCIATE'
/** Removes the schedules. */
 | 'DISASSOCIATE'
/** Overrides terms of the schedule. */
 | 'OVERRIDE';
/** Status of an account. */
export type AccountStatus = 
/** In use. Plans can be attached and proposals approved. */
'ACTIVE'
/** The account is not in use yet. It can have a draft and proposals, but no plan can be attached. */
 | 'DRAFT'
/** Read-only. Lists omit it unless archived items are included. */
 | 'ARCHIVED';
/** Code of a reason why an action is not allowed: that of the refusal, or one that only actions have. */
export type ActionCode = 
/** The token lacks a scope that the action requires. The reason names the scope. */
'SCOPE_MISSING'
/** No delegate token can take the action. */
 | 'DELEGATE_NOT_ALLOWED'
/** The action has been taken. Its mutation would succeed again and change nothing. */
 | 'ALREADY_DONE'
/** The mutation would use another version of the plan. */
 | 'OTHER_VERSION'
/** A value is malformed or outside its limits. The message says what is valid. */
 | 'INVALID_VALUE'
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
/** The webhook is disabled, so nothing is delivered to it. */
 | 'WEBHOOK_DISABLED'
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
/** An action on a draft. */
export type DraftAction = 
/** Edits schedules of the draft, or overrides one: `bulkEditSchedules`, `bulkRateCardOperationsOnSchedule`, `updateSchedulePricingRules`. */
'EDIT'
/** Makes the draft the active timeline: `finalizeAccountSchedules`. */
 | 'FINALIZE'
/** Applies the draft to the active timeline, which has changed: `rebaseDraft`. */
 | 'REBASE'
/** Discards the draft: `discardAccountSchedules`. */
 | 'DISCARD';
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
/** What happens to the price of licenses that are returned during a cycle. */
export type ProratedRefundMode = 
/** No refund. */
'NONE'
/** Refunded as credits. */
 | 'CREDITS'
/** Refunded as a payment. */
 | 'PAYMENT'
/** Refunded to the wallet. */
 | 'WALLET';
/** What happens when more licenses are held than the maximum. */
export type MaxQuantityBreachAction = 
/** The excess is accepted. */
'DO_NOTHING';
/** When granted credits expire. */
export type ExpiryType = 
/** At the end of the pricing cycle in which they were granted. */
'PRICING_CYCLE'
/** Credits never expire. */
 | 'NO_EXPIRY'
/** After `expiryDuration`. */
 | 'CUSTOM';
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
/** What an operation does to the rate cards of a plan version or schedule. */
export type RateCardActionType = 
/** Adds a card. Fails if the name is taken. */
'CREATE'
/** Replaces the card of this name, which keeps its position. */
 | 'UPDATE'
/** Removes the card of this name. */
 | 'DELETE'
/** Replaces the card of this name, or adds it if there is none. */
 | 'UPSERT';
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
/** Why something costs more or less after a change. */
export type DifferenceReason = 
/** The terms of the rate card differ: rates, slabs, limits, recurrence or timing. */
'RATE'
/** The quantity differs. */
 | 'QUANTITY'
/** Other days are charged, or the rate card is prorated in one timeline and not in the other. */
 | 'PRORATION'
/** Cycles are cut or have other lengths, and the rate card costs as much in each. */
 | 'CYCLE_CUT'
/** A cycle is cut, and each part begins anew with the first slab. */
 | 'TIERS_RESTART'
/** No rate card charges the item on these days before the change. */
 | 'CARD_ADDED'
/** No rate card charges the item on these days after the change. */
 | 'CARD_REMOVED'
/** Pricing rules compute other amounts. */
 | 'RULE'
/** The true-up to the minimum commitment differs. */
 | 'TRUE_UP'
/** Each statement is rounded by itself. */
 | 'ROUNDING';
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
/** The kind of an action that is recorded together with a change of the schedules. */
export type PreActionType = 
/** Changes the number of licenses that the account holds. */
'GRANT_LICENSE';
/** What an edit does on its period. */
export type ScheduleEditMode = 
/** Attaches a plan for the period. */
'ASSOCIATE'
/** Clears the period. */
 | 'DISASSOCIATE';
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
/** An action on a purchase or proposal. */
export type PurchaseAction = 
/** Approves the proposal: `updateProposalStatus`. */
'APPROVE'
/** Declines the proposal: `updateProposalStatus`. */
 | 'DECLINE'
/** Replaces the proposal by a new revision: `reviseProposal`. */
 | 'REVISE'
/** Reports the payment: `completePurchase`. */
 | 'COMPLETE'
/** Reports a failed payment: `failPurchase`. */
 | 'FAIL';
/** When a proposal is paid. */
export type PaymentMode = 
/** Paid after the approval. The proposal takes effect when it is paid. */
'PREPAID'
/** Paid later. The approval takes effect at once. */
 | 'POSTPAID';
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
/** Aliases were reserved, or one was released. Facts: `entry`. Requires `ACCOUNTS_READ`. */
 | 'RESERVED_ALIASES_CHANGED'
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
/** Conditions on accounts. All given conditions must hold; an omitted condition matches everything. A condition without a value ({}, null or an omitted variable) is an error. Maximum 50 conditions, nested 4 levels deep. With several conditions, none of which is `accountId`, a page may examine items that do not match: it costs 10,000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100,000 items. */
export type AccountsWhere = {
    /** Filters by status. A condition that names `ARCHIVED`, at any level, includes archived items, as `includeArchived` does. */
    readonly status?: AccountStatusFilter | null | undefined;
    /** Id chosen by the caller. */
    readonly accountId?: TextFilter | null | undefined;
    /** Filters by the id of the customer, as the caller chose it. Requires `CUSTOMERS_READ`. */
    readonly customerId?: TextFilter | null | undefined;
    /** Filters by tag. Case is ignored. With it, a page may examine items that do not match: it costs 10,000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100,000 items. */
    readonly tags?: ListContains | null | undefined;
    /** Whether the account has a draft. With `false`, with another condition, or in another order than that of creation, a page may examine items that do not match: it costs 10,000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100,000 items. Requires `SCHEDULES_READ`. */
    readonly hasDraft?: boolean | null | undefined;
    /** Matches accounts that are on a plan on a day. With it, a page may examine items that do not match: it costs 10,000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100,000 items. In the order of creation, those are accounts that had the plan before, or will. Requires `PLANS_READ` and `SCHEDULES_READ`. */
    readonly pricePlan?: AccountPlanFilter | null | undefined;
    /** Filters by metadata. With another condition, or in another order than that of creation, a page may examine items that do not match: it costs 10,000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100,000 items. */
    readonly metadata?: MetadataFilter | null | undefined;
    /** Filters by the end of the last schedule: accounts whose contract ends, and is not renewed. An account without a schedule never matches. Requires `orderBy: TIMELINE_END_ASC` or `TIMELINE_END_DESC`. Requires `SCHEDULES_READ`. */
    readonly timelineEndDate?: DateRange | null | undefined;
    /** Filters by the time of creation. In another order than that of creation, a page may examine items that do not match: it costs 10,000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100,000 items. */
    readonly createdAt?: DateTimeRange | null | undefined;
    /** Filters by the time of the last change. Requires `orderBy: UPDATED_AT_ASC` or `UPDATED_AT_DESC`: in any other order, a page would read items that were not changed in that time. */
    readonly updatedAt?: DateTimeRange | null | undefined;
    /** Matches when all of these match too. An empty list adds no condition. */
    readonly and?: ReadonlyArray<AccountsWhere> | null | undefined;
    /** Matches when at least one of these matches too. An empty list matches nothing. */
    readonly or?: ReadonlyArray<AccountsWhere> | null | undefined;
};
/** Where in its interval a cycle begins. */
export type PricingCycleStartOffsetInput = {
    /** Day on which a cycle begins: `"1"` (Monday) to `"7"` for `WEEKLY`, `"1"` to `"31"` for other intervals, or `"LAST"`. */
    readonly dayOffset: string;
    /** Month of the interval in which a cycle begins: `"1"` to `"3"`, `"6"` or `"12"`, `"FIRST"` or `"LAST"`. `"NIL"` for `WEEKLY` and `MONTHLY`. May be omitted for those two only. */
    readonly monthOffset?: string | null | undefined;
};
/** On which days pricing cycles begin, and when their invoices are due. */
export type PricingCycleConfigInput = {
    /** Length of a cycle. */
    readonly interval: PricingCycleInterval;
    /** Where in its interval a cycle begins. Defaults to the first day of the interval. */
    readonly startOffset?: PricingCycleStartOffsetInput | null | undefined;
    /** Days from the end of a cycle until its invoice is due, 0 to 365. */
    readonly gracePeriod: number;
    /** Whether the offsets are derived from the first day of the association. If true, the offsets given here are ignored. Defaults to false. */
    readonly anniversaryCycle?: boolean | null | undefined;
};
/** One way to select a version of a plan. Give exactly one. */
export type PricePlanVersionBy = {
    readonly label: PricePlanVersionLabel;
    readonly number?: never;
} | {
    readonly label?: never; /** Selects a version by its number. */
    readonly number: number;
};
/** Further settings of the price type of a slab. */
export type SlabConfigInput = {
    /** Number of units in a package. Above 0. Required with `PACKAGE`, not allowed otherwise. */
    readonly packageSize?: string | null | undefined;
};
/** A step of a price: the quantities that it covers, and what its rate applies to. */
export type SlabInput = {
    /** Position of the slab, from 1. */
    readonly order: number;
    /** Lower bound of the slab. The slab covers quantities above it, up to and including the `startAfter` of the next slab. 0 for the first slab; strictly increasing. */
    readonly startAfter: string;
    /** What the rate applies to. */
    readonly priceType: PriceType;
    /** Further settings of the price type. Omit when it needs none. */
    readonly slabConfig?: SlabConfigInput | null | undefined;
};
/** How a quantity is priced, apart from currencies. */
export type RatePlanInput = {
    /** How the slabs price a quantity. */
    readonly pricingModel: PricingModel;
    /** The slabs, 1 to 100, ordered by `order` from 1 without gaps. */
    readonly slabs: ReadonlyArray<SlabInput>;
};
/** Minimum and maximum amount of a slab. */
export type SlabRateConfigInput = {
    /** Minimum amount of the slab. 0 or more, with no more decimal places than the currency has. Omit for no minimum. */
    readonly minimum?: string | null | undefined;
    /** Maximum amount of the slab. 0 or more, with no more decimal places than the currency has. Omit for no maximum. */
    readonly maximum?: string | null | undefined;
};
/** The price of a slab in one currency. */
export type SlabRateInput = {
    /** The `order` of the slab. */
    readonly order: number;
    /** The price, 0 or more. */
    readonly rate: string;
    /** Minimum and maximum amount of the slab. Omit for none. */
    readonly slabRateConfig?: SlabRateConfigInput | null | undefined;
};
/** Minimum and maximum amount of a rate card, in addition to those of its slabs. */
export type RateConfigInput = {
    /** Minimum amount of the rate card. 0 or more, with no more decimal places than the currency has. Omit for no minimum. */
    readonly minimumRate?: string | null | undefined;
    /** Maximum amount of the rate card. 0 or more, with no more decimal places than the currency has. Omit for no maximum. */
    readonly maximumRate?: string | null | undefined;
};
/** The prices of all slabs in one currency. */
export type RateValueInput = {
    /** Currency of the rates. */
    readonly currency: string;
    /** One rate for each slab, by `order`. */
    readonly slabRates: ReadonlyArray<SlabRateInput>;
    /** Minimum and maximum amount of the whole rate card in this currency. Omit for none. */
    readonly rateConfig?: RateConfigInput | null | undefined;
};
/** One price in one currency. */
export type CurrencyRateInput = {
    /** Currency of the rate. */
    readonly currency: string;
    /** The price, 0 or more. */
    readonly rate: string;
};
/** Pricing cycles in which a charge is made. */
export type RecurrenceConfigInput = {
    /** Number of pricing cycles from one charge to the next, 1 to 1,000. Defaults to 1. */
    readonly interval?: number | null | undefined;
    /** Number of pricing cycles that are skipped before the first charge, 0 to 1,000. Defaults to 0. */
    readonly offset?: number | null | undefined;
};
/** A fee that does not depend on usage. */
export type FixedFeeRateCardInput = {
    /** Id of the billable item that the card prices. May be omitted in a draft; a card without it cannot be finalized. */
    readonly billableId?: string | null | undefined;
    /** Name shown to people, for example on invoices. Maximum 255 characters. Defaults to the name of the rate card. */
    readonly displayName?: string | null | undefined;
    /** Label for the caller's own use. Maximum 50 characters. Omit for none. */
    readonly tag?: string | null | undefined;
    /** When the charge is invoiced. Defaults to the usual timing of the family. */
    readonly invoiceTiming?: InvoiceTiming | null | undefined;
    /** How often the charge is made. Defaults to RECURRING. */
    readonly type?: ChargeType | null | undefined;
    /** Prices, one entry for each currency. */
    readonly rateValues: ReadonlyArray<CurrencyRateInput>;
    /** Whether a partial cycle is charged in proportion to its days. Defaults to false. */
    readonly enableProration?: boolean | null | undefined;
    /** Pricing cycles in which the charge is made. Defaults to every cycle. */
    readonly recurrenceConfig?: RecurrenceConfigInput | null | undefined;
};
/** A limit on the number of licenses. */
export type LicenseConfigInput = {
    /** Maximum number of licenses. 0 or more. Omit for no limit. */
    readonly maxQuantity?: number | null | undefined;
    /** What happens when more licenses are held than `maxQuantity`. Omit to do nothing. */
    readonly maxQuantityBreachAction?: MaxQuantityBreachAction | null | undefined;
};
/** Licenses, priced by the number held. */
export type LicenseRateCardInput = {
    /** Id of the billable item that the card prices. May be omitted in a draft; a card without it cannot be finalized. */
    readonly billableId?: string | null | undefined;
    /** Name shown to people, for example on invoices. Maximum 255 characters. Defaults to the name of the rate card. */
    readonly displayName?: string | null | undefined;
    /** Label for the caller's own use. Maximum 50 characters. Omit for none. */
    readonly tag?: string | null | undefined;
    /** When the charge is invoiced. Defaults to the usual timing of the family. */
    readonly invoiceTiming?: InvoiceTiming | null | undefined;
    /** How a quantity is priced, apart from currencies. */
    readonly ratePlan: RatePlanInput;
    /** Prices, one entry for each currency. */
    readonly rateValues: ReadonlyArray<RateValueInput>;
    /** Whether a partial cycle is charged in proportion to its days. Defaults to false. */
    readonly enableProration?: boolean | null | undefined;
    /** How often the number of licenses is counted. Defaults to once for each pricing cycle. */
    readonly usageCycle?: PricingCycleInterval | null | undefined;
    /** Limit on the number of licenses. Omit for no limit. */
    readonly config?: LicenseConfigInput | null | undefined;
    /** What happens to the price of licenses that are returned during a cycle. Defaults to the organization's default. */
    readonly proratedRefundMode?: ProratedRefundMode | null | undefined;
};
/** Usage counted by a usage meter, priced by quantity. */
export type UsageRateCardInput = {
    /** Id of the billable item that the card prices. May be omitted in a draft; a card without it cannot be finalized. */
    readonly billableId?: string | null | undefined;
    /** Name shown to people, for example on invoices. Maximum 255 characters. Defaults to the name of the rate card. */
    readonly displayName?: string | null | undefined;
    /** Label for the caller's own use. Maximum 50 characters. Omit for none. */
    readonly tag?: string | null | undefined;
    /** When the charge is invoiced. Defaults to the usual timing of the family. */
    readonly invoiceTiming?: InvoiceTiming | null | undefined;
    /** How a quantity is priced, apart from currencies. */
    readonly ratePlan: RatePlanInput;
    /** Prices, one entry for each currency. */
    readonly rateValues: ReadonlyArray<RateValueInput>;
};
/** An allowance of a feature for a period. */
export type FeatureConfigInput = {
    /** Start of the allowance, as an ISO 8601 duration after the grant, such as `P5D`. Omit for an allowance that starts immediately. */
    readonly effectiveFrom?: string | null | undefined;
    /** End of the allowance, as an ISO 8601 duration after the grant, such as `P20D`. */
    readonly effectiveUntil: string;
    /** Quantity of the feature that may be used, 0 or more. */
    readonly featureCreditLimit: string;
};
/** An allowance of a feature, and its price. */
export type BillingEntitlementRateCardInput = {
    /** Id of the billable item that the card prices. May be omitted in a draft; a card without it cannot be finalized. */
    readonly billableId?: string | null | undefined;
    /** Name shown to people, for example on invoices. Maximum 255 characters. Defaults to the name of the rate card. */
    readonly displayName?: string | null | undefined;
    /** Label for the caller's own use. Maximum 50 characters. Omit for none. */
    readonly tag?: string | null | undefined;
    /** When the charge is invoiced. Defaults to the usual timing of the family. */
    readonly invoiceTiming?: InvoiceTiming | null | undefined;
    /** Allowances that are granted, each for its own period. 1 to 100. */
    readonly featureConfigs: ReadonlyArray<FeatureConfigInput>;
    /** How a quantity is priced, apart from currencies. */
    readonly ratePlan: RatePlanInput;
    /** Prices, one entry for each currency. */
    readonly rateValues: ReadonlyArray<RateValueInput>;
    /** Pricing cycles in which the charge is made. Defaults to every cycle. */
    readonly recurrenceConfig?: RecurrenceConfigInput | null | undefined;
};
/** Pricing cycles in which an overage is charged. */
export type BillingConfigInput = {
    /** Number of pricing cycles from one charge to the next, 1 to 1,000. Defaults to 1. */
    readonly interval?: number | null | undefined;
    /** Number of pricing cycles that are skipped before the first charge, 0 to 1,000. Defaults to 0. */
    readonly startOffset?: number | null | undefined;
};
/** The price of feature usage beyond the allowance. */
export type EntitlementOverageRateCardInput = {
    /** Id of the billable item that the card prices. May be omitted in a draft; a card without it cannot be finalized. */
    readonly billableId?: string | null | undefined;
    /** Name shown to people, for example on invoices. Maximum 255 characters. Defaults to the name of the rate card. */
    readonly displayName?: string | null | undefined;
    /** Label for the caller's own use. Maximum 50 characters. Omit for none. */
    readonly tag?: string | null | undefined;
    /** When the charge is invoiced. Defaults to the usual timing of the family. */
    readonly invoiceTiming?: InvoiceTiming | null | undefined;
    /** How a quantity is priced, apart from currencies. */
    readonly ratePlan: RatePlanInput;
    /** Prices, one entry for each currency. */
    readonly rateValues: ReadonlyArray<RateValueInput>;
    /** Maximum quantity that may be used beyond the allowance. 0 or more. Omit for no limit. */
    readonly maxQuantity?: string | null | undefined;
    /** Pricing cycles in which the charge is made. Defaults to every cycle. */
    readonly billingConfig?: BillingConfigInput | null | undefined;
};
/** What granted credits can pay for, and when they expire. */
export type GrantDetailsInput = {
    /** Priority of the credits, 0 or more. Credits with a lower number are spent first. */
    readonly priority: number;
    /** When the credits expire. */
    readonly expiryType: ExpiryType;
    /** Lifetime of the credits, as an ISO 8601 duration after the grant, such as `P30D`. Required with `CUSTOM`, not allowed otherwise. */
    readonly expiryDuration?: string | null | undefined;
    /** Ids of the billable items that the credits can pay for. Maximum 100. Omit or send an empty list for all items. */
    readonly applicableEntityIds?: ReadonlyArray<string> | null | undefined;
};
/** A slab with its rate. */
export type SlabDetailInput = {
    /** Lower bound of the slab. The slab covers quantities above it, up to and including the `startAfter` of the next slab. 0 for the first slab; strictly increasing. */
    readonly startAfter: string;
    /** What the rate applies to. */
    readonly priceType: PriceType;
    /** Further settings of the price type. Omit when it needs none. */
    readonly slabConfig?: SlabConfigInput | null | undefined;
    /** The price, 0 or more. */
    readonly rate: string;
    /** Minimum and maximum amount of the slab. Omit for none. */
    readonly slabRateConfig?: SlabRateConfigInput | null | undefined;
};
/** Credits that are granted, and their price in one currency. */
export type CurrencySlabRateDetailInput = {
    /** Currency of the rates. */
    readonly currency: string;
    /** Amount of credits that are granted, in the currency. 0 or more, with no more decimal places than the currency has. */
    readonly creditAmount: string;
    /** The slabs with their rates, in order. 1 to 100. */
    readonly slabDetails: ReadonlyArray<SlabDetailInput>;
    /** Minimum and maximum amount of the whole rate card in this currency. Omit for none. */
    readonly rateConfig?: RateConfigInput | null | undefined;
};
/** Credits that are granted, and their price. */
export type CreditRateDetailsInput = {
    /** How the slabs price a quantity. */
    readonly pricingModel: PricingModel;
    /** Credits and prices, one entry for each currency. */
    readonly currencySlabRateDetails: ReadonlyArray<CurrencySlabRateDetailInput>;
};
/** Credits that the account can spend, with a price in each currency. */
export type CreditGrantRateCardInput = {
    /** Id of the billable item that the card prices. May be omitted in a draft; a card without it cannot be finalized. */
    readonly billableId?: string | null | undefined;
    /** Name shown to people, for example on invoices. Maximum 255 characters. Defaults to the name of the rate card. */
    readonly displayName?: string | null | undefined;
    /** Label for the caller's own use. Maximum 50 characters. Omit for none. */
    readonly tag?: string | null | undefined;
    /** When the charge is invoiced. Defaults to the usual timing of the family. */
    readonly invoiceTiming?: InvoiceTiming | null | undefined;
    /** How often the charge is made. Defaults to RECURRING. */
    readonly type?: ChargeType | null | undefined;
    /** What the credits can pay for, and when they expire. */
    readonly grantDetails: GrantDetailsInput;
    /** Credits that are granted, and their price. */
    readonly rateDetails: CreditRateDetailsInput;
    /** Pricing cycles in which the charge is made. Defaults to every cycle. */
    readonly recurrenceConfig?: RecurrenceConfigInput | null | undefined;
};
/** The amount of a minimum commitment in one currency. */
export type CommittedAmountInput = {
    /** Currency of the rates. */
    readonly currency: string;
    /** Amount of a cycle. 0 or more, with no more decimal places than the currency has. */
    readonly rate: string;
};
/** The minimum amount of a pricing cycle, whatever else is charged. */
export type MinimumCommitmentRateCardInput = {
    /** Name shown to people, for example on invoices. Maximum 255 characters. Defaults to the name of the rate card. */
    readonly displayName?: string | null | undefined;
    /** Label for the caller's own use. Maximum 50 characters. Omit for none. */
    readonly tag?: string | null | undefined;
    /** When the charge is invoiced. Defaults to the usual timing of the family. */
    readonly invoiceTiming?: InvoiceTiming | null | undefined;
    /** The amounts, one entry for each currency. */
    readonly rateValues: ReadonlyArray<CommittedAmountInput>;
};
/** A rate card. Give exactly one family. */
export type RateCardInput = {
    readonly fixedFee: FixedFeeRateCardInput;
    readonly license?: never;
    readonly creditGrant?: never;
    readonly usage?: never;
    readonly billingEntitlement?: never;
    readonly entitlementOverage?: never;
    readonly minimumCommitment?: never;
} | {
    readonly fixedFee?: never; /** Licenses, priced by the number held. */
    readonly license: LicenseRateCardInput;
    readonly creditGrant?: never;
    readonly usage?: never;
    readonly billingEntitlement?: never;
    readonly entitlementOverage?: never;
    readonly minimumCommitment?: never;
} | {
    readonly fixedFee?: never;
    readonly license?: never; /** Credits that the account can spend, with a price in each currency. */
    readonly creditGrant: CreditGrantRateCardInput;
    readonly usage?: never;
    readonly billingEntitlement?: never;
    readonly entitlementOverage?: never;
    readonly minimumCommitment?: never;
} | {
    readonly fixedFee?: never;
    readonly license?: never;
    readonly creditGrant?: never; /** Usage counted by a usage meter, priced by quantity. */
    readonly usage: UsageRateCardInput;
    readonly billingEntitlement?: never;
    readonly entitlementOverage?: never;
    readonly minimumCommitment?: never;
} | {
    readonly fixedFee?: never;
    readonly license?: never;
    readonly creditGrant?: never;
    readonly usage?: never; /** An allowance of a feature, and its price. */
    readonly billingEntitlement: BillingEntitlementRateCardInput;
    readonly entitlementOverage?: never;
    readonly minimumCommitment?: never;
} | {
    readonly fixedFee?: never;
    readonly license?: never;
    readonly creditGrant?: never;
    readonly usage?: never;
    readonly billingEntitlement?: never; /** The price of feature usage beyond the allowance. */
    readonly entitlementOverage: EntitlementOverageRateCardInput;
    readonly minimumCommitment?: never;
} | {
    readonly fixedFee?: never;
    readonly license?: never;
    readonly creditGrant?: never;
    readonly usage?: never;
    readonly billingEntitlement?: never;
    readonly entitlementOverage?: never; /** The minimum amount of a pricing cycle, whatever else is charged. */
    readonly minimumCommitment: MinimumCommitmentRateCardInput;
};
/** One change to the rate cards of a plan version or schedule. */
export type RateCardOperationInput = {
    /** What the operation does. */
    readonly actionType: RateCardActionType;
    /** Name of the card to change, or of the new card. Maximum 50 characters. `CREATE` may omit it: a name is generated. */
    readonly rateCardName?: string | null | undefined;
    /** The complete card after the operation. Omit with `DELETE`; required otherwise. */
    readonly rateCard?: RateCardInput | null | undefined;
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
    /** Quantity used, 0 to 1,000,000,000,000. */
    readonly quantity: string;
    /** Time in which the quantity is used. Defaults to `CYCLE`. */
    readonly per?: AssumptionPeriod;
};
/** A change of licenses that an estimate assumes, in addition to the recorded license updates. Requires `quantity` or `names`. */
export type LicenseAssumption = {
    /** Generated id of the license. */
    readonly licenseId: string;
    /** Number of licenses, maximum 1,000,000,000,000. Negative only if relative. Required unless `names` is given. */
    readonly quantity?: string | null | undefined;
    /** Holders of a named license, maximum 1,000. Equal names count once, and the recorded number is ignored. Required unless `quantity` is given. */
    readonly names?: ReadonlyArray<string> | null | undefined;
    /** Whether the licenses replace the earlier ones or are added to them. Defaults to `ABSOLUTE`. */
    readonly updateType?: LicenseUpdateType;
    /** Instant from which the change applies. Defaults to the start of the first cycle that is priced. */
    readonly effectiveFrom?: string | null | undefined;
};
/** What to compare in a preview of money, and what to assume. */
export type MoneyPreviewInput = {
    /** Number of pricing cycles, 1 to 24. Defaults to 3. */
    readonly cycles?: number;
    /** Usage to assume, maximum 100 items. Omit to assume none. */
    readonly usage?: ReadonlyArray<UsageAssumption> | null | undefined;
    /** Changes of licenses to assume, maximum 100 items. Omit to assume the recorded licenses. */
    readonly licenses?: ReadonlyArray<LicenseAssumption> | null | undefined;
};
/** A license update. */
export type PreActionConfigInput = {
    /** Generated id of the license. */
    readonly licenseId: string;
    /** Whether the quantity is absolute or relative. */
    readonly updateType: LicenseUpdateType;
    /** Number of licenses. Only a `RELATIVE` one may be negative, and it cannot be 0. Maximum 1,000,000,000,000. */
    readonly quantity: string;
    /** Instant from which the update applies. Defaults to now. */
    readonly effectiveFrom?: string | null | undefined;
};
/** An action that is recorded together with a change of the schedules. */
export type PreActionInput = {
    /** The action. */
    readonly type: PreActionType;
    /** Settings of the action. */
    readonly config: PreActionConfigInput;
};
/** What is associated. Give exactly one of `pricePlanId` and `scheduleId`. */
export type AssociationConfigInput = {
    /** Id of a plan. Its newest active version is used. Omit when `scheduleId` is given. */
    readonly pricePlanId?: string | null | undefined;
    /** Id of a schedule whose plan version, rate cards and rules are copied. Omit when `pricePlanId` is given. */
    readonly scheduleId?: string | null | undefined;
    /** Override of the plan's pricing cycle. Omit to keep the plan's. */
    readonly pricingCycleConfigOverride?: PricingCycleConfigInput | null | undefined;
    /** Whether the pricing cycle in force on the first day continues under the new plan. An explicit cycle override takes precedence. Defaults to false. */
    readonly retainStartOffsets?: boolean | null | undefined;
};
/** One edit of a timeline. */
export type ScheduleEditInput = {
    /** What the edit does. Defaults to ASSOCIATE. */
    readonly mode?: ScheduleEditMode | null | undefined;
    /** First day of the period. */
    readonly effectiveFrom: string;
    /** First day after the period; `9999-01-01` means forever. */
    readonly effectiveUntil: string;
    /** What is associated. Required to associate, not allowed for DISASSOCIATE. */
    readonly associationConfig?: AssociationConfigInput | null | undefined;
    /** Whether the new schedule is joined with an adjacent schedule of equal content. Defaults to false. */
    readonly mergeSchedules?: boolean | null | undefined;
};
/** Edits of a draft. They are applied in order, all or none. */
export type BulkEditSchedulesInput = {
    /** Id of the account, as the caller chose it. */
    readonly accountId: string;
    /** Edits, applied in order. 1 to 10. */
    readonly edits: ReadonlyArray<ScheduleEditInput>;
    /** Whether the existing draft is dropped first, so that the edits apply to a copy of the active timeline. Defaults to false. */
    readonly discard?: boolean | null | undefined;
    /** Whether the edits become the active timeline in the same write, without a draft. Fails with `DRAFT_EXISTS` if there is a draft that the request does not discard. Defaults to false. */
    readonly finalize?: boolean | null | undefined;
    /** Whether to return the `outline` and `money` without writing anything. Defaults to false. */
    readonly dryRun?: boolean | null | undefined;
    /** What to preview in `money`. Allowed only on a dry run. Omit for no preview. */
    readonly moneyPreview?: MoneyPreviewInput | null | undefined;
    /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
    readonly expectedRevision?: number | null | undefined;
    /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
    readonly idempotencyKey?: string | null | undefined;
};
/** The draft to finalize. */
export type FinalizeAccountSchedulesInput = {
    /** Id of the account, as the caller chose it. */
    readonly accountId: string;
    /** Generated id of the draft. Fails with `NOT_FOUND` if the account has another draft. Omit only with `anyDraft`. */
    readonly draftId?: string | null | undefined;
    /** Whether to finalize whatever draft the account has when the change is written. A concurrent edit of the draft is included completely or not at all. Required to be true when `draftId` is omitted. Defaults to false. */
    readonly anyDraft?: boolean | null | undefined;
    /** Revision of the draft that the caller last read. Fails with `CONFLICT` if the draft changed since this revision. Omit to skip the check. */
    readonly expectedDraftRevision?: number | null | undefined;
    /** Whether changed schedules are joined with adjacent schedules of equal content. Defaults to false. */
    readonly mergeSchedules?: boolean | null | undefined;
    /** Actions that are recorded in the same atomic write. Omit for none. */
    readonly preActions?: ReadonlyArray<PreActionInput> | null | undefined;
    /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
    readonly expectedRevision?: number | null | undefined;
    /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
    readonly idempotencyKey?: string | null | undefined;
};
/** The draft to rebase. */
export type RebaseDraftInput = {
    /** Id of the account, as the caller chose it. */
    readonly accountId: string;
    /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
    readonly expectedRevision?: number | null | undefined;
    /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
    readonly idempotencyKey?: string | null | undefined;
};
/** The draft to discard. */
export type DiscardAccountSchedulesInput = {
    /** Id of the account, as the caller chose it. */
    readonly accountId: string;
    /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
    readonly expectedRevision?: number | null | undefined;
    /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
    readonly idempotencyKey?: string | null | undefined;
};
/** Changes to the rate cards of one schedule. They are applied in order, all or none. */
export type BulkRateCardOperationsOnScheduleInput = {
    /** Generated id of a schedule of the active timeline or of a draft. */
    readonly scheduleId: string;
    /** First day of the change: a day of the schedule, which is divided there. Omit for its first day. */
    readonly effectiveFrom?: string | null | undefined;
    /** First day after the change, on which the schedule is divided again. Omit for the first day after the schedule. */
    readonly effectiveUntil?: string | null | undefined;
    /** Whether to return the `outline` and `money` without writing anything. Defaults to false. */
    readonly dryRun?: boolean | null | undefined;
    /** What to preview in `money`. Allowed only on a dry run. Omit for no preview. */
    readonly moneyPreview?: MoneyPreviewInput | null | undefined;
    /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
    readonly expectedRevision?: number | null | undefined;
    /** Operations, applied in order. 1 to 100. */
    readonly operations: ReadonlyArray<RateCardOperationInput>;
    /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
    readonly idempotencyKey?: string | null | undefined;
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
export type AccountChangesQueryVariables = Exact<{
    accountId: string;
    last: number;
    before?: string | null | undefined;
}>;
export type AccountChangesQuery = {
    readonly __typename: 'Query';
    readonly account: {
        readonly __typename: 'Account';
        readonly id: string;
        readonly accountId: string;
        readonly name: string;
        readonly events: {
            readonly __typename: 'EventConnection';
            readonly pageInfo: {
                readonly __typename: 'PageInfo';
                readonly hasPreviousPage: boolean;
                readonly startCursor: string | null;
            };
            readonly edges: ReadonlyArray<{
                readonly __typename: 'EventEdge';
                readonly node: {
                    readonly __typename: 'Event';
                    readonly id: string;
                    readonly eventId: string;
                    readonly kinds: ReadonlyArray<EventKind>;
                    readonly occurredAt: string;
                    readonly entry: {
                        readonly __typename: 'AuditEntry';
                        readonly id: string;
                        readonly actor: string;
                        readonly delegate: string | null;
                        readonly entities: ReadonlyArray<string>;
                    };
                    readonly timelineRevision: {
                        readonly __typename: 'TimelineRevision';
                        readonly id: string;
                        readonly changes: ReadonlyArray<{
                            readonly __typename: 'ScheduleAdded';
                            readonly schedule: {
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
                            };
                        } | {
                            readonly __typename: 'ScheduleRemoved';
                            readonly schedule: {
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
                            };
                        } | {
                            readonly __typename: 'SchedulePeriodChanged';
                            readonly schedule: {
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
                            };
                            readonly before: {
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
                            };
                        } | {
                            readonly __typename: 'ScheduleOverridden';
                            readonly schedule: {
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
                            };
                        } | {
                            readonly __typename: 'SchedulePlanChanged';
                            readonly schedule: {
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
                            };
                            readonly before: {
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
                            };
                        } | {
                            readonly __typename: 'SchedulesMerged';
                            readonly schedule: {
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
                            };
                        }>;
                    } | null;
                    readonly proposal: {
                        readonly __typename: 'Proposal';
                        readonly id: string;
                        readonly number: number;
                    } | null;
                    readonly purchase: {
                        readonly __typename: 'Purchase';
                        readonly id: string;
                        readonly type: PurchaseType;
                    } | null;
                };
            }>;
        };
    } | null;
};
export type PeriodOfChangeFragment = {
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
export type AccountLicensesQueryVariables = Exact<{
    accountId: string;
    first: number;
    after?: string | null | undefined;
}>;
export type AccountLicensesQuery = {
    readonly __typename: 'Query';
    readonly account: {
        readonly __typename: 'Account';
        readonly id: string;
        readonly licenseUpdates: {
            readonly __typename: 'LicenseUpdateConnection';
            readonly pageInfo: {
                readonly __typename: 'PageInfo';
                readonly hasNextPage: boolean;
                readonly endCursor: string | null;
            };
            readonly edges: ReadonlyArray<{
                readonly __typename: 'LicenseUpdateEdge';
                readonly node: {
                    readonly __typename: 'LicenseUpdate';
                    readonly id: string;
                    readonly licenseUpdateId: string;
                    readonly effectiveFrom: string;
                    readonly quantityAfter: string;
                    readonly license: {
                        readonly __typename: 'AddOn';
                        readonly id: string;
                        readonly name: string;
                    };
                };
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
export type AccountTimelineQueryVariables = Exact<{
    accountId: string;
    from: string;
    until: string;
    asOf?: string | null | undefined;
    cycles: number;
    withDraft: boolean;
}>;
export type AccountTimelineQuery = {
    readonly __typename: 'Query';
    readonly account: {
        readonly __typename: 'Account';
        readonly id: string;
        readonly accountId: string;
        readonly name: string;
        readonly status: AccountStatus;
        readonly invoiceCurrency: string;
        readonly revision: number;
        readonly timelineRevision: number;
        readonly timelineEndDate: string | null;
        readonly earliestChange: string | null;
        readonly customer: {
            readonly __typename: 'Customer';
            readonly id: string;
            readonly customerId: string;
            readonly name: string;
        };
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
                    readonly pricingCycleConfig: {
                        readonly __typename: 'PricingCycleConfig';
                        readonly interval: PricingCycleInterval;
                        readonly gracePeriod: number;
                        readonly startOffset: {
                            readonly __typename: 'PricingCycleStartOffset';
                            readonly dayOffset: string;
                            readonly monthOffset: string;
                        };
                    } | null;
                    readonly cycles: ReadonlyArray<{
                        readonly __typename: 'Cycle';
                        readonly start: string;
                        readonly end: string;
                        readonly dueOn: string;
                    }>;
                    readonly pricePlanVersion: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly pricePlanId: string;
                        readonly name: string;
                        readonly version: number;
                    };
                };
            }>;
        };
        readonly earlier: {
            readonly __typename: 'ScheduleConnection';
            readonly nodes: ReadonlyArray<{
                readonly __typename: 'Schedule';
                readonly id: string;
                readonly scheduleId: string;
                readonly startDate: string;
                readonly endDate: string;
                readonly isOverridden: boolean;
                readonly pricingCycleConfig: {
                    readonly __typename: 'PricingCycleConfig';
                    readonly interval: PricingCycleInterval;
                    readonly gracePeriod: number;
                    readonly startOffset: {
                        readonly __typename: 'PricingCycleStartOffset';
                        readonly dayOffset: string;
                        readonly monthOffset: string;
                    };
                } | null;
                readonly cycles: ReadonlyArray<{
                    readonly __typename: 'Cycle';
                    readonly start: string;
                    readonly end: string;
                    readonly dueOn: string;
                }>;
                readonly pricePlanVersion: {
                    readonly __typename: 'PricePlanVersion';
                    readonly id: string;
                    readonly pricePlanId: string;
                    readonly name: string;
                    readonly version: number;
                };
            }>;
        };
        readonly later: {
            readonly __typename: 'ScheduleConnection';
            readonly nodes: ReadonlyArray<{
                readonly __typename: 'Schedule';
                readonly id: string;
                readonly scheduleId: string;
                readonly startDate: string;
                readonly endDate: string;
                readonly isOverridden: boolean;
                readonly pricingCycleConfig: {
                    readonly __typename: 'PricingCycleConfig';
                    readonly interval: PricingCycleInterval;
                    readonly gracePeriod: number;
                    readonly startOffset: {
                        readonly __typename: 'PricingCycleStartOffset';
                        readonly dayOffset: string;
                        readonly monthOffset: string;
                    };
                } | null;
                readonly cycles: ReadonlyArray<{
                    readonly __typename: 'Cycle';
                    readonly start: string;
                    readonly end: string;
                    readonly dueOn: string;
                }>;
                readonly pricePlanVersion: {
                    readonly __typename: 'PricePlanVersion';
                    readonly id: string;
                    readonly pricePlanId: string;
                    readonly name: string;
                    readonly version: number;
                };
            }>;
        };
        readonly timelineRevisions: {
            readonly __typename: 'TimelineRevisionConnection';
            readonly pageInfo: {
                readonly __typename: 'PageInfo';
                readonly hasNextPage: boolean;
                readonly endCursor: string | null;
            };
            readonly edges: ReadonlyArray<{
                readonly __typename: 'TimelineRevisionEdge';
                readonly node: {
                    readonly __typename: 'TimelineRevision';
                    readonly id: string;
                    readonly revision: number;
                    readonly recordedAt: string;
                    readonly operation: string;
                };
            }>;
        };
        readonly draft?: {
            readonly __typename: 'Draft';
            readonly id: string;
            readonly draftId: string;
            readonly revision: number;
            readonly isStale: boolean;
            readonly updatedAt: string;
            readonly availableActions: ReadonlyArray<{
                readonly __typename: 'AvailableDraftAction';
                readonly action: DraftAction;
                readonly allowed: boolean;
                readonly reason: string | null;
            }>;
            readonly issues: ReadonlyArray<{
                readonly __typename: 'Issue';
                readonly code: IssueCode;
                readonly errorMessage: string;
            }>;
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
                        readonly pricingCycleConfig: {
                            readonly __typename: 'PricingCycleConfig';
                            readonly interval: PricingCycleInterval;
                            readonly gracePeriod: number;
                            readonly startOffset: {
                                readonly __typename: 'PricingCycleStartOffset';
                                readonly dayOffset: string;
                                readonly monthOffset: string;
                            };
                        } | null;
                        readonly cycles: ReadonlyArray<{
                            readonly __typename: 'Cycle';
                            readonly start: string;
                            readonly end: string;
                            readonly dueOn: string;
                        }>;
                        readonly pricePlanVersion: {
                            readonly __typename: 'PricePlanVersion';
                            readonly id: string;
                            readonly pricePlanId: string;
                            readonly name: string;
                            readonly version: number;
                        };
                    };
                }>;
            };
            readonly changes: ReadonlyArray<{
                readonly __typename: 'ScheduleAdded';
                readonly schedule: {
                    readonly __typename: 'Schedule';
                    readonly id: string;
                    readonly scheduleId: string;
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly isOverridden: boolean;
                    readonly pricePlanVersion: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly pricePlanId: string;
                        readonly name: string;
                        readonly version: number;
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
                    readonly isOverridden: boolean;
                    readonly pricePlanVersion: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly pricePlanId: string;
                        readonly name: string;
                        readonly version: number;
                    };
                };
            } | {
                readonly __typename: 'SchedulePeriodChanged';
                readonly schedule: {
                    readonly __typename: 'Schedule';
                    readonly id: string;
                    readonly scheduleId: string;
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly isOverridden: boolean;
                    readonly pricePlanVersion: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly pricePlanId: string;
                        readonly name: string;
                        readonly version: number;
                    };
                };
                readonly before: {
                    readonly __typename: 'Schedule';
                    readonly id: string;
                    readonly scheduleId: string;
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly isOverridden: boolean;
                    readonly pricePlanVersion: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly pricePlanId: string;
                        readonly name: string;
                        readonly version: number;
                    };
                };
            } | {
                readonly __typename: 'ScheduleOverridden';
                readonly schedule: {
                    readonly __typename: 'Schedule';
                    readonly id: string;
                    readonly scheduleId: string;
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly isOverridden: boolean;
                    readonly pricePlanVersion: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly pricePlanId: string;
                        readonly name: string;
                        readonly version: number;
                    };
                };
                readonly before: {
                    readonly __typename: 'Schedule';
                    readonly id: string;
                    readonly scheduleId: string;
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly isOverridden: boolean;
                    readonly pricePlanVersion: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly pricePlanId: string;
                        readonly name: string;
                        readonly version: number;
                    };
                };
            } | {
                readonly __typename: 'SchedulePlanChanged';
                readonly schedule: {
                    readonly __typename: 'Schedule';
                    readonly id: string;
                    readonly scheduleId: string;
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly isOverridden: boolean;
                    readonly pricePlanVersion: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly pricePlanId: string;
                        readonly name: string;
                        readonly version: number;
                    };
                };
                readonly before: {
                    readonly __typename: 'Schedule';
                    readonly id: string;
                    readonly scheduleId: string;
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly isOverridden: boolean;
                    readonly pricePlanVersion: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly pricePlanId: string;
                        readonly name: string;
                        readonly version: number;
                    };
                };
            } | {
                readonly __typename: 'SchedulesMerged';
                readonly schedule: {
                    readonly __typename: 'Schedule';
                    readonly id: string;
                    readonly scheduleId: string;
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly isOverridden: boolean;
                    readonly pricePlanVersion: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly pricePlanId: string;
                        readonly name: string;
                        readonly version: number;
                    };
                };
                readonly merged: ReadonlyArray<{
                    readonly __typename: 'Schedule';
                    readonly id: string;
                    readonly scheduleId: string;
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly isOverridden: boolean;
                    readonly pricePlanVersion: {
                        readonly __typename: 'PricePlanVersion';
                        readonly id: string;
                        readonly pricePlanId: string;
                        readonly name: string;
                        readonly version: number;
                    };
                }>;
            }>;
        } | null;
    } | null;
};
export type ChangedScheduleFragment = {
    readonly __typename: 'Schedule';
    readonly id: string;
    readonly scheduleId: string;
    readonly startDate: string;
    readonly endDate: string;
    readonly isOverridden: boolean;
    readonly pricePlanVersion: {
        readonly __typename: 'PricePlanVersion';
        readonly id: string;
        readonly pricePlanId: string;
        readonly name: string;
        readonly version: number;
    };
};
export type TimelineScheduleFragment = {
    readonly __typename: 'Schedule';
    readonly id: string;
    readonly scheduleId: string;
    readonly startDate: string;
    readonly endDate: string;
    readonly isOverridden: boolean;
    readonly pricingCycleConfig: {
        readonly __typename: 'PricingCycleConfig';
        readonly interval: PricingCycleInterval;
        readonly gracePeriod: number;
        readonly startOffset: {
            readonly __typename: 'PricingCycleStartOffset';
            readonly dayOffset: string;
            readonly monthOffset: string;
        };
    } | null;
    readonly cycles: ReadonlyArray<{
        readonly __typename: 'Cycle';
        readonly start: string;
        readonly end: string;
        readonly dueOn: string;
    }>;
    readonly pricePlanVersion: {
        readonly __typename: 'PricePlanVersion';
        readonly id: string;
        readonly pricePlanId: string;
        readonly name: string;
        readonly version: number;
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
    from: string;
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
export type CustomerProposalQueryVariables = Exact<{
    proposalId: string;
}>;
export type CustomerProposalQuery = {
    readonly __typename: 'Query';
    readonly proposal: {
        readonly __typename: 'Proposal';
        readonly id: string;
        readonly proposalId: string;
        readonly number: number;
        readonly revision: number;
        readonly type: PurchaseType;
        readonly status: PurchaseStatus;
        readonly quantity: number;
        readonly paymentMode: PaymentMode;
        readonly effectiveFrom: string | null;
        readonly effectiveUntil: string | null;
        readonly expiryDate: string | null;
        readonly proposalResponseDate: string | null;
        readonly comment: string | null;
        readonly account: {
            readonly __typename: 'Account';
            readonly id: string;
            readonly accountId: string;
            readonly name: string;
        };
        readonly pricePlan: {
            readonly __typename: 'PricePlanVersion';
            readonly id: string;
            readonly name: string;
            readonly description: string | null;
        } | null;
        readonly price: {
            readonly __typename: 'Money';
            readonly amount: string;
            readonly currency: string;
        };
        readonly priceLines: ReadonlyArray<{
            readonly __typename: 'PriceLine';
            readonly label: string;
            readonly amount: string;
            readonly quantity: string | null;
            readonly rate: string | null;
            readonly share: {
                readonly __typename: 'PriceShare';
                readonly days: number;
                readonly ofDays: number;
            } | null;
        }>;
        readonly walletTopupDetails: {
            readonly __typename: 'WalletTopupDetails';
            readonly topupAmount: {
                readonly __typename: 'Money';
                readonly amount: string;
                readonly currency: string;
            };
        } | null;
        readonly availableActions: ReadonlyArray<{
            readonly __typename: 'AvailablePurchaseAction';
            readonly action: PurchaseAction;
            readonly allowed: boolean;
            readonly code: ActionCode | null;
            readonly reason: string | null;
        }>;
        readonly supersededBy: {
            readonly __typename: 'Proposal';
            readonly id: string;
            readonly proposalId: string;
        } | null;
        readonly preview: {
            readonly __typename: 'ProposalPreview';
            readonly changes: ReadonlyArray<{
                readonly __typename: 'ScheduleOutlineChange';
                readonly kind: ScheduleChangeKind;
                readonly before: ReadonlyArray<{
                    readonly __typename: 'ScheduleOutline';
                    readonly pricePlanName: string;
                    readonly startDate: string;
                    readonly endDate: string;
                }>;
                readonly after: {
                    readonly __typename: 'ScheduleOutline';
                    readonly pricePlanName: string;
                    readonly startDate: string;
                    readonly endDate: string;
                } | null;
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
    } | null;
};
export type CustomerProposalsQueryVariables = Exact<{
    first: number;
    after?: string | null | undefined;
}>;
export type CustomerProposalsQuery = {
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
                readonly revision: number;
                readonly status: PurchaseStatus;
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
                } | null;
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
export type DecideProposalMutationVariables = Exact<{
    proposalId: string;
    status: ProposalResponse;
    comment?: string | null | undefined;
}>;
export type DecideProposalMutation = {
    readonly __typename: 'Mutation';
    readonly updateProposalStatus: {
        readonly __typename: 'UpdateProposalStatusPayload';
        readonly proposal: {
            readonly __typename: 'Proposal';
            readonly id: string;
            readonly proposalId: string;
            readonly status: PurchaseStatus;
            readonly proposalResponseDate: string | null;
            readonly comment: string | null;
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
export type DelegateToAccountMutationVariables = Exact<{
    accountId: string;
}>;
export type DelegateToAccountMutation = {
    readonly __typename: 'Mutation';
    readonly createDelegateToken: {
        readonly __typename: 'CreateDelegateTokenPayload';
        readonly token: string | null;
        readonly expiresAt: string | null;
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
export type DiscardDraftMutationVariables = Exact<{
    input: DiscardAccountSchedulesInput;
}>;
export type DiscardDraftMutation = {
    readonly __typename: 'Mutation';
    readonly discardAccountSchedules: {
        readonly __typename: 'DiscardAccountSchedulesPayload';
        readonly account: {
            readonly __typename: 'Account';
            readonly id: string;
            readonly accountId: string;
            readonly revision: number;
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
export type DraftMoneyQueryVariables = Exact<{
    accountId: string;
    cycles: number;
}>;
export type DraftMoneyQuery = {
    readonly __typename: 'Query';
    readonly account: {
        readonly __typename: 'Account';
        readonly id: string;
        readonly draft: {
            readonly __typename: 'Draft';
            readonly id: string;
            readonly revision: number;
            readonly moneyPreview: {
                readonly __typename: 'MoneyPreviewResult';
                readonly preview: {
                    readonly __typename: 'MoneyPreview';
                    readonly start: string;
                    readonly end: string;
                    readonly difference: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    };
                    readonly before: {
                        readonly __typename: 'Estimate';
                        readonly total: {
                            readonly __typename: 'Money';
                            readonly amount: string;
                            readonly currency: string;
                        };
                    };
                    readonly after: {
                        readonly __typename: 'Estimate';
                        readonly total: {
                            readonly __typename: 'Money';
                            readonly amount: string;
                            readonly currency: string;
                        };
                    };
                    readonly lines: ReadonlyArray<{
                        readonly __typename: 'MoneyDifference';
                        readonly label: string;
                        readonly before: {
                            readonly __typename: 'Money';
                            readonly amount: string;
                            readonly currency: string;
                        };
                        readonly after: {
                            readonly __typename: 'Money';
                            readonly amount: string;
                            readonly currency: string;
                        };
                        readonly difference: {
                            readonly __typename: 'Money';
                            readonly amount: string;
                            readonly currency: string;
                        };
                        readonly reasons: ReadonlyArray<{
                            readonly __typename: 'ReasonedDifference';
                            readonly reason: DifferenceReason;
                            readonly amount: {
                                readonly __typename: 'Money';
                                readonly amount: string;
                                readonly currency: string;
                            };
                        }>;
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
    } | null;
};
export type DraftSchedulesQueryVariables = Exact<{
    accountId: string;
    from: string;
    cycles: number;
    after?: string | null | undefined;
}>;
export type DraftSchedulesQuery = {
    readonly __typename: 'Query';
    readonly account: {
        readonly __typename: 'Account';
        readonly id: string;
        readonly draft: {
            readonly __typename: 'Draft';
            readonly id: string;
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
                            readonly pricePlanId: string;
                            readonly name: string;
                            readonly version: number;
                        };
                        readonly pricingCycleConfig: {
                            readonly __typename: 'PricingCycleConfig';
                            readonly interval: PricingCycleInterval;
                            readonly gracePeriod: number;
                            readonly startOffset: {
                                readonly __typename: 'PricingCycleStartOffset';
                                readonly dayOffset: string;
                                readonly monthOffset: string;
                            };
                        } | null;
                        readonly cycles: ReadonlyArray<{
                            readonly __typename: 'Cycle';
                            readonly start: string;
                            readonly end: string;
                            readonly dueOn: string;
                        }>;
                    };
                }>;
            };
        } | null;
    } | null;
};
export type FurtherDraftScheduleFragment = {
    readonly __typename: 'Schedule';
    readonly id: string;
    readonly scheduleId: string;
    readonly startDate: string;
    readonly endDate: string;
    readonly isOverridden: boolean;
    readonly pricePlanVersion: {
        readonly __typename: 'PricePlanVersion';
        readonly id: string;
        readonly pricePlanId: string;
        readonly name: string;
        readonly version: number;
    };
    readonly pricingCycleConfig: {
        readonly __typename: 'PricingCycleConfig';
        readonly interval: PricingCycleInterval;
        readonly gracePeriod: number;
        readonly startOffset: {
            readonly __typename: 'PricingCycleStartOffset';
            readonly dayOffset: string;
            readonly monthOffset: string;
        };
    } | null;
    readonly cycles: ReadonlyArray<{
        readonly __typename: 'Cycle';
        readonly start: string;
        readonly end: string;
        readonly dueOn: string;
    }>;
};
export type EditDraftMutationVariables = Exact<{
    input: BulkEditSchedulesInput;
}>;
export type EditDraftMutation = {
    readonly __typename: 'Mutation';
    readonly bulkEditSchedules: {
        readonly __typename: 'BulkEditSchedulesPayload';
        readonly account: {
            readonly __typename: 'Account';
            readonly id: string;
            readonly accountId: string;
            readonly revision: number;
        } | null;
        readonly draft: {
            readonly __typename: 'Draft';
            readonly id: string;
            readonly draftId: string;
            readonly revision: number;
        } | null;
        readonly schedules: ReadonlyArray<{
            readonly __typename: 'Schedule';
            readonly id: string;
            readonly scheduleId: string;
            readonly startDate: string;
            readonly endDate: string;
        }>;
        readonly outline: {
            readonly __typename: 'TimelineOutline';
            readonly changes: ReadonlyArray<{
                readonly __typename: 'ScheduleOutlineChange';
                readonly kind: ScheduleChangeKind;
                readonly before: ReadonlyArray<{
                    readonly __typename: 'ScheduleOutline';
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly pricePlanName: string;
                    readonly version: number;
                    readonly isOverridden: boolean;
                }>;
                readonly after: {
                    readonly __typename: 'ScheduleOutline';
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly pricePlanName: string;
                    readonly version: number;
                    readonly isOverridden: boolean;
                } | null;
            }>;
        } | null;
        readonly money: {
            readonly __typename: 'MoneyPreviewResult';
            readonly preview: {
                readonly __typename: 'MoneyPreview';
                readonly start: string;
                readonly end: string;
                readonly difference: {
                    readonly __typename: 'Money';
                    readonly amount: string;
                    readonly currency: string;
                };
                readonly before: {
                    readonly __typename: 'Estimate';
                    readonly total: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    };
                };
                readonly after: {
                    readonly __typename: 'Estimate';
                    readonly total: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    };
                };
                readonly lines: ReadonlyArray<{
                    readonly __typename: 'MoneyDifference';
                    readonly label: string;
                    readonly before: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    };
                    readonly after: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    };
                    readonly difference: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    };
                    readonly reasons: ReadonlyArray<{
                        readonly __typename: 'ReasonedDifference';
                        readonly reason: DifferenceReason;
                        readonly amount: {
                            readonly __typename: 'Money';
                            readonly amount: string;
                            readonly currency: string;
                        };
                    }>;
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
export type OutlinedScheduleFragment = {
    readonly __typename: 'ScheduleOutline';
    readonly startDate: string;
    readonly endDate: string;
    readonly pricePlanName: string;
    readonly version: number;
    readonly isOverridden: boolean;
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
export type FinalizeDraftMutationVariables = Exact<{
    input: FinalizeAccountSchedulesInput;
}>;
export type FinalizeDraftMutation = {
    readonly __typename: 'Mutation';
    readonly finalizeAccountSchedules: {
        readonly __typename: 'FinalizeAccountSchedulesPayload';
        readonly account: {
            readonly __typename: 'Account';
            readonly id: string;
            readonly accountId: string;
            readonly revision: number;
            readonly timelineRevision: number;
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
            readonly issues: ReadonlyArray<{
                readonly __typename: 'Issue';
                readonly code: IssueCode;
                readonly errorMessage: string;
            }>;
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
export type OverridePricesMutationVariables = Exact<{
    input: BulkRateCardOperationsOnScheduleInput;
}>;
export type OverridePricesMutation = {
    readonly __typename: 'Mutation';
    readonly bulkRateCardOperationsOnSchedule: {
        readonly __typename: 'BulkRateCardOperationsOnSchedulePayload';
        readonly account: {
            readonly __typename: 'Account';
            readonly id: string;
            readonly accountId: string;
            readonly revision: number;
        } | null;
        readonly draft: {
            readonly __typename: 'Draft';
            readonly id: string;
            readonly draftId: string;
            readonly revision: number;
        } | null;
        readonly schedule: {
            readonly __typename: 'Schedule';
            readonly id: string;
            readonly scheduleId: string;
            readonly startDate: string;
            readonly endDate: string;
        } | null;
        readonly outline: {
            readonly __typename: 'TimelineOutline';
            readonly changes: ReadonlyArray<{
                readonly __typename: 'ScheduleOutlineChange';
                readonly kind: ScheduleChangeKind;
                readonly before: ReadonlyArray<{
                    readonly __typename: 'ScheduleOutline';
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly pricePlanName: string;
                    readonly version: number;
                    readonly isOverridden: boolean;
                }>;
                readonly after: {
                    readonly __typename: 'ScheduleOutline';
                    readonly startDate: string;
                    readonly endDate: string;
                    readonly pricePlanName: string;
                    readonly version: number;
                    readonly isOverridden: boolean;
                } | null;
            }>;
        } | null;
        readonly money: {
            readonly __typename: 'MoneyPreviewResult';
            readonly preview: {
                readonly __typename: 'MoneyPreview';
                readonly start: string;
                readonly end: string;
                readonly difference: {
                    readonly __typename: 'Money';
                    readonly amount: string;
                    readonly currency: string;
                };
                readonly before: {
                    readonly __typename: 'Estimate';
                    readonly total: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    };
                };
                readonly after: {
                    readonly __typename: 'Estimate';
                    readonly total: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    };
                };
                readonly lines: ReadonlyArray<{
                    readonly __typename: 'MoneyDifference';
                    readonly label: string;
                    readonly before: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    };
                    readonly after: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    };
                    readonly difference: {
                        readonly __typename: 'Money';
                        readonly amount: string;
                        readonly currency: string;
                    };
                    readonly reasons: ReadonlyArray<{
                        readonly __typename: 'ReasonedDifference';
                        readonly reason: DifferenceReason;
                        readonly amount: {
                            readonly __typename: 'Money';
                            readonly amount: string;
                            readonly currency: string;
                        };
                    }>;
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
export type ScheduleInOutlineFragment = {
    readonly __typename: 'ScheduleOutline';
    readonly startDate: string;
    readonly endDate: string;
    readonly pricePlanName: string;
    readonly version: number;
    readonly isOverridden: boolean;
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
                    readonly after: {
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
                    };
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
                    readonly condition: string | null;
                    readonly computation: string;
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
export type PlansToAssociateQueryVariables = Exact<{
    first: number;
    after?: string | null | undefined;
}>;
export type PlansToAssociateQuery = {
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
                readonly activeVersion: {
                    readonly __typename: 'PricePlanVersion';
                    readonly id: string;
                    readonly version: number;
                } | null;
            };
        }>;
    };
};
export type ProposalRateCardsQueryVariables = Exact<{
    proposalId: string;
    first: number;
    after?: string | null | undefined;
}>;
export type ProposalRateCardsQuery = {
    readonly __typename: 'Query';
    readonly proposal: {
        readonly __typename: 'Proposal';
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
export type OfferedSlabsFragment = {
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
export type OfferedRatesFragment = {
    readonly __typename: 'RateValue';
    readonly currency: string;
    readonly slabRates: ReadonlyArray<{
        readonly __typename: 'SlabRate';
        readonly order: number;
        readonly rate: string;
    }>;
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
export type RebaseDraftMutationVariables = Exact<{
    input: RebaseDraftInput;
}>;
export type RebaseDraftMutation = {
    readonly __typename: 'Mutation';
    readonly rebaseDraft: {
        readonly __typename: 'RebaseDraftPayload';
        readonly account: {
            readonly __typename: 'Account';
            readonly id: string;
            readonly accountId: string;
            readonly revision: number;
        } | null;
        readonly draft: {
            readonly __typename: 'Draft';
            readonly id: string;
            readonly draftId: string;
            readonly revision: number;
            readonly isStale: boolean;
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
            readonly collisions: ReadonlyArray<{
                readonly __typename: 'DraftCollision';
                readonly mode: DraftEditMode;
                readonly effectiveFrom: string;
                readonly effectiveUntil: string;
                readonly movedFrom: string;
                readonly movedUntil: string;
            }>;
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
export type SchedulePricesQueryVariables = Exact<{
    scheduleId: string;
}>;
export type SchedulePricesQuery = {
    readonly __typename: 'Query';
    readonly schedule: {
        readonly __typename: 'Schedule';
        readonly id: string;
        readonly scheduleId: string;
        readonly rateCards: {
            readonly __typename: 'RateCardConnection';
            readonly nodes: ReadonlyArray<{
                readonly __typename: 'FixedFeeRateCard';
                readonly enableProration: boolean;
                readonly feeType: ChargeType;
                readonly id: string;
                readonly name: string;
                readonly displayName: string;
                readonly billableId: string | null;
                readonly invoiceTiming: InvoiceTiming;
                readonly tag: string | null;
                readonly recurrenceConfig: {
                    readonly __typename: 'RecurrenceConfig';
                    readonly interval: number;
                    readonly offset: number;
                };
                readonly rateValues: ReadonlyArray<{
                    readonly __typename: 'CurrencyRate';
                    readonly currency: string;
                    readonly rate: string;
                }>;
            } | {
                readonly __typename: 'LicenseRateCard';
                readonly enableProration: boolean;
                readonly proratedRefundMode: ProratedRefundMode | null;
                readonly usageCycle: PricingCycleInterval | null;
                readonly id: string;
                readonly name: string;
                readonly displayName: string;
                readonly billableId: string | null;
                readonly invoiceTiming: InvoiceTiming;
                readonly tag: string | null;
                readonly config: {
                    readonly __typename: 'LicenseConfig';
                    readonly maxQuantity: number;
                    readonly maxQuantityBreachAction: MaxQuantityBreachAction | null;
                } | null;
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
                readonly slabPrices: ReadonlyArray<{
                    readonly __typename: 'RateValue';
                    readonly currency: string;
                    readonly rateConfig: {
                        readonly __typename: 'RateConfig';
                        readonly minimumRate: string | null;
                        readonly maximumRate: string | null;
                    } | null;
                    readonly slabRates: ReadonlyArray<{
                        readonly __typename: 'SlabRate';
                        readonly order: number;
                        readonly rate: string;
                        readonly slabRateConfig: {
                            readonly __typename: 'SlabRateConfig';
                            readonly minimum: string | null;
                            readonly maximum: string | null;
                        } | null;
                    }>;
                }>;
            } | {
                readonly __typename: 'UsageRateCard';
                readonly id: string;
                readonly name: string;
                readonly displayName: string;
                readonly billableId: string | null;
                readonly invoiceTiming: InvoiceTiming;
                readonly tag: string | null;
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
                readonly slabPrices: ReadonlyArray<{
                    readonly __typename: 'RateValue';
                    readonly currency: string;
                    readonly rateConfig: {
                        readonly __typename: 'RateConfig';
                        readonly minimumRate: string | null;
                        readonly maximumRate: string | null;
                    } | null;
                    readonly slabRates: ReadonlyArray<{
                        readonly __typename: 'SlabRate';
                        readonly order: number;
                        readonly rate: string;
                        readonly slabRateConfig: {
                            readonly __typename: 'SlabRateConfig';
                            readonly minimum: string | null;
                            readonly maximum: string | null;
                        } | null;
                    }>;
                }>;
            } | {
                readonly __typename: 'BillingEntitlementRateCard';
                readonly id: string;
                readonly name: string;
                readonly displayName: string;
                readonly billableId: string | null;
                readonly invoiceTiming: InvoiceTiming;
                readonly tag: string | null;
            } | {
                readonly __typename: 'EntitlementOverageRateCard';
                readonly id: string;
                readonly name: string;
                readonly displayName: string;
                readonly billableId: string | null;
                readonly invoiceTiming: InvoiceTiming;
                readonly tag: string | null;
            } | {
                readonly __typename: 'CreditGrantRateCard';
                readonly id: string;
                readonly name: string;
                readonly displayName: string;
                readonly billableId: string | null;
                readonly invoiceTiming: InvoiceTiming;
                readonly tag: string | null;
            } | {
                readonly __typename: 'MinimumCommitmentRateCard';
                readonly id: string;
                readonly name: string;
                readonly displayName: string;
                readonly billableId: string | null;
                readonly invoiceTiming: InvoiceTiming;
                readonly tag: string | null;
            }>;
        };
    } | null;
};
export type SlabsToRepeatFragment = {
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
export type PricesToRepeatFragment = {
    readonly __typename: 'RateValue';
    readonly currency: string;
    readonly rateConfig: {
        readonly __typename: 'RateConfig';
        readonly minimumRate: string | null;
        readonly maximumRate: string | null;
    } | null;
    readonly slabRates: ReadonlyArray<{
        readonly __typename: 'SlabRate';
        readonly order: number;
        readonly rate: string;
        readonly slabRateConfig: {
            readonly __typename: 'SlabRateConfig';
            readonly minimum: string | null;
            readonly maximum: string | null;
        } | null;
    }>;
};
export type TimelineRevisionsQueryVariables = Exact<{
    accountId: string;
    after?: string | null | undefined;
}>;
export type TimelineRevisionsQuery = {
    readonly __typename: 'Query';
    readonly account: {
        readonly __typename: 'Account';
        readonly id: string;
        readonly timelineRevisions: {
            readonly __typename: 'TimelineRevisionConnection';
            readonly pageInfo: {
                readonly __typename: 'PageInfo';
                readonly hasNextPage: boolean;
                readonly endCursor: string | null;
            };
            readonly edges: ReadonlyArray<{
                readonly __typename: 'TimelineRevisionEdge';
                readonly node: {
                    readonly __typename: 'TimelineRevision';
                    readonly id: string;
                    readonly revision: number;
                    readonly recordedAt: string;
                    readonly operation: string;
                };
            }>;
        };
    } | null;
};
export type TimelineSchedulesQueryVariables = Exact<{
    accountId: string;
    from: string;
    until: string;
    asOf?: string | null | undefined;
    cycles: number;
    after?: string | null | undefined;
}>;
export type TimelineSchedulesQuery = {
    readonly __typename: 'Query';
    readonly account: {
        readonly __typename: 'Account';
        readonly id: string;
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
                        readonly pricePlanId: string;
                        readonly name: string;
                        readonly version: number;
                    };
                    readonly pricingCycleConfig: {
                        readonly __typename: 'PricingCycleConfig';
                        readonly interval: PricingCycleInterval;
                        readonly gracePeriod: number;
                        readonly startOffset: {
                            readonly __typename: 'PricingCycleStartOffset';
                            readonly dayOffset: string;
                            readonly monthOffset: string;
                        };
                    } | null;
                    readonly cycles: ReadonlyArray<{
                        readonly __typename: 'Cycle';
                        readonly start: string;
                        readonly end: string;
                        readonly dueOn: string;
                    }>;
                };
            }>;
        };
    } | null;
};
export type FurtherScheduleFragment = {
    readonly __typename: 'Schedule';
    readonly id: string;
    readonly scheduleId: string;
    readonly startDate: string;
    readonly endDate: string;
    readonly isOverridden: boolean;
    readonly pricePlanVersion: {
        readonly __typename: 'PricePlanVersion';
        readonly id: string;
        readonly pricePlanId: string;
        readonly name: string;
        readonly version: number;
    };
    readonly pricingCycleConfig: {
        readonly __typename: 'PricingCycleConfig';
        readonly interval: PricingCycleInterval;
        readonly gracePeriod: number;
        readonly startOffset: {
            readonly __typename: 'PricingCycleStartOffset';
            readonly dayOffset: string;
            readonly monthOffset: string;
        };
    } | null;
    readonly cycles: ReadonlyArray<{
        readonly __typename: 'Cycle';
        readonly start: string;
        readonly end: string;
        readonly dueOn: string;
    }>;
};
export type TokenNamesQueryVariables = Exact<{
    first: number;
    after?: string | null | undefined;
}>;
export type TokenNamesQuery = {
    readonly __typename: 'Query';
    readonly apiTokens: {
        readonly __typename: 'ApiTokenConnection';
        readonly pageInfo: {
            readonly __typename: 'PageInfo';
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
        };
        readonly edges: ReadonlyArray<{
            readonly __typename: 'ApiTokenEdge';
            readonly node: {
                readonly __typename: 'ApiToken';
                readonly id: string;
                readonly apiTokenId: string;
                readonly name: string;
            };
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
        readonly actor: {
            readonly __typename: 'ViewerActor';
            readonly actor: string;
            readonly delegate: string | null;
        };
        readonly organization: {
            readonly __typename: 'Organization';
            readonly name: string;
        } | null;
    };
};
export type WaitingEntriesQueryVariables = Exact<{
    jobId: string;
    first: number;
    after?: string | null | undefined;
}>;
export type WaitingEntriesQuery = {
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
                };
            }>;
        };
    } | null;
};
export declare const PeriodOfChangeFragmentDoc: DocumentNode<PeriodOfChangeFragment, unknown>;
export declare const ChangedScheduleFragmentDoc: DocumentNode<ChangedScheduleFragment, unknown>;
export declare const TimelineScheduleFragmentDoc: DocumentNode<TimelineScheduleFragment, unknown>;
export declare const FurtherDraftScheduleFragmentDoc: DocumentNode<FurtherDraftScheduleFragment, unknown>;
export declare const OutlinedScheduleFragmentDoc: DocumentNode<OutlinedScheduleFragment, unknown>;
export declare const ScheduleInOutlineFragmentDoc: DocumentNode<ScheduleInOutlineFragment, unknown>;
export declare const PlanSlabsFragmentDoc: DocumentNode<PlanSlabsFragment, unknown>;
export declare const PlanRatesFragmentDoc: DocumentNode<PlanRatesFragment, unknown>;
export declare const OfferedSlabsFragmentDoc: DocumentNode<OfferedSlabsFragment, unknown>;
export declare const OfferedRatesFragmentDoc: DocumentNode<OfferedRatesFragment, unknown>;
export declare const SlabsToRepeatFragmentDoc: DocumentNode<SlabsToRepeatFragment, unknown>;
export declare const PricesToRepeatFragmentDoc: DocumentNode<PricesToRepeatFragment, unknown>;
export declare const FurtherScheduleFragmentDoc: DocumentNode<FurtherScheduleFragment, unknown>;
export declare const AccountChangesDocument: DocumentNode<AccountChangesQuery, AccountChangesQueryVariables>;
export declare const AccountEstimateDocument: DocumentNode<AccountEstimateQuery, AccountEstimateQueryVariables>;
export declare const AccountLicensesDocument: DocumentNode<AccountLicensesQuery, AccountLicensesQueryVariables>;
export declare const AccountPageDocument: DocumentNode<AccountPageQuery, AccountPageQueryVariables>;
export declare const AccountSearchDocument: DocumentNode<AccountSearchQuery, AccountSearchQueryVariables>;
export declare const AccountTimelineDocument: DocumentNode<AccountTimelineQuery, AccountTimelineQueryVariables>;
export declare const AccountsOnVersionDocument: DocumentNode<AccountsOnVersionQuery, AccountsOnVersionQueryVariables>;
export declare const AccountsDocument: DocumentNode<AccountsQuery, AccountsQueryVariables>;
export declare const AnswerProposalDocument: DocumentNode<AnswerProposalMutation, AnswerProposalMutationVariables>;
export declare const ConfirmMigrationDocument: DocumentNode<ConfirmMigrationMutation, ConfirmMigrationMutationVariables>;
export declare const ContractsThatEndDocument: DocumentNode<ContractsThatEndQuery, ContractsThatEndQueryVariables>;
export declare const CustomerPageDocument: DocumentNode<CustomerPageQuery, CustomerPageQueryVariables>;
export declare const CustomerProposalDocument: DocumentNode<CustomerProposalQuery, CustomerProposalQueryVariables>;
export declare const CustomerProposalsDocument: DocumentNode<CustomerProposalsQuery, CustomerProposalsQueryVariables>;
export declare const DashboardDocument: DocumentNode<DashboardQuery, DashboardQueryVariables>;
export declare const DecideProposalDocument: DocumentNode<DecideProposalMutation, DecideProposalMutationVariables>;
export declare const DelegateToAccountDocument: DocumentNode<DelegateToAccountMutation, DelegateToAccountMutationVariables>;
export declare const DiscardDraftDocument: DocumentNode<DiscardDraftMutation, DiscardDraftMutationVariables>;
export declare const DraftMoneyDocument: DocumentNode<DraftMoneyQuery, DraftMoneyQueryVariables>;
export declare const DraftSchedulesDocument: DocumentNode<DraftSchedulesQuery, DraftSchedulesQueryVariables>;
export declare const EditDraftDocument: DocumentNode<EditDraftMutation, EditDraftMutationVariables>;
export declare const FailedEntriesDocument: DocumentNode<FailedEntriesQuery, FailedEntriesQueryVariables>;
export declare const FinalizeDraftDocument: DocumentNode<FinalizeDraftMutation, FinalizeDraftMutationVariables>;
export declare const FollowChangesDocument: DocumentNode<FollowChangesQuery, FollowChangesQueryVariables>;
export declare const MigratePlanDocument: DocumentNode<MigratePlanMutation, MigratePlanMutationVariables>;
export declare const MigrationDocument: DocumentNode<MigrationQuery, MigrationQueryVariables>;
export declare const MigrationsDocument: DocumentNode<MigrationsQuery, MigrationsQueryVariables>;
export declare const OldDraftsDocument: DocumentNode<OldDraftsQuery, OldDraftsQueryVariables>;
export declare const OverridePricesDocument: DocumentNode<OverridePricesMutation, OverridePricesMutationVariables>;
export declare const PlanCostDocument: DocumentNode<PlanCostQuery, PlanCostQueryVariables>;
export declare const PlanRateCardsDocument: DocumentNode<PlanRateCardsQuery, PlanRateCardsQueryVariables>;
export declare const PlanSearchDocument: DocumentNode<PlanSearchQuery, PlanSearchQueryVariables>;
export declare const PlanVersionDocument: DocumentNode<PlanVersionQuery, PlanVersionQueryVariables>;
export declare const PlanVersionsDocument: DocumentNode<PlanVersionsQuery, PlanVersionsQueryVariables>;
export declare const PlansToAssociateDocument: DocumentNode<PlansToAssociateQuery, PlansToAssociateQueryVariables>;
export declare const ProposalRateCardsDocument: DocumentNode<ProposalRateCardsQuery, ProposalRateCardsQueryVariables>;
export declare const ProposalsThatExpireDocument: DocumentNode<ProposalsThatExpireQuery, ProposalsThatExpireQueryVariables>;
export declare const RebaseDraftDocument: DocumentNode<RebaseDraftMutation, RebaseDraftMutationVariables>;
export declare const RejectMigrationDocument: DocumentNode<RejectMigrationMutation, RejectMigrationMutationVariables>;
export declare const SchedulePricesDocument: DocumentNode<SchedulePricesQuery, SchedulePricesQueryVariables>;
export declare const TimelineRevisionsDocument: DocumentNode<TimelineRevisionsQuery, TimelineRevisionsQueryVariables>;
export declare const TimelineSchedulesDocument: DocumentNode<TimelineSchedulesQuery, TimelineSchedulesQueryVariables>;
export declare const TokenNamesDocument: DocumentNode<TokenNamesQuery, TokenNamesQueryVariables>;
export declare const ViewerDocument: DocumentNode<ViewerQuery, ViewerQueryVariables>;
export declare const WaitingEntriesDocument: DocumentNode<WaitingEntriesQuery, WaitingEntriesQueryVariables>;
/** Returns the id of a document of this module, or of another that codegen's client preset printed with its SHA-256. `null` without one. */
export declare const documentIdOf: (document: object) => string | null;
export {};
