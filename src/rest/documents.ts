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

/** A complete postal address. An omitted line is unknown, and so is a blank one. */
export type AddressInput = {
  /** Telephone number, as given. */
  readonly phoneNumber?: string | null | undefined;
  /** Street and number. */
  readonly line1?: string | null | undefined;
  /** Building, floor or suite. */
  readonly line2?: string | null | undefined;
  /** Postal code of the address. */
  readonly postalCode?: string | null | undefined;
  /** Name of the city. */
  readonly city?: string | null | undefined;
  /** State, province or region. */
  readonly state?: string | null | undefined;
  /** Country: an ISO 3166 code of two letters, or a name. */
  readonly country?: string | null | undefined;
};

/** A named value to store with a customer or an account. */
export type SettingInput = {
  /** Id chosen by the caller, unique among the settings of one customer or account. */
  readonly id: string;
  /** Namespace of the setting, such as the name of the system that uses it. */
  readonly namespace: string;
  /** Name shown to people. */
  readonly name: string;
  /** What `value` contains. */
  readonly dataType: SettingDataType;
  /** The value, as text. A `STRING` can be blank. */
  readonly value: string;
};

/** Recipients of the invoices of an account. */
export type BillingInformationInput = {
  /** E-mail addresses of the recipients. Omit for none. */
  readonly emailRecipients?: ReadonlyArray<string> | null | undefined;
  /** E-mail addresses that receive a copy. Omit for none. */
  readonly additionalEmailRecipients?: ReadonlyArray<string> | null | undefined;
};

/** An alias to add to an account. */
export type AccountAliasInput = {
  /** The alias, 1 to 50 characters. It names one account at a time. */
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
  /** Primary e-mail address. Omit to use the customer's. */
  readonly primaryEmail?: string | null | undefined;
  /** Postal address. Omit to use the customer's. */
  readonly address?: AddressInput | null | undefined;
  /** Recipients of the invoices. Omit to use the primary e-mail address. */
  readonly billingInformation?: BillingInformationInput | null | undefined;
  /** Settings to store. Maximum 10. Omit for none. */
  readonly settings?: ReadonlyArray<SettingInput> | null | undefined;
  /** Days until an invoice must be paid. Omit to use the organization's terms. */
  readonly netTermDays?: number | null | undefined;
  /** A map of text to text. Maximum 50 keys and 16 KB. Omit for an empty map. */
  readonly metadata?: unknown;
  /** Tags, stored in lower case. Maximum 50. Omit for none. */
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
  /** Primary e-mail address. Omit to use the customer's. */
  readonly primaryEmail?: string | null | undefined;
  /** Postal address. Omit to use the customer's. */
  readonly address?: AddressInput | null | undefined;
  /** Recipients of the invoices. Omit to use the primary e-mail address. */
  readonly billingInformation?: BillingInformationInput | null | undefined;
  /** Settings to store. Maximum 10. Omit for none. */
  readonly settings?: ReadonlyArray<SettingInput> | null | undefined;
  /** Days until an invoice must be paid. Omit to use the organization's terms. */
  readonly netTermDays?: number | null | undefined;
  /** A map of text to text. Maximum 50 keys and 16 KB. Omit for an empty map. */
  readonly metadata?: unknown;
  /** Tags, stored in lower case. Maximum 50. Omit for none. */
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
  /** Primary e-mail address. `null`: the customer's. */
  readonly primaryEmail?: string | null | undefined;
  /** Replaces the whole postal address. `null`: the customer's. */
  readonly address?: AddressInput | null | undefined;
  /** Replaces the recipients of the invoices. `null`: the primary e-mail address. */
  readonly billingInformation?: BillingInformationInput | null | undefined;
  /** Days until an invoice must be paid. `null`: the organization's terms. */
  readonly netTermDays?: number | null | undefined;
  /** Replaces the whole map of text to text. `{}` and `null` empty it. */
  readonly metadata?: unknown;
  /** Replaces all tags. `[]` and `null` remove them. */
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
  /** Primary e-mail address. */
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
  /** Primary e-mail address. */
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
export const AddressFragmentDoc = new TypedDocumentString(`
    fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}
    `, {"fragmentName":"Address"}) as unknown as TypedDocumentString<AddressFragment, unknown>;
export const SettingFragmentDoc = new TypedDocumentString(`
    fragment Setting on Setting {
  id: settingId
  value
  namespace
  name
  dataType
}
    `, {"fragmentName":"Setting"}) as unknown as TypedDocumentString<SettingFragment, unknown>;
export const AccountFragmentDoc = new TypedDocumentString(`
    fragment Account on Account {
  id: accountId
  togaiAccountId
  name
  customer {
    customerId
    togaiCustomerId
  }
  invoiceCurrency
  aliases(first: 10, at: $at) {
    nodes {
      alias: value
    }
  }
  netTermDays
  address {
    ...Address
  }
  primaryEmail
  billingInformation {
    emailRecipients
    additionalEmailRecipients
  }
  status
  settings {
    ...Setting
  }
  metadata
  tags
}
    fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}
fragment Setting on Setting {
  id: settingId
  value
  namespace
  name
  dataType
}`, {"fragmentName":"Account"}) as unknown as TypedDocumentString<AccountFragment, unknown>;
export const CustomerFragmentDoc = new TypedDocumentString(`
    fragment Customer on Customer {
  id: customerId
  togaiCustomerId
  name
  primaryEmail
  billingAddress
  address {
    ...Address
  }
  status
  createdAt
  updatedAt
}
    fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}`, {"fragmentName":"Customer"}) as unknown as TypedDocumentString<CustomerFragment, unknown>;
export const PageFragmentDoc = new TypedDocumentString(`
    fragment Page on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"Page"}) as unknown as TypedDocumentString<PageFragment, unknown>;
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on UserError {
  code
  message
  path
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const GetAccountsDocument = new TypedDocumentString(`
    query getAccounts($first: Int, $after: String, $last: Int, $before: String, $at: DateTime!) {
  accounts(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      ...Account
    }
    pageInfo {
      ...Page
    }
  }
}
    fragment Account on Account {
  id: accountId
  togaiAccountId
  name
  customer {
    customerId
    togaiCustomerId
  }
  invoiceCurrency
  aliases(first: 10, at: $at) {
    nodes {
      alias: value
    }
  }
  netTermDays
  address {
    ...Address
  }
  primaryEmail
  billingInformation {
    emailRecipients
    additionalEmailRecipients
  }
  status
  settings {
    ...Setting
  }
  metadata
  tags
}
fragment Page on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}
fragment Setting on Setting {
  id: settingId
  value
  namespace
  name
  dataType
}`) as unknown as TypedDocumentString<GetAccountsQuery, GetAccountsQueryVariables>;
export const GetAccountDocument = new TypedDocumentString(`
    query getAccount($accountId: String!, $at: DateTime!) {
  account(by: {accountId: $accountId}) {
    ...Account
  }
}
    fragment Account on Account {
  id: accountId
  togaiAccountId
  name
  customer {
    customerId
    togaiCustomerId
  }
  invoiceCurrency
  aliases(first: 10, at: $at) {
    nodes {
      alias: value
    }
  }
  netTermDays
  address {
    ...Address
  }
  primaryEmail
  billingInformation {
    emailRecipients
    additionalEmailRecipients
  }
  status
  settings {
    ...Setting
  }
  metadata
  tags
}
fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}
fragment Setting on Setting {
  id: settingId
  value
  namespace
  name
  dataType
}`) as unknown as TypedDocumentString<GetAccountQuery, GetAccountQueryVariables>;
export const ListAccountAliasesDocument = new TypedDocumentString(`
    query listAccountAliases($accountId: String!, $first: Int, $after: String, $last: Int, $before: String) {
  account(by: {accountId: $accountId}) {
    aliases(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id: aliasId
        value
        effectiveFrom
        effectiveUntil
        createdAt
      }
      pageInfo {
        ...Page
      }
    }
  }
}
    fragment Page on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<ListAccountAliasesQuery, ListAccountAliasesQueryVariables>;
