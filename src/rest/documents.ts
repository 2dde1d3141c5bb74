// Printed by `npm run schema` from the .graphql files of this folder.
/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Code of a reason why a request was refused. */
export type UserErrorCode =
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

/** The kind of entity that an issue is about. */
export type IssueEntityType =
  /** A rate card, identified by name. */
  | 'RATE_CARD'
  /** A pricing rule, identified by name. */
  | 'PRICING_RULE'
  /** The pricing cycle of the plan version or schedule. */
  | 'PRICING_CYCLE'
  /** The schedule itself. */
  | 'SCHEDULE';

/** What the value of a setting contains. */
export type SettingDataType =
  /** Any text. */
  | 'STRING'
  /** A decimal number. */
  | 'NUMERIC'
  /** A JSON document. */
  | 'JSON'
  /** A JSON logic expression. */
  | 'JSON_LOGIC';

/** Status of an account. */
export type AccountStatus =
  /** In use. Plans can be attached and proposals approved. */
  | 'ACTIVE'
  /** The account is not in use yet. It can have a draft and proposals, but no plan can be attached. */
  | 'DRAFT'
  /** Read-only. Lists omit it unless archived items are included. */
  | 'ARCHIVED';

/** Status of a customer. */
export type CustomerStatus =
  /** In use. */
  | 'ACTIVE'
  /** Read-only. Lists omit it unless archived items are included. */
  | 'ARCHIVED';

/** The statuses that a caller can give an account. */
export type NewAccountStatus =
  /** In use. Plans can be attached and proposals approved. */
  | 'ACTIVE'
  /** The account is not in use yet. It can have a draft and proposals, but no plan can be attached. */
  | 'DRAFT';

/** Length of a pricing cycle. */
export type PricingCycleInterval =
  /** Seven days. */
  | 'WEEKLY'
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
  | 'IN_ADVANCE'
  /** The invoice after the end of the cycle. */
  | 'IN_ARREARS';

/** What a rule does with the amount that it computes. */
export type PricingRuleActionType =
  /** Adds a charge. */
  | 'ADD'
  /** Replaces the amount of its target. */
  | 'UPDATE';

/** The kind of a billable item. It decides which rate cards can price the item. */
export type BillableKind =
  /** An add-on that an account holds a number of. */
  | 'LICENSE'
  /** An add-on that an account assigns to named people, one by one. */
  | 'NAMED_LICENSE'
  /** A fee that does not depend on usage. */
  | 'FIXED_FEE'
  /** An add-on that grants credits. */
  | 'CREDIT_GRANT'
  /** A feature that an account can have an allowance of. */
  | 'FEATURE'
  /** A meter that counts usage. */
  | 'USAGE_METER';

/** Status of a billable item. */
export type BillableItemStatus =
  /** In use. Rate cards can price the item. */
  | 'ACTIVE'
  /** Read-only. No new rate card can price the item. */
  | 'ARCHIVED';

/** The family of a rate card: what kind of item it prices. */
export type RateCardType =
  /** A fee that does not depend on usage. */
  | 'FIXED_FEE'
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
  | 'IN_ADVANCE'
  /** Invoiced after the end of the cycle. */
  | 'IN_ARREARS'
  /** Invoiced and paid before it is granted. */
  | 'PREPAID';

/** How a plan is sold. It never changes. */
export type PricePlanType =
  /** A recurring plan. It is attached to accounts and charged in pricing cycles. */
  | 'BILLING'
  /** A one-time plan. It is bought once and has no pricing cycle. */
  | 'PURCHASE';

/** Status of a plan version. */
export type PricePlanVersionStatus =
  /** Can be edited, may be incomplete, and cannot be attached to an account. */
  | 'DRAFT'
  /** Final. It never changes again. */
  | 'ACTIVE';

/** A label that selects a version. */
export type PricePlanVersionLabel =
  /** The newest version, which may be the draft. */
  | 'LATEST'
  /** The newest active version. */
  | 'ACTIVE';

/** The timeline that a schedule is read from. */
export type ScheduleMode =
  /** The active timeline. */
  | 'ACTIVE'
  /** The draft of the account. */
  | 'DRAFT'
  /** The draft or, if the schedule is not there, the active timeline. */
  | 'LATEST';

/** The kind of an add-on. */
export type AddOnType =
  /** Licenses that an account holds a number of. */
  | 'LICENSE'
  /** Licenses that an account assigns to named people, one by one. */
  | 'NAMED_LICENSE'
  /** A fee that does not depend on usage. */
  | 'FIXED_FEE'
  /** Credits that the account can spend. */
  | 'CREDIT_GRANT';

/** How slabs price a quantity. */
export type PricingModel =
  /** Each part of the quantity is priced by the slab that it falls in. */
  | 'TIERED'
  /** The whole quantity is priced by the slab that the total falls in. */
  | 'VOLUME';

/** What the rate of a slab applies to. */
export type PriceType =
  /** The rate is the price of the whole slab, charged when any quantity falls in it. */
  | 'FLAT'
  /** The rate is the price of one unit. */
  | 'PER_UNIT'
  /** The rate is the price of one package of `packageSize` units. A started package counts as a whole one. */
  | 'PACKAGE';

/** How often a charge is made. */
export type ChargeType =
  /** Charged once. */
  | 'ONE_TIME'
  /** Charged repeatedly, as the recurrence configuration says. */
  | 'RECURRING';

/** What happens to the price of licenses that are returned during a cycle. */
export type ProratedRefundMode =
  /** No refund. */
  | 'NONE'
  /** Refunded as credits. */
  | 'CREDITS'
  /** Refunded as a payment. */
  | 'PAYMENT'
  /** Refunded to the wallet. */
  | 'WALLET';

/** What happens when more licenses are held than the maximum. */
export type MaxQuantityBreachAction =
  /** The excess is accepted. */
  | 'DO_NOTHING';

/** When granted credits expire. */
export type ExpiryType =
  /** At the end of the pricing cycle in which they were granted. */
  | 'PRICING_CYCLE'
  /** Credits never expire. */
  | 'NO_EXPIRY'
  /** After `expiryDuration`. */
  | 'CUSTOM';

/** When accounts move to another plan version. The schedule in force is cut; later schedules move completely. */
export type MigrationMode =
  /** Accounts do not move. */
  | 'NONE'
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

/** The versions of a plan that accounts move from. */
export type VersionsToMigrate =
  /** The newest active version before the one that becomes active. */
  | 'LATEST_VERSION'
  /** Every earlier version. */
  | 'ALL_VERSION';

/** The kind of a job. */
export type JobType =
  /** Moves accounts from one version of a price plan to another. */
  | 'PRICE_PLAN';

/** Status of a job. */
export type JobStatus =
  /** The job starts at a later time. Migrations never have this status: they start at once or when they are confirmed. */
  | 'SCHEDULED'
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

/** Status of a job entry. */
export type JobEntryStatus =
  /** The entry is not done yet. */
  | 'PENDING'
  /** The entry is being done. Entries of a migration are done in one step and never show this status. */
  | 'IN_PROGRESS'
  /** The entry is done. If it has a `reason`, there was nothing to do. */
  | 'COMPLETED'
  /** The entry could not be done, and the account is unchanged. See `reason`. */
  | 'FAILED'
  /** The job was rejected before this entry was done. */
  | 'CANCELLED';

/** What an operation does to the rate cards of a plan version or schedule. */
export type RateCardActionType =
  /** Adds a card. Fails if the name is taken. */
  | 'CREATE'
  /** Replaces the card of this name, which keeps its position. */
  | 'UPDATE'
  /** Removes the card of this name. */
  | 'DELETE'
  /** Replaces the card of this name, or adds it if there is none. */
  | 'UPSERT';

/** How a quantity of licenses is applied. */
export type LicenseUpdateType =
  /** Adds to the number of licenses, or reduces it when negative. */
  | 'RELATIVE'
  /** Sets the number of licenses. */
  | 'ABSOLUTE';

/** The time in which an assumed quantity is used. */
export type AssumptionPeriod =
  /** A whole pricing cycle of the schedule. A cut cycle has the part of the quantity that its days are of a whole cycle. */
  | 'CYCLE'
  /** A day. */
  | 'DAY';

/** The kind of an action that is recorded together with a change of the schedules. */
export type PreActionType =
  /** Changes the number of licenses that the account holds. */
  | 'GRANT_LICENSE';

/** What an edit does on its period. */
export type ScheduleEditMode =
  /** Attaches a plan for the period. */
  | 'ASSOCIATE'
  /** Clears the period. */
  | 'DISASSOCIATE';

/** What is bought. */
export type PurchaseType =
  /** A `BILLING` plan, attached to the account for a period. */
  | 'ASSOCIATION'
  /** The entitlements of a `PURCHASE` plan, granted to the account. */
  | 'ENTITLEMENT_GRANT'
  /** Money that is credited to the wallet. */
  | 'WALLET_TOPUP'
  /** A plan that takes effect, as its type says, once it is paid. */
  | 'PREPAID';

/** Status of a purchase or proposal. */
export type PurchaseStatus =
  /** The payment has not started yet. */
  | 'PENDING'
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

/** When a proposal is paid. */
export type PaymentMode =
  /** Paid after the approval. The proposal takes effect when it is paid. */
  | 'PREPAID'
  /** Paid later. The approval takes effect at once. */
  | 'POSTPAID';

/** An answer to a proposal. */
export type ProposalResponse =
  /** Approves the proposal. A postpaid one takes effect at once, a prepaid one when it is paid. */
  | 'APPROVE'
  /** Declines the proposal. It never takes effect. */
  | 'DECLINE';

/** A complete postal address. An omitted line is unknown, and so is a blank one. */
export type AddressInput = {
  /** Telephone number, as given. Maximum 32 characters. */
  readonly phoneNumber?: string | null | undefined;
  /** Street and number. Maximum 255 characters. */
  readonly line1?: string | null | undefined;
  /** Building, floor or suite. Maximum 255 characters. */
  readonly line2?: string | null | undefined;
  /** Postal code of the address. Maximum 20 characters. */
  readonly postalCode?: string | null | undefined;
  /** Name of the city. Maximum 100 characters. */
  readonly city?: string | null | undefined;
  /** State, province or region. Maximum 100 characters. */
  readonly state?: string | null | undefined;
  /** Country: an ISO 3166 code of two letters, or a name. Maximum 100 characters. */
  readonly country?: string | null | undefined;
};

