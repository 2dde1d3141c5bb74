import { countText } from '../count.ts';
import { type Address, type AddressInput, parseAddress, parseCustomerName, parseSettings, type Setting } from '../customer.ts';
import type { Day } from '../day.ts';
import { changeable, clearable, fields, optional, parseEach, withChanges } from '../fields.ts';
import { parseCurrency } from '../money.ts';
import { invalid, precondition } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type Metadata, parseChosenId, parseEmail, parseMetadata, parseTags } from '../text.ts';
import { type AccountAlias, type AliasInput, addAliases } from './alias.ts';

/** An ACTIVE account can have plans. A DRAFT account can have a draft and proposals. An ARCHIVED account is read-only. */
export const ACCOUNT_STATUSES = ['ACTIVE', 'DRAFT', 'ARCHIVED'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** The recipients of an account's invoices. */
export interface BillingInformation {
  readonly emailRecipients: readonly string[];
  readonly additionalEmailRecipients: readonly string[];
}

/** The details of an account that a caller chooses, without ids, settings and aliases. */
export interface AccountDetails {
  readonly name: string;
  readonly status: AccountStatus;
  readonly invoiceCurrency: string;
  /** Days until an invoice is due. `null`: the organization's default. */
  readonly netTermDays: number | null;
  readonly address: Address | null;
  readonly primaryEmail: string | null;
  readonly billingInformation: BillingInformation | null;
  readonly metadata: Metadata;
  readonly tags: readonly string[];
}
export interface NewAccount extends AccountDetails {
  readonly accountId: string;
  readonly settings: readonly Setting[];
  readonly aliases: readonly AccountAlias[];
}

type Nullable<T> = { readonly [K in keyof T]?: T[K] | null | undefined };
interface LooseDetails {
  readonly status: 'ACTIVE' | 'DRAFT';
  readonly invoiceCurrency: string;
  readonly netTermDays: number;
  readonly address: AddressInput;
  readonly primaryEmail: string;
  readonly billingInformation: Nullable<BillingInformation>;
  readonly metadata: unknown;
  readonly tags: readonly string[];
}
export interface NewAccountInput extends Nullable<LooseDetails> {
  readonly accountId: string;
  readonly name: string;
  readonly settings?: readonly Setting[] | null | undefined;
  readonly aliases?: readonly AliasInput[] | null | undefined;
}
export interface AccountChangesInput extends Nullable<LooseDetails> {
  readonly name?: string | null | undefined;
}

/** The facts that determine whether an account can be archived, returned to DRAFT or given another currency. */
export interface AccountUse {
  readonly today: Day;
  /** The first day after the last active schedule. `null` if there is none. */
  readonly scheduledUntil: Day | null;
  readonly openProposals: number;
  readonly everHadSchedule: boolean;
  readonly everHadPurchase: boolean;
}

const MAX_RECIPIENTS = 320;

/**
 * Parses a new account (README, "Customers and accounts").
 * @param context `otherAliases`: the aliases of other accounts with the same values; `now` in milliseconds since 1970
 */
export function parseNewAccount(
  input: NewAccountInput,
  context: { readonly baseCurrency: string; readonly now: number; readonly otherAliases: readonly AccountAlias[] },
): Result<NewAccount> {
  return fields<NewAccount>({
    accountId: parseChosenId(input.accountId),
    name: parseCustomerName(input.name),
    status: ok(input.status ?? 'ACTIVE'),
    invoiceCurrency: optional(input.invoiceCurrency, context.baseCurrency, parseCurrency),
    netTermDays: optional(input.netTermDays, null, parseNetTermDays),
    address: optional(input.address, null, parseAddress),
    primaryEmail: optional(input.primaryEmail, null, parseEmail),
    billingInformation: optional(input.billingInformation, null, parseBillingInformation),
    metadata: optional(input.metadata, {}, parseMetadata),
    tags: optional(input.tags, [], parseTags),
    settings: optional(input.settings, [], parseSettings),
    aliases: addAliases({ own: [], otherAliases: context.otherAliases, added: input.aliases ?? [], now: context.now }),
  });
}

/**
 * Returns the account after an update. An omitted field keeps its value, `null` clears an optional field, and `metadata` replaces the whole
 * map. Refuses with ARCHIVED, with CURRENCY_FIXED, and with ACCOUNT_HAS_SCHEDULES a return to DRAFT while a schedule covers today or a
 * later day.
 */
export function changeAccount<T extends AccountDetails>(before: T, input: AccountChangesInput, use: AccountUse): Result<T> {
  if (before.status === 'ARCHIVED') return refuse(archivedRefusal());
  const changes = fields<{ [K in keyof AccountDetails]: AccountDetails[K] | undefined }>({
    name: changeable(input.name, parseCustomerName),
    status: changeable(input.status, (status) => changeStatus(status, use)),
    invoiceCurrency: changeable(input.invoiceCurrency, (to) => changeInvoiceCurrency(before.invoiceCurrency, to, use)),
    netTermDays: clearable(input.netTermDays, parseNetTermDays),
    address: clearable(input.address, parseAddress),
    primaryEmail: clearable(input.primaryEmail, parseEmail),
    billingInformation: clearable(input.billingInformation, parseBillingInformation),
    metadata: input.metadata === null ? ok({}) : changeable(input.metadata, parseMetadata),
    tags: input.tags === null ? ok([]) : changeable(input.tags, parseTags),
  });
  return changes.ok ? ok(withChanges<T, AccountDetails>(before, changes.value)) : changes;
}

/**
 * Checks that an account can be archived. Archiving an archived account changes nothing. Refuses with ACCOUNT_HAS_SCHEDULES while a
 * schedule covers today or a later day, and with ACCOUNT_HAS_OPEN_PROPOSALS.
 */
export function archiveAccount(status: AccountStatus, use: AccountUse): Result<{ readonly changed: boolean }> {
  if (status === 'ARCHIVED') return ok({ changed: false });
  if (hasScheduleFrom(use)) {
    return refuse(
      precondition('ACCOUNT_HAS_SCHEDULES', `A schedule covers ${use.today} or a later day. Disassociate the account's plans first.`),
    );
  }
  if (use.openProposals === 0) return ok({ changed: true });
  const message = `The account has open proposals: ${countText(use.openProposals)}. Decline them first, or let them expire.`;
  return refuse(precondition('ACCOUNT_HAS_OPEN_PROPOSALS', message));
}

/** Changes the invoice currency. Refuses with CURRENCY_FIXED once a schedule or purchase exists. The same currency again is no change. */
export function changeInvoiceCurrency(
  from: string,
  to: string,
  use: Pick<AccountUse, 'everHadSchedule' | 'everHadPurchase'>,
): Result<string> {
  const currency = parseCurrency(to);
  if (!currency.ok || currency.value === from) return currency;
  if (!use.everHadSchedule && !use.everHadPurchase) return currency;
  const message = `The account is invoiced in ${from} and has ${use.everHadSchedule ? 'schedules' : 'purchases'}, so its currency cannot change to ${to}.`;
  return refuse(precondition('CURRENCY_FIXED', message));
}

/** Refuses with ACCOUNT_NOT_ACTIVE or ARCHIVED unless the account is ACTIVE. */
export function requireActive(status: AccountStatus): Result<undefined> {
  if (status === 'ARCHIVED') return refuse(archivedRefusal());
  if (status === 'ACTIVE') return ok();
  const message = 'The account is in DRAFT. Set its status to ACTIVE first, or edit its draft.';
  return refuse(precondition('ACCOUNT_NOT_ACTIVE', message, ['accountId']));
}

/** Refuses with ARCHIVED a write to an archived account. */
export function requireWritable(status: AccountStatus): Result<undefined> {
  return status === 'ARCHIVED' ? refuse(archivedRefusal()) : ok();
}

function changeStatus(to: 'ACTIVE' | 'DRAFT', use: AccountUse): Result<AccountStatus> {
  if (to === 'ACTIVE' || !hasScheduleFrom(use)) return ok(to);
  const message = `The account cannot be in DRAFT while a schedule covers ${use.today} or a later day. Disassociate its plans first.`;
  return refuse(precondition('ACCOUNT_HAS_SCHEDULES', message));
}

function hasScheduleFrom({ scheduledUntil, today }: Pick<AccountUse, 'scheduledUntil' | 'today'>): boolean {
  return scheduledUntil !== null && scheduledUntil > today;
}

function archivedRefusal() {
  return precondition('ARCHIVED', 'The account is archived and therefore read-only.', ['accountId']);
}

function parseNetTermDays(value: number): Result<number> {
  if (Number.isInteger(value) && value >= 0 && value <= 3_650) return ok(value);
  return refuse(invalid(`\`netTermDays\` must be a whole number of days from 0 to 3,650, not ${value}.`));
}

function parseBillingInformation(value: Nullable<BillingInformation>): Result<BillingInformation> {
  return fields<BillingInformation>({
    emailRecipients: parseRecipients(value.emailRecipients ?? []),
    additionalEmailRecipients: parseRecipients(value.additionalEmailRecipients ?? []),
  });
}

function parseRecipients(values: readonly string[]): Result<string[]> {
  if (values.length > MAX_RECIPIENTS) {
    return refuse(invalid(`At most ${MAX_RECIPIENTS} recipients, not ${values.length}.`, [], 'LIMIT_EXCEEDED'));
  }
  const recipients = parseEach(values, parseEmail);
  return recipients.ok ? ok([...new Set(recipients.value)]) : recipients;
}