export const CreateAccountDocument = new TypedDocumentString(`
    mutation createAccount($input: CreateAccountInput!, $at: DateTime!) {
  createAccount(input: $input) {
    account {
      ...Account
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Account on Account {
  id: accountId
  togaiAccountId
  name
  customer {
    customerId
    togaiCustomerId
  }
  invoiceCurrency
  aliases(first: 10, at: $at) {
    nodes {
      alias: value
    }
  }
  netTermDays
  address {
    ...Address
  }
  primaryEmail
  billingInformation {
    emailRecipients
    additionalEmailRecipients
  }
  status
  settings {
    ...Setting
  }
  metadata
  tags
}
fragment Refusal on UserError {
  code
  message
  path
}
fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}
fragment Setting on Setting {
  id: settingId
  value
  namespace
  name
  dataType
}`) as unknown as TypedDocumentString<CreateAccountMutation, CreateAccountMutationVariables>;
export const UpdateAccountDocument = new TypedDocumentString(`
    mutation updateAccount($input: UpdateAccountInput!, $at: DateTime!) {
  updateAccount(input: $input) {
    account {
      ...Account
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Account on Account {
  id: accountId
  togaiAccountId
  name
  customer {
    customerId
    togaiCustomerId
  }
  invoiceCurrency
  aliases(first: 10, at: $at) {
    nodes {
      alias: value
    }
  }
  netTermDays
  address {
    ...Address
  }
  primaryEmail
  billingInformation {
    emailRecipients
    additionalEmailRecipients
  }
  status
  settings {
    ...Setting
  }
  metadata
  tags
}
fragment Refusal on UserError {
  code
  message
  path
}
fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}
fragment Setting on Setting {
  id: settingId
  value
  namespace
  name
  dataType
}`) as unknown as TypedDocumentString<UpdateAccountMutation, UpdateAccountMutationVariables>;
export const DeleteAccountDocument = new TypedDocumentString(`
    mutation deleteAccount($input: DeleteAccountInput!) {
  deleteAccount(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const AddAliasesDocument = new TypedDocumentString(`
    mutation addAliases($input: AddAccountAliasesInput!, $at: DateTime!) {
  addAccountAliases(input: $input) {
    account {
      ...Account
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Account on Account {
  id: accountId
  togaiAccountId
  name
  customer {
    customerId
    togaiCustomerId
  }
  invoiceCurrency
  aliases(first: 10, at: $at) {
    nodes {
      alias: value
    }
  }
  netTermDays
  address {
    ...Address
  }
  primaryEmail
  billingInformation {
    emailRecipients
    additionalEmailRecipients
  }
  status
  settings {
    ...Setting
  }
  metadata
  tags
}
fragment Refusal on UserError {
  code
  message
  path
}
fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}
fragment Setting on Setting {
  id: settingId
  value
  namespace
  name
  dataType
}`) as unknown as TypedDocumentString<AddAliasesMutation, AddAliasesMutationVariables>;
export const RemoveAliasesDocument = new TypedDocumentString(`
    mutation removeAliases($input: RemoveAccountAliasesInput!, $at: DateTime!) {
  removeAccountAliases(input: $input) {
    account {
      ...Account
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Account on Account {
  id: accountId
  togaiAccountId
  name
  customer {
    customerId
    togaiCustomerId
  }
  invoiceCurrency
  aliases(first: 10, at: $at) {
    nodes {
      alias: value
    }
  }
  netTermDays
  address {
    ...Address
  }
  primaryEmail
  billingInformation {
    emailRecipients
    additionalEmailRecipients
  }
  status
  settings {
    ...Setting
  }
  metadata
  tags
}
fragment Refusal on UserError {
  code
  message
  path
}
fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}
fragment Setting on Setting {
  id: settingId
  value
  namespace
  name
  dataType
}`) as unknown as TypedDocumentString<RemoveAliasesMutation, RemoveAliasesMutationVariables>;
export const GetCustomersDocument = new TypedDocumentString(`
    query getCustomers($first: Int, $after: String, $last: Int, $before: String) {
  customers(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      ...Customer
    }
    pageInfo {
      ...Page
    }
  }
}
    fragment Customer on Customer {
  id: customerId
  togaiCustomerId
  name
  primaryEmail
  billingAddress
  address {
    ...Address
  }
  status
  createdAt
  updatedAt
}
fragment Page on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}`) as unknown as TypedDocumentString<GetCustomersQuery, GetCustomersQueryVariables>;
export const GetCustomerDocument = new TypedDocumentString(`
    query getCustomer($customerId: String!) {
  customer(customerId: $customerId) {
    ...Customer
  }
}
    fragment Customer on Customer {
  id: customerId
  togaiCustomerId
  name
  primaryEmail
  billingAddress
  address {
    ...Address
  }
  status
  createdAt
  updatedAt
}
fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}`) as unknown as TypedDocumentString<GetCustomerQuery, GetCustomerQueryVariables>;
export const CreateCustomerDocument = new TypedDocumentString(`
    mutation createCustomer($input: CreateCustomerInput!, $at: DateTime!) {
  createCustomer(input: $input) {
    customer {
      id: customerId
      togaiCustomerId
      name
      primaryEmail
      billingAddress
      address {
        ...Address
      }
      settings {
        ...Setting
      }
    }
    account {
      ...Account
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Account on Account {
  id: accountId
  togaiAccountId
  name
  customer {
    customerId
    togaiCustomerId
  }
  invoiceCurrency
  aliases(first: 10, at: $at) {
    nodes {
      alias: value
    }
  }
  netTermDays
  address {
    ...Address
  }
  primaryEmail
  billingInformation {
    emailRecipients
    additionalEmailRecipients
  }
  status
  settings {
    ...Setting
  }
  metadata
  tags
}
fragment Refusal on UserError {
  code
  message
  path
}
fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}
fragment Setting on Setting {
  id: settingId
  value
  namespace
  name
  dataType
}`) as unknown as TypedDocumentString<CreateCustomerMutation, CreateCustomerMutationVariables>;
export const UpdateCustomerDocument = new TypedDocumentString(`
    mutation updateCustomer($input: UpdateCustomerInput!) {
  updateCustomer(input: $input) {
    customer {
      ...Customer
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Customer on Customer {
  id: customerId
  togaiCustomerId
  name
  primaryEmail
  billingAddress
  address {
    ...Address
  }
  status
  createdAt
  updatedAt
}
fragment Refusal on UserError {
  code
  message
  path
}
fragment Address on Address {
  phoneNumber
  line1
  line2
  postalCode
  city
  state
  country
}`) as unknown as TypedDocumentString<UpdateCustomerMutation, UpdateCustomerMutationVariables>;
export const DeleteCustomerDocument = new TypedDocumentString(`
    mutation deleteCustomer($input: DeleteCustomerInput!) {
  deleteCustomer(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DeleteCustomerMutation, DeleteCustomerMutationVariables>;