/** A named value to store with a customer or an account. */
export type SettingInput = {
  /** Id chosen by the caller, unique among the settings of one customer or account. 1 to 50 characters. */
  readonly id: string;
  /** Namespace of the setting, such as the name of the system that uses it. 1 to 50 characters. */
  readonly namespace: string;
  /** Name shown to people. 1 to 255 characters. */
  readonly name: string;
  /** What `value` contains. */
  readonly dataType: SettingDataType;
  /** The value, as text. A `STRING` can be blank. Maximum 4,096 characters. */
  readonly value: string;
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

/** Recipients of the invoices of an account. */
export type BillingInformationInput = {
  /** E-mail addresses of the recipients. Maximum 320, each of up to 320 characters. Omit for none. */
  readonly emailRecipients?: ReadonlyArray<string> | null | undefined;
  /** E-mail addresses that receive a copy. Maximum 320, each of up to 320 characters. Omit for none. */
  readonly additionalEmailRecipients?: ReadonlyArray<string> | null | undefined;
};

/** An alias to add to an account. */
export type AccountAliasInput = {
  /** The alias, 1 to 50 characters, not beginning with `[erased `. It names one account at a time. */
  readonly value: string;
  /** First instant at which the alias names the account. Defaults to now. */
  readonly effectiveFrom?: string | null | undefined;
  /** First instant at which the alias no longer names the account. Omit for no end. */
  readonly effectiveUntil?: string | null | undefined;
};

/** The first account of a new customer. */
export type NewAccountInput = {
  /** Id chosen by the caller, 1 to 50 characters, unique in the organization. */
  readonly accountId: string;
  /** Name of the account, 3 to 255 characters. */
  readonly name: string;
  /** Currency of the invoices. Defaults to the organization's base currency. */
  readonly invoiceCurrency?: string | null | undefined;
  /** Status of the account. Defaults to ACTIVE. */
  readonly status?: NewAccountStatus | null | undefined;
  /** Primary e-mail address. Maximum 320 characters. Omit to use the customer's. */
  readonly primaryEmail?: string | null | undefined;
  /** Postal address. Omit to use the customer's. */
  readonly address?: AddressInput | null | undefined;
  /** Recipients of the invoices. Omit to use the primary e-mail address. */
  readonly billingInformation?: BillingInformationInput | null | undefined;
  /** Settings to store. Maximum 10. Omit for none. */
  readonly settings?: ReadonlyArray<SettingInput> | null | undefined;
  /** Days until an invoice must be paid, 0 to 3,650. Omit to use the organization's terms. */
  readonly netTermDays?: number | null | undefined;
  /** A map of text to text. Maximum 50 keys and 16 KB. Omit for an empty map. */
  readonly metadata?: unknown;
  /** Tags, stored in lower case. Maximum 50, each of 1 to 100 characters. Omit for none. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** Aliases of the account. Maximum 10. Omit for none. */
  readonly aliases?: ReadonlyArray<AccountAliasInput> | null | undefined;
};

/** The account to create. */
export type CreateAccountInput = {
  /** Id of the customer that the account belongs to, as the caller chose it. */
  readonly customerId: string;
  /** Id chosen by the caller, 1 to 50 characters, unique in the organization. */
  readonly accountId: string;
  /** Name of the account, 3 to 255 characters. */
  readonly name: string;
  /** Currency of the invoices. Defaults to the organization's base currency. */
  readonly invoiceCurrency?: string | null | undefined;
  /** Status of the account. Defaults to ACTIVE. */
  readonly status?: NewAccountStatus | null | undefined;
  /** Primary e-mail address. Maximum 320 characters. Omit to use the customer's. */
  readonly primaryEmail?: string | null | undefined;
  /** Postal address. Omit to use the customer's. */
  readonly address?: AddressInput | null | undefined;
  /** Recipients of the invoices. Omit to use the primary e-mail address. */
  readonly billingInformation?: BillingInformationInput | null | undefined;
  /** Settings to store. Maximum 10. Omit for none. */
  readonly settings?: ReadonlyArray<SettingInput> | null | undefined;
  /** Days until an invoice must be paid, 0 to 3,650. Omit to use the organization's terms. */
  readonly netTermDays?: number | null | undefined;
  /** A map of text to text. Maximum 50 keys and 16 KB. Omit for an empty map. */
  readonly metadata?: unknown;
  /** Tags, stored in lower case. Maximum 50, each of 1 to 100 characters. Omit for none. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** Aliases of the account. Maximum 10. Omit for none. */
  readonly aliases?: ReadonlyArray<AccountAliasInput> | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The fields to change. An omitted field keeps its value. */
export type UpdateAccountInput = {
  /** Id of the account, as the caller chose it. */
  readonly accountId: string;
  /** Name of the account, 3 to 255 characters. Cannot be cleared. */
  readonly name?: string | null | undefined;
  /** Currency of the invoices. Fails with `CURRENCY_FIXED` if a schedule or purchase exists. Cannot be cleared. */
  readonly invoiceCurrency?: string | null | undefined;
  /** Status of the account. `DRAFT` is allowed only while no schedule is in force now or later. Cannot be cleared. To archive the account, use `deleteAccount`. */
  readonly status?: NewAccountStatus | null | undefined;
  /** Primary e-mail address. Maximum 320 characters. `null`: the customer's. */
  readonly primaryEmail?: string | null | undefined;
  /** Replaces the whole postal address. `null`: the customer's. */
  readonly address?: AddressInput | null | undefined;
  /** Replaces the recipients of the invoices. `null`: the primary e-mail address. */
  readonly billingInformation?: BillingInformationInput | null | undefined;
  /** Days until an invoice must be paid, 0 to 3,650. `null`: the organization's terms. */
  readonly netTermDays?: number | null | undefined;
  /** Replaces the whole map of text to text. Maximum 50 keys and 16 KB. `{}` and `null` empty it. */
  readonly metadata?: unknown;
  /** Replaces all tags. Maximum 50, each of 1 to 100 characters. `[]` and `null` remove them. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The item to archive. */
export type DeleteAccountInput = {
  /** Id of the account, as the caller chose it. */
  readonly accountId: string;
  /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The aliases to add. */
export type AddAccountAliasesInput = {
  /** Id of the account, as the caller chose it. */
  readonly accountId: string;
  /** Aliases to add. Minimum one. An account has a maximum of 10 current and future aliases. */
  readonly aliases: ReadonlyArray<AccountAliasInput>;
  /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** An alias to end, given by `aliasId` or by `value`. */
export type AccountAliasRemovalInput = {
  /** Generated id of the alias. Omit when `value` is given. */
  readonly aliasId?: string | null | undefined;
  /** Value of the alias. Ends all current and future aliases of the account with this value. Omit when `aliasId` is given. */
  readonly value?: string | null | undefined;
  /** First instant at which the alias no longer names the account, not in the past. Defaults to now. */
  readonly from?: string | null | undefined;
};

/** The aliases to end. */
export type RemoveAccountAliasesInput = {
  /** Id of the account, as the caller chose it. */
  readonly accountId: string;
  /** Aliases to end. Minimum one. */
  readonly aliases: ReadonlyArray<AccountAliasRemovalInput>;
  /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The customer to create. */
export type CreateCustomerInput = {
  /** Id chosen by the caller, 1 to 50 characters, unique in the organization. */
  readonly customerId: string;
  /** Name of the company, 3 to 255 characters. */
  readonly name: string;
  /** Primary e-mail address. Maximum 320 characters. */
  readonly primaryEmail: string;
  /** Postal address. */
  readonly address: AddressInput;
  /** Settings to store. Maximum 10. Omit for none. */
  readonly settings?: ReadonlyArray<SettingInput> | null | undefined;
  /** The first account. Omit to create one with the id and details of the customer. */
  readonly account?: NewAccountInput | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The fields to change. An omitted field keeps its value. */
export type UpdateCustomerInput = {
  /** Id of the customer, as the caller chose it. */
  readonly customerId: string;
  /** Name of the company, 3 to 255 characters. */
  readonly name?: string | null | undefined;
  /** Primary e-mail address. Maximum 320 characters. */
  readonly primaryEmail?: string | null | undefined;
  /** Replaces the whole postal address. */
  readonly address?: AddressInput | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The item to archive. */
export type DeleteCustomerInput = {
  /** Id of the customer, as the caller chose it. */
  readonly customerId: string;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
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

/** What a rule does with the amount that it computes. */
export type PricingRuleActionInput = {
  /** What the rule does with the amount. */
  readonly type: PricingRuleActionType;
  /** Charge that the rule updates. 1 to 255 characters. Omit for none: an `UPDATE` without a target cannot be finalized. */
  readonly target?: string | null | undefined;
  /** Name of the charge that is added. 1 to 255 characters. Defaults to the name of the rule. */
  readonly id?: string | null | undefined;
  /** Description of the charge, shown on the invoice. Maximum 255 characters. Omit for none. A blank text is none. */
  readonly description?: string | null | undefined;
  /** A map of text to text that is copied to the charge. Maximum 50 keys and 16 KB. Omit for none. */
  readonly metadata?: unknown;
};

/** A rule that adjusts the charges of a pricing cycle. */
export type PricingRuleInput = {
  /** Name of the rule, 1 to 50 characters, unique within its plan version or schedule. */
  readonly name: string;
  /** Position in which the rule is applied, from 1. Two rules with the same position cannot be finalized. */
  readonly order: number;
  /** Invoice that the rule applies to. Omit for both. */
  readonly invoiceTiming?: PricingRuleTiming | null | undefined;
  /** Condition for the rule to apply, as JSON logic. Maximum 16,384 bytes. Any other text, a blank one included, cannot be finalized. Omit for a rule that always applies. */
  readonly condition?: string | null | undefined;
  /** Computation of the amount, as JSON logic. Maximum 16,384 bytes. Any other text, a blank one included, cannot be finalized. */
  readonly computation: string;
  /** What the rule does with the amount. */
  readonly action: PricingRuleActionInput;
};

/** A condition on the kind of an item. Matches when every given comparison holds. */
export type BillableKindFilter = {
  /** Matches exactly this value. */
  readonly eq?: BillableKind | null | undefined;
  /** Matches any of these values. An empty list matches nothing. */
  readonly in?: ReadonlyArray<BillableKind> | null | undefined;
};

/** A condition on a status. Matches when every given comparison holds. */
export type BillableItemStatusFilter = {
  /** Matches exactly this value. */
  readonly eq?: BillableItemStatus | null | undefined;
  /** Matches any of these values. An empty list matches nothing. */
  readonly in?: ReadonlyArray<BillableItemStatus> | null | undefined;
};

/** Conditions on billable items. All given conditions must hold; an omitted condition matches everything. A condition without a value ({}, null or an omitted variable) is an error. Maximum 50 conditions, nested 4 levels deep. With several conditions, none of which is `billableId`, a page may examine items that do not match: it costs 10,000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100,000 items. */
export type BillableItemsWhere = {
  /** The generated id. */
  readonly billableId?: TextFilter | null | undefined;
  /** Filters by kind. */
  readonly kind?: BillableKindFilter | null | undefined;
  /** Filters by status. A condition that names `ARCHIVED`, at any level, includes archived items, as `includeArchived` does. */
  readonly status?: BillableItemStatusFilter | null | undefined;
  /** Matches when all of these match too. An empty list adds no condition. */
  readonly and?: ReadonlyArray<BillableItemsWhere> | null | undefined;
  /** Matches when at least one of these matches too. An empty list matches nothing. */
  readonly or?: ReadonlyArray<BillableItemsWhere> | null | undefined;
};

/** One way to select a version of a plan. Give exactly one. */
export type PricePlanVersionBy =
  {   /** Selects the latest or the active version. */
  readonly label: PricePlanVersionLabel; readonly number?: never; }
  |  { readonly label?: never;   /** Selects a version by its number. */
  readonly number: number; };

/** The aliases to reserve. */
export type ReserveAliasesInput = {
  /** The aliases, 1 to 100, each of 1 to 50 characters. Case matters. */
  readonly values: ReadonlyArray<string>;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The alias to release. */
export type ReleaseAliasInput = {
  /** The alias. Case matters. */
  readonly value: string;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** An attribute of an event that counts towards a feature. */
export type SchemaAssociationInput = {
  /** Name of the event schema, 1 to 255 characters. */
  readonly schemaName: string;
  /** Name of the attribute that is counted, 1 to 255 characters. */
  readonly attributeName: string;
};

/** The add-on to create. */
export type CreateAddOnInput = {
  /** Name of the item, 1 to 255 characters, unique among the items of its kind, including archived ones. */
  readonly name: string;
  /** Kind of the item. It never changes. */
  readonly type: AddOnType;
  /** Name shown on invoices, 1 to 255 characters. Omit to show `name`. */
  readonly billableName?: string | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The add-on to change, and its new values. */
export type UpdateAddOnInput = {
  /** Generated id of the add-on. */
  readonly addOnId: string;
  /** Name of the item, 1 to 255 characters. Omit to keep it. */
  readonly name?: string | null | undefined;
  /** Name shown on invoices, 1 to 255 characters. Omit to keep it. `null`: `name` is shown. */
  readonly billableName?: string | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The feature to create. */
export type CreateFeatureInput = {
  /** Name of the item, 1 to 255 characters, unique among the items of its kind, including archived ones. */
  readonly name: string;
  /** Name shown on invoices, 1 to 255 characters. Omit to show `name`. */
  readonly billableName?: string | null | undefined;
  /** Attributes of events that count towards the feature. Maximum 50. */
  readonly schemaAssociations: ReadonlyArray<SchemaAssociationInput>;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The feature to change, and its new values. */
export type UpdateFeatureInput = {
  /** Generated id of the feature. */
  readonly featureId: string;
  /** Name of the item, 1 to 255 characters. Omit to keep it. */
  readonly name?: string | null | undefined;
  /** Name shown on invoices, 1 to 255 characters. Omit to keep it. `null`: `name` is shown. */
  readonly billableName?: string | null | undefined;
  /** Attributes of events that count towards the feature. Maximum 50. Replaces the whole list. Omit to keep it. */
  readonly schemaAssociations?: ReadonlyArray<SchemaAssociationInput> | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The add-on to archive. */
export type ArchiveAddOnInput = {
  /** Generated id of the add-on. */
  readonly addOnId: string;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
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
export type RateCardInput =
  {   /** A fee that does not depend on usage. */
  readonly fixedFee: FixedFeeRateCardInput; readonly license?: never; readonly creditGrant?: never; readonly usage?: never; readonly billingEntitlement?: never; readonly entitlementOverage?: never; readonly minimumCommitment?: never; }
  |  { readonly fixedFee?: never;   /** Licenses, priced by the number held. */
  readonly license: LicenseRateCardInput; readonly creditGrant?: never; readonly usage?: never; readonly billingEntitlement?: never; readonly entitlementOverage?: never; readonly minimumCommitment?: never; }
  |  { readonly fixedFee?: never; readonly license?: never;   /** Credits that the account can spend, with a price in each currency. */
  readonly creditGrant: CreditGrantRateCardInput; readonly usage?: never; readonly billingEntitlement?: never; readonly entitlementOverage?: never; readonly minimumCommitment?: never; }
  |  { readonly fixedFee?: never; readonly license?: never; readonly creditGrant?: never;   /** Usage counted by a usage meter, priced by quantity. */
  readonly usage: UsageRateCardInput; readonly billingEntitlement?: never; readonly entitlementOverage?: never; readonly minimumCommitment?: never; }
  |  { readonly fixedFee?: never; readonly license?: never; readonly creditGrant?: never; readonly usage?: never;   /** An allowance of a feature, and its price. */
  readonly billingEntitlement: BillingEntitlementRateCardInput; readonly entitlementOverage?: never; readonly minimumCommitment?: never; }
  |  { readonly fixedFee?: never; readonly license?: never; readonly creditGrant?: never; readonly usage?: never; readonly billingEntitlement?: never;   /** The price of feature usage beyond the allowance. */
  readonly entitlementOverage: EntitlementOverageRateCardInput; readonly minimumCommitment?: never; }
  |  { readonly fixedFee?: never; readonly license?: never; readonly creditGrant?: never; readonly usage?: never; readonly billingEntitlement?: never; readonly entitlementOverage?: never;   /** The minimum amount of a pricing cycle, whatever else is charged. */
  readonly minimumCommitment: MinimumCommitmentRateCardInput; };

/** One change to the rate cards of a plan version or schedule. */
export type RateCardOperationInput = {
  /** What the operation does. */
  readonly actionType: RateCardActionType;
  /** Name of the card to change, or of the new card. Maximum 50 characters. `CREATE` may omit it: a name is generated. */
  readonly rateCardName?: string | null | undefined;
  /** The complete card after the operation. Omit with `DELETE`; required otherwise. */
  readonly rateCard?: RateCardInput | null | undefined;
};

/** The price plan to create. */
export type CreatePricePlanInput = {
  /** Name of the plan, 1 to 50 characters, unique among plans that are not archived. */
  readonly name: string;
  /** Description of the plan, for people. Maximum 255 characters. Omit for none. A blank text is none. */
  readonly description?: string | null | undefined;
  /** How the plan is sold. It never changes. */
  readonly type: PricePlanType;
  /** Pricing cycle. Required for a `BILLING` plan, not allowed for a `PURCHASE` plan. Defaults to the cycle of the source plan. */
  readonly pricingCycleConfig?: PricingCycleConfigInput | null | undefined;
  /** Currencies, without duplicates. Minimum one. Defaults to the currencies of the source plan. */
  readonly supportedCurrencies?: ReadonlyArray<string> | null | undefined;
  /** Whether revenue is recognized later than it is invoiced. Defaults to false. */
  readonly deferredRevenue?: boolean | null | undefined;
  /** Whether a change to a schedule may start within the current cycle. Defaults to false. */
  readonly allowOngoingCycleUpdates?: boolean | null | undefined;
  /** Id of a plan to copy rate cards, rules, cycle and currencies from: its newest active version, or its draft when there is no active version. Omit to start empty. */
  readonly sourcePricePlanId?: string | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The price plan to change, and its new values. */
export type UpdatePricePlanInput = {
  /** Generated id of the plan. */
  readonly pricePlanId: string;
  /** Revision of the plan that the caller last read. Fails with `CONFLICT` if the plan changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** Description of the plan, for people. Maximum 255 characters. Omit to keep it. `null` or a blank text removes it. */
  readonly description?: string | null | undefined;
  /** The pricing cycle. Omit to keep it. */
  readonly pricingCycleConfig?: PricingCycleConfigInput | null | undefined;
  /** Replaces all currencies, without duplicates. Minimum one. Omit to keep them. */
  readonly supportedCurrencies?: ReadonlyArray<string> | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** Changes to the rate cards of a price plan. */
export type BulkPricePlanRateCardOperationsInput = {
  /** Generated id of the plan. */
  readonly pricePlanId: string;
  /** Revision of the plan that the caller last read. Fails with `CONFLICT` if the plan changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** Operations, applied in order, all or none. 1 to 100. The path of a refusal names the operation. */
  readonly operations: ReadonlyArray<RateCardOperationInput>;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The price plan, and its new pricing rules. */
export type UpdatePricePlanPricingRulesInput = {
  /** Generated id of the plan. */
  readonly pricePlanId: string;
  /** Revision of the plan that the caller last read. Fails with `CONFLICT` if the plan changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** Replaces all pricing rules. Maximum 100. An empty list removes them. */
  readonly pricingRules: ReadonlyArray<PricingRuleInput>;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The draft version to finalize, and which accounts move to it. */
export type FinalizePricePlanInput = {
  /** Generated id of the plan. */
  readonly pricePlanId: string;
  /** Revision of the plan that the caller last read. Fails with `CONFLICT` if the plan changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** Generated id of the draft version, as `referenceId` of the version returns it. Fails with `NOT_FOUND` if the draft is another version. Omit only with `anyDraft`. */
  readonly referenceId?: string | null | undefined;
  /** Whether to finalize whatever draft the plan has when the change is written. A concurrent change of the draft is included completely or not at all. Required to be true when `referenceId` is omitted. Defaults to false. */
  readonly anyDraft?: boolean | null | undefined;
  /** Moves accounts from earlier versions to this one, by a job that is created in the same write. Defaults to `NONE`. */
  readonly migrationMode?: MigrationMode | null | undefined;
  /** Versions that accounts move from. Ignored without `migrationMode`. Defaults to `LATEST_VERSION`. */
  readonly versionsToMigrate?: VersionsToMigrate | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The price plan whose draft is discarded. */
export type DiscardPricePlanInput = {
  /** Generated id of the plan. */
  readonly pricePlanId: string;
  /** Revision of the plan that the caller last read. Fails with `CONFLICT` if the plan changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** Generated id of the draft version, as `referenceId` of the version returns it. Fails with `NOT_FOUND` if the draft is another version. Omit to discard whatever draft the plan has. */
  readonly referenceId?: string | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
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

/** The job to confirm. */
export type ConfirmJobInput = {
  /** Generated id of the job. */
  readonly jobId: string;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The job to reject. */
export type RejectJobInput = {
  /** Generated id of the job. */
  readonly jobId: string;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** Conditions on license updates. All given conditions must hold; an omitted condition matches everything. A condition without a value ({}, null or an omitted variable) is an error. Maximum 50 conditions, nested 4 levels deep. With several conditions, a page may examine items that do not match: it costs 10,000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100,000 items. */
export type LicenseUpdatesWhere = {
  /** Filters by the id of the account, as the caller chose it. */
  readonly accountId?: TextFilter | null | undefined;
  /** Filters by the generated id of the license. With it, a page may examine items that do not match: it costs 10,000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100,000 items. */
  readonly licenseId?: TextFilter | null | undefined;
  /** Filters by the instant from which the update applies. With it, a page may examine items that do not match: it costs 10,000 more, and fails with `QUERY_TOO_EXPENSIVE` after 100,000 items. */
  readonly effectiveFrom?: DateTimeRange | null | undefined;
  /** Matches when all of these match too. An empty list adds no condition. */
  readonly and?: ReadonlyArray<LicenseUpdatesWhere> | null | undefined;
  /** Matches when at least one of these matches too. An empty list matches nothing. */
  readonly or?: ReadonlyArray<LicenseUpdatesWhere> | null | undefined;
};

/** The license update to record. */
export type AddLicenseUpdateInput = {
  /** Id of the account, as the caller chose it. */
  readonly accountId: string;
  /** Generated id of the license. */
  readonly licenseId: string;
  /** Whether the quantity is absolute or relative. */
  readonly updateType: LicenseUpdateType;
  /** Number of licenses. Only a `RELATIVE` one may be negative, and it cannot be 0. Maximum 1,000,000,000,000. */
  readonly quantity: string;
  /** Instant from which the update applies. Defaults to now. */
  readonly effectiveFrom?: string | null | undefined;
  /** A map of text to text. Maximum 50 keys and 16 KB. Omit for an empty map. */
  readonly metadata?: unknown;
  /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
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

/** Overrides of the plan's terms, except rate cards. Omitted fields keep the plan's value. */
export type AssociationOverrideInput = {
  /** Override of the plan's pricing cycle. Omit to keep the plan's. */
  readonly pricingCycleConfig?: PricingCycleConfigInput | null | undefined;
  /** Override of the plan's currencies. Every rate card needs a price in each. Omit to keep the plan's. */
  readonly supportedCurrencies?: ReadonlyArray<string> | null | undefined;
};

/** Overrides of the plan's terms. Omitted fields keep the plan's value. */
export type PricePlanDetailsOverrideInput = {
  /** Override of the plan's pricing cycle. Omit to keep the plan's. */
  readonly pricingCycleConfig?: PricingCycleConfigInput | null | undefined;
  /** Override of the plan's currencies. Every rate card needs a price in each. Omit to keep the plan's. */
  readonly supportedCurrencies?: ReadonlyArray<string> | null | undefined;
  /** Families whose rate cards are removed from the plan's before `rateCards` is applied. A `CREATE` without a name keeps the name of the removed card for the same item. Omit for none. */
  readonly replacedFamilies?: ReadonlyArray<RateCardType> | null | undefined;
  /** Changes to the plan's rate cards, applied in order. 1 to 100. Omit for none. */
  readonly rateCards?: ReadonlyArray<RateCardOperationInput> | null | undefined;
};

/** One edit of the active timeline. */
export type PricingScheduleEditInput = {
  /** What the edit does. Defaults to ASSOCIATE. */
  readonly mode?: ScheduleEditMode | null | undefined;
  /** Id of the plan to attach, at its newest active version. Required to associate. */
  readonly pricePlanId?: string | null | undefined;
  /** First day of the period. */
  readonly effectiveFrom: string;
  /** First day after the period; `9999-01-01` means forever. */
  readonly effectiveUntil: string;
  /** Overrides of the plan's terms. Omit for none. */
  readonly pricePlanDetailsOverride?: PricePlanDetailsOverrideInput | null | undefined;
  /** Replaces the plan's pricing rules. Maximum 100. An empty list removes them. Omit to keep the plan's rules. */
  readonly pricingRulesOverride?: ReadonlyArray<PricingRuleInput> | null | undefined;
  /** Whether the pricing cycle in force on the first day continues under the new plan. An explicit cycle override takes precedence. Defaults to false. */
  readonly retainStartOffsets?: boolean | null | undefined;
  /** Actions that are recorded in the same atomic write. Omit for none. */
  readonly preActions?: ReadonlyArray<PreActionInput> | null | undefined;
};

/** Edits of the active timeline. They are applied in order, all or none. */
export type UpdatePricingScheduleBatchInput = {
  /** Id of the account, as the caller chose it. */
  readonly accountId: string;
  /** Edits, applied in order. 1 to 10. */
  readonly edits: ReadonlyArray<PricingScheduleEditInput>;
  /** Whether to return the `outline` and `money` without writing anything. Defaults to false. */
  readonly dryRun?: boolean | null | undefined;
  /** What to preview in `money`. Allowed only on a dry run. Omit for no preview. */
  readonly moneyPreview?: MoneyPreviewInput | null | undefined;
  /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
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

/** The schedule, and its new pricing rules. */
export type UpdateSchedulePricingRulesInput = {
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
  /** Replaces all pricing rules. Maximum 100. An empty list removes them. */
  readonly pricingRules: ReadonlyArray<PricingRuleInput>;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The quantity of one rate card, when it differs from the quantity of the purchase. */
export type RateCardQuantityInput = {
  /** Name of the rate card. A card whose quantity is measured cannot be named. */
  readonly rateCardName: string;
  /** Quantity that is bought, 0 or more. Maximum 1,000,000,000,000. */
  readonly quantity: string;
};

/** The amounts of a wallet top-up, in the account's invoice currency. An amount cannot have more decimal places than the currency. */
export type WalletTopupDetailsInput = {
  /** Amount that is credited to the wallet, above 0. */
  readonly topupAmount: string;
  /** Amount that is paid for the top-up, above 0. Defaults to `topupAmount`. */
  readonly purchaseAmount?: string | null | undefined;
};

/** Overrides of the plan's rate cards. */
export type PurchasePlanOverrideInput = {
  /** Families whose rate cards are removed from the plan's before `rateCards` is applied. A `CREATE` without a name keeps the name of the removed card for the same item. Omit for none. */
  readonly replacedFamilies?: ReadonlyArray<RateCardType> | null | undefined;
  /** Changes to the plan's rate cards, applied in order. 1 to 100. Omit for none. */
  readonly rateCards?: ReadonlyArray<RateCardOperationInput> | null | undefined;
};

/** The purchase to make. */
export type InitiatePurchaseInput = {
  /** Id of the account, as the caller chose it. */
  readonly accountId: string;
  /** Id of the plan to buy, at its newest active version. Required for every type except `WALLET_TOPUP`. */
  readonly pricePlanId?: string | null | undefined;
  /** Quantity of the plan, 1 to 1,000,000. Defaults to 1. */
  readonly quantity?: number | null | undefined;
  /** Quantities of single rate cards. Omit to use `quantity` for all. From the first day of an association on, the account holds the licenses that are bought, whatever number it held before. */
  readonly rateCardQuantities?: ReadonlyArray<RateCardQuantityInput> | null | undefined;
  /** Overrides of the plan's rate cards. Omit for none. */
  readonly purchasePlanOverride?: PurchasePlanOverrideInput | null | undefined;
  /** Overrides of the plan's pricing cycle and currencies. Allowed only for an `ASSOCIATION`. */
  readonly associationOverride?: AssociationOverrideInput | null | undefined;
  /** Amounts of the top-up. Required for a `WALLET_TOPUP`, not allowed otherwise. */
  readonly walletTopupDetails?: WalletTopupDetailsInput | null | undefined;
  /** First day of the association. Required for an `ASSOCIATION`. */
  readonly effectiveFrom?: string | null | undefined;
  /** First day after the association; `9999-01-01` means forever. Required for an `ASSOCIATION`. */
  readonly effectiveUntil?: string | null | undefined;
  /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** What is bought. Defaults to ENTITLEMENT_GRANT. */
  readonly type?: PurchaseType | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The proposal to create. */
export type CreateProposalInput = {
  /** Id of the account, as the caller chose it. */
  readonly accountId: string;
  /** Id of the plan to buy, at its newest active version. Required for every type except `WALLET_TOPUP`. */
  readonly pricePlanId?: string | null | undefined;
  /** Quantity of the plan, 1 to 1,000,000. Defaults to 1. */
  readonly quantity?: number | null | undefined;
  /** Quantities of single rate cards. Omit to use `quantity` for all. From the first day of an association on, the account holds the licenses that are bought, whatever number it held before. */
  readonly rateCardQuantities?: ReadonlyArray<RateCardQuantityInput> | null | undefined;
  /** Overrides of the plan's rate cards. Omit for none. */
  readonly purchasePlanOverride?: PurchasePlanOverrideInput | null | undefined;
  /** Overrides of the plan's pricing cycle and currencies. Allowed only for an `ASSOCIATION`. */
  readonly associationOverride?: AssociationOverrideInput | null | undefined;
  /** Amounts of the top-up. Required for a `WALLET_TOPUP`, not allowed otherwise. */
  readonly walletTopupDetails?: WalletTopupDetailsInput | null | undefined;
  /** First day of the association. Required for an `ASSOCIATION`. */
  readonly effectiveFrom?: string | null | undefined;
  /** First day after the association; `9999-01-01` means forever. Required for an `ASSOCIATION`. */
  readonly effectiveUntil?: string | null | undefined;
  /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** What is bought. */
  readonly type: PurchaseType;
  /** When the purchase is paid. */
  readonly paymentMode: PaymentMode;
  /** Instant at which the proposal expires, in the future. For an association, not after its first day. Omit for no expiry. */
  readonly expiryDate?: string | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The answer to a proposal. */
export type UpdateProposalStatusInput = {
  /** Generated id of the proposal. */
  readonly proposalId: string;
  /** The answer. */
  readonly status: ProposalResponse;
  /** Comment on the answer. Maximum 1,000 characters. Omit for none. A blank text is none. */
  readonly comment?: string | null | undefined;
  /** Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
  /** Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`. */
  readonly idempotencyKey?: string | null | undefined;
};

/** The account whose invoice currency is used. */
export type AccountInvoiceCurrencyInput = {
  /** Id of the account, as the caller chose it. Requires `ACCOUNTS_READ`. */
  readonly accountId: string;
};

/** The currency to price in. Give exactly one mode. */
export type CurrencyConfigInput =
  {   /** Prices in this currency. */
  readonly custom: string; readonly accountInvoice?: never; }
  |  { readonly custom?: never;   /** Prices in the invoice currency of an account. */
  readonly accountInvoice: AccountInvoiceCurrencyInput; };

/** A rate card of a plan that is written out. */
export type CustomRateCardInput = {
  /** Name of the rate card. Maximum 50 characters. Omit to generate a name. */
  readonly rateCardName?: string | null | undefined;
  /** The rate card. */
  readonly rateCard: RateCardInput;
};

/** A plan that is written out and not stored. It is parsed as a price plan is. */
export type CustomPricePlanInput = {
  /** Pricing cycle. Omit for a plan that is paid once, in which each rate card is due. */
  readonly pricingCycleConfig?: PricingCycleConfigInput | null | undefined;
  /** Currencies, without duplicates. Minimum one. */
  readonly supportedCurrencies: ReadonlyArray<string>;
  /** Rate cards. Maximum 100. */
  readonly rateCards: ReadonlyArray<CustomRateCardInput>;
  /** Pricing rules. Maximum 100. Omit for none. */
  readonly pricingRules?: ReadonlyArray<PricingRuleInput> | null | undefined;
  /** First day of the first cycle. Defaults to today. */
  readonly effectiveOn?: string | null | undefined;
  /** Number of the cycle to price, 1 to 10,000. Defaults to 1, the first cycle. */
  readonly pricingCycleOrdinal?: number | null | undefined;
};

/** A version of a price plan, as a schedule that begins on a day and never ends. */
export type PricePlanVersionConfigInput = {
  /** Generated id of the plan. */
  readonly pricePlanId: string;
  /** Number of the version; a draft can be priced too. Omit for the version that was active on `effectiveOn`. */
  readonly version?: number | null | undefined;
  /** First day of the first cycle. Defaults to today. */
  readonly effectiveOn?: string | null | undefined;
  /** Number of the cycle to price, 1 to 10,000. Defaults to 1, the first cycle. */
  readonly pricingCycleOrdinal?: number | null | undefined;
};

/** The schedule of an account that is in force on a day, overrides included, and its cycle that contains the day. */
export type AccountPlanConfigInput = {
  /** Id of the account, as the caller chose it. Requires `ACCOUNTS_READ`. */
  readonly accountId: string;
  /** The day to look at. Defaults to today. */
  readonly effectiveOn?: string | null | undefined;
};

/** The rate cards, pricing rules and pricing cycle to price. Give exactly one mode. */
export type PricePlanDetailsConfigInput =
  {   /** Prices a plan that is written out. */
  readonly custom: CustomPricePlanInput; readonly pricePlan?: never; readonly account?: never; }
  |  { readonly custom?: never;   /** Prices a version of a price plan. */
  readonly pricePlan: PricePlanVersionConfigInput; readonly account?: never; }
  |  { readonly custom?: never; readonly pricePlan?: never;   /** Prices a cycle of an account. */
  readonly account: AccountPlanConfigInput; };

/** Days of an account. */
export type LookupRangeInput = {
  /** Id of the account, as the caller chose it. Requires `ACCOUNTS_READ`. */
  readonly accountId: string;
  /** First day. */
  readonly start: string;
  /** First day after the range. */
  readonly end: string;
};

/** A pricing cycle of an account. */
export type LookupCycleInput = {
  /** Id of the account, as the caller chose it. Requires `ACCOUNTS_READ`. */
  readonly accountId: string;
  /** A day of the cycle. Defaults to today. */
  readonly cycleEffectiveOn?: string | null | undefined;
};

/** A quantity of a billable item. */
export type QuantityInput = {
  /** Generated id of the billable item. */
  readonly billableId: string;
  /** Quantity, 0 or more. Maximum 1,000,000,000,000. */
  readonly quantity: string;
};

/** Units of a feature beyond its entitlement. */
export type EntitlementOverageEntryInput = {
  /** Generated id of the feature. */
  readonly featureId: string;
  /** Quantity, 0 or more. Maximum 1,000,000,000,000. */
  readonly quantity: string;
};

/** The usage of the cycle. Give exactly one mode. */
export type UsageConfigInput =
  {   /** Quantities of usage meters. Maximum 1,000 items, each with its own id. */
  readonly custom: ReadonlyArray<QuantityInput>; readonly lookupRange?: never; readonly lookupCycle?: never; }
  |  { readonly custom?: never;   /** Fails with `LOOKUP_UNAVAILABLE`, because usage is not metered here. Give the quantities in `custom` instead. */
  readonly lookupRange: LookupRangeInput; readonly lookupCycle?: never; }
  |  { readonly custom?: never; readonly lookupRange?: never;   /** Fails with `LOOKUP_UNAVAILABLE`, because usage is not metered here. Give the quantities in `custom` instead. */
  readonly lookupCycle: LookupCycleInput; };

/** A cycle of an account whose overage is looked up. */
export type EntitlementOverageLookupCycleInput = {
  /** Id of the account, as the caller chose it. Requires `ACCOUNTS_READ`. */
  readonly accountId: string;
  /** First day after the cycle. */
  readonly billingCycleEndDate: string;
};

/** The overage of the cycle. Give exactly one mode. */
export type EntitlementOverageConfigInput =
  {   /** Quantities beyond entitlements. Maximum 1,000 items, each with its own id. */
  readonly custom: ReadonlyArray<EntitlementOverageEntryInput>; readonly lookupCycle?: never; }
  |  { readonly custom?: never;   /** Fails with `LOOKUP_UNAVAILABLE`, because usage is not metered here. Give the quantities in `custom` instead. */
  readonly lookupCycle: EntitlementOverageLookupCycleInput; };

/** A quantity of a license from an instant on. */
export type LicenseEntryInput = {
  /** Generated id of the license. */
  readonly licenseId: string;
  /** Number of licenses. Only a `RELATIVE` one may be negative. Maximum 1,000,000,000,000. */
  readonly quantity: string;
  /** Whether the quantity is absolute or relative. Defaults to `ABSOLUTE`. */
  readonly updateType?: LicenseUpdateType | null | undefined;
  /** Instant from which the entry counts. Defaults to the first instant of the cycle. */
  readonly effectiveFrom?: string | null | undefined;
};

/** The licenses of the cycle. Give exactly one mode. */
export type LicenseEntriesConfigInput =
  {   /** Entries in any order. Maximum 1,000 items. */
  readonly custom: ReadonlyArray<LicenseEntryInput>; readonly lookupRange?: never; readonly lookupCycle?: never; }
  |  { readonly custom?: never;   /** Counts the recorded license updates of an account, including what was held before the range. */
  readonly lookupRange: LookupRangeInput; readonly lookupCycle?: never; }
  |  { readonly custom?: never; readonly lookupRange?: never;   /** Counts the recorded license updates of an account, including what was held before the cycle. */
  readonly lookupCycle: LookupCycleInput; };

/** A holder of a named license for a time. */
export type NamedLicenseEntryInput = {
  /** Generated id of the named license. */
  readonly licenseId: string;
  /** Name of the holder. Equal names count once. */
  readonly name: string;
  /** First instant. Defaults to the first instant of the cycle. */
  readonly effectiveFrom?: string | null | undefined;
  /** First instant after. Omit for no end. */
  readonly effectiveUntil?: string | null | undefined;
};

/** The named licenses of the cycle. Give exactly one mode. */
export type NamedLicenseEntriesConfigInput =
  {   /** Holders by name. Maximum 1,000 items. */
  readonly custom: ReadonlyArray<NamedLicenseEntryInput>; readonly lookupRange?: never; readonly lookupCycle?: never; }
  |  { readonly custom?: never;   /** Counts the recorded license updates of an account, including what was held before the range. Recorded updates have no names, so their quantities count. */
  readonly lookupRange: LookupRangeInput; readonly lookupCycle?: never; }
  |  { readonly custom?: never; readonly lookupRange?: never;   /** Counts the recorded license updates of an account, including what was held before the cycle. Recorded updates have no names, so their quantities count. */
  readonly lookupCycle: LookupCycleInput; };

/** A cycle, and the day up to which it is charged. */
export type CustomProrationInput = {
  /** First day of the cycle. */
  readonly cycleStartDate: string;
  /** First day after the cycle. */
  readonly cycleEndDate: string;
  /** First day that is not charged. */
  readonly currentDate: string;
};

/** A cycle of an account, and the day up to which it is charged. */
export type LookupProrationInput = {
  /** Id of the account, as the caller chose it. Requires `ACCOUNTS_READ`. */
  readonly accountId: string;
  /** A day of the cycle. Defaults to today. */
  readonly cycleEffectiveOn?: string | null | undefined;
  /** First day that is not charged. Defaults to today. */
  readonly currentDate?: string | null | undefined;
};

/** How rate cards with `enableProration` are prorated: by the days of a cycle that have passed. Give exactly one mode. */
export type ProrationConfigInput =
  {   /** Prorates by the days given. */
  readonly custom: CustomProrationInput; readonly lookupCycle?: never; }
  |  { readonly custom?: never;   /** Prorates by a cycle of an account. */
  readonly lookupCycle: LookupProrationInput; };

/** What to price: a plan, a currency, and quantities. */
export type CalculateRevenueInput = {
  /** The currency. */
  readonly currencyConfig: CurrencyConfigInput;
  /** The plan and the cycle. */
  readonly pricePlanDetailsConfig: PricePlanDetailsConfigInput;
  /** The usage. Omit for none. */
  readonly usageConfig?: UsageConfigInput | null | undefined;
  /** The overage. Omit for none. */
  readonly entitlementOverageConfig?: EntitlementOverageConfigInput | null | undefined;
  /** The licenses. Omit for none. */
  readonly licenseEntriesConfig?: LicenseEntriesConfigInput | null | undefined;
  /** The named licenses. Omit for none. */
  readonly namedLicenseEntriesConfig?: NamedLicenseEntriesConfigInput | null | undefined;
  /** The proration. Omit to price a whole cycle. */
  readonly prorationConfig?: ProrationConfigInput | null | undefined;
};

export type AccountFragment = { readonly togaiAccountId: string, readonly name: string, readonly invoiceCurrency: string, readonly netTermDays: number | null, readonly primaryEmail: string | null, readonly status: AccountStatus, readonly metadata: unknown, readonly tags: ReadonlyArray<string>, readonly id: string, readonly customer: { readonly customerId: string, readonly togaiCustomerId: string }, readonly aliases: { readonly nodes: ReadonlyArray<{ readonly alias: string }> }, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null } | null, readonly billingInformation: { readonly emailRecipients: ReadonlyArray<string>, readonly additionalEmailRecipients: ReadonlyArray<string> } | null, readonly settings: ReadonlyArray<{ readonly value: string, readonly namespace: string, readonly name: string, readonly dataType: SettingDataType, readonly id: string }> };

export type GetAccountsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  at: string;
}>;


export type GetAccountsQuery = { readonly accounts: { readonly nodes: ReadonlyArray<{ readonly togaiAccountId: string, readonly name: string, readonly invoiceCurrency: string, readonly netTermDays: number | null, readonly primaryEmail: string | null, readonly status: AccountStatus, readonly metadata: unknown, readonly tags: ReadonlyArray<string>, readonly id: string, readonly customer: { readonly customerId: string, readonly togaiCustomerId: string }, readonly aliases: { readonly nodes: ReadonlyArray<{ readonly alias: string }> }, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null } | null, readonly billingInformation: { readonly emailRecipients: ReadonlyArray<string>, readonly additionalEmailRecipients: ReadonlyArray<string> } | null, readonly settings: ReadonlyArray<{ readonly value: string, readonly namespace: string, readonly name: string, readonly dataType: SettingDataType, readonly id: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type GetAccountQueryVariables = Exact<{
  accountId: string;
  at: string;
}>;


export type GetAccountQuery = { readonly account: { readonly togaiAccountId: string, readonly name: string, readonly invoiceCurrency: string, readonly netTermDays: number | null, readonly primaryEmail: string | null, readonly status: AccountStatus, readonly metadata: unknown, readonly tags: ReadonlyArray<string>, readonly id: string, readonly customer: { readonly customerId: string, readonly togaiCustomerId: string }, readonly aliases: { readonly nodes: ReadonlyArray<{ readonly alias: string }> }, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null } | null, readonly billingInformation: { readonly emailRecipients: ReadonlyArray<string>, readonly additionalEmailRecipients: ReadonlyArray<string> } | null, readonly settings: ReadonlyArray<{ readonly value: string, readonly namespace: string, readonly name: string, readonly dataType: SettingDataType, readonly id: string }> } | null };

export type ListAccountAliasesQueryVariables = Exact<{
  accountId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ListAccountAliasesQuery = { readonly account: { readonly aliases: { readonly nodes: ReadonlyArray<{ readonly value: string, readonly effectiveFrom: string, readonly effectiveUntil: string, readonly createdAt: string, readonly id: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } } | null };

export type CreateAccountMutationVariables = Exact<{
  input: CreateAccountInput;
  at: string;
}>;


export type CreateAccountMutation = { readonly createAccount: { readonly account: { readonly togaiAccountId: string, readonly name: string, readonly invoiceCurrency: string, readonly netTermDays: number | null, readonly primaryEmail: string | null, readonly status: AccountStatus, readonly metadata: unknown, readonly tags: ReadonlyArray<string>, readonly id: string, readonly customer: { readonly customerId: string, readonly togaiCustomerId: string }, readonly aliases: { readonly nodes: ReadonlyArray<{ readonly alias: string }> }, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null } | null, readonly billingInformation: { readonly emailRecipients: ReadonlyArray<string>, readonly additionalEmailRecipients: ReadonlyArray<string> } | null, readonly settings: ReadonlyArray<{ readonly value: string, readonly namespace: string, readonly name: string, readonly dataType: SettingDataType, readonly id: string }> } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type UpdateAccountMutationVariables = Exact<{
  input: UpdateAccountInput;
  at: string;
}>;


export type UpdateAccountMutation = { readonly updateAccount: { readonly account: { readonly togaiAccountId: string, readonly name: string, readonly invoiceCurrency: string, readonly netTermDays: number | null, readonly primaryEmail: string | null, readonly status: AccountStatus, readonly metadata: unknown, readonly tags: ReadonlyArray<string>, readonly id: string, readonly customer: { readonly customerId: string, readonly togaiCustomerId: string }, readonly aliases: { readonly nodes: ReadonlyArray<{ readonly alias: string }> }, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null } | null, readonly billingInformation: { readonly emailRecipients: ReadonlyArray<string>, readonly additionalEmailRecipients: ReadonlyArray<string> } | null, readonly settings: ReadonlyArray<{ readonly value: string, readonly namespace: string, readonly name: string, readonly dataType: SettingDataType, readonly id: string }> } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type DeleteAccountMutationVariables = Exact<{
  input: DeleteAccountInput;
}>;


export type DeleteAccountMutation = { readonly deleteAccount: { readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type AddAliasesMutationVariables = Exact<{
  input: AddAccountAliasesInput;
  at: string;
}>;


export type AddAliasesMutation = { readonly addAccountAliases: { readonly account: { readonly togaiAccountId: string, readonly name: string, readonly invoiceCurrency: string, readonly netTermDays: number | null, readonly primaryEmail: string | null, readonly status: AccountStatus, readonly metadata: unknown, readonly tags: ReadonlyArray<string>, readonly id: string, readonly customer: { readonly customerId: string, readonly togaiCustomerId: string }, readonly aliases: { readonly nodes: ReadonlyArray<{ readonly alias: string }> }, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null } | null, readonly billingInformation: { readonly emailRecipients: ReadonlyArray<string>, readonly additionalEmailRecipients: ReadonlyArray<string> } | null, readonly settings: ReadonlyArray<{ readonly value: string, readonly namespace: string, readonly name: string, readonly dataType: SettingDataType, readonly id: string }> } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type RemoveAliasesMutationVariables = Exact<{
  input: RemoveAccountAliasesInput;
  at: string;
}>;


export type RemoveAliasesMutation = { readonly removeAccountAliases: { readonly account: { readonly togaiAccountId: string, readonly name: string, readonly invoiceCurrency: string, readonly netTermDays: number | null, readonly primaryEmail: string | null, readonly status: AccountStatus, readonly metadata: unknown, readonly tags: ReadonlyArray<string>, readonly id: string, readonly customer: { readonly customerId: string, readonly togaiCustomerId: string }, readonly aliases: { readonly nodes: ReadonlyArray<{ readonly alias: string }> }, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null } | null, readonly billingInformation: { readonly emailRecipients: ReadonlyArray<string>, readonly additionalEmailRecipients: ReadonlyArray<string> } | null, readonly settings: ReadonlyArray<{ readonly value: string, readonly namespace: string, readonly name: string, readonly dataType: SettingDataType, readonly id: string }> } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type ListAliasesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ListAliasesQuery = { readonly reservedAliases: { readonly nodes: ReadonlyArray<{ readonly value: string, readonly createdAt: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type CreateAliasMutationVariables = Exact<{
  input: ReserveAliasesInput;
}>;


export type CreateAliasMutation = { readonly reserveAliases: { readonly reservedAliases: ReadonlyArray<{ readonly value: string, readonly createdAt: string }>, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type DeleteAliasMutationVariables = Exact<{
  input: ReleaseAliasInput;
}>;


export type DeleteAliasMutation = { readonly releaseAlias: { readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type GetAliasQueryVariables = Exact<{
  value: string;
}>;


export type GetAliasQuery = { readonly reservedAlias: { readonly value: string, readonly createdAt: string } | null };

export type AddOnFragment = { readonly name: string, readonly kind: BillableKind, readonly billableName: string | null, readonly createdAt: string, readonly status: BillableItemStatus, readonly displayName: string, readonly id: string };

export type FeatureFragment = { readonly name: string, readonly billableName: string | null, readonly displayName: string, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly schemaAssociations: ReadonlyArray<{ readonly schemaName: string, readonly attributeName: string }> };

export type GetAddOnsQueryVariables = Exact<{
  where: BillableItemsWhere;
  includeArchived: boolean;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type GetAddOnsQuery = { readonly billableItems: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'AddOn', readonly name: string, readonly kind: BillableKind, readonly billableName: string | null, readonly createdAt: string, readonly status: BillableItemStatus, readonly displayName: string, readonly id: string }
      | { readonly __typename: 'Feature' }
      | { readonly __typename: 'UsageMeter' }
    >, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type CreateAddOnMutationVariables = Exact<{
  input: CreateAddOnInput;
}>;


export type CreateAddOnMutation = { readonly createAddOn: { readonly addOn: { readonly name: string, readonly kind: BillableKind, readonly billableName: string | null, readonly createdAt: string, readonly status: BillableItemStatus, readonly displayName: string, readonly id: string } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type DeleteAddOnMutationVariables = Exact<{
  input: ArchiveAddOnInput;
}>;


export type DeleteAddOnMutation = { readonly archiveAddOn: { readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type GetAddOnQueryVariables = Exact<{
  addOnId: string;
}>;


export type GetAddOnQuery = { readonly addOn: { readonly name: string, readonly kind: BillableKind, readonly billableName: string | null, readonly createdAt: string, readonly status: BillableItemStatus, readonly displayName: string, readonly id: string } | null };

export type UpdateAddOnMutationVariables = Exact<{
  input: UpdateAddOnInput;
}>;


export type UpdateAddOnMutation = { readonly updateAddOn: { readonly addOn: { readonly name: string, readonly kind: BillableKind, readonly billableName: string | null, readonly createdAt: string, readonly status: BillableItemStatus, readonly displayName: string, readonly id: string } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type GetFeaturesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type GetFeaturesQuery = { readonly billableItems: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'AddOn' }
      | { readonly __typename: 'Feature', readonly name: string, readonly billableName: string | null, readonly displayName: string, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly schemaAssociations: ReadonlyArray<{ readonly schemaName: string, readonly attributeName: string }> }
      | { readonly __typename: 'UsageMeter' }
    >, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type CreateFeatureMutationVariables = Exact<{
  input: CreateFeatureInput;
}>;


export type CreateFeatureMutation = { readonly createFeature: { readonly feature: { readonly name: string, readonly billableName: string | null, readonly displayName: string, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly schemaAssociations: ReadonlyArray<{ readonly schemaName: string, readonly attributeName: string }> } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type GetFeatureQueryVariables = Exact<{
  featureId: string;
}>;


export type GetFeatureQuery = { readonly feature: { readonly name: string, readonly billableName: string | null, readonly displayName: string, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly schemaAssociations: ReadonlyArray<{ readonly schemaName: string, readonly attributeName: string }> } | null };

export type UpdateFeatureMutationVariables = Exact<{
  input: UpdateFeatureInput;
}>;


export type UpdateFeatureMutation = { readonly updateFeature: { readonly feature: { readonly name: string, readonly billableName: string | null, readonly displayName: string, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly schemaAssociations: ReadonlyArray<{ readonly schemaName: string, readonly attributeName: string }> } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type CustomerFragment = { readonly togaiCustomerId: string, readonly name: string, readonly primaryEmail: string, readonly billingAddress: string, readonly status: CustomerStatus, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null } };

export type GetCustomersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type GetCustomersQuery = { readonly customers: { readonly nodes: ReadonlyArray<{ readonly togaiCustomerId: string, readonly name: string, readonly primaryEmail: string, readonly billingAddress: string, readonly status: CustomerStatus, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type GetCustomerQueryVariables = Exact<{
  customerId: string;
}>;


export type GetCustomerQuery = { readonly customer: { readonly togaiCustomerId: string, readonly name: string, readonly primaryEmail: string, readonly billingAddress: string, readonly status: CustomerStatus, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null } } | null };

export type CreateCustomerMutationVariables = Exact<{
  input: CreateCustomerInput;
  at: string;
}>;


export type CreateCustomerMutation = { readonly createCustomer: { readonly customer: { readonly togaiCustomerId: string, readonly name: string, readonly primaryEmail: string, readonly billingAddress: string, readonly id: string, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null }, readonly settings: ReadonlyArray<{ readonly value: string, readonly namespace: string, readonly name: string, readonly dataType: SettingDataType, readonly id: string }> } | null, readonly account: { readonly togaiAccountId: string, readonly name: string, readonly invoiceCurrency: string, readonly netTermDays: number | null, readonly primaryEmail: string | null, readonly status: AccountStatus, readonly metadata: unknown, readonly tags: ReadonlyArray<string>, readonly id: string, readonly customer: { readonly customerId: string, readonly togaiCustomerId: string }, readonly aliases: { readonly nodes: ReadonlyArray<{ readonly alias: string }> }, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null } | null, readonly billingInformation: { readonly emailRecipients: ReadonlyArray<string>, readonly additionalEmailRecipients: ReadonlyArray<string> } | null, readonly settings: ReadonlyArray<{ readonly value: string, readonly namespace: string, readonly name: string, readonly dataType: SettingDataType, readonly id: string }> } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type UpdateCustomerMutationVariables = Exact<{
  input: UpdateCustomerInput;
}>;


export type UpdateCustomerMutation = { readonly updateCustomer: { readonly customer: { readonly togaiCustomerId: string, readonly name: string, readonly primaryEmail: string, readonly billingAddress: string, readonly status: CustomerStatus, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly address: { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null } } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type DeleteCustomerMutationVariables = Exact<{
  input: DeleteCustomerInput;
}>;


export type DeleteCustomerMutation = { readonly deleteCustomer: { readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type PageFragment = { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null };

type Refusal_ValidationError_Fragment = { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> };

type Refusal_PreconditionError_Fragment = { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> };

type Refusal_NotFoundError_Fragment = { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> };

type Refusal_ConflictError_Fragment = { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> };

type Refusal_StaleDraftError_Fragment = { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> };

type Refusal_DraftCollisionError_Fragment = { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> };

type Refusal_FinalizeBlockedError_Fragment = { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> };

type Refusal_EffectiveDateError_Fragment = { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> };

type Refusal_IllegalTransitionError_Fragment = { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> };

export type RefusalFragment =
  | Refusal_ValidationError_Fragment
  | Refusal_PreconditionError_Fragment
  | Refusal_NotFoundError_Fragment
  | Refusal_ConflictError_Fragment
  | Refusal_StaleDraftError_Fragment
  | Refusal_DraftCollisionError_Fragment
  | Refusal_FinalizeBlockedError_Fragment
  | Refusal_EffectiveDateError_Fragment
  | Refusal_IllegalTransitionError_Fragment
;

export type AddressFragment = { readonly phoneNumber: string | null, readonly line1: string | null, readonly line2: string | null, readonly postalCode: string | null, readonly city: string | null, readonly state: string | null, readonly country: string | null };

export type SettingFragment = { readonly value: string, readonly namespace: string, readonly name: string, readonly dataType: SettingDataType, readonly id: string };

export type JobFragment = { readonly type: JobType, readonly settledAt: string | null, readonly updatedAt: string, readonly status: JobStatus, readonly totalJobEntries: number, readonly pendingJobEntries: number, readonly failedJobEntries: number, readonly completedJobEntries: number, readonly migrationMode: MigrationMode, readonly id: string, readonly targetVersion: { readonly pricePlanId: string, readonly version: number } };

export type GetJobsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type GetJobsQuery = { readonly jobs: { readonly nodes: ReadonlyArray<{ readonly type: JobType, readonly status: JobStatus, readonly updatedAt: string, readonly id: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type GetJobStatusQueryVariables = Exact<{
  jobId: string;
}>;


export type GetJobStatusQuery = { readonly job: { readonly type: JobType, readonly settledAt: string | null, readonly updatedAt: string, readonly status: JobStatus, readonly totalJobEntries: number, readonly pendingJobEntries: number, readonly failedJobEntries: number, readonly completedJobEntries: number, readonly migrationMode: MigrationMode, readonly id: string, readonly targetVersion: { readonly pricePlanId: string, readonly version: number } } | null };

export type GetJobEntriesQueryVariables = Exact<{
  jobId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type GetJobEntriesQuery = { readonly job: { readonly jobId: string, readonly entries: { readonly nodes: ReadonlyArray<{ readonly status: JobEntryStatus, readonly createdAt: string, readonly account: { readonly accountId: string }, readonly reason: { readonly code: UserErrorCode, readonly message: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } } | null };

export type ConfirmJobMutationVariables = Exact<{
  input: ConfirmJobInput;
}>;


export type ConfirmJobMutation = { readonly confirmJob: { readonly job: { readonly type: JobType, readonly settledAt: string | null, readonly updatedAt: string, readonly status: JobStatus, readonly totalJobEntries: number, readonly pendingJobEntries: number, readonly failedJobEntries: number, readonly completedJobEntries: number, readonly migrationMode: MigrationMode, readonly id: string, readonly targetVersion: { readonly pricePlanId: string, readonly version: number } } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type RejectJobMutationVariables = Exact<{
  input: RejectJobInput;
}>;


export type RejectJobMutation = { readonly rejectJob: { readonly job: { readonly type: JobType, readonly settledAt: string | null, readonly updatedAt: string, readonly status: JobStatus, readonly totalJobEntries: number, readonly pendingJobEntries: number, readonly failedJobEntries: number, readonly completedJobEntries: number, readonly migrationMode: MigrationMode, readonly id: string, readonly targetVersion: { readonly pricePlanId: string, readonly version: number } } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type LicenseUpdateFragment = { readonly licenseId: string, readonly quantityAfter: string, readonly effectiveFrom: string, readonly metadata: unknown, readonly createdAt: string, readonly account: { readonly accountId: string } };

export type GetLicenseUpdatesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  where?: LicenseUpdatesWhere | null | undefined;
}>;


export type GetLicenseUpdatesQuery = { readonly licenseUpdates: { readonly nodes: ReadonlyArray<{ readonly licenseId: string, readonly quantityAfter: string, readonly effectiveFrom: string, readonly metadata: unknown, readonly createdAt: string, readonly account: { readonly accountId: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type AddLicenseUpdateEntryMutationVariables = Exact<{
  input: AddLicenseUpdateInput;
}>;


export type AddLicenseUpdateEntryMutation = { readonly addLicenseUpdate: { readonly licenseUpdate: { readonly licenseId: string, readonly quantityAfter: string, readonly effectiveFrom: string, readonly metadata: unknown, readonly createdAt: string, readonly account: { readonly accountId: string } } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type PricePlanFragment = { readonly name: string, readonly description: string | null, readonly type: PricePlanType, readonly supportedCurrencies: ReadonlyArray<string>, readonly deferredRevenue: boolean, readonly allowOngoingCycleUpdates: boolean, readonly referenceId: string, readonly version: number, readonly status: PricePlanVersionStatus, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null };

export type PricingCycleFragment = { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } };

export type PricingRuleFragment = { readonly name: string, readonly version: number, readonly invoiceTiming: PricingRuleTiming | null, readonly order: number, readonly condition: string | null, readonly computation: string, readonly id: string, readonly action: { readonly type: PricingRuleActionType, readonly target: string | null, readonly description: string | null, readonly metadata: unknown, readonly id: string | null } };

export type ListPricePlansV2QueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ListPricePlansV2Query = { readonly pricePlans: { readonly nodes: ReadonlyArray<{ readonly latestVersion: { readonly name: string, readonly description: string | null, readonly type: PricePlanType, readonly supportedCurrencies: ReadonlyArray<string>, readonly deferredRevenue: boolean, readonly allowOngoingCycleUpdates: boolean, readonly referenceId: string, readonly version: number, readonly status: PricePlanVersionStatus, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type CreatePricePlanV2MutationVariables = Exact<{
  input: CreatePricePlanInput;
}>;


export type CreatePricePlanV2Mutation = { readonly createPricePlan: { readonly pricePlan: { readonly name: string, readonly description: string | null, readonly type: PricePlanType, readonly supportedCurrencies: ReadonlyArray<string>, readonly deferredRevenue: boolean, readonly allowOngoingCycleUpdates: boolean, readonly referenceId: string, readonly version: number, readonly status: PricePlanVersionStatus, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type GetPricePlanV2QueryVariables = Exact<{
  pricePlanId: string;
  version: PricePlanVersionBy;
}>;


export type GetPricePlanV2Query = { readonly pricePlan: { readonly name: string, readonly description: string | null, readonly type: PricePlanType, readonly supportedCurrencies: ReadonlyArray<string>, readonly deferredRevenue: boolean, readonly allowOngoingCycleUpdates: boolean, readonly referenceId: string, readonly version: number, readonly status: PricePlanVersionStatus, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null };

export type UpdatePricePlanV2MutationVariables = Exact<{
  input: UpdatePricePlanInput;
}>;


export type UpdatePricePlanV2Mutation = { readonly updatePricePlan: { readonly pricePlan: { readonly name: string, readonly description: string | null, readonly type: PricePlanType, readonly supportedCurrencies: ReadonlyArray<string>, readonly deferredRevenue: boolean, readonly allowOngoingCycleUpdates: boolean, readonly referenceId: string, readonly version: number, readonly status: PricePlanVersionStatus, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type FinalizePricePlanMutationVariables = Exact<{
  input: FinalizePricePlanInput;
}>;


export type FinalizePricePlanMutation = { readonly finalizePricePlan: { readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type DiscardPricePlanMutationVariables = Exact<{
  input: DiscardPricePlanInput;
}>;


export type DiscardPricePlanMutation = { readonly discardPricePlan: { readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type PricePlanMigrationV2MutationVariables = Exact<{
  input: MigratePricePlanInput;
}>;


export type PricePlanMigrationV2Mutation = { readonly migratePricePlan: { readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type ListPricePlanErrorsQueryVariables = Exact<{
  pricePlanId: string;
}>;


export type ListPricePlanErrorsQuery = { readonly pricePlan: { readonly issues: ReadonlyArray<{ readonly referenceId: string, readonly entityId: string, readonly entityType: IssueEntityType, readonly errorMessage: string }> } | null };

export type ListPricePlanPricingRulesQueryVariables = Exact<{
  pricePlanId: string;
  version: PricePlanVersionBy;
}>;


export type ListPricePlanPricingRulesQuery = { readonly pricePlan: { readonly pricingRules: ReadonlyArray<{ readonly name: string, readonly version: number, readonly invoiceTiming: PricingRuleTiming | null, readonly order: number, readonly condition: string | null, readonly computation: string, readonly id: string, readonly action: { readonly type: PricingRuleActionType, readonly target: string | null, readonly description: string | null, readonly metadata: unknown, readonly id: string | null } }> } | null };

export type UpdatePricePlanPricingRulesMutationVariables = Exact<{
  input: UpdatePricePlanPricingRulesInput;
}>;


export type UpdatePricePlanPricingRulesMutation = { readonly updatePricePlanPricingRules: { readonly pricePlan: { readonly pricingRules: ReadonlyArray<{ readonly name: string, readonly version: number, readonly invoiceTiming: PricingRuleTiming | null, readonly order: number, readonly condition: string | null, readonly computation: string, readonly id: string, readonly action: { readonly type: PricingRuleActionType, readonly target: string | null, readonly description: string | null, readonly metadata: unknown, readonly id: string | null } }> } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type ListPricePlanRateCardsQueryVariables = Exact<{
  pricePlanId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ListPricePlanRateCardsQuery = { readonly pricePlan: { readonly pricePlanId: string, readonly referenceId: string, readonly rateCards: { readonly nodes: ReadonlyArray<
        | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
        | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
        | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
        | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
      >, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } } | null };

export type BulkPricePlanRateCardOperationsMutationVariables = Exact<{
  input: BulkPricePlanRateCardOperationsInput;
}>;


export type BulkPricePlanRateCardOperationsMutation = { readonly bulkPricePlanRateCardOperations: { readonly pricePlan: { readonly pricePlanId: string, readonly referenceId: string } | null, readonly rateCards: ReadonlyArray<
      | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
      | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
      | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
      | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
    >, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type ListPricePlanVersionsQueryVariables = Exact<{
  pricePlanId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ListPricePlanVersionsQuery = { readonly pricePlan: { readonly plan: { readonly versions: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly description: string | null, readonly type: PricePlanType, readonly supportedCurrencies: ReadonlyArray<string>, readonly deferredRevenue: boolean, readonly allowOngoingCycleUpdates: boolean, readonly referenceId: string, readonly version: number, readonly status: PricePlanVersionStatus, readonly createdAt: string, readonly updatedAt: string, readonly id: string, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } } } | null };

export type OutlineFragment = { readonly accountId: string, readonly accountName: string, readonly schedules: ReadonlyArray<{ readonly pricePlanId: string, readonly pricePlanName: string, readonly startDate: string, readonly endDate: string, readonly id: string | null }> };

export type UpdatePricingScheduleBatchMutationVariables = Exact<{
  input: UpdatePricingScheduleBatchInput;
}>;


export type UpdatePricingScheduleBatchMutation = { readonly updatePricingScheduleBatch: { readonly outline: { readonly accountId: string, readonly accountName: string, readonly schedules: ReadonlyArray<{ readonly pricePlanId: string, readonly pricePlanName: string, readonly startDate: string, readonly endDate: string, readonly id: string | null }> } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type UpdatePricingScheduleMutationVariables = Exact<{
  input: UpdatePricingScheduleBatchInput;
}>;


export type UpdatePricingScheduleMutation = { readonly updatePricingScheduleBatch: { readonly outline: { readonly accountId: string, readonly accountName: string, readonly schedules: ReadonlyArray<{ readonly pricePlanId: string, readonly pricePlanName: string, readonly startDate: string, readonly endDate: string, readonly id: string | null }> } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type PlanDetailsFragment = { readonly supportedCurrencies: ReadonlyArray<string>, readonly deferredRevenue: boolean, readonly allowOngoingCycleUpdates: boolean, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null, readonly rateCards: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
      | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
      | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
      | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
    >, readonly pageInfo: { readonly hasNextPage: boolean } } };

export type GetPricingSchedulesQueryVariables = Exact<{
  accountId: string;
  from?: string | null | undefined;
  until?: string | null | undefined;
  withDetails: boolean;
  withInfo: boolean;
  cards: number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type GetPricingSchedulesQuery = { readonly account: { readonly schedules: { readonly nodes: ReadonlyArray<{ readonly startDate: string, readonly endDate: string, readonly id: string, readonly isOverriden: boolean, readonly pricePlan: { readonly pricePlanId: string, readonly version: number, readonly name: string }, readonly info?: { readonly name: string, readonly description: string | null }, readonly pricingRules?: ReadonlyArray<{ readonly name: string, readonly version: number, readonly invoiceTiming: PricingRuleTiming | null, readonly order: number, readonly condition: string | null, readonly computation: string, readonly id: string, readonly action: { readonly type: PricingRuleActionType, readonly target: string | null, readonly description: string | null, readonly metadata: unknown, readonly id: string | null } }> } & { readonly supportedCurrencies?: ReadonlyArray<string>, readonly deferredRevenue?: boolean, readonly allowOngoingCycleUpdates?: boolean, readonly pricingCycleConfig?: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null, readonly rateCards?: { readonly nodes: ReadonlyArray<
            | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
            | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
            | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
            | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
            | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
            | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
            | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
          >, readonly pageInfo: { readonly hasNextPage: boolean } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } } | null };

type Offer_Purchase_Fragment = { readonly accountId: string, readonly pricePlanId: string | null, readonly quantity: number, readonly idempotencyKey: string | null, readonly createdAt: string, readonly updatedAt: string, readonly effectiveFrom: string | null, readonly effectiveUntil: string | null, readonly status: PurchaseStatus, readonly type: PurchaseType, readonly pricePlan: { readonly version: number, readonly name: string } | null, readonly rateCardQuantities: ReadonlyArray<{ readonly rateCardName: string, readonly quantity: string }>, readonly associationOverride: { readonly supportedCurrencies: ReadonlyArray<string> | null, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly walletTopupDetails: { readonly topupAmount: { readonly amount: string }, readonly purchaseAmount: { readonly amount: string } } | null, readonly price: { readonly amount: string, readonly currency: string } };

type Offer_Proposal_Fragment = { readonly accountId: string, readonly pricePlanId: string | null, readonly quantity: number, readonly idempotencyKey: string | null, readonly createdAt: string, readonly updatedAt: string, readonly effectiveFrom: string | null, readonly effectiveUntil: string | null, readonly status: PurchaseStatus, readonly type: PurchaseType, readonly pricePlan: { readonly version: number, readonly name: string } | null, readonly rateCardQuantities: ReadonlyArray<{ readonly rateCardName: string, readonly quantity: string }>, readonly associationOverride: { readonly supportedCurrencies: ReadonlyArray<string> | null, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly walletTopupDetails: { readonly topupAmount: { readonly amount: string }, readonly purchaseAmount: { readonly amount: string } } | null, readonly price: { readonly amount: string, readonly currency: string } };

export type OfferFragment =
  | Offer_Purchase_Fragment
  | Offer_Proposal_Fragment
;

type OfferCards_Purchase_Fragment = { readonly rateCards: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
      | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
      | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
      | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
    >, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly pricePlan: { readonly rateCards: { readonly nodes: ReadonlyArray<
        | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
        | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
        | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
        | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
      >, readonly pageInfo: { readonly hasNextPage: boolean } } } | null };

type OfferCards_Proposal_Fragment = { readonly rateCards: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
      | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
      | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
      | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
    >, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly pricePlan: { readonly rateCards: { readonly nodes: ReadonlyArray<
        | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
        | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
        | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
        | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
      >, readonly pageInfo: { readonly hasNextPage: boolean } } } | null };

export type OfferCardsFragment =
  | OfferCards_Purchase_Fragment
  | OfferCards_Proposal_Fragment
;

export type ProposalFragment = { readonly expiryDate: string | null, readonly comment: string | null, readonly paymentMode: PaymentMode, readonly proposalResponseDate: string | null, readonly accountId: string, readonly pricePlanId: string | null, readonly quantity: number, readonly idempotencyKey: string | null, readonly createdAt: string, readonly updatedAt: string, readonly effectiveFrom: string | null, readonly effectiveUntil: string | null, readonly status: PurchaseStatus, readonly type: PurchaseType, readonly id: string, readonly pricePlan: { readonly version: number, readonly name: string } | null, readonly rateCardQuantities: ReadonlyArray<{ readonly rateCardName: string, readonly quantity: string }>, readonly associationOverride: { readonly supportedCurrencies: ReadonlyArray<string> | null, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly walletTopupDetails: { readonly topupAmount: { readonly amount: string }, readonly purchaseAmount: { readonly amount: string } } | null, readonly price: { readonly amount: string, readonly currency: string } };

export type PurchaseFragment = { readonly accountId: string, readonly pricePlanId: string | null, readonly quantity: number, readonly idempotencyKey: string | null, readonly createdAt: string, readonly updatedAt: string, readonly effectiveFrom: string | null, readonly effectiveUntil: string | null, readonly status: PurchaseStatus, readonly type: PurchaseType, readonly id: string, readonly pricePlan: { readonly version: number, readonly name: string } | null, readonly rateCardQuantities: ReadonlyArray<{ readonly rateCardName: string, readonly quantity: string }>, readonly associationOverride: { readonly supportedCurrencies: ReadonlyArray<string> | null, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly walletTopupDetails: { readonly topupAmount: { readonly amount: string }, readonly purchaseAmount: { readonly amount: string } } | null, readonly price: { readonly amount: string, readonly currency: string } };

export type ListAccountProposalsQueryVariables = Exact<{
  accountId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ListAccountProposalsQuery = { readonly account: { readonly proposals: { readonly nodes: ReadonlyArray<{ readonly expiryDate: string | null, readonly comment: string | null, readonly paymentMode: PaymentMode, readonly proposalResponseDate: string | null, readonly accountId: string, readonly pricePlanId: string | null, readonly quantity: number, readonly idempotencyKey: string | null, readonly createdAt: string, readonly updatedAt: string, readonly effectiveFrom: string | null, readonly effectiveUntil: string | null, readonly status: PurchaseStatus, readonly type: PurchaseType, readonly id: string, readonly pricePlan: { readonly version: number, readonly name: string } | null, readonly rateCardQuantities: ReadonlyArray<{ readonly rateCardName: string, readonly quantity: string }>, readonly associationOverride: { readonly supportedCurrencies: ReadonlyArray<string> | null, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly walletTopupDetails: { readonly topupAmount: { readonly amount: string }, readonly purchaseAmount: { readonly amount: string } } | null, readonly price: { readonly amount: string, readonly currency: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } } | null };

export type CreateProposalMutationVariables = Exact<{
  input: CreateProposalInput;
}>;


export type CreateProposalMutation = { readonly createProposal: { readonly proposal: { readonly expiryDate: string | null, readonly comment: string | null, readonly paymentMode: PaymentMode, readonly proposalResponseDate: string | null, readonly accountId: string, readonly pricePlanId: string | null, readonly quantity: number, readonly idempotencyKey: string | null, readonly createdAt: string, readonly updatedAt: string, readonly effectiveFrom: string | null, readonly effectiveUntil: string | null, readonly status: PurchaseStatus, readonly type: PurchaseType, readonly id: string, readonly rateCards: { readonly nodes: ReadonlyArray<
          | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
          | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
          | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
          | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
        >, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly pricePlan: { readonly version: number, readonly name: string, readonly rateCards: { readonly nodes: ReadonlyArray<
            | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
            | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
            | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
            | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
            | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
            | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
            | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
          >, readonly pageInfo: { readonly hasNextPage: boolean } } } | null, readonly rateCardQuantities: ReadonlyArray<{ readonly rateCardName: string, readonly quantity: string }>, readonly associationOverride: { readonly supportedCurrencies: ReadonlyArray<string> | null, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly walletTopupDetails: { readonly topupAmount: { readonly amount: string }, readonly purchaseAmount: { readonly amount: string } } | null, readonly price: { readonly amount: string, readonly currency: string } } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type GetProposalQueryVariables = Exact<{
  proposalId: string;
}>;


export type GetProposalQuery = { readonly proposal: { readonly expiryDate: string | null, readonly comment: string | null, readonly paymentMode: PaymentMode, readonly proposalResponseDate: string | null, readonly accountId: string, readonly pricePlanId: string | null, readonly quantity: number, readonly idempotencyKey: string | null, readonly createdAt: string, readonly updatedAt: string, readonly effectiveFrom: string | null, readonly effectiveUntil: string | null, readonly status: PurchaseStatus, readonly type: PurchaseType, readonly id: string, readonly rateCards: { readonly nodes: ReadonlyArray<
        | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
        | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
        | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
        | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
      >, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly pricePlan: { readonly version: number, readonly name: string, readonly rateCards: { readonly nodes: ReadonlyArray<
          | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
          | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
          | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
          | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
        >, readonly pageInfo: { readonly hasNextPage: boolean } } } | null, readonly rateCardQuantities: ReadonlyArray<{ readonly rateCardName: string, readonly quantity: string }>, readonly associationOverride: { readonly supportedCurrencies: ReadonlyArray<string> | null, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly walletTopupDetails: { readonly topupAmount: { readonly amount: string }, readonly purchaseAmount: { readonly amount: string } } | null, readonly price: { readonly amount: string, readonly currency: string } } | null };

export type UpdateProposalStatusMutationVariables = Exact<{
  input: UpdateProposalStatusInput;
}>;


export type UpdateProposalStatusMutation = { readonly updateProposalStatus: { readonly proposal: { readonly expiryDate: string | null, readonly comment: string | null, readonly paymentMode: PaymentMode, readonly proposalResponseDate: string | null, readonly accountId: string, readonly pricePlanId: string | null, readonly quantity: number, readonly idempotencyKey: string | null, readonly createdAt: string, readonly updatedAt: string, readonly effectiveFrom: string | null, readonly effectiveUntil: string | null, readonly status: PurchaseStatus, readonly type: PurchaseType, readonly id: string, readonly rateCards: { readonly nodes: ReadonlyArray<
          | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
          | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
          | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
          | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
        >, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly pricePlan: { readonly version: number, readonly name: string, readonly rateCards: { readonly nodes: ReadonlyArray<
            | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
            | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
            | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
            | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
            | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
            | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
            | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
          >, readonly pageInfo: { readonly hasNextPage: boolean } } } | null, readonly rateCardQuantities: ReadonlyArray<{ readonly rateCardName: string, readonly quantity: string }>, readonly associationOverride: { readonly supportedCurrencies: ReadonlyArray<string> | null, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly walletTopupDetails: { readonly topupAmount: { readonly amount: string }, readonly purchaseAmount: { readonly amount: string } } | null, readonly price: { readonly amount: string, readonly currency: string } } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type ListAccountPurchasesQueryVariables = Exact<{
  accountId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ListAccountPurchasesQuery = { readonly account: { readonly purchases: { readonly nodes: ReadonlyArray<{ readonly accountId: string, readonly pricePlanId: string | null, readonly quantity: number, readonly idempotencyKey: string | null, readonly createdAt: string, readonly updatedAt: string, readonly effectiveFrom: string | null, readonly effectiveUntil: string | null, readonly status: PurchaseStatus, readonly type: PurchaseType, readonly id: string, readonly pricePlan: { readonly version: number, readonly name: string } | null, readonly rateCardQuantities: ReadonlyArray<{ readonly rateCardName: string, readonly quantity: string }>, readonly associationOverride: { readonly supportedCurrencies: ReadonlyArray<string> | null, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly walletTopupDetails: { readonly topupAmount: { readonly amount: string }, readonly purchaseAmount: { readonly amount: string } } | null, readonly price: { readonly amount: string, readonly currency: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } } | null };

export type InitiateOneTimeEntitlementPlanMutationVariables = Exact<{
  input: InitiatePurchaseInput;
}>;


export type InitiateOneTimeEntitlementPlanMutation = { readonly initiatePurchase: { readonly purchase: { readonly accountId: string, readonly pricePlanId: string | null, readonly quantity: number, readonly idempotencyKey: string | null, readonly createdAt: string, readonly updatedAt: string, readonly effectiveFrom: string | null, readonly effectiveUntil: string | null, readonly status: PurchaseStatus, readonly type: PurchaseType, readonly id: string, readonly rateCards: { readonly nodes: ReadonlyArray<
          | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
          | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
          | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
          | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
        >, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly pricePlan: { readonly version: number, readonly name: string, readonly rateCards: { readonly nodes: ReadonlyArray<
            | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
            | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
            | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
            | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
            | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
            | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
            | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
          >, readonly pageInfo: { readonly hasNextPage: boolean } } } | null, readonly rateCardQuantities: ReadonlyArray<{ readonly rateCardName: string, readonly quantity: string }>, readonly associationOverride: { readonly supportedCurrencies: ReadonlyArray<string> | null, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly walletTopupDetails: { readonly topupAmount: { readonly amount: string }, readonly purchaseAmount: { readonly amount: string } } | null, readonly price: { readonly amount: string, readonly currency: string } } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type GetPurchaseQueryVariables = Exact<{
  purchaseId: string;
}>;


export type GetPurchaseQuery = { readonly purchase: { readonly accountId: string, readonly pricePlanId: string | null, readonly quantity: number, readonly idempotencyKey: string | null, readonly createdAt: string, readonly updatedAt: string, readonly effectiveFrom: string | null, readonly effectiveUntil: string | null, readonly status: PurchaseStatus, readonly type: PurchaseType, readonly id: string, readonly terms: { readonly type: PricePlanType, readonly supportedCurrencies: ReadonlyArray<string>, readonly deferredRevenue: boolean, readonly allowOngoingCycleUpdates: boolean, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly entitlements: { readonly nodes: ReadonlyArray<{ readonly creditsGranted: string, readonly createdAt: string, readonly effectiveFrom: string, readonly effectiveUntil: string, readonly feature: { readonly featureId: string, readonly name: string } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly rateCards: { readonly nodes: ReadonlyArray<
        | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
        | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
        | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
        | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
      >, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly pricePlan: { readonly version: number, readonly name: string, readonly rateCards: { readonly nodes: ReadonlyArray<
          | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
          | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
          | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
          | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
          | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
        >, readonly pageInfo: { readonly hasNextPage: boolean } } } | null, readonly rateCardQuantities: ReadonlyArray<{ readonly rateCardName: string, readonly quantity: string }>, readonly associationOverride: { readonly supportedCurrencies: ReadonlyArray<string> | null, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null } | null, readonly walletTopupDetails: { readonly topupAmount: { readonly amount: string }, readonly purchaseAmount: { readonly amount: string } } | null, readonly price: { readonly amount: string, readonly currency: string } } | null };

type RateCard_FixedFeeRateCard_Fragment = { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } };

type RateCard_LicenseRateCard_Fragment = { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null };

type RateCard_UsageRateCard_Fragment = { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> };

type RateCard_BillingEntitlementRateCard_Fragment = { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } };

type RateCard_EntitlementOverageRateCard_Fragment = { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } };

type RateCard_CreditGrantRateCard_Fragment = { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } };

type RateCard_MinimumCommitmentRateCard_Fragment = { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> };

export type RateCardFragment =
  | RateCard_FixedFeeRateCard_Fragment
  | RateCard_LicenseRateCard_Fragment
  | RateCard_UsageRateCard_Fragment
  | RateCard_BillingEntitlementRateCard_Fragment
  | RateCard_EntitlementOverageRateCard_Fragment
  | RateCard_CreditGrantRateCard_Fragment
  | RateCard_MinimumCommitmentRateCard_Fragment
;

export type RatePlanFragment = { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> };

export type RateValueFragment = { readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null };

export type ExactFragment = { readonly decimal: string | null, readonly numerator: string, readonly denominator: string };

export type SlabFragment = { readonly order: number, readonly usage: { readonly decimal: string | null, readonly numerator: string, readonly denominator: string } | null, readonly revenue: { readonly amount: string }, readonly metadata: { readonly minimumRateApplied: boolean, readonly maximumRateApplied: boolean, readonly packageQuantity: string | null } };

export type CalculateRevenueV2QueryVariables = Exact<{
  input: CalculateRevenueInput;
}>;


export type CalculateRevenueV2Query = { readonly calculateRevenue: { readonly currency: string | null, readonly source: { readonly pricePlanId: string, readonly referenceId: string, readonly scheduleId: string | null } | null, readonly revenueInfo: ReadonlyArray<{ readonly rateCard: { readonly name: string, readonly type: RateCardType, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly billableId: string | null }, readonly usages: ReadonlyArray<{ readonly billableId: string, readonly quantity: { readonly decimal: string | null, readonly numerator: string, readonly denominator: string } }>, readonly fixedFeeRevenueSummary: { readonly revenue: { readonly amount: string } } | null, readonly licenseRevenueSummary: ReadonlyArray<{ readonly order: number, readonly usage: { readonly decimal: string | null, readonly numerator: string, readonly denominator: string } | null, readonly revenue: { readonly amount: string }, readonly metadata: { readonly minimumRateApplied: boolean, readonly maximumRateApplied: boolean, readonly packageQuantity: string | null } }> | null, readonly billingEntitlementRevenueSummary: { readonly revenue: { readonly amount: string } } | null, readonly creditGrantRevenueSummary: { readonly revenue: { readonly amount: string } } | null, readonly entitlementOverageRevenueSummary: { readonly revenue: { readonly amount: string } } | null, readonly slabRevenueSummaries: ReadonlyArray<{ readonly order: number, readonly usage: { readonly decimal: string | null, readonly numerator: string, readonly denominator: string } | null, readonly revenue: { readonly amount: string }, readonly metadata: { readonly minimumRateApplied: boolean, readonly maximumRateApplied: boolean, readonly packageQuantity: string | null } }> | null }>, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type ScheduleFragment = { readonly supportedCurrencies: ReadonlyArray<string>, readonly deferredRevenue: boolean, readonly allowOngoingCycleUpdates: boolean, readonly isOverridden: boolean, readonly startDate: string, readonly endDate: string, readonly id: string, readonly pricePlan: { readonly pricePlanId: string, readonly version: number, readonly name: string, readonly description: string | null }, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null, readonly pricingRules: ReadonlyArray<{ readonly name: string, readonly version: number, readonly invoiceTiming: PricingRuleTiming | null, readonly order: number, readonly condition: string | null, readonly computation: string, readonly id: string, readonly action: { readonly type: PricingRuleActionType, readonly target: string | null, readonly description: string | null, readonly metadata: unknown, readonly id: string | null } }> };

export type PlanOverrideFragment = { readonly startDate: string, readonly endDate: string, readonly id: string, readonly pricePlan: { readonly pricePlanId: string, readonly name: string } };

export type ListaccountSchedulesQueryVariables = Exact<{
  accountId: string;
  isDraft: boolean;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  draftFirst?: number | null | undefined;
  draftAfter?: string | null | undefined;
  draftLast?: number | null | undefined;
  draftBefore?: string | null | undefined;
}>;


export type ListaccountSchedulesQuery = { readonly account: { readonly accountId: string, readonly schedules?: { readonly nodes: ReadonlyArray<{ readonly supportedCurrencies: ReadonlyArray<string>, readonly deferredRevenue: boolean, readonly allowOngoingCycleUpdates: boolean, readonly isOverridden: boolean, readonly startDate: string, readonly endDate: string, readonly id: string, readonly pricePlan: { readonly pricePlanId: string, readonly version: number, readonly name: string, readonly description: string | null }, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null, readonly pricingRules: ReadonlyArray<{ readonly name: string, readonly version: number, readonly invoiceTiming: PricingRuleTiming | null, readonly order: number, readonly condition: string | null, readonly computation: string, readonly id: string, readonly action: { readonly type: PricingRuleActionType, readonly target: string | null, readonly description: string | null, readonly metadata: unknown, readonly id: string | null } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } }, readonly draft?: { readonly schedules: { readonly nodes: ReadonlyArray<{ readonly supportedCurrencies: ReadonlyArray<string>, readonly deferredRevenue: boolean, readonly allowOngoingCycleUpdates: boolean, readonly isOverridden: boolean, readonly startDate: string, readonly endDate: string, readonly id: string, readonly pricePlan: { readonly pricePlanId: string, readonly version: number, readonly name: string, readonly description: string | null }, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null, readonly pricingRules: ReadonlyArray<{ readonly name: string, readonly version: number, readonly invoiceTiming: PricingRuleTiming | null, readonly order: number, readonly condition: string | null, readonly computation: string, readonly id: string, readonly action: { readonly type: PricingRuleActionType, readonly target: string | null, readonly description: string | null, readonly metadata: unknown, readonly id: string | null } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } } | null } | null };

export type BulkEditSchedulesMutationVariables = Exact<{
  input: BulkEditSchedulesInput;
}>;


export type BulkEditSchedulesMutation = { readonly bulkEditSchedules: { readonly account: { readonly accountId: string, readonly accountName: string } | null, readonly schedules: ReadonlyArray<{ readonly startDate: string, readonly endDate: string, readonly id: string, readonly pricePlan: { readonly pricePlanId: string, readonly name: string } }>, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type FinalizeAccountSchedulesMutationVariables = Exact<{
  input: FinalizeAccountSchedulesInput;
  first: number;
}>;


export type FinalizeAccountSchedulesMutation = { readonly finalizeAccountSchedules: { readonly account: { readonly accountId: string, readonly schedules: { readonly nodes: ReadonlyArray<{ readonly supportedCurrencies: ReadonlyArray<string>, readonly deferredRevenue: boolean, readonly allowOngoingCycleUpdates: boolean, readonly isOverridden: boolean, readonly startDate: string, readonly endDate: string, readonly id: string, readonly pricePlan: { readonly pricePlanId: string, readonly version: number, readonly name: string, readonly description: string | null }, readonly pricingCycleConfig: { readonly interval: PricingCycleInterval, readonly gracePeriod: number, readonly anniversaryCycle: boolean, readonly startOffset: { readonly dayOffset: string, readonly monthOffset: string } } | null, readonly pricingRules: ReadonlyArray<{ readonly name: string, readonly version: number, readonly invoiceTiming: PricingRuleTiming | null, readonly order: number, readonly condition: string | null, readonly computation: string, readonly id: string, readonly action: { readonly type: PricingRuleActionType, readonly target: string | null, readonly description: string | null, readonly metadata: unknown, readonly id: string | null } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type DiscardAccountSchedulesMutationVariables = Exact<{
  input: DiscardAccountSchedulesInput;
}>;


export type DiscardAccountSchedulesMutation = { readonly discardAccountSchedules: { readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type ListPricingRulesQueryVariables = Exact<{
  scheduleId: string;
  mode: ScheduleMode;
}>;


export type ListPricingRulesQuery = { readonly schedule: { readonly pricingRules: ReadonlyArray<{ readonly name: string, readonly version: number, readonly invoiceTiming: PricingRuleTiming | null, readonly order: number, readonly condition: string | null, readonly computation: string, readonly id: string, readonly action: { readonly type: PricingRuleActionType, readonly target: string | null, readonly description: string | null, readonly metadata: unknown, readonly id: string | null } }> } | null };

export type UpdatePricingRulesMutationVariables = Exact<{
  input: UpdateSchedulePricingRulesInput;
}>;


export type UpdatePricingRulesMutation = { readonly updateSchedulePricingRules: { readonly schedule: { readonly pricingRules: ReadonlyArray<{ readonly name: string, readonly version: number, readonly invoiceTiming: PricingRuleTiming | null, readonly order: number, readonly condition: string | null, readonly computation: string, readonly id: string, readonly action: { readonly type: PricingRuleActionType, readonly target: string | null, readonly description: string | null, readonly metadata: unknown, readonly id: string | null } }> } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type ListScheduleRateCardsQueryVariables = Exact<{
  scheduleId: string;
  mode: ScheduleMode;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ListScheduleRateCardsQuery = { readonly schedule: { readonly scheduleId: string, readonly account: { readonly accountId: string }, readonly pricePlan: { readonly pricePlanId: string }, readonly rateCards: { readonly nodes: ReadonlyArray<
        | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
        | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
        | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
        | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
        | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
      >, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } } | null };

export type BulkRateCardOperationsOnScheduleMutationVariables = Exact<{
  input: BulkRateCardOperationsOnScheduleInput;
}>;


export type BulkRateCardOperationsOnScheduleMutation = { readonly bulkRateCardOperationsOnSchedule: { readonly schedule: { readonly scheduleId: string, readonly account: { readonly accountId: string }, readonly pricePlan: { readonly pricePlanId: string } } | null, readonly rateCards: ReadonlyArray<
      | { readonly __typename: 'FixedFeeRateCard', readonly enableProration: boolean, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'LicenseRateCard', readonly enableProration: boolean, readonly usageCycle: PricingCycleInterval | null, readonly proratedRefundMode: ProratedRefundMode | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly config: { readonly maxQuantity: number, readonly maxQuantityBreachAction: MaxQuantityBreachAction | null } | null }
      | { readonly __typename: 'UsageRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }
      | { readonly __typename: 'BillingEntitlementRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly featureConfigs: ReadonlyArray<{ readonly effectiveFrom: string | null, readonly effectiveUntil: string, readonly featureCreditLimit: string }>, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'EntitlementOverageRateCard', readonly maxQuantity: string | null, readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly ratePlan: { readonly pricingModel: PricingModel, readonly slabs: ReadonlyArray<{ readonly order: number, readonly startAfter: string, readonly priceType: PriceType, readonly slabConfig: { readonly packageSize: string | null } | null }> }, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly slabRates: ReadonlyArray<{ readonly order: number, readonly rate: string, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }>, readonly billingConfig: { readonly interval: number, readonly startOffset: number } }
      | { readonly __typename: 'CreditGrantRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly type: ChargeType, readonly family: RateCardType, readonly grantDetails: { readonly priority: number, readonly expiryType: ExpiryType, readonly expiryDuration: string | null, readonly applicableEntityIds: ReadonlyArray<string> }, readonly rateDetails: { readonly pricingModel: PricingModel, readonly currencySlabRateDetails: ReadonlyArray<{ readonly currency: string, readonly creditAmount: string, readonly slabDetails: ReadonlyArray<{ readonly startAfter: string, readonly priceType: PriceType, readonly rate: string, readonly slabConfig: { readonly packageSize: string | null } | null, readonly slabRateConfig: { readonly minimum: string | null, readonly maximum: string | null } | null }>, readonly rateConfig: { readonly minimumRate: string | null, readonly maximumRate: string | null } | null }> }, readonly recurrenceConfig: { readonly interval: number, readonly offset: number } }
      | { readonly __typename: 'MinimumCommitmentRateCard', readonly name: string, readonly billableId: string | null, readonly displayName: string, readonly tag: string | null, readonly invoiceTiming: InvoiceTiming, readonly currencies: ReadonlyArray<string>, readonly family: RateCardType, readonly rateValues: ReadonlyArray<{ readonly currency: string, readonly rate: string }> }
    >, readonly userErrors: ReadonlyArray<
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type ListScheduleErrorsQueryVariables = Exact<{
  scheduleId: string;
}>;


export type ListScheduleErrorsQuery = { readonly schedule: { readonly issues: ReadonlyArray<{ readonly referenceId: string, readonly entityId: string, readonly entityType: IssueEntityType, readonly errorMessage: string }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
const fragmentAccount = `fragment Account on Account{id:accountId togaiAccountId name customer{customerId togaiCustomerId}invoiceCurrency aliases(first:10 at:$at){nodes{alias:value}}netTermDays address{...Address}primaryEmail billingInformation{emailRecipients additionalEmailRecipients}status settings{...Setting}metadata tags}`;
const fragmentPage = `fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}`;
const fragmentAddress = `fragment Address on Address{phoneNumber line1 line2 postalCode city state country}`;
const fragmentSetting = `fragment Setting on Setting{id:settingId value namespace name dataType}`;
const fragmentRefusal = `fragment Refusal on UserError{code message path}`;
const fragmentAddOn = `fragment AddOn on AddOn{name kind billableName id:addOnId createdAt status displayName}`;
const fragmentFeature = `fragment Feature on Feature{id:featureId name billableName displayName schemaAssociations{schemaName attributeName}createdAt updatedAt}`;
const fragmentCustomer = `fragment Customer on Customer{id:customerId togaiCustomerId name primaryEmail billingAddress address{...Address}status createdAt updatedAt}`;
const fragmentJob = `fragment Job on Job{id:jobId type settledAt updatedAt status totalJobEntries pendingJobEntries failedJobEntries completedJobEntries migrationMode targetVersion{pricePlanId version}}`;
const fragmentLicenseUpdate = `fragment LicenseUpdate on LicenseUpdate{licenseId account{accountId}quantityAfter effectiveFrom metadata createdAt}`;
const fragmentPricePlan = `fragment PricePlan on PricePlanVersion{name description type pricingCycleConfig{...PricingCycle}supportedCurrencies deferredRevenue allowOngoingCycleUpdates id:pricePlanId referenceId version status createdAt updatedAt}`;
const fragmentPricingCycle = `fragment PricingCycle on PricingCycleConfig{interval startOffset{dayOffset monthOffset}gracePeriod anniversaryCycle}`;
const fragmentPricingRule = `fragment PricingRule on PricingRule{id:pricingRuleId name version invoiceTiming order condition computation action{type target id:actionId description metadata}}`;
const fragmentRateCard = `fragment RateCard on RateCard{__typename name family:type billableId displayName tag invoiceTiming currencies ...on FixedFeeRateCard{type:feeType rateValues{currency rate}enableProration recurrenceConfig{interval offset}}...on LicenseRateCard{ratePlan{...RatePlan}rateValues{...RateValue}enableProration usageCycle config{maxQuantity maxQuantityBreachAction}proratedRefundMode}...on UsageRateCard{ratePlan{...RatePlan}rateValues{...RateValue}}...on BillingEntitlementRateCard{featureConfigs{effectiveFrom effectiveUntil featureCreditLimit}ratePlan{...RatePlan}rateValues{...RateValue}recurrenceConfig{interval offset}}...on EntitlementOverageRateCard{maxQuantity ratePlan{...RatePlan}rateValues{...RateValue}billingConfig{interval startOffset}}...on CreditGrantRateCard{type:grantType grantDetails{priority expiryType expiryDuration applicableEntityIds}rateDetails{pricingModel currencySlabRateDetails{currency creditAmount slabDetails{startAfter priceType slabConfig{packageSize}rate slabRateConfig{minimum maximum}}rateConfig{minimumRate maximumRate}}}recurrenceConfig{interval offset}}...on MinimumCommitmentRateCard{rateValues{currency rate}}}`;
const fragmentRatePlan = `fragment RatePlan on RatePlan{pricingModel slabs{order startAfter priceType slabConfig{packageSize}}}`;
const fragmentRateValue = `fragment RateValue on RateValue{currency slabRates{order rate slabRateConfig{minimum maximum}}rateConfig{minimumRate maximumRate}}`;
const fragmentOutline = `fragment Outline on TimelineOutline{accountId accountName schedules{id:scheduleId pricePlanId pricePlanName startDate endDate}}`;
const fragmentPlanDetails = `fragment PlanDetails on Schedule{supportedCurrencies pricingCycleConfig{...PricingCycle}deferredRevenue allowOngoingCycleUpdates rateCards(first:$cards){nodes{...RateCard}pageInfo{hasNextPage}}}`;
const fragmentOffer = `fragment Offer on PurchaseTerms{accountId pricePlanId pricePlan{version name}quantity rateCardQuantities{rateCardName quantity}idempotencyKey associationOverride{pricingCycleConfig{...PricingCycle}supportedCurrencies}walletTopupDetails{topupAmount{amount}purchaseAmount{amount}}createdAt updatedAt effectiveFrom effectiveUntil price{amount currency}status type}`;
const fragmentProposal = `fragment Proposal on Proposal{id:proposalId ...Offer expiryDate comment paymentMode proposalResponseDate}`;
const fragmentOfferCards = `fragment OfferCards on PurchaseTerms{rateCards(first:100){nodes{...RateCard}pageInfo{hasNextPage}}pricePlan{rateCards(first:100){nodes{...RateCard}pageInfo{hasNextPage}}}}`;
const fragmentPurchase = `fragment Purchase on Purchase{id:purchaseId ...Offer}`;
const fragmentExact = `fragment Exact on ExactNumber{decimal numerator denominator}`;
const fragmentSlab = `fragment Slab on SlabRevenueSummary{order usage{...Exact}revenue{amount}metadata{minimumRateApplied maximumRateApplied packageQuantity}}`;
const fragmentSchedule = `fragment Schedule on Schedule{id:scheduleId pricePlan{pricePlanId version name description}supportedCurrencies pricingCycleConfig{...PricingCycle}pricingRules{...PricingRule}deferredRevenue allowOngoingCycleUpdates isOverridden startDate endDate}`;
const fragmentPlanOverride = `fragment PlanOverride on Schedule{id:scheduleId pricePlan{pricePlanId name}startDate endDate}`;
export const GetAccountsDocument = new TypedDocumentString(`query getAccounts($first:Int$after:String$last:Int$before:String$at:DateTime!){accounts(first:$first after:$after last:$last before:$before){nodes{...Account}pageInfo{...Page}}} ${fragmentAccount} ${fragmentPage} ${fragmentAddress} ${fragmentSetting}`) as unknown as TypedDocumentString<GetAccountsQuery, GetAccountsQueryVariables>;
export const GetAccountDocument = new TypedDocumentString(`query getAccount($accountId:String!$at:DateTime!){account(by:{accountId:$accountId}){...Account}} ${fragmentAccount} ${fragmentAddress} ${fragmentSetting}`) as unknown as TypedDocumentString<GetAccountQuery, GetAccountQueryVariables>;
export const ListAccountAliasesDocument = new TypedDocumentString(`query listAccountAliases($accountId:String!$first:Int$after:String$last:Int$before:String){account(by:{accountId:$accountId}){aliases(first:$first after:$after last:$last before:$before){nodes{id:aliasId value effectiveFrom effectiveUntil createdAt}pageInfo{...Page}}}} ${fragmentPage}`) as unknown as TypedDocumentString<ListAccountAliasesQuery, ListAccountAliasesQueryVariables>;
export const CreateAccountDocument = new TypedDocumentString(`mutation createAccount($input:CreateAccountInput!$at:DateTime!){createAccount(input:$input){account{...Account}userErrors{...Refusal}}} ${fragmentAccount} ${fragmentRefusal} ${fragmentAddress} ${fragmentSetting}`) as unknown as TypedDocumentString<CreateAccountMutation, CreateAccountMutationVariables>;
export const UpdateAccountDocument = new TypedDocumentString(`mutation updateAccount($input:UpdateAccountInput!$at:DateTime!){updateAccount(input:$input){account{...Account}userErrors{...Refusal}}} ${fragmentAccount} ${fragmentRefusal} ${fragmentAddress} ${fragmentSetting}`) as unknown as TypedDocumentString<UpdateAccountMutation, UpdateAccountMutationVariables>;
export const DeleteAccountDocument = new TypedDocumentString(`mutation deleteAccount($input:DeleteAccountInput!){deleteAccount(input:$input){userErrors{...Refusal}}} ${fragmentRefusal}`) as unknown as TypedDocumentString<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const AddAliasesDocument = new TypedDocumentString(`mutation addAliases($input:AddAccountAliasesInput!$at:DateTime!){addAccountAliases(input:$input){account{...Account}userErrors{...Refusal}}} ${fragmentAccount} ${fragmentRefusal} ${fragmentAddress} ${fragmentSetting}`) as unknown as TypedDocumentString<AddAliasesMutation, AddAliasesMutationVariables>;
export const RemoveAliasesDocument = new TypedDocumentString(`mutation removeAliases($input:RemoveAccountAliasesInput!$at:DateTime!){removeAccountAliases(input:$input){account{...Account}userErrors{...Refusal}}} ${fragmentAccount} ${fragmentRefusal} ${fragmentAddress} ${fragmentSetting}`) as unknown as TypedDocumentString<RemoveAliasesMutation, RemoveAliasesMutationVariables>;
export const ListAliasesDocument = new TypedDocumentString(`query listAliases($first:Int$after:String$last:Int$before:String){reservedAliases(first:$first after:$after last:$last before:$before){nodes{value createdAt}pageInfo{...Page}}} ${fragmentPage}`) as unknown as TypedDocumentString<ListAliasesQuery, ListAliasesQueryVariables>;
export const CreateAliasDocument = new TypedDocumentString(`mutation createAlias($input:ReserveAliasesInput!){reserveAliases(input:$input){reservedAliases{value createdAt}userErrors{...Refusal}}} ${fragmentRefusal}`) as unknown as TypedDocumentString<CreateAliasMutation, CreateAliasMutationVariables>;
export const DeleteAliasDocument = new TypedDocumentString(`mutation deleteAlias($input:ReleaseAliasInput!){releaseAlias(input:$input){userErrors{...Refusal}}} ${fragmentRefusal}`) as unknown as TypedDocumentString<DeleteAliasMutation, DeleteAliasMutationVariables>;
export const GetAliasDocument = new TypedDocumentString(`query getAlias($value:String!){reservedAlias(value:$value){value createdAt}}`) as unknown as TypedDocumentString<GetAliasQuery, GetAliasQueryVariables>;
export const GetAddOnsDocument = new TypedDocumentString(`query getAddOns($where:BillableItemsWhere!$includeArchived:Boolean!$first:Int$after:String$last:Int$before:String){billableItems(where:$where includeArchived:$includeArchived first:$first after:$after last:$last before:$before){nodes{__typename ...AddOn}pageInfo{...Page}}} ${fragmentAddOn} ${fragmentPage}`) as unknown as TypedDocumentString<GetAddOnsQuery, GetAddOnsQueryVariables>;
export const CreateAddOnDocument = new TypedDocumentString(`mutation createAddOn($input:CreateAddOnInput!){createAddOn(input:$input){addOn{...AddOn}userErrors{...Refusal}}} ${fragmentAddOn} ${fragmentRefusal}`) as unknown as TypedDocumentString<CreateAddOnMutation, CreateAddOnMutationVariables>;
export const DeleteAddOnDocument = new TypedDocumentString(`mutation deleteAddOn($input:ArchiveAddOnInput!){archiveAddOn(input:$input){userErrors{...Refusal}}} ${fragmentRefusal}`) as unknown as TypedDocumentString<DeleteAddOnMutation, DeleteAddOnMutationVariables>;
export const GetAddOnDocument = new TypedDocumentString(`query getAddOn($addOnId:String!){addOn(addOnId:$addOnId){...AddOn}} ${fragmentAddOn}`) as unknown as TypedDocumentString<GetAddOnQuery, GetAddOnQueryVariables>;
export const UpdateAddOnDocument = new TypedDocumentString(`mutation updateAddOn($input:UpdateAddOnInput!){updateAddOn(input:$input){addOn{...AddOn}userErrors{...Refusal}}} ${fragmentAddOn} ${fragmentRefusal}`) as unknown as TypedDocumentString<UpdateAddOnMutation, UpdateAddOnMutationVariables>;
export const GetFeaturesDocument = new TypedDocumentString(`query getFeatures($first:Int$after:String$last:Int$before:String){billableItems(where:{kind:{eq:FEATURE}}first:$first after:$after last:$last before:$before){nodes{__typename ...Feature}pageInfo{...Page}}} ${fragmentFeature} ${fragmentPage}`) as unknown as TypedDocumentString<GetFeaturesQuery, GetFeaturesQueryVariables>;
export const CreateFeatureDocument = new TypedDocumentString(`mutation createFeature($input:CreateFeatureInput!){createFeature(input:$input){feature{...Feature}userErrors{...Refusal}}} ${fragmentFeature} ${fragmentRefusal}`) as unknown as TypedDocumentString<CreateFeatureMutation, CreateFeatureMutationVariables>;
export const GetFeatureDocument = new TypedDocumentString(`query getFeature($featureId:String!){feature(featureId:$featureId){...Feature}} ${fragmentFeature}`) as unknown as TypedDocumentString<GetFeatureQuery, GetFeatureQueryVariables>;
export const UpdateFeatureDocument = new TypedDocumentString(`mutation updateFeature($input:UpdateFeatureInput!){updateFeature(input:$input){feature{...Feature}userErrors{...Refusal}}} ${fragmentFeature} ${fragmentRefusal}`) as unknown as TypedDocumentString<UpdateFeatureMutation, UpdateFeatureMutationVariables>;
export const GetCustomersDocument = new TypedDocumentString(`query getCustomers($first:Int$after:String$last:Int$before:String){customers(first:$first after:$after last:$last before:$before){nodes{...Customer}pageInfo{...Page}}} ${fragmentCustomer} ${fragmentPage} ${fragmentAddress}`) as unknown as TypedDocumentString<GetCustomersQuery, GetCustomersQueryVariables>;
export const GetCustomerDocument = new TypedDocumentString(`query getCustomer($customerId:String!){customer(customerId:$customerId){...Customer}} ${fragmentCustomer} ${fragmentAddress}`) as unknown as TypedDocumentString<GetCustomerQuery, GetCustomerQueryVariables>;
export const CreateCustomerDocument = new TypedDocumentString(`mutation createCustomer($input:CreateCustomerInput!$at:DateTime!){createCustomer(input:$input){customer{id:customerId togaiCustomerId name primaryEmail billingAddress address{...Address}settings{...Setting}}account{...Account}userErrors{...Refusal}}} ${fragmentAccount} ${fragmentRefusal} ${fragmentAddress} ${fragmentSetting}`) as unknown as TypedDocumentString<CreateCustomerMutation, CreateCustomerMutationVariables>;
export const UpdateCustomerDocument = new TypedDocumentString(`mutation updateCustomer($input:UpdateCustomerInput!){updateCustomer(input:$input){customer{...Customer}userErrors{...Refusal}}} ${fragmentCustomer} ${fragmentRefusal} ${fragmentAddress}`) as unknown as TypedDocumentString<UpdateCustomerMutation, UpdateCustomerMutationVariables>;
export const DeleteCustomerDocument = new TypedDocumentString(`mutation deleteCustomer($input:DeleteCustomerInput!){deleteCustomer(input:$input){userErrors{...Refusal}}} ${fragmentRefusal}`) as unknown as TypedDocumentString<DeleteCustomerMutation, DeleteCustomerMutationVariables>;
export const GetJobsDocument = new TypedDocumentString(`query getJobs($first:Int$after:String$last:Int$before:String){jobs(first:$first after:$after last:$last before:$before){nodes{id:jobId type status updatedAt}pageInfo{...Page}}} ${fragmentPage}`) as unknown as TypedDocumentString<GetJobsQuery, GetJobsQueryVariables>;
export const GetJobStatusDocument = new TypedDocumentString(`query getJobStatus($jobId:String!){job(jobId:$jobId){...Job}} ${fragmentJob}`) as unknown as TypedDocumentString<GetJobStatusQuery, GetJobStatusQueryVariables>;
export const GetJobEntriesDocument = new TypedDocumentString(`query getJobEntries($jobId:String!$first:Int$after:String$last:Int$before:String){job(jobId:$jobId){jobId entries(first:$first after:$after last:$last before:$before){nodes{account{accountId}status createdAt reason{code message}}pageInfo{...Page}}}} ${fragmentPage}`) as unknown as TypedDocumentString<GetJobEntriesQuery, GetJobEntriesQueryVariables>;
export const ConfirmJobDocument = new TypedDocumentString(`mutation confirmJob($input:ConfirmJobInput!){confirmJob(input:$input){job{...Job}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentJob}`) as unknown as TypedDocumentString<ConfirmJobMutation, ConfirmJobMutationVariables>;
export const RejectJobDocument = new TypedDocumentString(`mutation rejectJob($input:RejectJobInput!){rejectJob(input:$input){job{...Job}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentJob}`) as unknown as TypedDocumentString<RejectJobMutation, RejectJobMutationVariables>;
export const GetLicenseUpdatesDocument = new TypedDocumentString(`query getLicenseUpdates($first:Int$after:String$last:Int$before:String$where:LicenseUpdatesWhere){licenseUpdates(first:$first after:$after last:$last before:$before where:$where){nodes{...LicenseUpdate}pageInfo{...Page}}} ${fragmentPage} ${fragmentLicenseUpdate}`) as unknown as TypedDocumentString<GetLicenseUpdatesQuery, GetLicenseUpdatesQueryVariables>;
export const AddLicenseUpdateEntryDocument = new TypedDocumentString(`mutation addLicenseUpdateEntry($input:AddLicenseUpdateInput!){addLicenseUpdate(input:$input){licenseUpdate{...LicenseUpdate}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentLicenseUpdate}`) as unknown as TypedDocumentString<AddLicenseUpdateEntryMutation, AddLicenseUpdateEntryMutationVariables>;
export const ListPricePlansV2Document = new TypedDocumentString(`query listPricePlansV2($first:Int$after:String$last:Int$before:String){pricePlans(first:$first after:$after last:$last before:$before){nodes{latestVersion{...PricePlan}}pageInfo{...Page}}} ${fragmentPage} ${fragmentPricePlan} ${fragmentPricingCycle}`) as unknown as TypedDocumentString<ListPricePlansV2Query, ListPricePlansV2QueryVariables>;
export const CreatePricePlanV2Document = new TypedDocumentString(`mutation createPricePlanV2($input:CreatePricePlanInput!){createPricePlan(input:$input){pricePlan{...PricePlan}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentPricePlan} ${fragmentPricingCycle}`) as unknown as TypedDocumentString<CreatePricePlanV2Mutation, CreatePricePlanV2MutationVariables>;
export const GetPricePlanV2Document = new TypedDocumentString(`query getPricePlanV2($pricePlanId:String!$version:PricePlanVersionBy!){pricePlan(pricePlanId:$pricePlanId version:$version){...PricePlan}} ${fragmentPricePlan} ${fragmentPricingCycle}`) as unknown as TypedDocumentString<GetPricePlanV2Query, GetPricePlanV2QueryVariables>;
export const UpdatePricePlanV2Document = new TypedDocumentString(`mutation updatePricePlanV2($input:UpdatePricePlanInput!){updatePricePlan(input:$input){pricePlan{...PricePlan}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentPricePlan} ${fragmentPricingCycle}`) as unknown as TypedDocumentString<UpdatePricePlanV2Mutation, UpdatePricePlanV2MutationVariables>;
export const FinalizePricePlanDocument = new TypedDocumentString(`mutation finalizePricePlan($input:FinalizePricePlanInput!){finalizePricePlan(input:$input){userErrors{...Refusal}}} ${fragmentRefusal}`) as unknown as TypedDocumentString<FinalizePricePlanMutation, FinalizePricePlanMutationVariables>;
export const DiscardPricePlanDocument = new TypedDocumentString(`mutation discardPricePlan($input:DiscardPricePlanInput!){discardPricePlan(input:$input){userErrors{...Refusal}}} ${fragmentRefusal}`) as unknown as TypedDocumentString<DiscardPricePlanMutation, DiscardPricePlanMutationVariables>;
export const PricePlanMigrationV2Document = new TypedDocumentString(`mutation pricePlanMigrationV2($input:MigratePricePlanInput!){migratePricePlan(input:$input){userErrors{...Refusal}}} ${fragmentRefusal}`) as unknown as TypedDocumentString<PricePlanMigrationV2Mutation, PricePlanMigrationV2MutationVariables>;
export const ListPricePlanErrorsDocument = new TypedDocumentString(`query listPricePlanErrors($pricePlanId:String!){pricePlan(pricePlanId:$pricePlanId){issues{referenceId entityId entityType errorMessage}}}`) as unknown as TypedDocumentString<ListPricePlanErrorsQuery, ListPricePlanErrorsQueryVariables>;
export const ListPricePlanPricingRulesDocument = new TypedDocumentString(`query listPricePlanPricingRules($pricePlanId:String!$version:PricePlanVersionBy!){pricePlan(pricePlanId:$pricePlanId version:$version){pricingRules{...PricingRule}}} ${fragmentPricingRule}`) as unknown as TypedDocumentString<ListPricePlanPricingRulesQuery, ListPricePlanPricingRulesQueryVariables>;
export const UpdatePricePlanPricingRulesDocument = new TypedDocumentString(`mutation updatePricePlanPricingRules($input:UpdatePricePlanPricingRulesInput!){updatePricePlanPricingRules(input:$input){pricePlan{pricingRules{...PricingRule}}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentPricingRule}`) as unknown as TypedDocumentString<UpdatePricePlanPricingRulesMutation, UpdatePricePlanPricingRulesMutationVariables>;
export const ListPricePlanRateCardsDocument = new TypedDocumentString(`query listPricePlanRateCards($pricePlanId:String!$first:Int$after:String$last:Int$before:String){pricePlan(pricePlanId:$pricePlanId){pricePlanId referenceId rateCards(first:$first after:$after last:$last before:$before){nodes{...RateCard}pageInfo{...Page}}}} ${fragmentPage} ${fragmentRateCard} ${fragmentRatePlan} ${fragmentRateValue}`) as unknown as TypedDocumentString<ListPricePlanRateCardsQuery, ListPricePlanRateCardsQueryVariables>;
export const BulkPricePlanRateCardOperationsDocument = new TypedDocumentString(`mutation bulkPricePlanRateCardOperations($input:BulkPricePlanRateCardOperationsInput!){bulkPricePlanRateCardOperations(input:$input){pricePlan{pricePlanId referenceId}rateCards{...RateCard}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentRateCard} ${fragmentRatePlan} ${fragmentRateValue}`) as unknown as TypedDocumentString<BulkPricePlanRateCardOperationsMutation, BulkPricePlanRateCardOperationsMutationVariables>;
export const ListPricePlanVersionsDocument = new TypedDocumentString(`query listPricePlanVersions($pricePlanId:String!$first:Int$after:String$last:Int$before:String){pricePlan(pricePlanId:$pricePlanId){plan{versions(first:$first after:$after last:$last before:$before){nodes{...PricePlan}pageInfo{...Page}}}}} ${fragmentPage} ${fragmentPricePlan} ${fragmentPricingCycle}`) as unknown as TypedDocumentString<ListPricePlanVersionsQuery, ListPricePlanVersionsQueryVariables>;
export const UpdatePricingScheduleBatchDocument = new TypedDocumentString(`mutation updatePricingScheduleBatch($input:UpdatePricingScheduleBatchInput!){updatePricingScheduleBatch(input:$input){outline{...Outline}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentOutline}`) as unknown as TypedDocumentString<UpdatePricingScheduleBatchMutation, UpdatePricingScheduleBatchMutationVariables>;
export const UpdatePricingScheduleDocument = new TypedDocumentString(`mutation updatePricingSchedule($input:UpdatePricingScheduleBatchInput!){updatePricingScheduleBatch(input:$input){outline{...Outline}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentOutline}`) as unknown as TypedDocumentString<UpdatePricingScheduleMutation, UpdatePricingScheduleMutationVariables>;
export const GetPricingSchedulesDocument = new TypedDocumentString(`query getPricingSchedules($accountId:String!$from:Date$until:Date$withDetails:Boolean!$withInfo:Boolean!$cards:Int!$first:Int$after:String$last:Int$before:String){account(by:{accountId:$accountId}){schedules(from:$from until:$until first:$first after:$after last:$last before:$before){nodes{id:scheduleId startDate endDate isOverriden:isOverridden pricePlan{pricePlanId version name}info:pricePlan@include(if:$withInfo){name description}pricingRules@include(if:$withDetails){...PricingRule}...PlanDetails@include(if:$withDetails)}pageInfo{...Page}}}} ${fragmentPage} ${fragmentPricingCycle} ${fragmentPricingRule} ${fragmentPlanDetails} ${fragmentRateCard} ${fragmentRatePlan} ${fragmentRateValue}`) as unknown as TypedDocumentString<GetPricingSchedulesQuery, GetPricingSchedulesQueryVariables>;
export const ListAccountProposalsDocument = new TypedDocumentString(`query listAccountProposals($accountId:String!$first:Int$after:String$last:Int$before:String){account(by:{accountId:$accountId}){proposals(first:$first after:$after last:$last before:$before){nodes{...Proposal}pageInfo{...Page}}}} ${fragmentPage} ${fragmentPricingCycle} ${fragmentOffer} ${fragmentProposal}`) as unknown as TypedDocumentString<ListAccountProposalsQuery, ListAccountProposalsQueryVariables>;
export const CreateProposalDocument = new TypedDocumentString(`mutation createProposal($input:CreateProposalInput!){createProposal(input:$input){proposal{...Proposal ...OfferCards}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentPricingCycle} ${fragmentOffer} ${fragmentOfferCards} ${fragmentProposal} ${fragmentRateCard} ${fragmentRatePlan} ${fragmentRateValue}`) as unknown as TypedDocumentString<CreateProposalMutation, CreateProposalMutationVariables>;
export const GetProposalDocument = new TypedDocumentString(`query getProposal($proposalId:String!){proposal(proposalId:$proposalId){...Proposal ...OfferCards}} ${fragmentPricingCycle} ${fragmentOffer} ${fragmentOfferCards} ${fragmentProposal} ${fragmentRateCard} ${fragmentRatePlan} ${fragmentRateValue}`) as unknown as TypedDocumentString<GetProposalQuery, GetProposalQueryVariables>;
export const UpdateProposalStatusDocument = new TypedDocumentString(`mutation updateProposalStatus($input:UpdateProposalStatusInput!){updateProposalStatus(input:$input){proposal{...Proposal ...OfferCards}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentPricingCycle} ${fragmentOffer} ${fragmentOfferCards} ${fragmentProposal} ${fragmentRateCard} ${fragmentRatePlan} ${fragmentRateValue}`) as unknown as TypedDocumentString<UpdateProposalStatusMutation, UpdateProposalStatusMutationVariables>;
export const ListAccountPurchasesDocument = new TypedDocumentString(`query listAccountPurchases($accountId:String!$first:Int$after:String$last:Int$before:String){account(by:{accountId:$accountId}){purchases(first:$first after:$after last:$last before:$before){nodes{...Purchase}pageInfo{...Page}}}} ${fragmentPage} ${fragmentPricingCycle} ${fragmentOffer} ${fragmentPurchase}`) as unknown as TypedDocumentString<ListAccountPurchasesQuery, ListAccountPurchasesQueryVariables>;
export const InitiateOneTimeEntitlementPlanDocument = new TypedDocumentString(`mutation initiateOneTimeEntitlementPlan($input:InitiatePurchaseInput!){initiatePurchase(input:$input){purchase{...Purchase ...OfferCards}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentPricingCycle} ${fragmentOffer} ${fragmentOfferCards} ${fragmentPurchase} ${fragmentRateCard} ${fragmentRatePlan} ${fragmentRateValue}`) as unknown as TypedDocumentString<InitiateOneTimeEntitlementPlanMutation, InitiateOneTimeEntitlementPlanMutationVariables>;
export const GetPurchaseDocument = new TypedDocumentString(`query getPurchase($purchaseId:String!){purchase(purchaseId:$purchaseId){...Purchase ...OfferCards terms:pricePlan{type supportedCurrencies pricingCycleConfig{...PricingCycle}deferredRevenue allowOngoingCycleUpdates}entitlements(first:100){nodes{feature{featureId name}creditsGranted createdAt effectiveFrom effectiveUntil}pageInfo{hasNextPage}}}} ${fragmentPricingCycle} ${fragmentOffer} ${fragmentOfferCards} ${fragmentPurchase} ${fragmentRateCard} ${fragmentRatePlan} ${fragmentRateValue}`) as unknown as TypedDocumentString<GetPurchaseQuery, GetPurchaseQueryVariables>;
export const CalculateRevenueV2Document = new TypedDocumentString(`query calculateRevenueV2($input:CalculateRevenueInput!){calculateRevenue(input:$input){currency source{pricePlanId referenceId scheduleId}revenueInfo{rateCard{name type displayName tag invoiceTiming billableId}usages{billableId quantity{...Exact}}fixedFeeRevenueSummary{revenue{amount}}licenseRevenueSummary{...Slab}billingEntitlementRevenueSummary{revenue{amount}}creditGrantRevenueSummary{revenue{amount}}entitlementOverageRevenueSummary{revenue{amount}}slabRevenueSummaries{...Slab}}userErrors:refusals{...Refusal}}} ${fragmentRefusal} ${fragmentExact} ${fragmentSlab}`) as unknown as TypedDocumentString<CalculateRevenueV2Query, CalculateRevenueV2QueryVariables>;
export const ListaccountSchedulesDocument = new TypedDocumentString(`query listaccountSchedules($accountId:String!$isDraft:Boolean!$first:Int$after:String$last:Int$before:String$draftFirst:Int$draftAfter:String$draftLast:Int$draftBefore:String){account(by:{accountId:$accountId}){accountId schedules(first:$first after:$after last:$last before:$before)@skip(if:$isDraft){nodes{...Schedule}pageInfo{...Page}}draft@include(if:$isDraft){schedules(first:$draftFirst after:$draftAfter last:$draftLast before:$draftBefore){nodes{...Schedule}pageInfo{...Page}}}}} ${fragmentPage} ${fragmentPricingCycle} ${fragmentPricingRule} ${fragmentSchedule}`) as unknown as TypedDocumentString<ListaccountSchedulesQuery, ListaccountSchedulesQueryVariables>;
export const BulkEditSchedulesDocument = new TypedDocumentString(`mutation bulkEditSchedules($input:BulkEditSchedulesInput!){bulkEditSchedules(input:$input){account{accountId accountName:name}schedules{...PlanOverride}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentPlanOverride}`) as unknown as TypedDocumentString<BulkEditSchedulesMutation, BulkEditSchedulesMutationVariables>;
export const FinalizeAccountSchedulesDocument = new TypedDocumentString(`mutation finalizeAccountSchedules($input:FinalizeAccountSchedulesInput!$first:Int!){finalizeAccountSchedules(input:$input){account{accountId schedules(first:$first){nodes{...Schedule}pageInfo{...Page}}}userErrors{...Refusal}}} ${fragmentPage} ${fragmentRefusal} ${fragmentPricingCycle} ${fragmentPricingRule} ${fragmentSchedule}`) as unknown as TypedDocumentString<FinalizeAccountSchedulesMutation, FinalizeAccountSchedulesMutationVariables>;
export const DiscardAccountSchedulesDocument = new TypedDocumentString(`mutation discardAccountSchedules($input:DiscardAccountSchedulesInput!){discardAccountSchedules(input:$input){userErrors{...Refusal}}} ${fragmentRefusal}`) as unknown as TypedDocumentString<DiscardAccountSchedulesMutation, DiscardAccountSchedulesMutationVariables>;
export const ListPricingRulesDocument = new TypedDocumentString(`query listPricingRules($scheduleId:String!$mode:ScheduleMode!){schedule(scheduleId:$scheduleId mode:$mode){pricingRules{...PricingRule}}} ${fragmentPricingRule}`) as unknown as TypedDocumentString<ListPricingRulesQuery, ListPricingRulesQueryVariables>;
export const UpdatePricingRulesDocument = new TypedDocumentString(`mutation updatePricingRules($input:UpdateSchedulePricingRulesInput!){updateSchedulePricingRules(input:$input){schedule{pricingRules{...PricingRule}}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentPricingRule}`) as unknown as TypedDocumentString<UpdatePricingRulesMutation, UpdatePricingRulesMutationVariables>;
export const ListScheduleRateCardsDocument = new TypedDocumentString(`query listScheduleRateCards($scheduleId:String!$mode:ScheduleMode!$first:Int$after:String$last:Int$before:String){schedule(scheduleId:$scheduleId mode:$mode){scheduleId account{accountId}pricePlan{pricePlanId}rateCards(first:$first after:$after last:$last before:$before){nodes{...RateCard}pageInfo{...Page}}}} ${fragmentPage} ${fragmentRateCard} ${fragmentRatePlan} ${fragmentRateValue}`) as unknown as TypedDocumentString<ListScheduleRateCardsQuery, ListScheduleRateCardsQueryVariables>;
export const BulkRateCardOperationsOnScheduleDocument = new TypedDocumentString(`mutation bulkRateCardOperationsOnSchedule($input:BulkRateCardOperationsOnScheduleInput!){bulkRateCardOperationsOnSchedule(input:$input){schedule{scheduleId account{accountId}pricePlan{pricePlanId}}rateCards{...RateCard}userErrors{...Refusal}}} ${fragmentRefusal} ${fragmentRateCard} ${fragmentRatePlan} ${fragmentRateValue}`) as unknown as TypedDocumentString<BulkRateCardOperationsOnScheduleMutation, BulkRateCardOperationsOnScheduleMutationVariables>;
export const ListScheduleErrorsDocument = new TypedDocumentString(`query listScheduleErrors($scheduleId:String!){schedule(scheduleId:$scheduleId mode:LATEST){issues{referenceId entityId entityType errorMessage}}}`) as unknown as TypedDocumentString<ListScheduleErrorsQuery, ListScheduleErrorsQueryVariables>;
